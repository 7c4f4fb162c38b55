import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buildCliWhenOlder } from '../../scripts/build.mjs';
import { root } from '../../scripts/lib/paths.mjs';

export interface CliResult {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stdoutBytes: Buffer;
  readonly stderr: string;
  readonly elapsedMs: number;
}

export interface CliOptions {
  readonly cwd?: string;
  readonly stdin?: string | Uint8Array;
  readonly environment?: Readonly<Record<string, string>>;
  /** Words for Node itself, such as `--import …`. */
  readonly nodeWords?: readonly string[];
  readonly timeoutMs?: number;
}

/** The built command line, made anew when its sources are newer; several test files may ask at once. */
export function builtCli(): string {
  mkdirSync(join(root, 'out'), { recursive: true });
  const lock = join(root, 'out', '.cli-build.lock');
  while (!taken(lock)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
  try {
    buildCliWhenOlder();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
  return join(root, 'out/cli/index.js');
}

/** Runs the command line to its end. A run that takes longer than `timeoutMs` is killed and has no status. */
export async function runCli(words: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  const startedAt = performance.now();
  const child = startCli(words, options);
  const timer = setTimeout(() => child.kill('SIGKILL'), options.timeoutMs ?? 20_000);
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => stderr.push(chunk));
  child.stdin?.on('error', () => {});
  child.stdin?.end(options.stdin ?? '');
  const { status, signal } = await new Promise<Pick<CliResult, 'status' | 'signal'>>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, by) => resolve({ status: code, signal: by }));
  });
  clearTimeout(timer);
  const stdoutBytes = Buffer.concat(stdout);
  return {
    status,
    signal,
    stdout: stdoutBytes.toString('utf8'),
    stdoutBytes,
    stderr: Buffer.concat(stderr).toString('utf8'),
    elapsedMs: performance.now() - startedAt,
  };
}

/** Starts the command line, for tests that stop it half-way. */
export function startCli(words: readonly string[], options: CliOptions = {}): ChildProcess {
  return spawn(process.execPath, [...(options.nodeWords ?? []), join(root, 'out/cli/index.js'), ...words], {
    cwd: options.cwd,
    env: { ...process.env, NO_COLOR: '1', ...options.environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

/** The lines of a `--json` run, parsed. */
export function jsonLines(result: CliResult): readonly unknown[] {
  return result.stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);
}

/** A lock older than a minute was left by a run that died. */
function taken(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    if (existsSync(lock) && Date.now() - statSync(lock).mtimeMs > 60_000) {
      rmSync(lock, { recursive: true, force: true });
    }
    return false;
  }
}
