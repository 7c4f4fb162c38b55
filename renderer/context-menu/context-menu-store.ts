import { create } from 'zustand';
import type { ContextOf } from '../../shared/commands/context-commands.ts';

/** Where on the window, in CSS pixels from its upper left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export type ContextMenuState =
  | { readonly kind: 'closed' }
  /** `from`: what had the focus, and gets it back. */
  | { readonly kind: 'open'; readonly of: ContextOf; readonly at: Point; readonly from: HTMLElement };

interface ContextMenuStore {
  readonly menu: ContextMenuState;
  readonly open: (menu: Omit<Extract<ContextMenuState, { kind: 'open' }>, 'kind'>) => void;
  readonly close: () => void;
}

/** The menu of a right click: one for the whole window. */
export const useContextMenu = create<ContextMenuStore>((set) => ({
  menu: { kind: 'closed' },
  open: (menu) => set({ menu: { kind: 'open', ...menu } }),
  close: () => set({ menu: { kind: 'closed' } }),
}));
