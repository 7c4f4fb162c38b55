import type { BadgeCard, CollectionView, Settings } from '../../shared/ipc/views.ts';
import { limits } from '../../shared/limits.ts';
import type { Place } from './place-store.ts';

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
  return [...found].sort((a, b) => (query.sortDescending ? -1 : 1) * compare(a, b, query.sort) || byId(a, b));
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
  const texts = [card.name, card.issuerName, card.issuerId, card.description, card.tags.join('\n')];
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

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

function compare(a: BadgeCard, b: BadgeCard, sort: Settings['sort']): number {
  switch (sort) {
    case 'name':
      return compareTexts(a.name, b.name);
    case 'issuer':
      return compareTexts(a.issuerName, b.issuerName) || compareTexts(a.name, b.name);
    case 'issued':
      return (a.issuedOn ?? '').localeCompare(b.issuedOn ?? '');
    case 'added':
      return a.addedAt.localeCompare(b.addedAt);
  }
}

/** Only the beginnings are compared, so that a huge name cannot stop the window. */
function compareTexts(a: string, b: string): number {
  return collator.compare(a.slice(0, limits.comparedCharacters), b.slice(0, limits.comparedCharacters));
}

function byId(a: BadgeCard, b: BadgeCard): number {
  return a.id < b.id ? -1 : 1;
}
