/** An issuer that the person knows. */
export interface KnownIssuerView {
  readonly id: string;
  /** As the person calls them; empty: no name. */
  readonly name: string;
  readonly note: string;
  /** RFC 3339: since when they are known with just these keys. */
  readonly addedAt: string;
  /** Fingerprints of the pinned keys, for people to compare; none: known by the id alone. */
  readonly fingerprints: readonly string[];
  readonly badgeCount: number;
}

/** A registry of issuers that the person took in. */
export interface RegistryView {
  readonly id: string;
  readonly name: string;
  readonly format: 'dcc-legacy' | 'openid-federation';
  /** RFC 3339. */
  readonly asOf: string;
  /** How many issuers it listed when it was taken in. */
  readonly entries: number;
  /** Where it can be asked about issuers; null: nowhere. */
  readonly host: string | null;
  /** The pinned keys of its trust anchor; empty for a format without signatures. */
  readonly fingerprints: readonly string[];
}

/** Documents of issuers that somebody else captured, and that the person took in. */
export interface TrustPackView {
  readonly id: string;
  /** As its maker calls it. */
  readonly name: string;
  /** Of its maker's key. */
  readonly fingerprint: string;
  readonly documents: number;
  /** Where they came from, as its maker says. */
  readonly hosts: readonly string[];
  /** RFC 3339: when it was made, and the dates of its oldest and newest document. */
  readonly madeAt: string;
  readonly oldest: string;
  readonly newest: string;
}

/** An issuer whom a trust pack can be about. */
export interface PackIssuerView {
  readonly id: string;
  /** As a badge gives it; empty: none does. */
  readonly name: string;
  /** Badges of theirs that are here. */
  readonly badges: number;
  /** How many documents of theirs were captured here; 0: nothing can be said. */
  readonly documents: number;
  /** RFC 3339: when the newest of them was captured; null: there are none. */
  readonly newest: string | null;
}

/** What a trust pack would add, for the person to agree to. */
export interface TrustPackPreview extends Omit<TrustPackView, 'id'> {
  /** Documents that are newer than what is here of the same address, or of which nothing is here. */
  readonly fresher: number;
  /**
   * Whether packs of this maker are here: none, one that this brings up to date or another; or one of the same name by
   * another maker.
   */
  readonly maker: 'new' | 'renews' | 'known' | 'other-of-this-name';
}

/** What a file of issuers would add, for the person to agree to. */
export interface IssuerListPreview {
  readonly kind: 'issuers' | 'registry';
  /** Of a registry; else empty. */
  readonly name: string;
  /** Issuers that it adds or lists. */
  readonly count: number;
  /** The first few names. */
  readonly names: readonly string[];
  /** Issuers that are known already, and stay as they are. */
  readonly alreadyKnown: number;
  /** Entries that were not understood, or not believed. */
  readonly skipped: number;
  /** RFC 3339; of a registry. */
  readonly asOf: string | null;
  /** Whose signatures a federation's statements carry: its keys would be pinned. */
  readonly anchor: { readonly id: string; readonly fingerprints: readonly string[] } | null;
  /** The registry is here already, and is brought up to date. */
  readonly renews: boolean;
}
