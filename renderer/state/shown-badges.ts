import type { BadgeCard, CollectionView, LibraryView, Settings } from '../../shared/ipc/views.ts';
import { createFinder, type FacetCounts, type Findings } from '../../shared/library/facets.ts';
import { type CardGroup, groupCards } from '../../shared/library/groups.ts';
import { emptySearch } from '../../shared/library/search.ts';
import { searchTextsOf } from '../../shared/library/search-texts.ts';
import { createCardSorter } from '../../shared/library/sort-cards.ts';
import { allEndings, endingsOf } from '../../shared/watch/endings.ts';
import { type LibraryState, useLibrary } from './library-store.ts';
import { type Filters, type Place, usePlace } from './place-store.ts';
import { rememberLast } from './remember.ts';
import { useSettings } from './settings-store.ts';
import { groupOf, orderOf } from './shown-order.ts';

/** What the main area shows of the library. */
export interface Shown {
  /** Every badge that is shown, in the order in which it is. */
  readonly badges: readonly BadgeCard[];
  readonly groups: readonly CardGroup[];
  readonly counts: () => FacetCounts;
  /** How many are in the place, found or not. */
  readonly total: number;
}

/** What is shown now. */
export function useShown(): Shown {
  const library = useLibrary((state) => state.library);
  const place = usePlace((state) => state.place);
  const search = usePlace((state) => state.search);
  const filters = usePlace((state) => state.filters);
  const settings = useSettings((state) => state.settings);
  return chooseFrom(library, { place, search, filters }, settings);
}

/** The badges that are shown, in their order. */
export function useShownBadges(): readonly BadgeCard[] {
  return useShown().badges;
}

/** The same, asked once. */
export function shownBadges(): readonly BadgeCard[] {
  return chooseFrom(useLibrary.getState().library, usePlace.getState(), useSettings.getState().settings)
    .badges;
}

/** Does what the first letter of a search would wait for. */
export function prepareSearch(): void {
  const { place } = usePlace.getState();
  searchTextsOf(inPlace(useLibrary.getState().library, place, useSettings.getState().settings).cards);
}

interface Asked {
  readonly place: Place;
  readonly search: string;
  readonly filters: Filters;
}

const nothing: LibraryView['badges'] = [];
const noCollections: LibraryView['collections'] = [];

/** Each step answers the last question again: the grid, the keys and the toolbar all ask the same. */
function chooseFrom(library: LibraryState, { place, search, filters }: Asked, settings: Settings): Shown {
  const { cards, collections } = inPlace(library, place, settings);
  const find = finderOf(cards, collections);
  return grouped(found(find, search, filters), groupOf(settings), cards.length);
}

/** What a place holds, in the order in which it is shown. */
function inPlace(library: LibraryState, place: Place, settings: Settings) {
  const badges = library.kind === 'ready' ? library.view.badges : nothing;
  const collections = library.kind === 'ready' ? library.view.collections : noCollections;
  const { by, descending } = orderOf(place, collections, settings);
  return { cards: sorted(placed(badges, collections, place), by, descending), collections };
}

const placed = rememberLast(
  (
    badges: readonly BadgeCard[],
    collections: readonly CollectionView[],
    place: Place,
  ): readonly BadgeCard[] => {
    switch (place.kind) {
      case 'all':
        return badges;
      case 'yours':
        return badges.filter((card) => card.recipient === 'yours');
      case 'bin':
        return nothing;
      case 'watch':
        return allEndings(endingsOf(badges, Date.now())).map(({ card }) => card);
      case 'collection': {
        const ids = collections.find(({ id }) => id === place.id)?.badgeIds ?? [];
        const byId = new Map(badges.map((card) => [card.id, card]));
        return ids.flatMap((id) => byId.get(id) ?? []);
      }
    }
  },
);

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
const sortCards = createCardSorter(collator);
const sorted = rememberLast(
  (cards: readonly BadgeCard[], by: Parameters<typeof sortCards>[1]['by'], descending: boolean) =>
    sortCards(cards, { by, descending }),
);
const finderOf = rememberLast(createFinder);
const found = rememberLast((find: ReturnType<typeof createFinder>, text: string, filters: Filters) =>
  find({ ...emptySearch, ...filters, text }),
);
const grouped = rememberLast((findings: Findings, by: ReturnType<typeof groupOf>, total: number): Shown => {
  const groups = groupCards(findings.found, by, collator);
  const badges = by === 'none' ? findings.found : groups.flatMap(({ cards }) => cards);
  return { badges, groups, counts: findings.counts, total };
});
