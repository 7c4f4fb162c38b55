import { CodedError } from '../../shared/errors.ts';

/** @throws CodedError input/cancelled where somebody stopped the work */
export function stopWhenCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new CodedError('input/cancelled');
}
