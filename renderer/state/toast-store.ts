import { create } from 'zustand';
import type { CommandId } from '../../shared/commands.ts';

export interface Toast {
  readonly id: number;
  readonly tone: 'plain' | 'bad';
  readonly text: string;
  /** A command offered beside the text. */
  readonly action: { readonly title: string; readonly run: CommandId | 'export.reveal' } | null;
}

interface ToastStore {
  readonly toast: Toast | null;
  readonly show: (toast: Omit<Toast, 'id'>) => void;
  readonly dismiss: (id: number) => void;
}

/** One short message at a time; a newer one takes the place of the older. */
export const useToast = create<ToastStore>((set) => ({
  toast: null,
  show: (toast) => set(({ toast: previous }) => ({ toast: { ...toast, id: (previous?.id ?? 0) + 1 } })),
  dismiss: (id) => set(({ toast }) => (toast?.id === id ? { toast: null } : {})),
}));
