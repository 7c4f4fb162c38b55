import { create } from 'zustand';
import type { SigningKeyView } from '../../shared/ipc/signing-key.ts';

interface SigningStore {
  /** null: not asked yet. */
  readonly key: SigningKeyView | null;
  readonly told: (key: SigningKeyView) => void;
}

/** What is known of the learner's own key. */
export const useSigning = create<SigningStore>((set) => ({
  key: null,
  told: (key) => set({ key }),
}));
