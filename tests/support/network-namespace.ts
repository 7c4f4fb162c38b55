import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** A network of its own: one wire to a second, silent namespace, and all addresses of the world behind that wire. */
export interface IsolatedNetwork {
  /** An address at the other end of the wire, where nobody listens. */
  readonly outside: string;
  /** Runs a program inside. One that takes longer than `timeoutMs` is killed and has no status. */
  run(words: readonly string[], options?: RunOptions): Promise<RunResult>;
  /** Starts a program at the other end of the wire, to which these addresses lead from now on. */
  startOutside(words: readonly string[], addresses: readonly string[]): ChildProcess;
  /** Packets that left through the wire since it was laid, whatever their kind; questions for names are among them. */
  packets(): number;
  close(): void;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
}

export interface RunResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Why there can be no network of one's own here; null where there can. */
export function whyNoNamespaces(): string | null {
  if (process.platform !== 'linux') return 'network namespaces are Linux’s';
  if (process.getuid?.() !== 0) return 'only root may make a network namespace';
  if (spawnSync('ip', ['-V']).error !== undefined) return 'the command “ip” is not installed';
  const probe = `bb-probe-${process.pid}`;
  if (spawnSync('ip', ['netns', 'add', probe]).status !== 0)
    return 'this machine allows no network namespaces';
  spawnSync('ip', ['netns', 'del', probe]);
  return null;
}

/** Lays the wire and waits until the kernel itself has nothing more to say on it. */
export async function isolatedNetwork(): Promise<IsolatedNetwork> {
  const inner = `bb-in-${process.pid}`;
  const outer = `bb-out-${process.pid}`;
  const resolver = `/etc/netns/${inner}`;
  const close = () => {
    for (const name of [inner, outer]) spawnSync('ip', ['netns', 'del', name]);
    rmSync(resolver, { recursive: true, force: true });
  };
  try {
    mkdirSync(resolver, { recursive: true });
    writeFileSync(`${resolver}/resolv.conf`, `nameserver ${outside}\noptions timeout:1 attempts:1\n`);
    for (const name of [inner, outer]) ip('netns', 'add', name);
    ip('-n', inner, 'link', 'add', wire, 'type', 'veth', 'peer', 'name', wire, 'netns', outer);
    // The kernel introduces itself by IPv6 on every new wire; here it shall not.
    for (const name of [inner, outer]) ip('-n', name, 'link', 'set', wire, 'addrgenmode', 'none');
    ip('-n', inner, 'link', 'set', 'lo', 'up');
    ip('-n', outer, 'addr', 'add', `${outside}/30`, 'dev', wire);
    ip('-n', inner, 'addr', 'add', '10.199.0.2/30', 'dev', wire);
    ip('-n', inner, 'addr', 'add', 'fd00:199::2/64', 'dev', wire, 'nodad');
    for (const name of [outer, inner]) ip('-n', name, 'link', 'set', wire, 'up');
    ip('-n', inner, 'route', 'add', 'default', 'via', outside);
    ip('-n', inner, '-6', 'route', 'add', 'default', 'via', 'fd00:199::1');
    const packets = () => sentPackets(inner);
    await settled(packets);
    const before = packets();
    return {
      outside,
      packets: () => packets() - before,
      run: (words, options) => runIn(inner, words, options),
      startOutside: (words, addresses) => {
        for (const address of addresses) ip('-n', outer, 'addr', 'add', `${address}/32`, 'dev', wire);
        return spawn('ip', ['netns', 'exec', outer, ...words], { stdio: 'ignore' });
      },
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}

function runIn(name: string, words: readonly string[], options: RunOptions = {}): Promise<RunResult> {
  const child = spawn('ip', ['netns', 'exec', name, ...words], {
    cwd: options.cwd,
    env: { ...process.env, ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  // The program and all that it started: they are a group of their own.
  const kill = () => child.pid !== undefined && process.kill(-child.pid, 'SIGKILL');
  const timer = setTimeout(kill, options.timeoutMs ?? 60_000);
  const parts = { stdout: [] as Buffer[], stderr: [] as Buffer[] };
  child.stdout.on('data', (chunk: Buffer) => parts.stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => parts.stderr.push(chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => {
      clearTimeout(timer);
      const text = (chunks: readonly Buffer[]) => Buffer.concat(chunks).toString('utf8');
      resolve({ status, stdout: text(parts.stdout), stderr: text(parts.stderr) });
    });
  });
}

function sentPackets(name: string): number {
  const counters: unknown = JSON.parse(ip('-n', name, '-j', '-s', 'link', 'show', wire));
  const [link] = counters as readonly { readonly stats64: { readonly tx: { readonly packets: number } } }[];
  if (link === undefined) throw new Error('the wire has no counters');
  return link.stats64.tx.packets;
}

/** Waits until nothing was sent for two seconds. */
async function settled(packets: () => number): Promise<void> {
  const deadline = Date.now() + 20_000;
  for (let last = -1, quietSince = Date.now(); Date.now() - quietSince < 2_000; await sleep(100)) {
    if (Date.now() > deadline) throw new Error('the new network does not become quiet');
    if (packets() !== last) quietSince = Date.now();
    last = packets();
  }
}

function ip(...words: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('ip', words, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`ip ${words.join(' ')}: ${stderr}`);
  return stdout;
}

const wire = 'wire0';
const outside = '10.199.0.1';
