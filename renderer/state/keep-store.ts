import { create } from 'zustand';
import type { AutomaticView, KeepNews } from '../../shared/ipc/keep-calls.ts';

type Progress = Extract<KeepNews, { kind: 'progress' }>;

interface KeepStore {
  /** What main told last of a backup, restore or examination that runs; null: nothing yet. */
  readonly progress: Progress | null;
  /** null: not asked yet. */
  readonly automatic: AutomaticView | null;
  readonly progressed: (progress: Progress | null) => void;
  readonly toldAutomatic: (automatic: AutomaticView) => void;
}

/** How keeping stands. */
export const useKeep = create<KeepStore>((set) => ({
  progress: null,
  automatic: null,
  progressed: (progress) => set({ progress }),
  toldAutomatic: (automatic) => set({ automatic }),
}));
