import { create } from 'zustand';
import type { EntryPlace } from '../../shared/portfolio/edit-portfolio.ts';
import type { Portfolio } from '../../shared/portfolio/portfolio.ts';

/** Whether what is written is in the library. */
export type KeptState = 'saved' | 'pending' | 'saving' | 'failed';

interface PortfolioStore {
  readonly isOpen: boolean;
  /** The portfolio that is written; null: the list of all. */
  readonly openId: string | null;
  /** As it stands in the fields. */
  readonly draft: Portfolio | null;
  readonly kept: KeptState;
  /** What is being written right now, for the preview; null: what stands above all badges. */
  readonly place: EntryPlace | null;
  readonly setOpen: (isOpen: boolean) => void;
  readonly show: (id: string | null, draft: Portfolio | null) => void;
  readonly change: (change: (draft: Portfolio) => Portfolio) => void;
  readonly setKept: (kept: KeptState) => void;
  readonly setPlace: (place: EntryPlace | null) => void;
}

/** The portfolio that is being put together. */
export const usePortfolios = create<PortfolioStore>((set) => ({
  isOpen: false,
  openId: null,
  draft: null,
  kept: 'saved',
  place: null,
  setOpen: (isOpen) => set({ isOpen }),
  show: (openId, draft) => set({ openId, draft, kept: 'saved', place: null }),
  change: (change) =>
    set(({ draft }) => {
      if (draft === null) return {};
      const changed = change(draft);
      return changed === draft ? {} : { draft: changed, kept: 'pending' };
    }),
  setKept: (kept) => set({ kept }),
  setPlace: (place) => set({ place }),
}));

/** The portfolio that is being written, which is what Export is about then; null where none is on the screen. */
export function openDraft(): Portfolio | null {
  const { isOpen, draft } = usePortfolios.getState();
  return isOpen ? draft : null;
}
