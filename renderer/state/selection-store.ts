import { create } from 'zustand';
import { setOf } from './set-of.ts';

interface SelectionStore {
  readonly selected: ReadonlySet<string>;
  /** A set is kept as it is: what a list makes also knows where a stretch of the selection begins. */
  readonly select: (ids: Iterable<string>) => void;
  /** On small windows the details are a page of their own: whether it is open. It closes with nothing to show. */
  readonly detailsPageOpen: boolean;
  readonly setDetailsPageOpen: (open: boolean) => void;
}

/** Which badges are selected. */
export const useSelection = create<SelectionStore>((set) => ({
  selected: new Set(),
  select: (ids) =>
    set(({ detailsPageOpen }) => {
      const selected = setOf(ids);
      return { selected, detailsPageOpen: detailsPageOpen && selected.size > 0 };
    }),
  detailsPageOpen: false,
  setDetailsPageOpen: (detailsPageOpen) => set({ detailsPageOpen }),
}));
