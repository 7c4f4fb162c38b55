import type { ErrorCode } from '../../errors.ts';
import { shellWords } from '../shell.ts';
import type { ErrorWords } from './error-words.ts';

const report = 'This is our mistake: please report it. Your badges are safe.';

/** Mistakes of whoever gives commands, and our own. */
export const programErrors = {
  'ipc/bad-payload': { message: 'The window asked for something that does not exist.', next: report },
  'ipc/bad-sender': {
    message: 'A page that is not ours asked for something, and was refused.',
    next: report,
  },
  'program/not-started': shellWords.notStarted,
  'usage/bad-arguments': {
    message: 'The command was not understood[: {reason}].',
    next: 'Run it with --help to see what it takes.',
  },
  'internal/bug': { message: 'Something went wrong inside the program.', next: report },
} as const satisfies Partial<Readonly<Record<ErrorCode, ErrorWords>>>;
