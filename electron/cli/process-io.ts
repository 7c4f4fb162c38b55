import type { Worker } from 'node:worker_threads';
import { concatBytes } from '../../shared/bytes.ts';
import { CodedError, type ErrorCode } from '../../shared/errors.ts';
import type { Io } from './io.ts';

/** The streams of this process, and what stops them. */
export interface ProcessIo extends Io {
  /** Why the signal was aborted; null while it was not. */
  readonly stopped: () => 'interrupted' | 'broken-pipe' | null;
  dispose(): void;
  /** Resolves when all that was written is with the system, or nobody takes it any more. */
  settled(): Promise<void>;
}

/**
 * Connects a command to this process. The first interrupt asks the command to stop at a good place, the second ends
 * the process at once. A reader that goes away (`check | head`) is an ordinary end, never an error message.
 */
export function processIo(startThread: () => Worker): ProcessIo {
  const controller = new AbortController();
  let stopped: 'interrupted' | 'broken-pipe' | null = null;
  const stop = (reason: 'interrupted' | 'broken-pipe') => {
    stopped ??= reason;
    controller.abort(new CodedError('input/cancelled'));
  };
  const onSignal = () => {
    if (stopped !== null) process.exit(130);
    stop('interrupted');
  };
  // Whatever else goes wrong with a stream, the write that met it rejects.
  const onStreamError = (error: NodeJS.ErrnoException) => {
    if (isBrokenPipe(error)) stop('broken-pipe');
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  process.stdout.on('error', onStreamError);
  process.stderr.on('error', onStreamError);
  return {
    out: (chunk) => write(chunk, stop),
    err: (text) => {
      if (stopped !== 'broken-pipe') process.stderr.write(text);
    },
    readStdin: (maxBytes) => readAll(process.stdin, maxBytes, controller.signal),
    outIsTerminal: process.stdout.isTTY === true,
    errIsTerminal: process.stderr.isTTY === true,
    columns: process.stdout.isTTY === true ? process.stdout.columns : null,
    environment: process.env,
    signal: controller.signal,
    startThread,
    now: () => Date.now(),
    stopped: () => stopped,
    dispose() {
      process.off('SIGINT', onSignal);
      process.off('SIGTERM', onSignal);
    },
    async settled() {
      await Promise.all([process.stdout, process.stderr].map(drained));
    },
  };
}

/** Resolves when the system took the chunk, so that a line that was awaited is a line that was said. */
function write(chunk: string | Uint8Array, stop: (reason: 'broken-pipe') => void): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(chunk, (error: NodeJS.ErrnoException | null | undefined) => {
      if (!error) return resolve();
      if (!isBrokenPipe(error)) return reject(new CodedError(codeOfWrite(error), {}, { cause: error }));
      stop('broken-pipe');
      resolve();
    });
  });
}

function drained(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    if (stream.destroyed) resolve();
    else stream.write('', () => resolve());
  });
}

function isBrokenPipe({ code }: NodeJS.ErrnoException): boolean {
  return code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED';
}

function codeOfWrite({ code }: NodeJS.ErrnoException): ErrorCode {
  return code === 'ENOSPC' || code === 'EDQUOT' ? 'store/disk-full' : 'store/io';
}

/** `input/cancelled` when it is aborted: whoever writes to the pipe, or sits at the terminal, may never come to an end. */
async function readAll(
  stream: NodeJS.ReadStream,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const abandon = (): void => void stream.destroy(new CodedError('input/cancelled'));
  signal.addEventListener('abort', abandon, { once: true });
  try {
    signal.throwIfAborted();
    return await readUpTo(stream, maxBytes);
  } finally {
    signal.removeEventListener('abort', abandon);
  }
}

async function readUpTo(stream: NodeJS.ReadStream, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : new Uint8Array(chunk);
    chunks.push(bytes);
    length += bytes.length;
    if (length > maxBytes) break;
  }
  return concatBytes(chunks);
}
