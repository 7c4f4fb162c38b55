import type { TrustList } from '../../shared/verify/trust.ts';
import type { NamedDocuments } from '../node/network/document-map.ts';
import type { InputToCheck } from './check-input.ts';
import type { CheckedLine, Saying } from './checked-line.ts';

/** The first message to a thread of `check`, which then is ready. */
export interface CheckStart {
  readonly kind: 'start';
  readonly data: CheckThreadData | null;
}

/** What a thread checks by. */
export interface CheckThreadData {
  readonly named: NamedDocuments | null;
  readonly identities: readonly string[];
  readonly trust: TrustList | null;
  /** No clock that is right is before this; 0: the person gave the clock. In milliseconds since 1970. */
  readonly notBeforeMs: number;
  readonly saying: Saying;
  /** How many inputs are looked at at once: more than one only helps who waits for the network. */
  readonly atOnce: number;
}

/** Some inputs to check, one after another. */
export interface CheckJob {
  readonly kind: 'check';
  readonly id: number;
  readonly inputs: readonly InputToCheck[];
}

/** The value of a step: lines of the inputs from `first` on. */
export interface CheckStep {
  readonly first: number;
  readonly lines: readonly CheckedLine[];
}
