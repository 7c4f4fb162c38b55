import type { ImportProgress, ImportRow } from '../../../shared/ipc/import-views.ts';
import type { IssuerListPreview, PackIssuerView, TrustPackPreview } from '../../../shared/ipc/trust-views.ts';
import type {
  BadgeDetails,
  BadgeHistoryEntry,
  CheckProgress,
  Failure,
  LibraryChange,
  LibraryView,
} from '../../../shared/ipc/views.ts';
import type { EditRequest, EditResult } from '../../../shared/library/edits.ts';
import type { ExportReceipt } from '../../../shared/portfolio/export-receipt.ts';
import type { IssuerSeen } from '../../../shared/trust/issuer-seen.ts';
import type { Clock, DocumentPort } from '../../../shared/verify/ports.ts';
import type { Report } from '../../../shared/verify/report.ts';
import type { TrustedIssuer, TrustList } from '../../../shared/verify/trust.ts';
import type { BadgeEngine } from '../engine.ts';
import type { FsPort } from '../fs-port.ts';
import type { Knowledge } from '../trust/knowledge.ts';

/**
 * One library folder, open. `openLibrary(options: OpenLibraryOptions): Promise<Library>` is in `open-library.ts`.
 * Every method rejects with a `CodedError`; what a method answered as done survives a power cut.
 */
export interface Library {
  readonly id: string;
  /** True when another process writes, or the folder cannot be written: everything that changes rejects. */
  readonly readOnly: boolean;
  /** All that the window shows. Cheap to ask again: cards are kept until they change. */
  view(): LibraryView;
  /** Tells what each acknowledged record changed. The answer unsubscribes. */
  subscribe(listener: (change: LibraryChange) => void): () => void;

  /** Takes files and folders in. Never rejects for a bad file: that is a row. One import is one action for undo. */
  importFiles(
    sources: readonly (ImportSource | AddressSource)[],
    options?: ImportOptions,
  ): Promise<ImportResult>;
  /** Verifies badges, records each report as it is made. */
  check(ids: readonly string[], options?: CheckOptions): Promise<CheckResult>;
  /** Which hosts a check online would ask about each badge, as far as what is here tells. It asks nobody. */
  hostsToAsk(ids: readonly string[], options?: HostsOptions): Promise<ReadonlyMap<string, readonly string[]>>;

  /** `store/not-found` for an id that is not here (or was removed). */
  details(id: string): Promise<BadgeDetails>;
  /** The newest report; null: not checked yet. */
  report(id: string): Promise<Report | null>;
  /** What happened to a badge that is here or in the bin, the newest first. */
  history(id: string): Promise<readonly BadgeHistoryEntry[]>;
  /** The imported file, byte for byte, its hash verified. */
  original(id: string): Promise<Original>;
  /** What an `<img>` may show for the badge, one in the bin too: the file itself or a picture inside it; null: none. */
  image(id: string): Promise<Picture | null>;
  /** Answers from the library's captures alone, newest first. */
  captures(): DocumentPort;
  /** What is known here, for judging badges that are not. */
  knowledge(): Knowledge;

  /**
   * Everything that a person does to the library, but for what has a method of its own. `file`: of evidence that is a
   * file. Rejects with `store/not-found` for what is not there and `edit/…` for what cannot be done.
   */
  edit(edit: EditRequest, file?: ImportSource): Promise<EditResult>;
  /** Writes down that a file left: never what is in it. */
  noteExport(receipt: ExportReceipt): Promise<void>;
  /** A file that the person added to a badge as evidence, its hash verified. */
  evidenceFile(badgeId: string, evidenceId: string): Promise<Original>;
  /** Deletes for good what was in the bin for its whole time; done at each opening, and once a day. Answers how many. */
  purgeDue(): Promise<number>;

  /** The issuer of a badge as its newest check saw them; null: there is nothing to know them by. */
  issuerOf(badgeId: string): Promise<IssuerSeen | null>;
  /**
   * Knows the issuer of a badge by the key that signed it (added to those that are pinned), or by the site that answers
   * for it. Rejects with `trust/no-key-seen` where nothing good was seen. `changed`: badges with another verdict by it.
   */
  knowIssuerOf(badgeId: string, wish: { readonly name: string; readonly note: string }): Promise<Rejudged>;
  addKnownIssuer(issuer: TrustedIssuer & { readonly note?: string }): Promise<Rejudged>;
  forgetKnownIssuer(id: string): Promise<Rejudged>;
  /** The list, in the format of `--trust`. */
  knownIssuers(): TrustList;
  /** What a file of known issuers or a registry would add; changes nothing. */
  previewIssuerList(bytes: Uint8Array, fileName: string): Promise<IssuerListPreview>;
  /** Takes it in: issuers that are known already stay as they are, a registry that is here already is renewed. */
  importIssuerList(bytes: Uint8Array, fileName: string): Promise<IssuerListPreview & Rejudged>;
  /**
   * Asks a registry, where it can be asked, about the issuers of the badges here, which it then learns of. Its answers are
   * kept with their dates; one that says that an issuer is not listed counts, silence does not.
   */
  askRegistry(
    id: string,
    documents: DocumentPort,
  ): Promise<Rejudged & { readonly asked: number; readonly listed: number }>;
  removeRegistry(id: string): Promise<Rejudged>;
  /**
   * The captured documents of these issuers as one signed file (`shared/trust/pack.ts`); empty: of all whose badges are
   * here. An issuer is named by its id or its host. Only documents in which issuers speak of themselves are put in.
   * Rejects with `pack/nothing` and `trust/too-many`.
   */
  exportTrustPack(wish: { readonly issuers: readonly string[]; readonly name?: string }): Promise<MadePack>;
  /** Whom a trust pack can be about, and how fresh what was captured of each is. */
  packIssuers(signal?: AbortSignal): Promise<readonly PackIssuerView[]>;
  /** What a trust pack would add; changes nothing. Rejects with `pack/…` for one that is refused. */
  previewTrustPack(bytes: Uint8Array): Promise<TrustPackPreview>;
  /** Takes it in: its documents count as captured at their dates, until the pack is removed or that is undone. */
  importTrustPack(bytes: Uint8Array): Promise<TrustPackPreview & Rejudged>;
  removeTrustPack(id: string): Promise<Rejudged>;
  /** The label of what was undone; null: nothing to undo. */
  undo(): Promise<string | null>;
  redo(): Promise<string | null>;

