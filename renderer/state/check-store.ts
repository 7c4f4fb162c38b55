import { create } from 'zustand';
import type { CheckProgress } from '../../shared/ipc/views.ts';

interface CheckStore {
  /** null: no check that the person asked for is running. */
  readonly progress: CheckProgress | null;
  readonly set: (progress: CheckProgress | null) => void;
}

/** The checks that run. */
export const useChecks = create<CheckStore>((set) => ({
  progress: null,
  set: (progress) => set({ progress: progress && progress.done < progress.total ? progress : null }),
}));
