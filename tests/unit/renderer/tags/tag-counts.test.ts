import { expect, it } from 'vitest';
import { tagCompletions, tagCounts } from '../../../../renderer/tags/tag-counts.ts';
import { makeCard } from '../../../factories/card.ts';

const known = tagCounts([
  makeCard('a', { tags: ['work', 'Sea'] }),
  makeCard('b', { tags: ['work'] }),
  makeCard('c', { tags: ['homework'] }),
]);

it('tags are told by name, with how many badges have each', () => {
  expect(known).toEqual([
    { tag: 'homework', count: 1 },
    { tag: 'Sea', count: 1 },
    { tag: 'work', count: 2 },
  ]);
});

it('numbers in tags are in the order of numbers', () => {
  const years = tagCounts([makeCard('a', { tags: ['Year 10', 'Year 9', 'Year 11'] })]);
  expect(years.map(({ tag }) => tag)).toEqual(['Year 9', 'Year 10', 'Year 11']);
});

it('what is typed is completed, beginnings first, in any case, without those that are there', () => {
  expect(tagCompletions(known, 'WORK', [])).toEqual(['work', 'homework']);
  expect(tagCompletions(known, 'work', ['work'])).toEqual(['homework']);
  expect(tagCompletions(known, 'zebra', [])).toEqual([]);
});
