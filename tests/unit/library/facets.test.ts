import { describe, expect, it } from 'vitest';
import type { BadgeCard, CollectionView } from '../../../shared/ipc/views.ts';
import { createFinder } from '../../../shared/library/facets.ts';
import { emptySearch } from '../../../shared/library/search.ts';
import type { SavedSearch } from '../../../shared/library/search-schema.ts';
import { limits } from '../../../shared/limits.ts';
import { makeCard } from '../../factories/card.ts';

const cards: readonly BadgeCard[] = [
  makeCard('a', {
    issuerName: 'Harbour',
    issuedOn: '2024-05-01T00:00:00Z',
    tags: ['sea', 'work'],
    recipient: 'yours',
    verdict: 'verified',
  }),
  makeCard('b', {
    issuerName: 'Harbour',
    issuedOn: '2025-01-01T00:00:00Z',
    tags: ['sea'],
    verdict: 'expired',
  }),
  makeCard('c', { issuerName: 'Library', issuedOn: '2025-07-01T00:00:00Z', version: '2.x' }),
];
const school: CollectionView = {
  id: 's',
  name: 'School',
  parentId: null,
  search: null,
  badgeIds: ['c', 'a', 'gone'],
};

function ask(search: Partial<SavedSearch>) {
  const { found, counts } = createFinder(cards, [school])({ ...emptySearch, ...search });
  return { ids: found.map(({ id }) => id), counts: counts() };
}
const told = (counts: ReadonlyMap<string, number>) => Object.fromEntries(counts);

describe('filters with counts', () => {
  it('with nothing asked all are found, and every value is counted', () => {
    const { ids, counts } = ask({});
    expect(ids).toEqual(['a', 'b', 'c']);
    expect(told(counts.issuers)).toEqual({ Harbour: 2, Library: 1 });
    expect(told(counts.years)).toEqual({ 2024: 1, 2025: 2 });
    expect(told(counts.tags)).toEqual({ sea: 2, work: 1 });
    expect(told(counts.collections)).toEqual({ s: 2 });
    expect(told(counts.verdicts)).toEqual({ verified: 1, expired: 1, 'not-checked': 1 });
    expect(told(counts.versions)).toEqual({ '3.0': 2, '2.x': 1 });
    expect(told(counts.recipients)).toEqual({ yours: 1, 'not-checked': 2 });
  });

  it('a filter narrows the counts of the others, not its own, so that a second value can be added', () => {
    const { ids, counts } = ask({ issuers: ['Harbour'] });
    expect(ids).toEqual(['a', 'b']);
    expect(told(counts.issuers)).toEqual({ Harbour: 2, Library: 1 });
    expect(told(counts.years)).toEqual({ 2024: 1, 2025: 1 });
    expect(told(counts.versions)).toEqual({ '3.0': 2 });
  });

  it('values of one filter add up, filters narrow each other', () => {
    expect(ask({ issuers: ['Harbour', 'Library'], years: ['2025'] }).ids).toEqual(['b', 'c']);
    expect(ask({ tags: ['work', 'sea'], recipients: ['yours'] }).ids).toEqual(['a']);
    expect(ask({ collections: ['s'], versions: ['2.x'] }).ids).toEqual(['c']);
  });

  it('words count as a filter that every count obeys', () => {
    const { ids, counts } = ask({ text: 'HARB sea' });
    expect(ids).toEqual(['a', 'b']);
    expect(told(counts.issuers)).toEqual({ Harbour: 2 });
  });

  it('a count is what choosing that value would find', () => {
    const base = { years: ['2025'] };
    for (const [value, count] of ask(base).counts.issuers) {
      expect(ask({ ...base, issuers: [value] }).ids).toHaveLength(count);
    }
  });

  it('a chosen value that nothing has any more is told with none, so that it can be taken back', () => {
    const { ids, counts } = ask({ tags: ['lost'] });
    expect(ids).toEqual([]);
    expect(told(counts.tags)).toEqual({ lost: 0, sea: 2, work: 1 });
  });
});

it('words that are typed on, taken back and typed anew find the same as words that are asked at once', () => {
  const find = createFinder(cards, []);
  for (const text of ['h', 'ha', 'harb', 'harb s', 'harb sea', 'har', '', 'lib', ' lib', 'harb se']) {
    const { ids } = ask({ text });
    expect(find({ ...emptySearch, text }).found.map(({ id }) => id)).toEqual(ids);
  }
});

it('ten thousand badges are filtered and counted within half a frame at every keystroke', () => {
  const many = Array.from({ length: 10_000 }, (_, index) =>
    makeCard(`${index}`, {
      name: `Badge ${index} of welding`,
      description: 'What a person did to earn it, in one or two sentences that are searched too. '.repeat(3),
      issuerName: `School ${index % 53}`,
      issuedOn: `${2010 + (index % 16)}-01-01T00:00:00Z`,
      tags: [`tag ${index % 31}`, `tag ${index % 7}`],
      verdict: index % 2 === 0 ? 'verified' : 'unsigned',
    }),
  );
  const find = createFinder(many, []);
  const words = 'welding of badge 9 school 1 sentences';
  const spent: number[] = [];
  for (let round = 0; round < 6; round += 1) {
    for (let end = 1; end <= words.length; end += 1) {
      const start = performance.now();
      find({ ...emptySearch, text: words.slice(0, end), years: round % 2 ? ['2015'] : [] }).counts();
      spent.push(performance.now() - start);
    }
  }
  spent.sort((a, b) => a - b);
  // The goal is 8 ms on a quiet machine (the bench measures it); here, on busy ones, a slow path is what fails.
  expect(spent[Math.floor(spent.length * 0.95)]).toBeLessThan(100);
});

it('J14 five thousand badges with texts of a million characters are searched at once', () => {
  const huge = 'x'.repeat(1_000_000);
  const huges = Array.from({ length: 5_000 }, (_, index) =>
    makeCard(String(index), {
      name: huge,
      description: huge,
      issuerName: huge.slice(0, limits.factCharacters),
    }),
  );
  const start = performance.now();
  expect(createFinder(huges, [])({ ...emptySearch, text: 'welding' }).found).toEqual([]);
  expect(performance.now() - start).toBeLessThan(3_000);
});
