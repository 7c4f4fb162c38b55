import { create } from 'zustand';
import type { DeskRow } from '../../shared/desk/desk-row.ts';
import type { DeskChange } from '../../shared/ipc/desk-calls.ts';
import type { BadgeDetails, Failure } from '../../shared/ipc/views.ts';
import { type DeskFilter, joinRows } from './desk-rows.ts';

export type DeskDetails =
  | { readonly kind: 'none' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'ready'; readonly details: BadgeDetails };

interface DeskStore {
  readonly isOpen: boolean;
  /** In the order of the files. */
  readonly rows: readonly DeskRow[];
  readonly progress: { readonly done: number; readonly total: number | null } | null;
  readonly filter: DeskFilter;
  readonly person: string;
  /** The row that is looked at. */
  readonly current: string | null;
  readonly details: DeskDetails;
  readonly setOpen: (isOpen: boolean) => void;
  readonly apply: (change: DeskChange) => void;
  readonly setFilter: (filter: DeskFilter) => void;
  readonly setPerson: (person: string) => void;
  readonly setCurrent: (current: string | null) => void;
  readonly setDetails: (details: DeskDetails) => void;
  readonly clear: () => void;
}

const empty = {
  rows: [],
  progress: null,
  filter: 'all',
  person: '',
  current: null,
  details: { kind: 'none' },
} as const;

/** What lies on the check desk. Nothing of it outlives the desk. */
export const useDesk = create<DeskStore>((set) => ({
  isOpen: false,
  ...empty,
  setOpen: (isOpen) => set({ isOpen }),
  apply: ({ rows, progress }) =>
    set((state) => ({
      rows: rows.length === 0 ? state.rows : joinRows(state.rows, rows),
      progress: progress === undefined ? state.progress : progress,
    })),
  setFilter: (filter) => set({ filter }),
  // Whoever asks for nobody sees nobody's rows alone.
  setPerson: (person) =>
    set(({ filter }) => ({
      person,
      filter: person.trim() === '' && filter.startsWith('person:') ? 'all' : filter,
    })),
  setCurrent: (current) => set({ current }),
  setDetails: (details) => set({ details }),
  clear: () => set(empty),
}));
