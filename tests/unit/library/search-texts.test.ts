import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BadgeCard } from '../../../shared/ipc/views.ts';
import { searchTextOf } from '../../../shared/library/search-text.ts';
import { searchTextsOf } from '../../../shared/library/search-texts.ts';
import { makeCard } from '../../factories/card.ts';

/** Counts how often the texts of a card are looked at. */
function watched(id: string, seen: Map<string, number>): BadgeCard {
  const card = makeCard(id);
  return Object.defineProperty(card, 'description', {
    get: () => {
      seen.set(id, (seen.get(id) ?? 0) + 1);
      return `What ${id} is for`;
    },
  });
}

test('a list has the texts of its cards, whatever list was asked for before', () => {
  const ids = fc.array(fc.nat(30), { maxLength: 40 });
  const all = Array.from({ length: 31 }, (_, at) =>
    makeCard(`${at}`, { description: `Nº ${at}`, tags: ['É'] }),
  );
  const chosen = (places: readonly number[]) => places.flatMap((at) => all[at] ?? []);
  fc.assert(
    fc.property(ids, ids, (before, after) => {
      searchTextsOf(chosen(before));
      const cards = chosen(after);
      expect(searchTextsOf(cards)).toEqual(cards.map(searchTextOf));
    }),
  );
});

test('cards that an edit leaves alone are not folded again, wherever they stand after it', () => {
  const seen = new Map<string, number>();
  const cards = Array.from({ length: 600 }, (_, at) => watched(`${at}`, seen));
  searchTextsOf(cards);
  const read = seen.get('5');
  const changed = makeCard('7', { name: 'Changed' });
  const lists = [
    cards.with(7, changed),
    cards.filter((_card, at) => at !== 3),
    [makeCard('new', { name: 'New' }), ...cards],
    cards.toReversed(),
  ];
  for (const list of lists) {
    const texts = searchTextsOf(list);
    expect(texts).toHaveLength(list.length);
    expect(texts[list.indexOf(cards[5] ?? changed)]).toContain('what 5 is for');
    expect(seen.get('5')).toBe(read);
    searchTextsOf(cards);
  }
  expect(searchTextsOf(cards.with(7, changed))[7]).toContain('changed');
});

test('an empty library has no texts, before and after another one', () => {
  expect(searchTextsOf([])).toEqual([]);
  expect(searchTextsOf([makeCard('a')])).toHaveLength(1);
  expect(searchTextsOf([])).toEqual([]);
});
