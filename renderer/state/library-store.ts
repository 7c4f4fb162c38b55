import { create } from 'zustand';
import type { Failure, LibraryChange, LibraryView } from '../../shared/ipc/views.ts';
import { applyChange } from './apply-change.ts';

export type LibraryState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'ready'; readonly view: LibraryView };

interface LibraryStore {
  readonly library: LibraryState;
  readonly loading: () => void;
  readonly failed: (failure: Failure) => void;
  readonly loaded: (view: LibraryView) => void;
  readonly changed: (change: LibraryChange) => void;
}

/** What main says the library holds; nothing is changed here but by its word. */
export const useLibrary = create<LibraryStore>((set) => ({
  library: { kind: 'loading' },
  loading: () => set({ library: { kind: 'loading' } }),
  failed: (failure) => set({ library: { kind: 'failed', failure } }),
  loaded: (view) => set({ library: { kind: 'ready', view } }),
  changed: (change) =>
    set(({ library }) =>
      library.kind === 'ready' ? { library: { kind: 'ready', view: applyChange(library.view, change) } } : {},
    ),
}));

/** The view of an open library, or null. */
export function openLibrary(): LibraryView | null {
  const { library } = useLibrary.getState();
  return library.kind === 'ready' ? library.view : null;
}

/** Resolves when main has said what the library holds, or that it does not open; after `mostMs` in any case. */
export function libraryAnswered(mostMs: number): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    const timer = setTimeout(done, mostMs);
    const stop = useLibrary.subscribe(({ library }) => {
      if (library.kind !== 'loading') done();
    });
    if (useLibrary.getState().library.kind !== 'loading') done();
  });
}
