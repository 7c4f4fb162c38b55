import type { Worker } from 'node:worker_threads';

/** Where a command reads and writes: the process's own streams, or a test's. */
export interface Io {
  /** Writes to standard output; resolves once the text is handed to the system. */
  out(chunk: string | Uint8Array): Promise<void>;
  /** Writes to standard error. */
  err(text: string): void;
  /** All of standard input, up to one byte more than `maxBytes`. */
  readStdin(maxBytes: number): Promise<Uint8Array>;
  readonly outIsTerminal: boolean;
  readonly errIsTerminal: boolean;
  /** Width of the terminal in columns; null where output is no terminal. */
  readonly columns: number | null;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Aborted when the person interrupts, or when the reader of our output went away. */
  readonly signal: AbortSignal;
  /** Starts a thread that reads and verifies. */
  startThread(): Worker;
  /** The clock, in milliseconds since 1970. */
  now(): number;
}
