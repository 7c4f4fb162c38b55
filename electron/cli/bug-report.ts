import { CodedError } from '../../shared/errors.ts';

/** The trace of a bug, for a report to the developers: names of our functions only, never text of a badge or a message. */
export function traceOf(error: unknown): string {
  const cause = error instanceof CodedError && error.cause !== undefined ? error.cause : error;
  const lines = cause instanceof Error ? (cause.stack ?? '').split('\n') : [];
  const frames = lines.filter((line) => /^\s+at /.test(line)).slice(0, 12);
  return frames.length === 0 ? '' : `${frames.join('\n')}\n`;
}
