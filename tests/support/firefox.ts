import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { WebSocket } from 'undici';

/** A Firefox of the system without a window, driven by WebDriver BiDi (W3C). */
export interface Firefox {
  readonly version: string;
  /** Opens an address in a new tab and waits until it is loaded. */
  open(url: string): Promise<FirefoxPage>;
  close(): Promise<void>;
}

export interface FirefoxPage {
  /** The value of an expression, as JSON; a promise is waited for. */
  evaluate<Value>(expression: string): Promise<Value>;
  /** What it asked for besides itself, and what it said on its console. */
  readonly noises: readonly string[];
}

type Json = Readonly<Record<string, unknown>>;

export async function launchFirefox(executable: string): Promise<Firefox> {
  const profile = await mkdtemp(path.join(tmpdir(), 'firefox-'));
  await writeFile(path.join(profile, 'user.js'), quietPreferences);
  const words = [
    '--headless',
    '--no-remote',
    '--profile',
    profile,
    '--remote-debugging-port',
    '0',
    'about:blank',
  ];
  const process = spawn(executable, words, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: quietEnvironment(profile),
  });
  try {
    const session = await connect(await addressOf(process));
    const { capabilities } = await session.send('session.new', { capabilities: {} });
    await session.send('session.subscribe', { events: ['log.entryAdded', 'network.beforeRequestSent'] });
    return {
      version: String((capabilities as Json).browserVersion),
      open: (url) => openPage(session, url),
      close: async () => {
        session.close();
        await stop(process);
        await rm(profile, { recursive: true, force: true, maxRetries: 5 });
      },
    };
  } catch (error) {
    await stop(process);
    throw error;
  }
}

/** Nothing of its own goes to the network, and no page of its own opens. */
const quietPreferences = [
  ['app.update.enabled', false],
  ['browser.shell.checkDefaultBrowser', false],
  ['browser.startup.homepage_override.mstone', 'ignore'],
  ['datareporting.policy.dataSubmissionEnabled', false],
  ['network.captive-portal-service.enabled', false],
  ['network.connectivity-service.enabled', false],
  ['network.dns.disabled', true],
  ['services.settings.server', 'data:,'],
  ['toolkit.telemetry.reportingpolicy.firstRun', false],
]
  .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
  .join('');

function quietEnvironment(profile: string): NodeJS.ProcessEnv {
  const { DISPLAY: _, ...environment } = process.env;
  return { ...environment, HOME: profile, MOZ_HEADLESS: '1', MOZ_CRASHREPORTER_DISABLE: '1' };
}

async function addressOf(process: ChildProcess): Promise<string> {
  return await new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error(`Firefox did not start: ${said}`)), 30_000);
    process.stderr?.on('data', (data) => {
      said += data;
      const address = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(said)?.[1];
      if (address === undefined) return;
      clearTimeout(timer);
      resolve(`${address}/session`);
    });
    process.once('exit', () => reject(new Error(`Firefox ended: ${said}`)));
  });
}

interface Session {
  send(method: string, params: Json): Promise<Json>;
  on(listener: (method: string, params: Json) => void): void;
  close(): void;
}

async function connect(address: string): Promise<Session> {
  const socket = new WebSocket(address);
  const waiting = new Map<number, { resolve: (value: Json) => void; reject: (error: Error) => void }>();
  const listeners: ((method: string, params: Json) => void)[] = [];
  let last = 0;
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as Json;
    const one = waiting.get(Number(message.id));
    if (message.type === 'event') {
      for (const listener of listeners) listener(String(message.method), message.params as Json);
    } else if (message.type === 'success') one?.resolve(message.result as Json);
    else one?.reject(new Error(String(message.message)));
  });
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve());
    socket.addEventListener('error', () => reject(new Error('no connection to Firefox')));
  });
  return {
    send: (method, params) =>
      new Promise((resolve, reject) => {
        last += 1;
        waiting.set(last, { resolve, reject });
        socket.send(JSON.stringify({ id: last, method, params }));
      }),
    on: (listener) => listeners.push(listener),
    close: () => socket.close(),
  };
}

async function openPage(session: Session, url: string): Promise<FirefoxPage> {
  const noises: string[] = [];
  const { context } = await session.send('browsingContext.create', { type: 'tab' });
  session.on((method, params) => {
    const source = (params.source as Json | undefined)?.context ?? params.context;
    if (source !== context) return;
    if (method === 'log.entryAdded') noises.push(`${params.level} ${params.text}`);
    const asked = String((params.request as Json | undefined)?.url ?? '');
    const isOwn =
      asked === url || asked.startsWith('data:') || asked.startsWith('blob:') || asked === 'about:blank';
    if (method === 'network.beforeRequestSent' && !isOwn) noises.push(`request ${asked}`);
  });
  await session.send('browsingContext.navigate', { context, url, wait: 'complete' });
  return {
    noises,
    evaluate: async <Value>(expression: string) => {
      const answer = await session.send('script.evaluate', {
        expression: `Promise.resolve(${expression}).then((value) => JSON.stringify(value) ?? 'null')`,
        target: { context },
        awaitPromise: true,
      });
      const result = answer.result as Json | undefined;
      if (answer.type !== 'success') throw new Error(JSON.stringify(answer.exceptionDetails));
      // The page is ours, and answers what it was asked for.
      return JSON.parse(String(result?.value)) as Value;
    },
  };
}

async function stop(process: ChildProcess): Promise<void> {
  if (process.exitCode !== null || process.signalCode !== null) return;
  const ended = new Promise((resolve) => process.once('exit', resolve));
  process.kill('SIGTERM');
  const timer = setTimeout(() => process.kill('SIGKILL'), 5_000);
  await ended;
  clearTimeout(timer);
}
