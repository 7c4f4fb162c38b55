import type { BadgeCard } from '../ipc/views.ts';
import type { SortKey } from './query.ts';
import { createTextRanks } from './text-ranks.ts';

/** `own`: as they are given, in the person's own order. */
export interface CardOrder {
  readonly by: SortKey | 'own';
  readonly descending: boolean;
}

/** Answers a new list in the asked order; the cards without a date stand at the old end. */
export type CardSorter = (cards: readonly BadgeCard[], order: CardOrder) => readonly BadgeCard[];

/** A sorter that remembers the ranks of names: comparing names in a person's language is what sorting costs. */
export function createCardSorter(collator: Intl.Collator): CardSorter {
  const rankTexts = createTextRanks(collator);
  const keysFor = (cards: readonly BadgeCard[], by: SortKey): ((card: BadgeCard) => number | string) => {
    switch (by) {
      case 'name': {
        const { rankOf } = rankTexts(cards.map(({ name }) => name));
        return ({ name }) => rankOf(name);
      }
      case 'issuer': {
        const { rankOf, count } = rankTexts(cards.flatMap(({ name, issuerName }) => [name, issuerName]));
        return ({ name, issuerName }) => rankOf(issuerName) * count + rankOf(name);
      }
      case 'issued':
        return ({ issuedOn }) => issuedOn ?? '';
      case 'added':
        return ({ addedAt }) => addedAt;
    }
  };
  return (cards, { by, descending }) => {
    if (by === 'own') return cards;
    const keyOf = keysFor(cards, by);
    const sign = descending ? -1 : 1;
    return cards
      .map((card) => ({ card, key: keyOf(card) }))
      .sort((a, b) => sign * compare(a.key, b.key) || compare(a.card.id, b.card.id))
      .map(({ card }) => card);
  };
}

function compare<Value extends number | string>(a: Value, b: Value): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
