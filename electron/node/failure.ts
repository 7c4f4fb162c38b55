import { CodedError, codeOf } from '../../shared/errors.ts';
import type { Failure } from '../../shared/ipc/views.ts';
import { wordsFor } from '../../shared/text/errors.ts';

/** Anything thrown, as a value with its words: never a path and never a stack. */
export function failureOf(error: unknown): Failure {
  const code = codeOf(error);
  return { code, ...wordsFor(code, error instanceof CodedError ? error.facts : {}) };
}
