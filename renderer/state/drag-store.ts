import { create } from 'zustand';
import type { DraggedFiles } from '../import/dragged-files.ts';

interface DragStore {
  /** Files that are being dragged over the window; null: none. */
  readonly dragged: DraggedFiles | null;
  readonly setDragged: (dragged: DraggedFiles | null) => void;
}

/** What hangs over the window. */
export const useDrag = create<DragStore>((set) => ({
  dragged: null,
  setDragged: (dragged) => set({ dragged }),
}));
