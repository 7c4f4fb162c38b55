import type { BadgeCard, CollectionView } from '../../shared/ipc/views.ts';
import { type BadgeQuery, chooseBadges } from './choose-badges.ts';
import { type LibraryState, useLibrary } from './library-store.ts';
import { usePlace } from './place-store.ts';
import { useSettings } from './settings-store.ts';

/** The badges that the grid shows, in its order. */
export function useShownBadges(): readonly BadgeCard[] {
  const library = useLibrary((state) => state.library);
  const place = usePlace((state) => state.place);
  const search = usePlace((state) => state.search);
  const sort = useSettings(({ settings }) => settings.sort);
  const sortDescending = useSettings(({ settings }) => settings.sortDescending);
  return chooseFrom(library, { place, search, sort, sortDescending });
}

/** The same, asked once. */
export function shownBadges(): readonly BadgeCard[] {
  const { place, search } = usePlace.getState();
  const { sort, sortDescending } = useSettings.getState().settings;
  return chooseFrom(useLibrary.getState().library, { place, search, sort, sortDescending });
}

const none: readonly BadgeCard[] = [];

interface Chosen {
  readonly badges: readonly BadgeCard[];
  readonly collections: readonly CollectionView[];
  readonly query: BadgeQuery;
  readonly answer: readonly BadgeCard[];
}

/** The last answer: the grid, the keys and the toolbar all ask the same question. */
let last: Chosen | null = null;

function chooseFrom(library: LibraryState, query: BadgeQuery): readonly BadgeCard[] {
  if (library.kind !== 'ready') return none;
  const { badges, collections } = library.view;
  if (last === null || !isSame(last, badges, collections, query)) {
    last = { badges, collections, query, answer: chooseBadges(badges, collections, query) };
  }
  return last.answer;
}

function isSame(
  known: Chosen,
  badges: readonly BadgeCard[],
  collections: readonly CollectionView[],
  query: BadgeQuery,
): boolean {
  return (
    known.badges === badges &&
    known.collections === collections &&
    known.query.place === query.place &&
    known.query.search === query.search &&
    known.query.sort === query.sort &&
    known.query.sortDescending === query.sortDescending
  );
}
