import type { CheckCode } from '../text/checks.ts';
import type { PublicJwk } from './ports.ts';
import type { Fact } from './run.ts';

/** A key that may have made a signature, and what the world says about whose it is. */
export interface SigningKey {
  readonly key: PublicJwk;
  /** The verification method as the proof names it, or the header's `kid`; empty where nothing was named. */
  readonly method: string;
  /** The DID or the document that the key was taken from; null where the badge itself supplied it. */
  readonly owner: string | null;
  readonly origin:
    | 'did' // did:key or did:jwk: the owner is the key
    | 'document' // published by the owner's document
    | 'badge'; // in the badge itself: proves integrity, never whose it is
  /** Published for assertions, as the owner's document says; true where there are no such lists. */
  readonly forAssertions: boolean;
  /** The same for presenting what one holds. */
  readonly forAuthentication: boolean;
  readonly controller: string | null;
  readonly endsAt: string | null;
  /** Its document came over plain http: whoever was on the way could have put it there. */
  readonly isOverPlainHttp: boolean;
  readonly fact: Fact;
}

/** No key: why, and whether the badge or the world is the reason. */
export interface NoKey {
  readonly kind: 'none';
  readonly code: CheckCode;
  readonly facts: Readonly<Record<string, string>>;
  readonly fact: Fact;
  /** The DID or document that the badge names as the key's owner, where it could be told. */
  readonly owner: string | null;
  /** The named method can never lead to a key, online or not. */
  readonly isBroken: boolean;
}

export type KeyAnswer = { readonly kind: 'keys'; readonly keys: readonly SigningKey[] } | NoKey;
