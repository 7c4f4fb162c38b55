import type { LibraryChange } from '../../shared/ipc/views.ts';

/** Two changes of the library as one: what the page shows after it is what it would show after both. */
export function mergeChanges(first: LibraryChange, second: LibraryChange): LibraryChange {
  const cards = new Map(first.upserted.map((card) => [card.id, card]));
  const removed = new Set(first.removed);
  for (const id of second.removed) {
    cards.delete(id);
    removed.add(id);
  }
  for (const card of second.upserted) {
    cards.set(card.id, card);
    removed.delete(card.id);
  }
  return {
    upserted: [...cards.values()],
    removed: [...removed],
    bin: second.bin ?? first.bin,
    collections: second.collections ?? first.collections,
    identities: second.identities ?? first.identities,
    knownIssuers: second.knownIssuers ?? first.knownIssuers,
    registries: second.registries ?? first.registries,
    packs: second.packs ?? first.packs,
    portfolios: second.portfolios ?? first.portfolios,
    receipts: second.receipts ?? first.receipts,
    problems: second.problems ?? first.problems,
    history: second.history,
  };
}
