import { z } from 'zod';
import { type EditResult, editSchema } from '../library/edits.ts';
import { limits } from '../limits.ts';
import { type DeskCallResults, type DeskChange, deskCallSchemas } from './desk-calls.ts';
import { droppedFileSchema } from './dropped-file.ts';
import type { ImportProgress, ImportSummary, KeptImport } from './import-views.ts';
import { type KeepAnswer, type KeepNews, keepSchema } from './keep-calls.ts';
import { type ExportProgress, type PortfolioAnswer, portfolioCallSchema } from './portfolio-calls.ts';
import type { IssuerListPreview } from './trust-views.ts';
import type {
  BadgeDetails,
  BadgeHistoryEntry,
  CheckProgress,
  Failure,
  LibraryChange,
  LibraryView,
  Settings,
} from './views.ts';
import { type WatchAnswer, type WatchNews, watchSchema } from './watch-calls.ts';

/** What a call answers: the value, or a coded failure with words. Nothing is ever thrown across. */
export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: Failure };

const badgeId = z.string().regex(/^[0-9a-f]{64}(\.[0-9]{1,5})?$/);
const badgeIds = z.array(badgeId).max(50_000);
const collectionId = z.string().regex(/^[0-9a-z-]{1,64}$/);
const nothing = z.object({}).strict();

const settingsChange = z
  .object({
    theme: z.enum(['system', 'light', 'dark']),
    view: z.enum(['grid', 'list', 'timeline']),
    sort: z.enum(['name', 'issuer', 'issued', 'added']),
    collectionSort: z.enum(['own', 'name', 'issuer', 'issued', 'added']),
    sortDescending: z.boolean(),
    groupBy: z.enum(['none', 'issuer', 'year']),
    cardSize: z.enum(['small', 'medium', 'large']),
    inspectorOpen: z.boolean(),
    inspectorWidth: z.number().int().min(limits.inspectorMinPixels).max(limits.inspectorMaxPixels),
    singleKeys: z.boolean(),
    checkOnImport: z.boolean(),
    stayOffline: z.boolean(),
    recheckRegularly: z.boolean(),
    notifyOfEnds: z.boolean(),
  })
  .partial()
  .strict();

/** Every call from the page to main, with the schema that its payload must pass. */
export const callSchemas = {
  'library.get': nothing,
  /** The same as JSON. */
  'library.text': z.object({ again: z.boolean() }).strict(),
  'import.files': z.object({ files: z.array(droppedFileSchema).min(1).max(limits.importFiles) }).strict(),
  'import.choose': z.object({ kind: z.enum(['files', 'folder']) }).strict(),
  'import.samples': nothing,
  /** What lies at an address that the person gave; `hosts`: those that they agreed to ask. */
  'import.address': z
    .object({
      url: z.string().min(1).max(limits.documentUrlCharacters),
      hosts: z.array(z.string().min(1).max(300)).min(1).max(limits.agreedHosts),
    })
    .strict(),
  /** An earlier import, so many imports back. */
  'import.kept': z.object({ back: z.number().int().min(0).max(limits.keptImports) }).strict(),
  'import.cancel': nothing,
  'badge.details': z.object({ id: badgeId }).strict(),
  'badge.history': z.object({ id: badgeId }).strict(),
  'badge.check': z.object({ ids: badgeIds.min(1), online: z.boolean() }).strict(),
  /** With `evidenceId` a file that the person added to the badge. */
  'badge.save-original': z.object({ id: badgeId, evidenceId: collectionId.nullable() }).strict(),
  /** `file`: of evidence that is a file; else null. */
  'library.edit': z.object({ edit: editSchema, file: droppedFileSchema.nullable() }).strict(),
  'history.undo': nothing,
  'history.redo': nothing,
  'issuer.know': z
    .object({
      badgeId,
      name: z.string().trim().min(1).max(limits.issuerNameCharacters),
      note: z.string().max(limits.issuerNoteCharacters),
    })
    .strict(),
  'issuer.forget': z.object({ id: z.string().min(1).max(limits.documentUrlCharacters) }).strict(),
  'issuers.choose': nothing,
  'issuers.take': nothing,
  'issuers.export': nothing,
  'registry.ask': z.object({ id: collectionId }).strict(),
  'registry.remove': z.object({ id: collectionId }).strict(),
  'export.portfolio': portfolioCallSchema,
  'export.reveal': nothing,
  'settings.get': nothing,
  'settings.change': settingsChange,
  keep: keepSchema,
  watch: watchSchema,
  'link.open': z.object({ url: z.string().min(1).max(2_048) }).strict(),
  ...deskCallSchemas,
  'text.copy': z.object({ text: z.string().min(1).max(1_000_000) }).strict(),
} as const;

export type CallName = keyof typeof callSchemas;
export type CallPayload<Name extends CallName> = z.infer<(typeof callSchemas)[Name]>;

/** What each call answers. A call without an entry here does not compile (`CallResult`). */
export interface CallResults extends DeskCallResults {
  'library.get': LibraryView;
  'library.text': string;
  'import.files': ImportSummary;
  /** null: the person closed the dialog. */
  'import.choose': ImportSummary | null;
  'import.samples': ImportSummary;
  'import.address': ImportSummary;
  /** null: none is kept. */
  'import.kept': KeptImport | null;
  'import.cancel': null;
  'badge.details': BadgeDetails;
  'badge.history': readonly BadgeHistoryEntry[];
  'badge.check': null;
  'badge.save-original': { readonly savedAs: string } | null;
  'library.edit': EditResult;
  /** The label of what was undone; null: nothing to undo. */
  'history.undo': string | null;
  'history.redo': string | null;
  /** How many badges have another verdict by it; so do the two others. */
  'issuer.know': { readonly changed: number };
  'issuer.forget': { readonly changed: number };
  /** What the chosen file would add, kept until it is taken; null: the person closed the dialog. */
  'issuers.choose': IssuerListPreview | null;
  /** Takes in the file that was chosen last. */
  'issuers.take': IssuerListPreview & { readonly changed: number };
  'issuers.export': { readonly savedAs: string } | null;
  /** Of so many issuers, it lists so many. */
  'registry.ask': { readonly asked: number; readonly listed: number; readonly changed: number };
  'registry.remove': { readonly changed: number };
  'export.portfolio': PortfolioAnswer;
  'export.reveal': null;
  'settings.get': Settings;
  'settings.change': Settings;
  keep: KeepAnswer;
  watch: WatchAnswer;
  'link.open': { readonly opened: boolean };
  'text.copy': null;
}
export type CallResult<Name extends CallName> = CallResults[Name];

/** Every event from main to the page. */
export interface Events {
  'library.changed': LibraryChange;
  'import.progress': ImportProgress;
  /** The rows of an import that the page did not ask for: files opened with the app. */
  'import.summary': ImportSummary;
  'check.progress': CheckProgress;
  /** A command chosen in the menu: its id in `commands.ts`. */
  'command.run': { readonly id: string };
  'settings.changed': Settings;
  'keep.told': KeepNews;
  'watch.told': WatchNews;
  'export.progress': ExportProgress;
  'desk.changed': DeskChange;
}
export type EventName = keyof Events;
