import type { FoundBadge, Reading } from '../../shared/badge/reading.ts';
import { CodedError, type ErrorCode } from '../../shared/errors.ts';
import type { Report } from '../../shared/verify/report.ts';

/** What became of one input. `cause` is what was thrown: for the person who looks for a bug, never for the output. */
export type Checked = (WasRead & { readonly badges: readonly CheckedBadge[] }) | Refused;

export interface WasRead {
  readonly kind: 'read';
  readonly sha256: string;
  readonly reading: Reading;
}

export interface Refused {
  readonly kind: 'refused';
  readonly sha256: string | null;
  readonly code: ErrorCode;
  readonly facts: CodedError['facts'];
  readonly cause: unknown;
}

export interface CheckedBadge {
  readonly found: FoundBadge;
  readonly report: Report;
}

/** What is told of an input that could not be read or checked. */
export function refused(sha256: string | null, cause: unknown): Refused {
  const { code, facts } = cause instanceof CodedError ? cause : new CodedError('internal/bug');
  return { kind: 'refused', sha256, code, facts, cause };
}
