import { create } from 'zustand';
import type { ExportProgress } from '../../shared/ipc/portfolio-calls.ts';

interface ExportStore {
  /** null: nothing is being written. */
  readonly progress: ExportProgress | null;
  readonly progressed: (progress: ExportProgress | null) => void;
}

/** How far an export is. */
export const useExport = create<ExportStore>((set) => ({
  progress: null,
  progressed: (progress) => set({ progress }),
}));
