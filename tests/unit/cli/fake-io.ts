import type { Io } from '../../../electron/cli/io.ts';

export interface FakeIo extends Io {
  outText(): string;
  errText(): string;
}

/** Streams in memory, a clock that stands still, and no terminal unless asked for. */
export function fakeIo(more: Partial<Io> = {}): FakeIo {
  const out: Uint8Array[] = [];
  let err = '';
  return {
    out: async (chunk) => {
      out.push(typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk);
    },
    err: (text) => {
      err += text;
    },
    readStdin: async () => new Uint8Array(),
    outIsTerminal: false,
    errIsTerminal: false,
    columns: null,
    environment: {},
    signal: new AbortController().signal,
    startThread: () => {
      throw new Error('no threads here');
    },
    now: () => Date.UTC(2026, 10, 22),
    ...more,
    outText: () => new TextDecoder().decode(Buffer.concat(out)),
    errText: () => err,
  };
}
