import { create } from 'zustand';
import { anchored } from './anchored.ts';

interface SelectionStore {
  readonly selected: ReadonlySet<string>;
  /**
   * A set is kept as it is: what a list makes also knows where a stretch of the selection begins. Of other ids it begins at
   * `anchor`; without one, those that are given are a stretch from the first to the last.
   */
  readonly select: (ids: Iterable<string>, anchor?: string) => void;
  /** On small windows the details are a page of their own: whether it is open. It closes with nothing to show. */
  readonly detailsPageOpen: boolean;
  readonly setDetailsPageOpen: (open: boolean) => void;
}

/** Which badges are selected. */
export const useSelection = create<SelectionStore>((set) => ({
  selected: new Set(),
  select: (ids, anchor) =>
    set(({ detailsPageOpen }) => {
      const selected = anchored(ids, anchor);
      return { selected, detailsPageOpen: detailsPageOpen && selected.size > 0 };
    }),
  detailsPageOpen: false,
  setDetailsPageOpen: (detailsPageOpen) => set({ detailsPageOpen }),
}));
