import type { BadgeCard, CollectionView, Settings } from '../../shared/ipc/views.ts';
import { limits } from '../../shared/limits.ts';
import type { Place } from './place-store.ts';
import { createTextRanks } from './text-ranks.ts';

export interface BadgeQuery {
  readonly place: Place;
  readonly search: string;
  readonly sort: Settings['sort'];
  readonly sortDescending: boolean;
}

/** The badges of a place that match every word of the search, in the chosen order. */
export function chooseBadges(
  badges: readonly BadgeCard[],
  collections: readonly CollectionView[],
  query: BadgeQuery,
): readonly BadgeCard[] {
  const words = fold(query.search).split(/\s+/u).filter(Boolean);
  const here = inPlace(badges, collections, query.place);
  const found = words.length === 0 ? here : here.filter((card) => matches(card, words));
  const keyOf = keysFor(found, query.sort);
  const sign = query.sortDescending ? -1 : 1;
  return found
    .map((card) => ({ card, key: keyOf(card) }))
    .sort((a, b) => sign * compare(a.key, b.key) || compare(a.card.id, b.card.id))
    .map(({ card }) => card);
}

function inPlace(
  badges: readonly BadgeCard[],
  collections: readonly CollectionView[],
  place: Place,
): readonly BadgeCard[] {
  if (place.kind === 'all') return badges;
  if (place.kind === 'yours') return badges.filter((card) => card.recipient === 'yours');
  const ids = new Set(collections.find(({ id }) => id === place.id)?.badgeIds ?? []);
  return badges.filter((card) => ids.has(card.id));
}

const haystacks = new WeakMap<BadgeCard, string>();

function matches(card: BadgeCard, words: readonly string[]): boolean {
  const text = haystackOf(card);
  return words.every((word) => text.includes(word));
}

function haystackOf(card: BadgeCard): string {
  const known = haystacks.get(card);
  if (known !== undefined) return known;
  const texts = [
    card.name,
    card.issuerName,
    card.issuerId,
    card.description,
    card.tags.join('\n'),
    card.skills.join('\n'),
    card.noteText,
  ];
  const made = fold(texts.map((text) => text.slice(0, limits.searchedCharacters)).join('\n'));
  haystacks.set(card, made);
  return made;
}

/** Lower case and without accents, so that "ecole" finds "École". */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
}

const rankTexts = createTextRanks(new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' }));

type KeyOf = (card: BadgeCard) => number | string;

/** One key for each badge, made once: comparing keys is cheap, comparing names in a person's language is not. */
function keysFor(badges: readonly BadgeCard[], sort: Settings['sort']): KeyOf {
  switch (sort) {
    case 'name': {
      const { rankOf } = rankTexts(badges.map(({ name }) => name));
      return ({ name }) => rankOf(name);
    }
    case 'issuer': {
      const { rankOf, count } = rankTexts(badges.flatMap(({ name, issuerName }) => [name, issuerName]));
      return ({ name, issuerName }) => rankOf(issuerName) * count + rankOf(name);
    }
    case 'issued':
      return ({ issuedOn }) => issuedOn ?? '';
    case 'added':
      return ({ addedAt }) => addedAt;
  }
}

function compare<Value extends number | string>(a: Value, b: Value): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