  /** Takes in at once what other devices added to their journals; an open library that watches does so by itself. */
  refresh(): Promise<void>;

  /** Waits for what is being written, writes the snapshot, lets the lock go. */
  close(): Promise<void>;
}

/** A trust pack that was made. */
export interface MadePack {
  readonly bytes: Uint8Array;
  readonly name: string;
  /** Of the key that this backpack signs with, for whoever takes it in to compare. */
  readonly fingerprint: string;
  readonly documents: number;
  readonly hosts: readonly string[];
}

/** How many badges have another verdict by a change of whom the owner knows. */
export interface Rejudged {
  readonly changed: number;
}

export interface OpenLibraryOptions {
  /** The library's folder; made when it does not exist (unless `mode` is `read`). */
  readonly dir: string;
  /** For the snapshot and this device's name: may be deleted at any time. */
  readonly cacheDir: string;
  readonly engine: BadgeEngine;
  readonly clock: Clock;
  readonly fs?: FsPort;
  /**
   * `write`: rejects with `store/locked` when another process writes, with `store/read-only` or `store/no-permission`
   * when the folder cannot be written. `write-or-read` (default): opens read-only then. `read`: asks for no lock.
   */
  readonly mode?: 'write' | 'write-or-read' | 'read';
  /** Takes in what other devices write while it is open. */
  readonly watch?: boolean;
  /** Looks for originals without a record even when nothing seems to be lost. */
  readonly recover?: boolean;
}

/** A path that the person chose (a file or a folder), or bytes that lie on no disk. */
export type ImportSource =
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'bytes'; readonly name: string; readonly bytes: Uint8Array };

/** What lies at a web address that the person gave; `ImportOptions.documents` fetches it. */
export interface AddressSource {
  readonly kind: 'address';
  readonly url: string;
}

export interface ImportOptions {
  /** The network for addresses among the sources; without it they are refused as `network/offline`. */
  readonly documents?: DocumentPort;
  /** Whether a page at an address may send us on to this host; without it, to its own alone. */
  readonly mayAsk?: (host: string) => boolean;
  /** Stops taking new files; what was acknowledged stays, the rest becomes rows with outcome `cancelled`. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Called once for each file when its outcome is final: for `imported`, once it is on disk to stay. */
  readonly onFile?: (file: ImportedFile) => void;
}

/** One file's outcome, for those that may know its path. */
export interface ImportedFile {
  /** Place among all files of this import, in the order given, folders in the order of their names. */
  readonly index: number;
  /** The path as it was reached from the source, or the name of bytes. */
  readonly file: string;
  /** SHA-256 of the bytes; null where they could not be read. */
  readonly sha256: string | null;
  readonly row: ImportRow;
}

export interface ImportResult {
  /** In input order. */
  readonly files: readonly ImportedFile[];
  readonly cancelled: boolean;
}

export interface CheckOptions {
  /** Asked first, and what it brings is captured; the library's captures answer where it cannot. null: captures only. */
  readonly documents?: DocumentPort | null;
  /** Known issuers besides the library's own, for this check alone. */
  readonly trust?: TrustList | null;
  /** Addresses besides the library's own, for this check alone. */
  readonly identities?: readonly string[];
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: CheckProgress) => void;
}

export interface HostsOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: CheckProgress) => void;
}

export interface CheckResult {
  readonly reports: ReadonlyMap<string, Report>;
  /** Badges that are different from what was known before, with a sentence for each change. */
  readonly differences: ReadonlyMap<string, readonly string[]>;
  /** Badges that could not be checked for our own reasons: no report was recorded. */
  readonly failures: ReadonlyMap<string, Failure>;
  readonly cancelled: boolean;
}

export interface Original {
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly mediaType: string;
  /** Last part of the name that the file had when it was imported. */
  readonly fileName: string;
}

export interface Picture {
  readonly bytes: Uint8Array;
  /** `image/png`, `image/svg+xml`, `image/jpeg`, `image/gif` or `image/webp`: decided by content. */
  readonly mediaType: string;
}
