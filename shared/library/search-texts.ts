import type { BadgeCard } from '../ipc/views.ts';
import { foldText, searchedText } from './search-text.ts';

/**
 * What `searchTextOf` tells of each card, for a whole library: cards that were in the last list keep their texts, so that
 * an edit folds one. To remember them by list takes a fraction of remembering each.
 */
export function searchTextsOf(cards: readonly BadgeCard[]): readonly string[] {
  if (cards !== last.cards)
    last = { cards, texts: last.cards.length === 0 ? cards.map(foldCard) : changedTexts(cards) };
  return last.texts;
}

let last: { readonly cards: readonly BadgeCard[]; readonly texts: readonly string[] } = {
  cards: [],
  texts: [],
};

/** An edit mostly leaves each card where it was; only where it does not, all are looked up. */
function changedTexts(cards: readonly BadgeCard[]): readonly string[] {
  let byCard: ReadonlyMap<BadgeCard, string> | null = null;
  return cards.map((card, at) => {
    const before = last.cards[at];
    if (before === card) return last.texts[at] ?? '';
    if (before?.id === card.id) return foldCard(card);
    byCard ??= new Map(last.cards.map((each, place) => [each, last.texts[place] ?? '']));
    return byCard.get(card) ?? foldCard(card);
  });
}

function foldCard(card: BadgeCard): string {
  return foldText(searchedText(card));
}
