import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Every system call by which a library could be changed. */
const writeCalls = [
  'write',
  'pwrite64',
  'writev',
  'pwritev',
  'fsync',
  'fdatasync',
  'rename',
  'renameat',
  'renameat2',
  'unlink',
  'unlinkat',
  'ftruncate',
  'mkdir',
  'mkdirat',
  'link',
  'linkat',
] as const;

/** Why nothing can be injected here; null: it can. */
export function straceMissing(): string | null {
  const found = spawnSync('strace', ['-o', '/dev/null', 'true'], { encoding: 'utf8' });
  if (found.error !== undefined) return 'strace is not installed (Debian package strace)';
  return found.status === 0 ? null : 'strace may not trace processes here';
}

export interface TracedRun {
  readonly status: number | null;
  readonly stdout: string;
}

/** What to do at the `at`-th of these calls of each thread: kill the process, or fail with an error. */
export interface Injection {
  readonly call: string;
  readonly at: number;
  readonly effect: 'kill' | 'ENOSPC' | 'EIO' | 'EROFS' | 'EMFILE';
}

export interface TraceOptions {
  /** null: only look. */
  readonly injection: Injection | null;
  /** Where each call is noted. */
  readonly log?: string;
  /** Only calls on exactly these files are meddled with. */
  readonly paths?: readonly string[];
}

/** Runs a script on Node under strace, which watches every call that writes and meddles with one of them. */
export async function runTraced(words: readonly string[], options: TraceOptions): Promise<TracedRun> {
  const { injection, log = '/dev/null', paths = [] } = options;
  const effect = injection?.effect === 'kill' ? 'signal=KILL' : `error=${injection?.effect}`;
  const inject = injection === null ? [] : ['-e', `inject=${injection.call}:${effect}:when=${injection.at}`];
  const trace = ['-f', '-qqq', '-o', log, '-e', `trace=${writeCalls.join(',')}`, '-e', 'signal=none'];
  const limited = paths.flatMap((path) => ['-P', path]);
  // One thread for files, so that the n-th call is the same one in every run.
  const env = { ...process.env, UV_THREADPOOL_SIZE: '1' };
  const child = spawn('strace', [...trace, ...inject, ...limited, process.execPath, ...words], { env });
  let stdout = '';
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString('utf8');
  });
  child.stderr.resume();
  child.stdin.end();
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code));
  });
  return { status, stdout };
}

/** How often each call was made, from the log of a run without injection. */
export function countCalls(log: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const line of readFileSync(log, 'utf8').split('\n')) {
    const call = /^\d+ +([a-z0-9]+)\(/.exec(line)?.[1];
    if (call !== undefined) counts.set(call, (counts.get(call) ?? 0) + 1);
  }
  return counts;
}
