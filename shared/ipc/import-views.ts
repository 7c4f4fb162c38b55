import type { Failure } from './views.ts';

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
  /** `edition`: taken in, beside one here with the same issuer and id and other contents. */
  readonly outcome: 'imported' | 'edition' | 'already' | 'refused' | 'cancelled';
  readonly badgeIds: readonly string[];
  /** "“Welding 1” by Trade School": what was found, in one line. */
  readonly found: string;
  readonly notes: readonly string[];
  readonly failure: Failure | null;
  /** Where a badge may be found that the file only leads to; fetched when the person agrees. */
  readonly link?: ImportLink;
}

export interface ImportLink {
  readonly url: string;
  /** With a port where it is not the usual one. */
  readonly host: string;
  /** Hosts that the person agreed to before, on the way there. */
  readonly agreed?: readonly string[];
}

/** What came of an earlier import. */
export interface KeptImport extends ImportSummary {
  /** RFC 3339, UTC. */
  readonly at: string;
  /** How many later imports are kept, and how many in all. */
  readonly back: number;
  readonly count: number;
}
