import { create } from 'zustand';

interface FoldStore {
  /** Ids of the collections whose inside is not shown. */
  readonly folded: ReadonlySet<string>;
  readonly setOpen: (id: string, isOpen: boolean) => void;
}

/** Which collections are folded in the list of places. */
export const useFolds = create<FoldStore>((set) => ({
  folded: new Set(),
  setOpen: (id, isOpen) =>
    set(({ folded }) => ({
      folded: new Set(isOpen ? [...folded].filter((each) => each !== id) : [...folded, id]),
    })),
}));
