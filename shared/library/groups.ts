import type { BadgeCard } from '../ipc/views.ts';
import { issuerKeyOf, yearOf } from './search.ts';

export type GroupBy = 'none' | 'issuer' | 'year' | 'month';

/** Badges that belong together. */
export interface CardGroup {
  /** Of issuers `issuerKeyOf`, of years `2026`, of months `2026-03`; `none` for badges without a date. */
  readonly key: string;
  readonly cards: readonly BadgeCard[];
}

/**
 * Cards in groups, each in the order given. Issuers stand by name (`collator`), years and months the newest first, and
 * badges without a date last. Dates are those of issue, in UTC. `none`: one group of all.
 */
export function groupCards(
  cards: readonly BadgeCard[],
  by: GroupBy,
  collator: Intl.Collator,
): readonly CardGroup[] {
  if (by === 'none') return [{ key: '', cards }];
  const keyOf = by === 'issuer' ? issuerKeyOf : (card: BadgeCard) => dateKeyOf(card, by);
  const groups = new Map<string, BadgeCard[]>();
  for (const card of cards) {
    const key = keyOf(card);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [card]);
    else group.push(card);
  }
  const made = [...groups].map(([key, members]): CardGroup => ({ key, cards: members }));
  return by === 'issuer' ? made.sort(byIssuer(collator)) : made.sort(newestFirst);
}

function dateKeyOf(card: BadgeCard, by: 'year' | 'month'): string {
  const year = yearOf(card);
  return by === 'year' || year === 'none' ? year : (card.issuedOn ?? '').slice(0, 7);
}

/** Those that name nobody come last. */
function byIssuer(collator: Intl.Collator): (a: CardGroup, b: CardGroup) => number {
  const nameOf = ({ cards }: CardGroup): string => cards[0]?.issuerName || cards[0]?.issuerId || '';
  return (a, b) => {
    const [left, right] = [nameOf(a), nameOf(b)];
    if (left === '' || right === '') return left === right ? 0 : left === '' ? 1 : -1;
    return collator.compare(left, right) || (a.key < b.key ? -1 : 1);
  };
}

function newestFirst(a: CardGroup, b: CardGroup): number {
  if (a.key === 'none' || b.key === 'none') return a.key === b.key ? 0 : a.key === 'none' ? 1 : -1;
  return a.key < b.key ? 1 : -1;
}
