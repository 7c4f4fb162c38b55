import { create } from 'zustand';

interface SelectionStore {
  readonly selected: ReadonlySet<string>;
  readonly select: (ids: Iterable<string>) => void;
  /** On small windows the details are a page of their own: whether it is open. */
  readonly detailsPageOpen: boolean;
  readonly setDetailsPageOpen: (open: boolean) => void;
}

/** Which badges are selected. */
export const useSelection = create<SelectionStore>((set) => ({
  selected: new Set(),
  select: (ids) => set({ selected: new Set(ids) }),
  detailsPageOpen: false,
  setDetailsPageOpen: (detailsPageOpen) => set({ detailsPageOpen }),
}));
