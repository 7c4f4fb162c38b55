import type { ReportChange } from './report-change.ts';

/**
 * What can be said about one badge: dated facts. The headline verdict is computed from them on display (`verdict.ts`),
 * so that a better rule also improves old reports.
 */
export interface Report {
  /** Format of this record. */
  readonly format: 1;
  /** Engine and version that made it, such as `badge-backpack/0.1.0`. */
  readonly engine: string;
  /** RFC 3339, UTC. */
  readonly checkedAt: string;
  readonly mode: 'online' | 'offline';
  readonly integrity: Axis<Integrity>;
  readonly issuerBinding: Axis<IssuerBinding>;
  readonly standing: Axis<Standing>;
  readonly conformance: Axis<Conformance>;
  readonly recipient: Axis<RecipientMatch>;
  /** JSON pointers of what the proof does not cover. */
  readonly unsignedPaths: readonly string[];
  /** The dates that the badge itself states, normalised to RFC 3339 UTC; standing is computed again from them. */
  readonly validity: { readonly from: string | null; readonly until: string | null };
  readonly checks: readonly Check[];
  readonly endorsements: readonly Report[];
  /** Of an endorsement: who endorses, and in what words, as found. */
  readonly about?: EndorsementWords;
  /** What changed since the check before. */
  readonly changes?: readonly ReportChange[];
}

/** Who endorses, and in what words: texts of the endorsement as found, cut to their limits. */
export interface EndorsementWords {
  readonly issuerName: string;
  readonly issuerId: string;
  readonly comment: string;
}

export type Outcome = 'pass' | 'warn' | 'fail' | 'unknown' | 'not-applicable';

/** `live`: asked just now; `captured`: a document of an earlier date; `local`: needs nothing but the badge and the clock. */
export type Source = 'live' | 'captured' | 'local';

export interface Axis<Value extends string> {
  readonly value: Value;
  /** When the fact was established: RFC 3339, UTC. */
  readonly asOf: string;
  readonly source: Source;
  /** Until when its source says that it holds, where that is longer than a day: RFC 3339, UTC. */
  readonly freshUntil?: string;
  /** When it ceases to count, by its source's own word, such as a registry's listing: RFC 3339, UTC. */
  readonly endsAt?: string;
}

export type Integrity = 'intact' | 'partial' | 'altered' | 'unsupported' | 'unsigned';
export type IssuerBinding = 'confirmed' | 'self-asserted' | 'unconfirmed' | 'mismatch';
export type Standing = 'current' | 'expired' | 'not-yet-valid' | 'revoked' | 'suspended' | 'unknown';
export type Conformance = 'conformant' | 'deviates' | 'malformed';
export type RecipientMatch = 'yours' | 'not-yours' | 'not-checked';

/** One check, as one sentence. Ids and codes are stable; the message is for people. */
export interface Check {
  /** Such as `proof.eddsa-rdfc-2022`, `issuer.key-binding`, `dates.expiry`, `status.bitstring`. */
  readonly id: string;
  readonly outcome: Outcome;
  /** Why, by code; null where the outcome says it all. */
  readonly code: string | null;
  readonly asOf: string;
  readonly source: Source;
  readonly message: string;
  /** Technical facts, folded away on display. */
  readonly detail?: Readonly<Record<string, string>>;
}

/** The headline, worst first. */
export type Verdict =
  | 'altered'
  | 'issuer-mismatch'
  | 'revoked'
  | 'malformed'
  | 'expired'
  | 'not-yet-valid'
  | 'suspended'
  | 'unconfirmed'
  | 'partial'
  | 'unchecked'
  | 'unsigned'
  | 'verified-earlier'
  | 'verified';
