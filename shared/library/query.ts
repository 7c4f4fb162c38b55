import type { BadgeCard } from '../ipc/views.ts';
import { wordsOf } from './search-text.ts';
import { searchTextsOf } from './search-texts.ts';

export type SortKey = 'name' | 'issuer' | 'issued' | 'added';

export interface BadgeQuery {
  /** Words, all of which must occur in name, description, issuer, skills, tags or note. Case and accents do not matter. */
  readonly text: string;
  readonly sort: SortKey;
  readonly descending: boolean;
  /** BCP 47, for the order of names; undefined: the system's. */
  readonly locale?: string;
}

/** The cards that a query finds, in its order. Equal ones stand by name, then by id; those without a date come last. */
export function queryBadges(cards: readonly BadgeCard[], query: BadgeQuery): readonly BadgeCard[] {
  return sortBadges(searchBadges(cards, query.text), query);
}

/** The cards in which every word occurs, in the order given. */
export function searchBadges(cards: readonly BadgeCard[], text: string): readonly BadgeCard[] {
  const words = wordsOf(text);
  if (words.length === 0) return cards;
  const texts = searchTextsOf(cards);
  return cards.filter((_card, at) => words.every((word) => texts[at]?.includes(word)));
}

/** A new list in the asked order. */
export function sortBadges(
  cards: readonly BadgeCard[],
  order: Omit<BadgeQuery, 'text'>,
): readonly BadgeCard[] {
  const collator = collatorOf(order.locale);
  const sign = order.descending ? -1 : 1;
  return [...cards].sort((a, b) => {
    const main = compareBy(order.sort, a, b, collator, sign);
    return main || collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);
  });
}

function compareBy(key: SortKey, a: BadgeCard, b: BadgeCard, collator: Intl.Collator, sign: number): number {
  switch (key) {
    case 'name':
      return sign * collator.compare(a.name, b.name);
    case 'issuer':
      return sign * collator.compare(a.issuerName, b.issuerName);
    case 'issued':
      return compareDates(a.issuedOn, b.issuedOn, sign);
    case 'added':
      return compareDates(a.addedAt, b.addedAt, sign);
  }
}

function compareDates(a: string | null, b: string | null, sign: number): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return a === b ? 0 : sign * (a < b ? -1 : 1);
}

/** A collator costs a millisecond to make, a sort asks for it often. */
const collators = new Map<string, Intl.Collator>();

function collatorOf(locale: string | undefined): Intl.Collator {
  const key = locale ?? '';
  const known = collators.get(key);
  if (known !== undefined) return known;
  const made = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  collators.set(key, made);
  return made;
}
