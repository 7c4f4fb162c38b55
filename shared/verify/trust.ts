/** Issuers that the person knows: pins an issuer's id, and its keys where they are listed. */
export interface TrustList {
  readonly issuers: readonly TrustedIssuer[];
}

export interface TrustedIssuer {
  readonly id: string;
  readonly name: string;
  /** Multibase multikeys or JWKs as JSON text; empty: any key of this id. */
  readonly keys: readonly string[];
}
