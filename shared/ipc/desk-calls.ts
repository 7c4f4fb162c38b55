import { z } from 'zod';
import type { DeskRow } from '../desk/desk-row.ts';
import { limits } from '../limits.ts';
import { droppedFileSchema } from './dropped-file.ts';
import type { ImportSummary } from './import-views.ts';
import type { PackIssuerView, TrustPackPreview } from './trust-views.ts';
import type { BadgeDetails } from './views.ts';

const rowId = z.string().regex(/^f[0-9]{1,6}(\.[0-9]{1,5})?$/);
const rowIds = z.array(rowId).min(1).max(50_000);
const nothing = z.object({}).strict();

/** Calls of the check desk, where badges are checked that are not one's own and nothing is kept. */
export const deskCallSchemas = {
  'desk.check': z.object({ files: z.array(droppedFileSchema).min(1).max(limits.importFiles) }).strict(),
  'desk.choose': z.object({ kind: z.enum(['files', 'folder']) }).strict(),
  /** Asks these hosts, which the person was shown, and no other. */
  'desk.online': z
    .object({ ids: rowIds, hosts: z.array(z.string().min(1).max(260)).min(1).max(limits.deskHosts) })
    .strict(),
  'desk.expect': z.object({ person: z.string().max(limits.identityCharacters) }).strict(),
  'desk.details': z.object({ id: rowId }).strict(),
  /** Takes the files of these rows into the backpack. */
  'desk.keep': z.object({ ids: rowIds }).strict(),
  /** Adds the issuer of a row's badge to the known ones, as its check saw them. */
  'desk.know': z
    .object({
      id: rowId,
      name: z.string().trim().min(1).max(limits.issuerNameCharacters),
      note: z.string().max(limits.issuerNoteCharacters),
    })
    .strict(),
  'desk.report': z.object({ format: z.enum(['html', 'pdf', 'csv', 'json']) }).strict(),
  /** Trust packs: looked at before they are taken in. */
  'desk.pack-choose': nothing,
  'desk.pack-take': nothing,
  /** Whom a pack can be about; `stop`: the person went away before it was known. */
  'desk.pack-issuers': z.object({ do: z.enum(['look', 'stop']) }).strict(),
  /** About these issuers, by their ids; empty: about all. An empty name: called after them. */
  'desk.pack-save': z
    .object({
      issuers: z.array(z.string().min(1).max(limits.documentUrlCharacters)).max(limits.packIssuers),
      name: z.string().max(limits.issuerNameCharacters),
    })
    .strict(),
  'desk.pack-remove': z.object({ id: z.string().regex(/^[0-9a-z-]{1,64}$/) }).strict(),
  'desk.cancel': nothing,
  /** Forgets all of it. */
  'desk.clear': nothing,
} as const;

/** Every call of the check desk. */
export type DeskCallNames = keyof typeof deskCallSchemas;

/** Those that carry no files, without their prefix. */
export type DeskCallName = Exclude<ShortName<DeskCallNames>, 'check'>;

type ShortName<Name> = Name extends `desk.${infer Short}` ? Short : never;

/** What the calls of the check desk answer. */
export interface DeskCallResults {
  'desk.check': DeskOutcome;
  /** null: the person closed the dialog. */
  'desk.choose': DeskOutcome | null;
  'desk.online': DeskOutcome;
  'desk.expect': null;
  'desk.details': BadgeDetails;
  'desk.keep': ImportSummary;
  /** How many rows were judged again. */
  'desk.know': { readonly changed: number };
  'desk.report': { readonly savedAs: string } | null;
  /** null: the person closed the dialog. */
  'desk.pack-choose': TrustPackPreview | null;
  /** Takes in the pack that was looked at last. */
  'desk.pack-take': TrustPackPreview & { readonly changed: number };
  /** null: it was stopped. */
  'desk.pack-issuers': readonly PackIssuerView[] | null;
  'desk.pack-save': {
    readonly savedAs: string;
    readonly documents: number;
    readonly fingerprint: string;
  } | null;
  'desk.pack-remove': { readonly changed: number };
  'desk.cancel': null;
  'desk.clear': null;
}

export interface DeskOutcome {
  readonly cancelled: boolean;
}

/** What changed on the desk since it was last told. */
export interface DeskChange {
  /** New rows, and rows that look different now. */
  readonly rows: readonly DeskRow[];
  /**
   * Files that the work under way has looked at; `total` null: still being counted. null: nothing is under way;
   * undefined: as before.
   */
  readonly progress: { readonly done: number; readonly total: number | null } | null | undefined;
}
