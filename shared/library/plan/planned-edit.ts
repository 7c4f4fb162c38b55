import { CodedError } from '../../errors.ts';
import type { BadgeCard } from '../../ipc/views.ts';
import { displayName } from '../../text/display-text.ts';
import type { EvidenceFile } from '../evidence-facts.ts';
import type { Change } from '../operations.ts';
import { isInBin, isShown } from '../presence.ts';
import type { BadgeEntry, CollectionEntry, LibraryState } from '../state.ts';

/** What planning an edit may look at, besides the edit. */
export interface EditContext {
  readonly state: LibraryState;
  /** A new id, never the same twice: lower-case letters, digits and hyphens. */
  readonly newId: () => string;
  readonly nowMs: number;
  readonly card: (badgeId: string) => BadgeCard | null;
  /** The file of `evidence.add`, stored already; null: none came. */
  readonly file: EvidenceFile | null;
}

/**
 * What an edit comes to: one record, which happens whole or not at all, unless it is too large for one (`split-changes.ts`).
 * No changes: it changes nothing.
 */
export interface PlannedEdit {
  /** For undo and redo: they say it after "Undo". */
  readonly label: string;
  readonly changes: readonly Change[];
  readonly createdId?: string;
}

/** A badge that is here; `store/not-found` for any other. */
export function shownEntry({ state }: EditContext, id: string): BadgeEntry {
  const entry = state.badges.get(id);
  if (entry === undefined || !isShown(entry)) throw new CodedError('store/not-found');
  return entry;
}

/** The same badges, each once, all of them here. */
export function shownIds(context: EditContext, ids: readonly string[]): readonly string[] {
  for (const id of ids) shownEntry(context, id);
  return [...new Set(ids)];
}

/** The same badges, each once, all of them in the bin. */
export function binIds({ state }: EditContext, ids: readonly string[]): readonly string[] {
  for (const id of ids) {
    const entry = state.badges.get(id);
    if (entry === undefined || !isInBin(entry)) throw new CodedError('store/not-found');
  }
  return [...new Set(ids)];
}

/** A collection that is there; `store/not-found` for any other. */
export function shownCollection({ state }: EditContext, id: string): CollectionEntry {
  const entry = state.collections.get(id);
  if (entry?.present?.value !== true) throw new CodedError('store/not-found');
  return entry;
}

/** The name of a badge, for a label. */
export function badgeName({ state }: EditContext, id: string | undefined): string {
  const facts = id === undefined ? undefined : state.badges.get(id)?.facts?.value;
  return displayName(facts?.name ?? '') || displayName(facts?.fileName ?? '');
}
