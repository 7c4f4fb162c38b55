import { create } from 'zustand';
import { setOf } from './set-of.ts';

interface BinStore {
  readonly selected: ReadonlySet<string>;
  readonly select: (ids: Iterable<string>) => void;
}

/** Which badges in the bin are selected. */
export const useBin = create<BinStore>((set) => ({
  selected: new Set(),
  select: (ids) => set({ selected: setOf(ids) }),
}));
