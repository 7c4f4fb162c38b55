import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  nextPlace,
  numberOnPage,
  onlyBadges,
  withBadges,
  withEntry,
  withEntryMoved,
  withNewSection,
  withoutEntry,
  withoutSection,
  withSectionMoved,
} from '../../../shared/portfolio/edit-portfolio.ts';
import { badgeIdsOf, type Portfolio, plainPortfolio } from '../../../shared/portfolio/portfolio.ts';

const begun = withBadges(withNewSection(plainPortfolio('Mine', ['a', 'b', 'c'])), 1, ['d']);
const orders = ({ sections }: Portfolio) =>
  sections.map(({ entries }) => entries.map(({ badge }) => badge).join(''));

test('badges are added at the end, each once', () => {
  expect(orders(withBadges(begun, 0, ['b', 'e', 'e']))).toEqual(['abce', 'd']);
});

test('a badge is moved before another one, to the end, and into another section', () => {
  const move = (from: readonly [number, number], to: readonly [number, number]) =>
    orders(withEntryMoved(begun, { section: from[0], entry: from[1] }, { section: to[0], entry: to[1] }));
  expect(move([0, 2], [0, 0])).toEqual(['cab', 'd']);
  expect(move([0, 0], [0, 2])).toEqual(['bac', 'd']);
  expect(move([0, 0], [0, 3])).toEqual(['bca', 'd']);
  expect(move([0, 1], [1, 0])).toEqual(['ac', 'bd']);
  expect(move([0, 1], [0, 1])).toEqual(['abc', 'd']);
  expect(move([0, 9], [0, 0])).toEqual(['abc', 'd']);
  expect(move([0, 0], [9, 0])).toEqual(['abc', 'd']);
});

test('a section that has the badge already does not get it twice', () => {
  const both = withBadges(begun, 1, ['a']);
  expect(orders(withEntryMoved(both, { section: 0, entry: 0 }, { section: 1, entry: 0 }))).toEqual([
    'abc',
    'da',
  ]);
});

test('stepping down goes through every place and over into the next section, stepping up goes the way back', () => {
  const seen: string[][] = [];
  let portfolio = begun;
  let at = { section: 0, entry: 0 };
  for (let to = nextPlace(portfolio, at, 'down'); to !== null; to = nextPlace(portfolio, at, 'down')) {
    portfolio = withEntryMoved(portfolio, at, to);
    at = placeOf(portfolio, 'a');
    seen.push(orders(portfolio));
  }
  expect(seen).toEqual([
    ['bac', 'd'],
    ['bca', 'd'],
    ['bc', 'ad'],
    ['bc', 'da'],
  ]);
  for (let to = nextPlace(portfolio, at, 'up'); to !== null; to = nextPlace(portfolio, at, 'up')) {
    portfolio = withEntryMoved(portfolio, at, to);
    at = placeOf(portfolio, 'a');
  }
  expect(orders(portfolio)).toEqual(['abc', 'd']);
});

function placeOf({ sections }: Portfolio, badge: string) {
  const section = sections.findIndex(({ entries }) => entries.some((one) => one.badge === badge));
  const entry = sections[section]?.entries.findIndex((one) => one.badge === badge) ?? -1;
  return { section, entry };
}

test('moving never loses or doubles a badge, wherever it goes', () => {
  const place = fc.record({
    section: fc.integer({ min: -1, max: 3 }),
    entry: fc.integer({ min: 0, max: 5 }),
  });
  fc.assert(
    fc.property(fc.array(fc.tuple(place, place), { maxLength: 20 }), (moves) => {
      let portfolio = begun;
      for (const [from, to] of moves) portfolio = withEntryMoved(portfolio, from, to);
      expect([...badgeIdsOf(portfolio)].sort()).toEqual(['a', 'b', 'c', 'd']);
    }),
  );
});

test('words go with their badge, and a badge that is taken out takes them along', () => {
  const told = withEntry(begun, { section: 0, entry: 0 }, { story: 'Mine.' });
  const moved = withEntryMoved(told, { section: 0, entry: 0 }, { section: 1, entry: 1 });
  expect(moved.sections[1]?.entries[1]).toEqual({ badge: 'a', story: 'Mine.', evidence: [] });
  expect(orders(withoutEntry(moved, { section: 1, entry: 1 }))).toEqual(['bc', 'd']);
});

test('sections change places, and the last one stays', () => {
  expect(orders(withSectionMoved(begun, 1, 0))).toEqual(['d', 'abc']);
  expect(withSectionMoved(begun, 1, 2)).toBe(begun);
  const one = withoutSection(begun, 0);
  expect(orders(one)).toEqual(['d']);
  expect(withoutSection(one, 0)).toBe(one);
});

test('a badge’s number on the page counts those before it that are here', () => {
  const isHere = (id: string) => id !== 'b';
  expect(numberOnPage(begun, { section: 0, entry: 2 }, isHere)).toBe(2);
  expect(numberOnPage(begun, { section: 1, entry: 0 }, isHere)).toBe(3);
  expect(orders(onlyBadges(begun, isHere))).toEqual(['ac', 'd']);
});
