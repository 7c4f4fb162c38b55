import { emptySearch } from '../../shared/library/search.ts';
import type { SavedSearch } from '../../shared/library/search-schema.ts';
import { filterWords } from '../../shared/text/ui-organise-words.ts';
import { uiWords } from '../../shared/text/ui-words.ts';
import { useDialog } from '../state/dialog-store.ts';
import { openLibrary } from '../state/library-store.ts';
import { usePlace } from '../state/place-store.ts';
import { shownCollection } from './collection-commands.ts';
import { editLibrary } from './edit-library.ts';

export function askToSaveSearch(): void {
  useDialog.getState().open({ kind: 'save-search', search: currentSearch() });
}

/** Makes a smart collection and shows it. */
export async function saveSearch(name: string, search: SavedSearch): Promise<void> {
  const done = await editLibrary(
    { kind: 'collection.create', name, badgeIds: [], parentId: null, search },
    uiWords.createdCollection(name),
  );
  const { go, clearFilters } = usePlace.getState();
  if (done === null || done.createdId === null) return;
  clearFilters();
  go({ kind: 'collection', id: done.createdId });
}

/** Shows among all badges what a smart collection finds, to be changed and saved again. */
export function editShownSearch(): void {
  const collection = shownCollection();
  if (collection === null || collection.search === null) return;
  usePlace.getState().editSearch(collection.id, collection.search);
}

/** The smart collection whose search is being changed finds what is shown now. */
export async function saveEditedSearch(): Promise<void> {
  const { editing, clearFilters, go } = usePlace.getState();
  const collection = openLibrary()?.collections.find(({ id }) => id === editing);
  if (collection === undefined) return;
  const done = await editLibrary(
    { kind: 'collection.search', id: collection.id, search: currentSearch() },
    filterWords.changed(collection.name),
  );
  if (done === null) return;
  clearFilters();
  go({ kind: 'collection', id: collection.id });
}

/** What the person looks for now, as a search that finds the same from everywhere. */
function currentSearch(): SavedSearch {
  const { place, search, filters } = usePlace.getState();
  const asked = { ...emptySearch, ...filters, text: search.trim() };
  if (place.kind === 'yours') return { ...asked, recipients: ['yours'] };
  const isNarrower = place.kind === 'collection' && !asked.collections.includes(place.id);
  return isNarrower ? { ...asked, collections: [place.id] } : asked;
}
