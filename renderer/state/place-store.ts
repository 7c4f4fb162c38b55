import { create } from 'zustand';

/** What the main area shows. */
export type Place =
  | { readonly kind: 'all' }
  | { readonly kind: 'yours' }
  | { readonly kind: 'collection'; readonly id: string };

interface PlaceStore {
  readonly place: Place;
  /** What is typed into the search field, as typed. */
  readonly search: string;
  readonly go: (place: Place) => void;
  readonly setSearch: (search: string) => void;
}

/** Where the person is. */
export const usePlace = create<PlaceStore>((set) => ({
  place: { kind: 'all' },
  search: '',
  go: (place) => set({ place }),
  setSearch: (search) => set({ search }),
}));
