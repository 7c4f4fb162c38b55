import type { JsonObject } from '../json.ts';
import type { ProofOutcome } from './proof-outcome.ts';

/** One proof after its check. `altered`: its signature does not hold; `undecided`: nobody can say here. */
export interface CheckedProof {
  /** Id of its check, such as `proof.eddsa-rdfc-2022`. */
  readonly id: string;
  readonly state: 'valid' | 'altered' | 'undecided';
  /** Who the proof says made it: a DID or a URL. */
  readonly signer: string;
  readonly outcome: ProofOutcome;
}

export interface ProofQuestion {
  readonly document: JsonObject;
  /** All proofs of the document. */
  readonly proofs: readonly JsonObject[];
  readonly proof: JsonObject;
  readonly issuerId: string | null;
  /** The proofs that led here by `previousProof`: a loop is no chain. */
  readonly chain: readonly JsonObject[];
  /** Proofs of this document that were checked before: each is checked once, however many name it. */
  readonly known: Map<JsonObject, CheckedProof>;
}
