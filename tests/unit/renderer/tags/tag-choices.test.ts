import { expect, it } from 'vitest';
import { tagChoices } from '../../../../renderer/tags/tag-choices.ts';
import { makeCard } from '../../../factories/card.ts';

const badges = [
  makeCard('a', { tags: ['sea', 'work'] }),
  makeCard('b', { tags: ['work'] }),
  makeCard('c', { tags: ['home'] }),
];

it('of several badges, tells which tags all have, which some, and which none', () => {
  expect(tagChoices(badges, ['a', 'b'], '')).toEqual([
    { kind: 'existing', tag: 'home', onChosen: 0, isOnAll: false },
    { kind: 'existing', tag: 'sea', onChosen: 1, isOnAll: false },
    { kind: 'existing', tag: 'work', onChosen: 2, isOnAll: true },
  ]);
});

it('a name that is no tag yet can be made one, an exact one cannot be made twice', () => {
  expect(tagChoices(badges, ['a'], ' new ')).toEqual([{ kind: 'new', tag: 'new' }]);
  expect(tagChoices(badges, ['a'], 'sea').map(({ kind }) => kind)).toEqual(['existing']);
  expect(tagChoices(badges, ['a'], 'Sea').map(({ kind }) => kind)).toEqual(['existing', 'new']);
});
