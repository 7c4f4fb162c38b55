import type { BadgeVersion, ProofForm } from '../../shared/badge/model.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import type {
  Conformance,
  Integrity,
  IssuerBinding,
  Outcome,
  RecipientMatch,
  Source,
  Standing,
  Verdict,
} from '../../shared/verify/report.ts';

/** Every shape that `--json` prints, one object a line. Field names and order are a contract. */

/** `check`: one line for each input file, and for each file in an archive, in input order. */
export interface FileLine {
  readonly file: string;
  /** null where no bytes were read. */
  readonly sha256: string | null;
  readonly error: ErrorLine | null;
  readonly container: string | null;
  readonly badges: readonly BadgeLine[];
}

/** `backup`. */
export interface BackupLine {
  readonly file: string;
  readonly library: string;
  readonly badges: number;
  readonly files: number;
  readonly bytes: number;
  readonly locked: boolean;
  /** null: none was asked for. */
  readonly recoveryCode: string | null;
  /** Date of the newest record; null: the library is empty. */
  readonly asOf: string | null;
  /** Files that the library itself had lost, as `folder/sha256`. */
  readonly missing: readonly string[];
}

/** `restore`. */
export interface RestoreLine {
  readonly file: string;
  readonly library: string;
  /** False: all was there already. */
  readonly changed: boolean;
  /** Badges in the library now, and how many of them are new. */
  readonly badges: number;
  readonly newBadges: number;
  /** Badges of the backup that were deleted since. */
  readonly staysRemoved: number;
  /** Statements about trust that were not taken. */
  readonly leftOut: number;
  readonly asOf: string | null;
}

export interface ErrorLine {
  readonly code: ErrorCode;
  readonly message: string;
  readonly next: string;
}

export interface BadgeLine extends ReportLine {
  readonly id: string | null;
  readonly version: BadgeVersion;
  readonly form: ProofForm;
  readonly name: string;
  readonly issuer: { readonly id: string | null; readonly name: string | null };
  /** As the badge writes it. */
  readonly issuedOn: string | null;
  readonly expires: string | null;
  readonly endorsements: readonly ReportLine[];
  /** The way in: the entries of archives, then the places in the file. */
  readonly source: { readonly path: readonly string[] };
}

export interface ReportLine {
  readonly verdict: Verdict;
  readonly integrity: Integrity;
  readonly issuerBinding: IssuerBinding;
  readonly standing: Standing;
  readonly conformance: Conformance;
  readonly recipient: RecipientMatch;
  /** JSON pointers of what the proof does not cover. */
  readonly unsignedPaths: readonly string[];
  readonly checks: readonly CheckLine[];
}

export interface CheckLine {
  readonly id: string;
  readonly outcome: Outcome;
  readonly code: string | null;
  readonly asOf: string;
  readonly source: Source;
  readonly message: string;
}

/** `import`: one line for each badge, printed only once it is on disk to stay; one for each refused file. */
export type ImportLine =
  | { readonly file: string; readonly imported: string }
  | { readonly file: string; readonly already: string }
  | { readonly file: string; readonly error: ErrorLine };

/** `list`: one line for each badge. */
export interface ListLine {
  readonly id: string;
  readonly name: string;
  readonly issuer: { readonly id: string; readonly name: string };
  readonly version: BadgeVersion;
  readonly issuedOn: string | null;
  readonly expires: string | null;
  readonly addedAt: string;
  readonly verdict: Verdict | null;
  readonly verdictAsOf: string | null;
  readonly recipient: RecipientMatch;
  readonly tags: readonly string[];
  readonly collections: readonly string[];
}

/** `unbake` and `bake` with `-o`, and `export`: what was written. */
export interface WrittenLine {
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** `conformance`: one line for each case. */
export interface CaseLine {
  readonly id: string;
  readonly version: string;
  readonly proof: string;
  readonly expected: string;
  readonly judgement: Judgement;
  /** What was shown: a verdict, `refused: CODE` or `crashed`. */
  readonly shown: string;
  /** Why it was judged so, in words. */
  readonly why: string;
}

export type Judgement = 'agree' | 'false green' | 'false alarm' | 'undecided' | 'crashed';

/**
 * One object as one line. Characters that could move a terminal's cursor or turn its text round are written as
 * escapes, so that the line parses to exactly the same value and is safe to look at.
 */
export function jsonLine(value: object): string {
  return `${JSON.stringify(value).replace(unsafeToShow, escapeUnit)}\n`;
}

const unsafeToShow = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
