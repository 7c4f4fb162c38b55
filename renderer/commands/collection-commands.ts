import type { CollectionView } from '../../shared/ipc/views.ts';
import { treeWords } from '../../shared/text/ui-organise-words.ts';
import { uiWords } from '../../shared/text/ui-words.ts';
import { bridge } from '../bridge.ts';
import { useDialog } from '../state/dialog-store.ts';
import { openLibrary } from '../state/library-store.ts';
import { usePlace } from '../state/place-store.ts';
import { editLibrary } from './edit-library.ts';
import { sayDone, settle } from './settle.ts';

/** The collection that is shown, or null. */
export function shownCollection(): CollectionView | null {
  const { place } = usePlace.getState();
  if (place.kind !== 'collection') return null;
  return openLibrary()?.collections.find(({ id }) => id === place.id) ?? null;
}

/** Creates a collection; an empty one is shown at once, one made from badges leaves the person where they are. */
export async function createCollection(
  name: string,
  badgeIds: readonly string[],
  parentId: string | null = null,
): Promise<void> {
  const created = await settle(
    bridge().edit({ kind: 'collection.create', name, badgeIds, parentId, search: null }),
  );
  const id = created?.value.createdId ?? null;
  if (id === null) return;
  if (badgeIds.length === 0) usePlace.getState().go({ kind: 'collection', id });
  sayDone(
    badgeIds.length === 0
      ? uiWords.createdCollection(name)
      : uiWords.addedToCollection(badgeIds.length, name),
  );
}

export async function renameCollection(id: string, name: string): Promise<void> {
  if (await settle(bridge().edit({ kind: 'collection.rename', id, name })))
    sayDone(uiWords.renamedCollection(name));
}

export async function deleteShownCollection(): Promise<void> {
  const collection = shownCollection();
  if (collection === null) return;
  if (await settle(bridge().edit({ kind: 'collection.delete', id: collection.id }))) {
    sayDone(uiWords.deletedCollection(collection.name));
  }
}

export async function addToCollection(id: string, badgeIds: readonly string[]): Promise<void> {
  const name = openLibrary()?.collections.find((collection) => collection.id === id)?.name ?? '';
  if (badgeIds.length === 0) return;
  if (await settle(bridge().edit({ kind: 'collection.add', id, badgeIds }))) {
    sayDone(uiWords.addedToCollection(badgeIds.length, name));
  }
}

export function askForNewName(): void {
  const collection = shownCollection();
  if (collection === null) return;
  useDialog.getState().open({ kind: 'rename-collection', id: collection.id, name: collection.name });
}

/** Puts a collection into another one; null: to the top. */
export async function moveCollection(id: string, parentId: string | null): Promise<void> {
  const nameOf = (each: string) => openLibrary()?.collections.find((one) => one.id === each)?.name ?? '';
  await editLibrary(
    { kind: 'collection.move', id, parentId },
    parentId === null ? treeWords.movedTop(nameOf(id)) : treeWords.movedInto(nameOf(id), nameOf(parentId)),
  );
}

export function askWhereToMove(): void {
  const collection = shownCollection();
  if (collection !== null) useDialog.getState().open({ kind: 'move-collection', id: collection.id });
}
