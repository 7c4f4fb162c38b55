import type { CollectionView, Settings } from '../../shared/ipc/views.ts';
import { isEmptySearch } from '../../shared/library/search.ts';
import { openLibrary, useLibrary } from './library-store.ts';
import { type Filters, type Place, usePlace } from './place-store.ts';
import { useSettings } from './settings-store.ts';
import { groupOf, hasOwnOrder } from './shown-order.ts';

/** Whether a collection is shown whole, in one piece, in the order that the person made: then they can change it. */
export function ownOrderShown(): boolean {
  return isShown(usePlace.getState(), openLibrary()?.collections ?? [], useSettings.getState().settings);
}

/** The same, for components; false in a library that is read-only. */
export function useOwnOrder(): boolean {
  const collections = useLibrary(({ library }) =>
    library.kind === 'ready' && !library.view.readOnly ? library.view.collections : none,
  );
  const place = usePlace((state) => state.place);
  const search = usePlace((state) => state.search);
  const filters = usePlace((state) => state.filters);
  const settings = useSettings((state) => state.settings);
  return isShown({ place, search, filters }, collections, settings);
}

const none: readonly CollectionView[] = [];

interface Asked {
  readonly place: Place;
  readonly search: string;
  readonly filters: Filters;
}

function isShown(
  { place, search, filters }: Asked,
  collections: readonly CollectionView[],
  settings: Settings,
): boolean {
  return (
    hasOwnOrder(place, collections) &&
    settings.collectionSort === 'own' &&
    groupOf(settings) === 'none' &&
    isEmptySearch({ ...filters, text: search })
  );
}
