import type { CollectionView } from '../../shared/ipc/views.ts';

/** A collection as a line of the tree. */
export interface CollectionRow {
  readonly collection: CollectionView;
  /** 0 at the top. */
  readonly depth: number;
  readonly hasInside: boolean;
  readonly isOpen: boolean;
}

/** The tree line by line, each collection under the one it is in; what is in a folded one is left out. */
export function collectionRows(
  collections: readonly CollectionView[],
  folded: ReadonlySet<string>,
): readonly CollectionRow[] {
  const inside = new Map<string | null, CollectionView[]>();
  for (const collection of collections) {
    const list = inside.get(collection.parentId);
    if (list === undefined) inside.set(collection.parentId, [collection]);
    else list.push(collection);
  }
  const rows: CollectionRow[] = [];
  const add = (parentId: string | null, depth: number): void => {
    for (const collection of inside.get(parentId) ?? []) {
      const hasInside = inside.has(collection.id);
      const isOpen = hasInside && !folded.has(collection.id);
      rows.push({ collection, depth, hasInside, isOpen });
      if (isOpen) add(collection.id, depth + 1);
    }
  };
  add(null, 0);
  return rows;
}

/** The collections that one may be put into: not itself, not those in it, and none that is a search. */
export function possibleParents(
  collections: readonly CollectionView[],
  id: string,
): readonly CollectionView[] {
  const parents = new Map(collections.map((each) => [each.id, each.parentId]));
  const isWithin = (from: string): boolean => {
    for (let at: string | null | undefined = from; typeof at === 'string'; at = parents.get(at)) {
      if (at === id) return true;
    }
    return false;
  };
  return collections.filter((each) => each.search === null && !isWithin(each.id));
}

/** Names from the top down, for telling apart collections of one name. */
export function collectionPath(collections: readonly CollectionView[], id: string): readonly string[] {
  const byId = new Map(collections.map((each) => [each.id, each]));
  const names: string[] = [];
  for (
    let at = byId.get(id);
    at !== undefined;
    at = at.parentId === null ? undefined : byId.get(at.parentId)
  ) {
    names.unshift(at.name);
  }
  return names;
}
