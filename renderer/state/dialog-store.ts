import { create } from 'zustand';
import type { RestoreView } from '../../shared/ipc/keep-calls.ts';
import type { ShareSubject } from '../../shared/ipc/share-calls.ts';
import type { IssuerListPreview, TrustPackPreview } from '../../shared/ipc/trust-views.ts';
import type { OwnEvidence } from '../../shared/ipc/views.ts';
import type { SavedSearch } from '../../shared/library/search-schema.ts';
import type { Portfolio } from '../../shared/portfolio/portfolio.ts';

/** Where a trust pack was asked for, and where one is afterwards. */
export type PackOrigin = 'known-issuers' | 'desk';

/** The one dialog that is open. */
export type DialogState =
  | { readonly kind: 'none' }
  | { readonly kind: 'palette' }
  | { readonly kind: 'keys' }
  | { readonly kind: 'settings' }
  | { readonly kind: 'desk-online' }
  /** Check these again, once it is said which sites would be asked. */
  | { readonly kind: 'recheck'; readonly badgeIds: readonly string[] }
  | { readonly kind: 'desk-know-issuer'; readonly rowId: string }
  | { readonly kind: 'known-issuers' }
  | { readonly kind: 'know-issuer'; readonly badgeId: string }
  | { readonly kind: 'take-issuers'; readonly preview: IssuerListPreview }
  | { readonly kind: 'make-pack' }
  | { readonly kind: 'take-pack'; readonly preview: TrustPackPreview; readonly from: PackOrigin }
  | { readonly kind: 'back-up' }
  /** `restore`: what the backup would bring; null: it is locked. */
  | { readonly kind: 'restore'; readonly fileName: string; readonly restore: RestoreView | null }
  | { readonly kind: 'examine' }
  | { readonly kind: 'delete-everything' }
  | { readonly kind: 'paste' }
  | { readonly kind: 'last-import' }
  /** `isPicture`: the address of a picture that was copied, and lost its data by it. */
  | { readonly kind: 'fetch'; readonly url: string; readonly host: string; readonly isPicture: boolean }
  | { readonly kind: 'portfolio-new' }
  | { readonly kind: 'portfolio-add'; readonly section: number }
  /** A portfolio as it is kept; `badgeIds` of those that are here. */
  | { readonly kind: 'export-portfolio'; readonly portfolio: Portfolio }
  | { readonly kind: 'share'; readonly of: ShareSubject }
  | { readonly kind: 'export'; readonly title: string; readonly badgeIds: readonly string[] }
  | {
      readonly kind: 'create-collection';
      readonly badgeIds: readonly string[];
      /** The collection that it is to be in; null: none. */
      readonly parentId: string | null;
    }
  | { readonly kind: 'move-collection'; readonly id: string }
  | { readonly kind: 'save-search'; readonly search: SavedSearch }
  | { readonly kind: 'purge'; readonly badgeIds: readonly string[] }
  | { readonly kind: 'tag-badges'; readonly badgeIds: readonly string[] }
  | { readonly kind: 'tags' }
  | { readonly kind: 'rename-tag'; readonly tag: string }
  /** `evidence`: to be changed; null: new. */
  | { readonly kind: 'evidence'; readonly badgeId: string; readonly evidence: OwnEvidence | null }
  | { readonly kind: 'identities' }
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
