import type { LibraryChange, LibraryView } from '../../shared/ipc/views.ts';

/** What the page is told of a library in which there is nothing. */
export const emptyView: LibraryView = {
  libraryId: 'l',
  badges: [],
  bin: [],
  collections: [],
  identities: [],
  knownIssuers: [],
  registries: [],
  packs: [],
  portfolios: [],
  receipts: [],
  history: { undo: null, redo: null },
  problems: [],
  readOnly: false,
};

/** What it is told of a change; of nothing but what is given. */
export function makeChange(more: Partial<LibraryChange> = {}): LibraryChange {
  return {
    upserted: [],
    removed: [],
    bin: null,
    collections: null,
    identities: null,
    knownIssuers: null,
    registries: null,
    packs: null,
    portfolios: null,
    receipts: null,
    problems: null,
    history: { undo: null, redo: null },
    ...more,
  };
}
