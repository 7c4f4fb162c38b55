import type { CollectionView, Settings } from '../../shared/ipc/views.ts';
import type { GroupBy } from '../../shared/library/groups.ts';
import type { CardOrder } from '../../shared/library/sort-cards.ts';
import type { Place } from './place-store.ts';

/**
 * The order of the badges in a place: collections have one of their own, which the person makes. A timeline is always that of
 * the days of issue, the newest first.
 */
export function orderOf(place: Place, collections: readonly CollectionView[], settings: Settings): CardOrder {
  const { view, sort, sortDescending: descending, collectionSort } = settings;
  if (view === 'timeline') return { by: 'issued', descending: true };
  if (!hasOwnOrder(place, collections)) return { by: sort, descending };
  return { by: collectionSort, descending };
}

/** Whether a place keeps an order that the person made: a collection that badges are put into by hand. */
export function hasOwnOrder(place: Place, collections: readonly CollectionView[]): boolean {
  if (place.kind !== 'collection') return false;
  return collections.some(({ id, search }) => id === place.id && search === null);
}

/** How the shown badges are grouped: a timeline is always by month. */
export function groupOf({ view, groupBy }: Settings): GroupBy {
  return view === 'timeline' ? 'month' : groupBy;
}
