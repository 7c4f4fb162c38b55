import type { LibraryState } from './state.ts';

/**
 * The collection that each shown collection is in; null: at the top. Two devices that put each of two collections into
 * the other made a ring: it is opened at the move that came last, on every device the same. A collection whose parent
 * was deleted is where its parent was.
 */
export function parentsOf(state: Pick<LibraryState, 'collections'>): ReadonlyMap<string, string | null> {
  const tree = new Map<string, string>();
  const moves = [...state.collections]
    .flatMap(([id, { parent }]) =>
      parent === null || parent.value === null ? [] : [{ id, to: parent.value, stamp: parent.stamp }],
    )
    .sort((a, b) => (a.stamp < b.stamp || (a.stamp === b.stamp && a.id < b.id) ? -1 : 1));
  for (const { id, to } of moves) {
    if (state.collections.has(to) && !isWithin(tree, to, id)) tree.set(id, to);
  }
  const isThere = (id: string) => state.collections.get(id)?.present?.value === true;
  const parents = new Map<string, string | null>();
  for (const id of state.collections.keys()) {
    if (!isThere(id)) continue;
    let parent = tree.get(id);
    while (parent !== undefined && !isThere(parent)) parent = tree.get(parent);
    parents.set(id, parent ?? null);
  }
  return parents;
}

/** True where `id` is the collection `ancestor`, or lies in it at any depth. */
export function isWithin(parents: ReadonlyMap<string, string | null>, id: string, ancestor: string): boolean {
  for (let at: string | null | undefined = id; typeof at === 'string'; at = parents.get(at)) {
    if (at === ancestor) return true;
  }
  return false;
}

/** How many collections lead down to this one: 1 at the top. */
export function depthOf(parents: ReadonlyMap<string, string | null>, id: string): number {
  let depth = 0;
  for (let at: string | null | undefined = id; typeof at === 'string'; at = parents.get(at)) depth += 1;
  return depth;
}

/** How many levels a collection and those in it take: 1 for one without any. */
export function heightOf(parents: ReadonlyMap<string, string | null>, id: string): number {
  const own = depthOf(parents, id);
  let deepest = own;
  for (const other of parents.keys()) {
    if (isWithin(parents, other, id)) deepest = Math.max(deepest, depthOf(parents, other));
  }
  return deepest - own + 1;
}
