import type { JsonObject } from '../../json.ts';
import type { CheckCode } from '../../text/checks.ts';
import type { CryptoPort, PublicJwk, SignatureAlgorithm } from '../ports.ts';
import type { WorkLeft } from '../work-left.ts';

/** A way to make, carry and sign the bytes of an embedded proof (standards 3.4). */
export interface Suite {
  readonly name: string;
  /** True: the proof's `type` names it; false: a `DataIntegrityProof` does by its `cryptosuite`. */
  readonly isOwnType: boolean;
  /** How documents become bytes: `rdfc` depends on vocabularies, `jcs` on the JSON alone. */
  readonly canonicalization: 'rdfc' | 'jcs';
  /** The member of the proof that holds the signature. */
  readonly carrier: 'proofValue' | 'jws';
  /** A vocabulary that knows the words of the proof, for documents whose own vocabularies do not. */
  readonly ownContext: string | null;
  /** The holder chooses which of the signed parts are shown: what is not there may have been signed all the same. */
  readonly isSelective?: true;
  /** Why a proof of this suite is none that may be judged, whatever its key; null or left out: it is. */
  refusal?(proof: JsonObject): CheckCode | null;
  /** Reads the signature of a proof for this key. What is wrong with either is an answer, never an error. */
  seal(proof: JsonObject, key: PublicJwk): Promise<Seal>;
}

/** What a proof carries: statements that can be checked, or why there are none. */
export type Seal =
  | { readonly kind: 'seal'; statements(question: SealedQuestion): Promise<Statements> }
  | NoSeal;

export interface NoSeal {
  readonly kind: 'no-seal';
  readonly code: CheckCode;
  readonly what: string;
}

/** What the statements are about. */
export interface SealedQuestion {
  readonly document: JsonObject;
  readonly proof: JsonObject;
  /** Complete proofs that a chain puts back into the document (standards 3.6). */
  readonly previous: readonly JsonObject[];
  readonly crypto: CryptoPort;
  /** In safe mode nothing of the document may be dropped. */
  readonly safe: boolean;
  /** Which of the texts known for each vocabulary. */
  readonly variant: number;
  readonly signal: AbortSignal | undefined;
  /** What canonical forms may still cost. */
  readonly work: WorkLeft | undefined;
}

/** Signatures that must all hold, with what of the document they leave out (JSON pointers). */
export type Statements =
  | {
      readonly kind: 'statements';
      /** All of any one of these: makers of proofs differ in the order of what they sign. */
      readonly ways: readonly (readonly Statement[])[];
      /** False where a way could not be made within its bounds. */
      readonly isComplete: boolean;
      readonly unsignedPaths: readonly string[];
    }
  /** Safe mode refused: some of the document would be dropped. */
  | { readonly kind: 'lossy' }
  | { readonly kind: 'failed'; readonly code: CheckCode; readonly what: string }
  /** What the proof carries does not fit this document. */
  | { readonly kind: 'unfit' };

export interface Statement {
  readonly algorithm: SignatureAlgorithm;
  readonly key: PublicJwk;
  readonly signature: Uint8Array;
  /** What was signed: any one of these, where makers of proofs disagree about its words. */
  readonly data: readonly Uint8Array[];
}

/** A signature that cannot be read, or a key of another kind than the suite's: such a proof can never hold. */
export function noSeal(code: CheckCode, what = ''): NoSeal {
  return { kind: 'no-seal', code, what };
}
