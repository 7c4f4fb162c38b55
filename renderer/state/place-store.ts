import { create } from 'zustand';
import type { Facet } from '../../shared/library/facet-columns.ts';
import { emptySearch } from '../../shared/library/search.ts';
import type { SavedSearch } from '../../shared/library/search-schema.ts';

/** What the main area shows. */
export type Place =
  | { readonly kind: 'all' }
  | { readonly kind: 'yours' }
  | { readonly kind: 'bin' }
  /** What ends, and what changed. */
  | { readonly kind: 'watch' }
  | { readonly kind: 'collection'; readonly id: string };

/** Chosen values by what they filter. */
export type Filters = Omit<SavedSearch, 'text'>;

export interface PlaceStore {
  readonly place: Place;
  /** What is typed into the search field, as typed. */
  readonly search: string;
  readonly filters: Filters;
  /** The smart collection whose search is being changed; null: none. */
  readonly editing: string | null;
  /** Another place begins without filters; the words of the search go along. */
  readonly go: (place: Place) => void;
  readonly setSearch: (search: string) => void;
  /** Replaces the chosen values of one filter. */
  readonly setFilter: (facet: Facet, values: readonly string[]) => void;
  readonly clearFilters: () => void;
  /** Shows what a saved search finds among all badges, to be changed. */
  readonly editSearch: (collectionId: string, search: SavedSearch) => void;
}

const { text: _text, ...noFilters } = emptySearch;

/** Where the person is, and what of it they want to see. */
export const usePlace = create<PlaceStore>((set) => ({
  place: { kind: 'all' },
  search: '',
  filters: noFilters,
  editing: null,
  go: (place) => set({ place, filters: noFilters, editing: null }),
  setSearch: (search) => set({ search }),
  // The values come from the counts of that facet, so they are of its kind.
  setFilter: (facet, values) => set(({ filters }) => ({ filters: { ...filters, [facet]: [...values] } })),
  clearFilters: () => set({ search: '', filters: noFilters, editing: null }),
  editSearch: (editing, { text, ...filters }) =>
    set({ place: { kind: 'all' }, search: text, filters, editing }),
}));
