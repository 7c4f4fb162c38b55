import type { TakenDocument } from '../badge/complete-badge.ts';
import type { IdentityKind } from '../badge/identity-kind.ts';
import type { Badge } from '../badge/model.ts';
import type { ErrorCode } from '../errors.ts';
import type { SavedSearch } from '../library/search-schema.ts';
import type { ExportReceipt } from '../portfolio/export-receipt.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';
import type { RecipientMatch, Report, Verdict } from '../verify/report.ts';
import type { KnownIssuerView, RegistryView, TrustPackView } from './trust-views.ts';

/** A coded failure with its words from the catalogue. */
export interface Failure {
  readonly code: ErrorCode;
  readonly message: string;
  readonly next: string;
}

/** All that the window shows of the library, but for the details of a badge. */
export interface LibraryView {
  readonly libraryId: string;
  readonly badges: readonly BadgeCard[];
  /** Removed badges that can be restored, the last removed first. */
  readonly bin: readonly BinCard[];
  readonly collections: readonly CollectionView[];
  readonly identities: readonly IdentityView[];
  /** Whom the person knows, oldest first. */
  readonly knownIssuers: readonly KnownIssuerView[];
  readonly registries: readonly RegistryView[];
  readonly packs: readonly TrustPackView[];
  /** The last saved one first. */
  readonly portfolios: readonly PortfolioView[];
  /** What left, the newest first. */
  readonly receipts: readonly ReceiptView[];
  readonly history: HistoryView;
  readonly problems: readonly Failure[];
  readonly readOnly: boolean;
}

/** A portfolio that is kept. */
export interface PortfolioView {
  readonly id: string;
  readonly portfolio: Portfolio;
  /** RFC 3339, UTC. */
  readonly savedAt: string;
}

/** What was exported, when and for whom. */
export interface ReceiptView extends ExportReceipt {
  readonly id: string;
}

export interface BadgeCard {
  /** SHA-256 of the original, and `.n` for the n-th badge of a file that holds several. */
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly issuerName: string;
  /** Host or DID of the issuer, for telling two issuers of one name apart. */
  readonly issuerId: string;
  readonly version: Badge['version'];
  /** RFC 3339 or null. */
  readonly issuedOn: string | null;
  readonly expires: string | null;
  readonly addedAt: string;
  /** The person's own tags, by name. */
  readonly tags: readonly string[];
  /** What the badge says it shows: the names of its alignments, then the issuer's keywords. */
  readonly skills: readonly string[];
  readonly hasNote: boolean;
  /** The person's note, which the search looks into; empty: none. */
  readonly noteText: string;
  /** How much evidence the person added to it. */
  readonly evidenceCount: number;
  /** `badge-img://…`, or null: show the placeholder. */
  readonly imageUrl: string | null;
  /** null: not checked yet (`Checking…`). */
  readonly verdict: Verdict | null;
  /** When the verdict's oldest fact was established. */
  readonly verdictAsOf: string | null;
  readonly recipient: RecipientMatch;
  /** Another badge here with the same issuer and id. */
  readonly sameAs: string | null;
}

/** A badge in the bin. Its picture can be shown; its details cannot. */
export interface BinCard extends BadgeCard {
  /** RFC 3339, UTC. */
  readonly removedAt: string;
  /** Whole days until it may be deleted for good; 0: at the next occasion. */
  readonly daysLeft: number;
}

/** Collections come parents first, else in the order in which they were made. */
export interface CollectionView {
  readonly id: string;
  readonly name: string;
  /** The collection that it is in; null: none. Never leads back to itself. */
  readonly parentId: string | null;
  /** Of a smart collection: what it finds. null: the person puts badges in. */
  readonly search: SavedSearch | null;
  /** In the person's order; of a smart collection what it finds now, in the order of addition. */
  readonly badgeIds: readonly string[];
}

export interface IdentityView {
  readonly address: string;
  readonly kind: IdentityKind;
  readonly label: string;
  readonly badgeCount: number;
}

/** Labels of what undo and redo would do ("Delete collection “Work”"); null: nothing. */
export interface HistoryView {
  readonly undo: string | null;
  readonly redo: string | null;
}

