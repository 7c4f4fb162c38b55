import { type DragAndDropHooks, useDragAndDrop } from 'react-aria-components';
import { addToCollection, moveCollection } from '../commands/collection-commands.ts';
import { badgeDragType } from '../grid/drag-type.ts';
import { openLibrary } from '../state/library-store.ts';
import type { Place } from '../state/place-store.ts';
import { possibleParents } from './collection-rows.ts';
import { dropOnEntry } from './drop-target.ts';
import { placeOfKey } from './place-key.ts';

/** What a collection dragged inside the list is called. */
const collectionDragType = 'application/x-badge-backpack-collection';

/** Badges go into collections; collections go into others, or to the top when they are dropped on "All badges". */
export function useSidebarDrag(isReadOnly: boolean): DragAndDropHooks<{ readonly id: string }> {
  const { dragAndDropHooks } = useDragAndDrop<{ readonly id: string }>({
    isDisabled: isReadOnly,
    acceptedDragTypes: [badgeDragType, collectionDragType],
    dropTargetDelegate: dropOnEntry,
    getItems: (keys) =>
      [...keys].map((key): Record<string, string> => {
        const place = placeOfKey(String(key));
        return place.kind === 'collection' ? { [collectionDragType]: place.id } : {};
      }),
    getAllowedDropOperations: () => ['copy', 'move'],
    getDropOperation: (_target, types) => (types.has(collectionDragType) ? 'move' : 'copy'),
    shouldAcceptItemDrop: ({ key, dropPosition }, types) =>
      dropPosition === 'on' && !isReadOnly && takes(placeOfKey(String(key)), types.has(collectionDragType)),
    onItemDrop: ({ target, items }) => void takeDrop(placeOfKey(String(target.key)), items),
  });
  return dragAndDropHooks;
}

function takes(place: Place, isCollection: boolean): boolean {
  if (place.kind === 'all') return isCollection;
  if (place.kind !== 'collection') return false;
  return openLibrary()?.collections.some(({ id, search }) => id === place.id && search === null) === true;
}

interface DroppedItem {
  readonly kind: string;
  getText?(type: string): Promise<string>;
  readonly types?: ReadonlySet<string | symbol>;
}

async function takeDrop(place: Place, items: readonly DroppedItem[]): Promise<void> {
  const textsOf = async (type: string): Promise<readonly string[]> => {
    const texts = await Promise.all(
      items.map((item) => (item.types?.has(type) ? item.getText?.(type) : undefined) ?? ''),
    );
    return texts.filter((text) => text !== '');
  };
  const [moved] = await textsOf(collectionDragType);
  if (moved !== undefined) return moveTo(moved, place);
  if (place.kind === 'collection') await addToCollection(place.id, await textsOf(badgeDragType));
}

async function moveTo(id: string, place: Place): Promise<void> {
  const collections = openLibrary()?.collections ?? [];
  const parentId = place.kind === 'collection' ? place.id : null;
  const isPossible =
    parentId === null || possibleParents(collections, id).some((each) => each.id === parentId);
  const isThere = collections.find((each) => each.id === id)?.parentId === parentId;
  if (isPossible && !isThere) await moveCollection(id, parentId);
}
