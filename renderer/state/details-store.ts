import { create } from 'zustand';
import type { BadgeDetails, Failure } from '../../shared/ipc/views.ts';

export type DetailsState =
  | { readonly kind: 'none' }
  | { readonly kind: 'loading'; readonly id: string }
  | { readonly kind: 'failed'; readonly id: string; readonly failure: Failure }
  | { readonly kind: 'ready'; readonly id: string; readonly details: BadgeDetails };

interface DetailsStore {
  readonly details: DetailsState;
  readonly set: (details: DetailsState) => void;
}

/** Everything about the one badge that is looked at. */
export const useDetails = create<DetailsStore>((set) => ({
  details: { kind: 'none' },
  set: (details) => set({ details }),
}));
