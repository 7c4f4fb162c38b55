import type { JsonObject } from '../json.ts';
import type { NoteCode } from './notes.ts';

/**
 * One badge of any version, normalised. Everything here is what the file *claims*: nothing in it was checked.
 * Texts are kept as found; `display-text.ts` makes them safe to show.
 */
export interface Badge {
  readonly version: BadgeVersion;
  readonly object: BadgeObject;
  readonly form: ProofForm;
  /** The badge's own id: `id`, `uid` or `jti`; null where it has none. */
  readonly credentialId: string | null;
  readonly name: string;
  readonly description: string | null;
  readonly achievementType: string | null;
  readonly criteria: Criteria;
  /** In display order, best first; the imported picture itself is not among them. */
  readonly images: readonly ImageRef[];
  readonly issuer: ProfileRef;
  /** Who defined the achievement, where it is not the issuer. */
  readonly creator: ProfileRef | null;
  readonly recipients: readonly Recipient[];
  /** As written in the badge; `dates.ts` reads every spelling of the versions. */
  readonly issuedOn: string | null;
  readonly validFrom: string | null;
  readonly expires: string | null;
  readonly evidence: readonly Evidence[];
  readonly alignments: readonly Alignment[];
  readonly tags: readonly string[];
  readonly results: readonly Result[];
  readonly endorsements: readonly JsonObject[];
  readonly status: readonly StatusPointer[];
  /** Where the issuer's site answers for a hosted badge (0.5 to 2.x). */
  readonly hostedUrl: string | null;
  readonly source: CredentialSource;
  /** What the reader noticed, by code (`read.second-payload`, …): shown, never a refusal. */
  readonly notes: readonly ReadingNote[];
}

/** `vc-*` is a verifiable credential that is no Open Badge; `unknown` a bare pointer that was not fetched. */
export type BadgeVersion =
  | '0.5'
  | '1.0'
  | '1.1'
  | '2.x'
  | '3.0'
  | 'clr-2.0'
  | 'vc-1.1'
  | 'vc-2.0'
  | 'unknown';

export type BadgeObject =
  | 'badge'
  | 'endorsement'
  | 'container'
  | 'status-list'
  | 'credential'
  | 'pointer'
  | 'part';

export type ProofForm = 'hosted' | 'jws' | 'vc-jwt' | 'data-integrity' | 'sd-jwt' | 'blockcerts' | 'none';

/** The exact text of the credential and what it parses to. */
export type CredentialSource =
  | { readonly kind: 'json'; readonly text: string; readonly document: JsonObject }
  | {
      readonly kind: 'jws';
      /** The compact serialisation, byte for byte. */
      readonly text: string;
      readonly header: JsonObject;
      /** The whole payload: claims and `vc`, or the credential or assertion itself. */
      readonly payload: JsonObject;
      /** The credential or assertion inside: `payload.vc` with its claims filled in, or the payload. */
      readonly document: JsonObject;
    }
  | {
      readonly kind: 'sd-jwt';
      readonly text: string;
      readonly header: JsonObject;
      readonly document: JsonObject;
    }
  | { readonly kind: 'url'; readonly text: string };

export interface Criteria {
  readonly url: string | null;
  readonly narrative: string | null;
}

export interface ImageRef {
  /** URL or data URI, as found. */
  readonly url: string;
  readonly caption: string | null;
}

export interface ProfileRef {
  readonly id: string | null;
  readonly name: string | null;
  readonly url: string | null;
  readonly email: string | null;
  readonly description: string | null;
  readonly image: string | null;
}

/** A recipient as the badge names it: plain (`value`) or hashed (`hash`). */
export interface Recipient {
  readonly type: string;
  readonly value: string | null;
  readonly hash: { readonly algorithm: 'md5' | 'sha1' | 'sha256' | 'sha512'; readonly hex: string } | null;
  readonly salt: string;
}

export interface Evidence {
  readonly url: string | null;
  readonly name: string | null;
  readonly description: string | null;
  readonly narrative: string | null;
}

export interface Alignment {
  readonly name: string;
  readonly url: string | null;
  readonly description: string | null;
  readonly framework: string | null;
  readonly code: string | null;
}

export interface Result {
  readonly name: string | null;
  readonly value: string | null;
  readonly status: string | null;
}

/** Where the badge says that its standing can be asked. */
export interface StatusPointer {
  readonly type: string;
  readonly url: string | null;
  /** The entry as found, for the check that understands the type. */
  readonly entry: JsonObject;
}

export interface ReadingNote {
  readonly code: NoteCode;
  readonly facts: Readonly<Record<string, string | number>>;
}
