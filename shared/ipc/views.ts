import type { TakenDocument } from '../badge/complete-badge.ts';
import type { Badge } from '../badge/model.ts';
import type { ErrorCode } from '../errors.ts';
import type { RecipientMatch, Report, Verdict } from '../verify/report.ts';

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
  readonly collections: readonly CollectionView[];
  readonly identities: readonly IdentityView[];
  readonly history: HistoryView;
  readonly problems: readonly Failure[];
  readonly readOnly: boolean;
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
  readonly tags: readonly string[];
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

export interface CollectionView {
  readonly id: string;
  readonly name: string;
  /** In the person's order. */
  readonly badgeIds: readonly string[];
}

export interface IdentityView {
  readonly address: string;
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
  readonly collections: readonly CollectionView[] | null;
  readonly identities: readonly IdentityView[] | null;
  readonly history: HistoryView;
}

export interface BadgeDetails {
  readonly card: BadgeCard;
  /** With what the issuer's captured documents add to its own words. */
  readonly badge: Badge;
  /** The documents that words of the badge were taken from: they are the issuer's site's word, not the file's. */
  readonly taken: readonly TakenDocument[];
  readonly report: Report | null;
  readonly headline: Headline | null;
  readonly fileName: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly container: string;
  /** The credential's exact text. */
  readonly rawText: string;
  readonly collectionIds: readonly string[];
}

/** The verdict with its word and its one plain sentence. */
export interface Headline {
  readonly verdict: Verdict;
  readonly sentence: string;
  readonly asOf: string;
}

export interface ImportProgress {
  readonly done: number;
  /** null while folders are still being counted. */
  readonly total: number | null;
  readonly imported: number;
  readonly finished: boolean;
}

export interface ImportSummary {
  readonly rows: readonly ImportRow[];
  readonly cancelled: boolean;
}

/** One file's row. `fileName` is the last part only: the page never sees a path. */
export interface ImportRow {
  readonly fileName: string;
  readonly outcome: 'imported' | 'already' | 'refused' | 'cancelled';
  readonly badgeIds: readonly string[];
  /** "“Welding 1” by Trade School": what was found, in one line. */
  readonly found: string;
  readonly notes: readonly string[];
  readonly failure: Failure | null;
}

export interface CheckProgress {
  readonly done: number;
  readonly total: number;
}

export interface ExportResult {
  /** File name only. */
  readonly savedAs: string;
  readonly badgeCount: number;
}

export interface Settings {
  readonly theme: 'system' | 'light' | 'dark';
  readonly view: 'grid' | 'list';
  readonly sort: 'name' | 'issuer' | 'issued' | 'added';
  readonly sortDescending: boolean;
  readonly cardSize: 'small' | 'medium' | 'large';
  readonly inspectorOpen: boolean;
  /** In pixels, within the limits of `limits.ts`; 360 to begin with. */
  readonly inspectorWidth: number;
  /** Single-letter keys (WCAG 2.1.4 lets people switch them off). */
  readonly singleKeys: boolean;
  /** Ask issuers at import; off until the person turns it on. */
  readonly checkOnImport: boolean;
}
