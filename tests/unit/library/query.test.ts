import { expect, test } from 'vitest';
import type { BadgeCard } from '../../../shared/ipc/views.ts';
import { queryBadges, searchBadges, sortBadges } from '../../../shared/library/query.ts';
import { makeCard } from '../../factories/card.ts';

function card(more: Partial<BadgeCard>): BadgeCard {
  return makeCard('a', { name: 'Welding 1', issuerName: 'Trade School', ...more });
}

const names = (cards: readonly BadgeCard[]) => cards.map(({ name }) => name);

test('every word must occur, in name, issuer, description or tags; case and accents do not matter', () => {
  const cards = [
    card({ name: 'Éclair baking', issuerName: 'École', tags: ['Pâtisserie'] }),
    card({ name: 'Welding', description: 'Joins metal. 100 % "safe" (a.*b)' }),
  ];
  expect(names(searchBadges(cards, 'ecole ECLAIR patisserie'))).toEqual(['Éclair baking']);
  expect(names(searchBadges(cards, 'welding metal'))).toEqual(['Welding']);
  expect(names(searchBadges(cards, 'ecole metal'))).toEqual([]);
  expect(names(searchBadges(cards, '  '))).toEqual(names(cards));
});

test('H10 what looks like a pattern or a query language is plain text', () => {
  const cards = [card({ description: `100 % "safe" (a.*b) OR 1=1 --` }), card({ name: 'other' })];
  for (const text of ['(a.*b)', '"safe"', '%', 'OR', '--']) expect(searchBadges(cards, text)).toHaveLength(1);
  expect(searchBadges(cards, '.*')).toHaveLength(1);
  expect(searchBadges(cards, '[')).toHaveLength(0);
});

test('names stand in the order that people expect: numbers by size, no regard to case', () => {
  const cards = ['welding 10', 'Welding 2', 'Ärzte', 'apple'].map((name, index) =>
    card({ name, id: `${index}` }),
  );
  expect(names(sortBadges(cards, { sort: 'name', descending: false, locale: 'en' }))).toEqual([
    'apple',
    'Ärzte',
    'Welding 2',
    'welding 10',
  ]);
  expect(names(sortBadges(cards, { sort: 'name', descending: true, locale: 'en' }))[0]).toBe('welding 10');
});

test('badges without a date come last in either direction', () => {
  const cards = [
    card({ name: 'none' }),
    card({ name: 'old', issuedOn: '2020-01-01T00:00:00.000Z' }),
    card({ name: 'new', issuedOn: '2025-01-01T00:00:00.000Z' }),
  ];
  expect(names(sortBadges(cards, { sort: 'issued', descending: false }))).toEqual(['old', 'new', 'none']);
  expect(names(sortBadges(cards, { sort: 'issued', descending: true }))).toEqual(['new', 'old', 'none']);
});

test('equal ones stand by name, then by id, so that the order never flickers', () => {
  const cards = [card({ id: 'c' }), card({ id: 'b' }), card({ id: 'a', name: 'Welding 0' })];
  const sorted = queryBadges(cards, { text: '', sort: 'added', descending: true });
  expect(sorted.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
});

test('ten thousand badges are searched within a moment', () => {
  const cards = Array.from({ length: 10_000 }, (_, index) =>
    card({ id: `${index}`, name: `Badge ${index}`, description: 'A text of some length. '.repeat(10) }),
  );
  searchBadges(cards, 'warm');
  const start = performance.now();
  expect(searchBadges(cards, 'badge 9999')).toHaveLength(1);
  expect(performance.now() - start).toBeLessThan(100);
});
