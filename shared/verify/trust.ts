/**
 * What a person brings to a check of their own: issuers that they know, and what registries say that they took in. None
 * of it is part of the cryptographic verdict: it can vouch for a key, or raise an alarm about one, and nothing else.
 */
export interface TrustList {
  readonly issuers: readonly TrustedIssuer[];
  /** Entries of registries; only those of the issuers in question need to be here. */
  readonly listings?: readonly RegistryListing[];
}

/** An issuer that the person knows: pins its id, and its keys where they are listed. */
export interface TrustedIssuer {
  readonly id: string;
  readonly name: string;
  /** Multibase multikeys or JWKs as JSON text; empty: any key of this id. */
  readonly keys: readonly string[];
  /** Since when the person knows it so: RFC 3339, UTC. */
  readonly since?: string;
}

/** One entry of a registry (standards 4.5). */
export interface RegistryListing {
  /** The issuer's id, exactly as badges name it. */
  readonly issuer: string;
  /** What the registry calls the issuer. */
  readonly name: string;
  readonly registry: string;
  /** When the registry said so: RFC 3339, UTC. */
  readonly asOf: string;
  /** `live`: asked just now. */
  readonly source: 'live' | 'captured';
  /** When it stops counting by its own word: RFC 3339, UTC; null: it names no end. */
  readonly until: string | null;
}
