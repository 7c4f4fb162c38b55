import type { BadgeCard, LibraryChange, LibraryView } from '../../shared/ipc/views.ts';

/**
 * The view after a change: known badges keep their place, new ones come last, the same cards stay the same objects.
 * One that is both removed and put back in one change is there.
 */
export function applyChange(view: LibraryView, change: LibraryChange): LibraryView {
  // Each by its name: a part that is new in the view and forgotten here does not compile.
  return {
    libraryId: view.libraryId,
    readOnly: view.readOnly,
    badges: applyToBadges(view.badges, change),
    bin: change.bin ?? view.bin,
    collections: change.collections ?? view.collections,
    identities: change.identities ?? view.identities,
    knownIssuers: change.knownIssuers ?? view.knownIssuers,
    registries: change.registries ?? view.registries,
    packs: change.packs ?? view.packs,
    portfolios: change.portfolios ?? view.portfolios,
    receipts: change.receipts ?? view.receipts,
    problems: change.problems ?? view.problems,
    history: change.history,
  };
}

function applyToBadges(badges: readonly BadgeCard[], change: LibraryChange): readonly BadgeCard[] {
  if (change.upserted.length === 0 && change.removed.length === 0) return badges;
  const upserted = new Map(change.upserted.map((card) => [card.id, card]));
  const removed = new Set(change.removed);
  const kept: BadgeCard[] = [];
  for (const card of badges) {
    const fresh = upserted.get(card.id);
    if (fresh !== undefined || !removed.has(card.id)) kept.push(fresh ?? card);
    upserted.delete(card.id);
  }
  return [...kept, ...upserted.values()];
}
