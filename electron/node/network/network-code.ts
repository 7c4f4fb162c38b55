import { CodedError, type ErrorCode } from '../../../shared/errors.ts';
import { systemCode } from '../store-error.ts';

/** What an error of the network client comes to, by its code or that of what caused it; never by its message. */
export function networkCode(error: unknown): ErrorCode {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof CodedError) return cause.code;
    const code = systemCode(cause) ?? '';
    if (cause.name === 'TimeoutError' || code.endsWith('_TIMEOUT') || code === 'ETIMEDOUT')
      return 'network/timeout';
    if (offlineCodes.has(code)) return 'network/offline';
    if (cause instanceof AggregateError) return networkCode(cause.errors[0]);
  }
  return 'network/unreachable';
}

const offlineCodes: ReadonlySet<string> = new Set(['EAI_AGAIN', 'ENETUNREACH', 'ENETDOWN', 'EHOSTUNREACH']);
