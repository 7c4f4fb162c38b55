import { describe, expect, it } from 'vitest';
import type { BadgeCard } from '../../../shared/ipc/views.ts';
import { type CardOrder, createCardSorter } from '../../../shared/library/sort-cards.ts';
import { makeCard } from '../../factories/card.ts';

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

function ids(cards: readonly BadgeCard[], order: Partial<CardOrder>): string[] {
  return createCardSorter(collator)(cards, { by: 'name', descending: false, ...order }).map(({ id }) => id);
}

describe('in which order', () => {
  it('names are sorted as people sort them: numbers by value, case aside', () => {
    const cards = [
      makeCard('1', { name: 'Level 10' }),
      makeCard('2', { name: 'level 2' }),
      makeCard('3', { name: 'Art' }),
    ];
    expect(ids(cards, {})).toEqual(['3', '2', '1']);
  });

  it('issuers are sorted by their names, and the badges of one issuer by theirs', () => {
    const cards = [
      makeCard('1', { issuerName: 'Town', name: 'b' }),
      makeCard('2', { issuerName: 'Art', name: 'c' }),
      makeCard('3', { issuerName: 'Town', name: 'a' }),
      makeCard('4', { issuerName: 'Art', name: 'z' }),
    ];
    expect(ids(cards, { by: 'issuer' })).toEqual(['2', '4', '3', '1']);
    expect(ids(cards, { by: 'issuer', descending: true })).toEqual(['1', '3', '4', '2']);
  });

  it('dates are sorted both ways, badges without one at the old end', () => {
    const cards = [
      makeCard('old', { issuedOn: '2019-01-01T00:00:00Z' }),
      makeCard('new', { issuedOn: '2026-01-01T00:00:00Z' }),
      makeCard('none'),
    ];
    expect(ids(cards, { by: 'issued' })).toEqual(['none', 'old', 'new']);
    expect(ids(cards, { by: 'issued', descending: true })).toEqual(['new', 'old', 'none']);
  });

  it('the person’s own order is the one that they are given in, and has no other way round', () => {
    const cards = [makeCard('b'), makeCard('a')];
    expect(ids(cards, { by: 'own' })).toEqual(['b', 'a']);
    expect(ids(cards, { by: 'own', descending: true })).toEqual(['b', 'a']);
  });

  it('equal badges keep one order, so that nothing jumps', () => {
    expect(ids([makeCard('b', { name: 'x' }), makeCard('a', { name: 'x' })], {})).toEqual(['a', 'b']);
  });

  it('leaves the list that it was given as it was', () => {
    const cards = Object.freeze([makeCard('b'), makeCard('a')]);
    expect(ids(cards, {})).toEqual(['a', 'b']);
  });
});

it('J14 five thousand badges with texts of a million characters are sorted at once', () => {
  const huge = 'x'.repeat(1_000_000);
  const cards = Array.from({ length: 5_000 }, (_, index) =>
    makeCard(String(index), { name: huge, description: huge, issuerName: huge }),
  );
  const start = performance.now();
  expect(ids(cards, {})).toHaveLength(5_000);
  expect(performance.now() - start).toBeLessThan(3_000);
});
