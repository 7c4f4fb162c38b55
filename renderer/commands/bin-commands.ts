import { binWords } from '../../shared/text/ui-organise-words.ts';
import { selectionAfterRemoval } from '../state/after-removal.ts';
import { useBin } from '../state/bin-store.ts';
import { useDialog } from '../state/dialog-store.ts';
import { openLibrary } from '../state/library-store.ts';
import { editLibrary } from './edit-library.ts';

/** Brings the selected badges back, with all that was theirs. */
export async function restoreSelected(): Promise<void> {
  const badgeIds = selectedInBin();
  if (badgeIds.length === 0) return;
  selectNext(badgeIds);
  await editLibrary({ kind: 'badges.restore', badgeIds }, binWords.restored(badgeIds.length));
}

/** Asks first: what is deleted for good cannot be taken back. */
export function askToPurge(): void {
  const badgeIds = selectedInBin();
  if (badgeIds.length > 0) useDialog.getState().open({ kind: 'purge', badgeIds });
}

export function askToEmptyBin(): void {
  const badgeIds = openLibrary()?.bin.map(({ id }) => id) ?? [];
  if (badgeIds.length > 0) useDialog.getState().open({ kind: 'purge', badgeIds });
}

/** Deletes badges of the bin for good; the person agreed to these. */
export async function purge(badgeIds: readonly string[]): Promise<void> {
  selectNext(badgeIds);
  await editLibrary({ kind: 'badges.purge', badgeIds }, binWords.purged(badgeIds.length));
}

function selectedInBin(): readonly string[] {
  const { selected } = useBin.getState();
  return (openLibrary()?.bin ?? []).map(({ id }) => id).filter((id) => selected.has(id));
}

function selectNext(removed: readonly string[]): void {
  const order = openLibrary()?.bin.map(({ id }) => id) ?? [];
  const next = selectionAfterRemoval(order, new Set(removed));
  useBin.getState().select(next === null ? [] : [next]);
}
