import { CodedError } from '../../shared/errors.ts';

/**
 * The trace of a bug, for a report to the developers: names of our functions and files, never a message (it may hold text
 * of a badge) and never a folder of this computer.
 */
export function traceOf(error: unknown): string {
  const cause = error instanceof CodedError && error.cause !== undefined ? error.cause : error;
  const lines = cause instanceof Error ? (cause.stack ?? '').split('\n') : [];
  const frames = lines
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map(withoutFolders);
  return frames.length === 0 ? '' : `${frames.join('\n')}\n`;
}

/** A place is everything in brackets, or everything after `at`: names of folders may hold spaces. */
function withoutFolders(line: string): string {
  return line.includes('(')
    ? line.replace(/\(.*[\\/]/, '(')
    : line.replace(/^(\s+at (?:async )?).*[\\/]/, '$1');
}