/** What changed since the last view: whole new cards by id, ids that went, the rest whole. */
export interface LibraryChange {
  readonly upserted: readonly BadgeCard[];
  readonly removed: readonly string[];
  readonly bin: readonly BinCard[] | null;
  readonly collections: readonly CollectionView[] | null;
  readonly identities: readonly IdentityView[] | null;
  readonly knownIssuers: readonly KnownIssuerView[] | null;
  readonly registries: readonly RegistryView[] | null;
  readonly packs: readonly TrustPackView[] | null;
  readonly portfolios: readonly PortfolioView[] | null;
  readonly receipts: readonly ReceiptView[] | null;
  /** All that there are now; null: as before. */
  readonly problems: readonly Failure[] | null;
  readonly history: HistoryView;
}

/** A badge by its name, for a link to it. */
export interface BadgeName {
  readonly id: string;
  readonly name: string;
}

export interface BadgeDetails {
  readonly card: BadgeCard;
  /** With what the issuer's captured documents add to its own words. */
  readonly badge: Badge;
  /** The documents that words of the badge were taken from: they are the issuer's site's word, not the file's. */
  readonly taken: readonly TakenDocument[];
  /** What changed since earlier checks, one sentence each. */
  readonly changes: readonly string[];
  /** Others of the same file: the wrapper around this one, those inside it, how many there are in all. */
  readonly partOf: BadgeName | null;
  readonly holds: readonly BadgeName[];
  readonly inFile: number;
  /** Another badge here has the same issuer and id, and says something else. */
  readonly contradictsTwin: boolean;
  readonly report: Report | null;
  readonly headline: Headline | null;
  readonly fileName: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly container: string;
  /** The credential's exact text. */
  readonly rawText: string;
  readonly collectionIds: readonly string[];
  /** The person's own note; empty: none. */
  readonly note: string;
  /** The person's own evidence, oldest first; the badge's own is in `badge`. */
  readonly evidence: readonly OwnEvidence[];
  /** The issuer as the check saw them, for adding them to the known ones; null: nothing to know them by. */
  readonly issuerSeen: IssuerSeenView | null;
}

/** Evidence that the person added to a badge. It is theirs, never the issuer's word. */
export type OwnEvidence = {
  readonly id: string;
  readonly title: string;
  /** RFC 3339, UTC. */
  readonly addedAt: string;
} & (
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly url: string }
  | {
      readonly kind: 'file';
      readonly fileName: string;
      readonly mediaType: string;
      readonly sizeBytes: number;
      readonly sha256: string;
    }
);

/** One line of a badge's history. */
export interface BadgeHistoryEntry {
  /** RFC 3339, UTC. */
  readonly at: string;
  readonly kind: 'came' | 'went' | 'checked' | 'learned' | 'changed';
  readonly text: string;
}

export interface IssuerSeenView {
  readonly id: string;
  /** Fingerprint of the key that signed; null: the issuer's site answers for the badge. */
  readonly fingerprint: string | null;
  readonly standing: 'unknown' | 'known' | 'known-by-other-key';
}

/** The verdict with its word and its one plain sentence. */
export interface Headline {
  readonly verdict: Verdict;
  readonly sentence: string;
  readonly asOf: string;
}

export interface CheckProgress {
  readonly done: number;
  readonly total: number;
}

export interface Settings {
  readonly theme: 'system' | 'light' | 'dark';
  readonly view: 'grid' | 'list' | 'timeline';
  readonly sort: 'name' | 'issuer' | 'issued' | 'added';
  /** Of collections that badges are put into by hand; `own`: the order that the person made. */
  readonly collectionSort: 'own' | 'name' | 'issuer' | 'issued' | 'added';
  readonly sortDescending: boolean;
  readonly groupBy: 'none' | 'issuer' | 'year';
  readonly cardSize: 'small' | 'medium' | 'large';
  readonly inspectorOpen: boolean;
  /** In pixels, within the limits of `limits.ts`; 360 to begin with. */
  readonly inspectorWidth: number;
  /** Single-letter keys (WCAG 2.1.4 lets people switch them off). */
  readonly singleKeys: boolean;
  /** Ask issuers at import; off until the person turns it on. */
  readonly checkOnImport: boolean;
  /** Nothing of the app asks the network, whatever else is chosen. */
  readonly stayOffline: boolean;
  /** Ask issuers about badges again by itself, at most weekly; off until the person turns it on. */
  readonly recheckRegularly: boolean;
  /** Let the system tell too that badges end soon. */
  readonly notifyOfEnds: boolean;
}
