import { create } from 'zustand';
import type { IssuerListPreview } from '../../shared/ipc/views.ts';

/** The one dialog that is open. */
export type DialogState =
  | { readonly kind: 'none' }
  | { readonly kind: 'palette' }
  | { readonly kind: 'keys' }
  | { readonly kind: 'settings' }
  | { readonly kind: 'known-issuers' }
  | { readonly kind: 'know-issuer'; readonly badgeId: string }
  | { readonly kind: 'take-issuers'; readonly preview: IssuerListPreview }
  | { readonly kind: 'paste' }
  | { readonly kind: 'export'; readonly title: string; readonly badgeIds: readonly string[] }
  | { readonly kind: 'create-collection'; readonly badgeIds: readonly string[] }
  | { readonly kind: 'rename-collection'; readonly id: string; readonly name: string }
  | { readonly kind: 'add-to-collection'; readonly badgeIds: readonly string[] };

interface DialogStore {
  readonly dialog: DialogState;
  readonly open: (dialog: DialogState) => void;
  readonly close: () => void;
}

/** Which dialog is open. */
export const useDialog = create<DialogStore>((set) => ({
  dialog: { kind: 'none' },
  open: (dialog) => set({ dialog }),
  close: () => set({ dialog: { kind: 'none' } }),
}));
