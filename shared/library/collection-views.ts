import type { BadgeCard, CollectionView } from '../ipc/views.ts';
import { displayText } from '../text/display-text.ts';
import { byAddition } from './by-addition.ts';
import { depthOf, parentsOf } from './collection-tree.ts';
import { isShown } from './presence.ts';
import { type MembersOf, matcherOf } from './search.ts';
import type { SavedSearch } from './search-schema.ts';
import type { CollectionEntry, LibraryState } from './state.ts';

/** The collections that are there, parents first, else oldest first; their badges in the person's order. */
export function collectionViews(
  state: LibraryState,
  cards: () => readonly BadgeCard[],
): readonly CollectionView[] {
  const parents = parentsOf(state);
  const shown = [...state.collections]
    .filter(([id]) => parents.has(id))
    .sort(
      ([x, a], [y, b]) => depthOf(parents, x) - depthOf(parents, y) || byCreation(a, b) || (x < y ? -1 : 1),
    );
  const membersOf = membersInState(state, cards);
  return shown.map(([id, entry]) => ({
    id,
    name: displayText(entry.name?.value ?? ''),
    parentId: parents.get(id) ?? null,
    search: entry.search?.value ?? null,
    badgeIds: [...membersOf(id)],
  }));
}

/** True where a collection is a saved search: its badges may change with any card. */
export function hasSmartCollections(state: LibraryState): boolean {
  return [...state.collections.values()].some(
    ({ present, search }) => present?.value === true && (search?.value ?? null) !== null,
  );
}

/** The badges that a person put into a collection and that are here, in its order. */
export function placedIn(state: LibraryState, { members }: CollectionEntry): readonly string[] {
  return [...members]
    .filter(([badge, member]) => member.inside?.value === true && isHere(state, badge))
    .sort(([x, a], [y, b]) => (a.rank?.value ?? 0) - (b.rank?.value ?? 0) || (x < y ? -1 : 1))
    .map(([badge]) => badge);
}

/** Smart collections may look into each other: one that comes back to itself finds nothing there. */
function membersInState(state: LibraryState, cards: () => readonly BadgeCard[]): MembersOf {
  const known = new Map<string, ReadonlySet<string>>();
  const membersOf: MembersOf = (id) => {
    const found = known.get(id);
    if (found !== undefined) return found;
    known.set(id, nobody);
    const members = new Set(badgesOf(state.collections.get(id)));
    known.set(id, members);
    return members;
  };
  function badgesOf(entry: CollectionEntry | undefined): readonly string[] {
    if (entry?.present?.value !== true) return [];
    const search = entry.search?.value ?? null;
    return search === null ? placedIn(state, entry) : found(search);
  }
  function found(search: SavedSearch): readonly string[] {
    const matches = matcherOf(search, membersOf);
    return cards()
      .filter(matches)
      .sort(byAddition)
      .map(({ id }) => id);
  }
  return membersOf;
}

const nobody: ReadonlySet<string> = new Set();

function byCreation(a: CollectionEntry, b: CollectionEntry): number {
  const [x, y] = [a.createdAt ?? '', b.createdAt ?? ''];
  return x === y ? 0 : x < y ? -1 : 1;
}

function isHere(state: LibraryState, badge: string): boolean {
  const entry = state.badges.get(badge);
  return entry !== undefined && isShown(entry);
}
