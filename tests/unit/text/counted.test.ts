import { expect, it } from 'vitest';
import { counted } from '../../../shared/text/counted.ts';

it.each([
  [0, '0 badges'],
  [1, '1 badge'],
  [2, '2 badges'],
])('%d of something is “%s”', (count, words) => {
  expect(counted(count, 'badge')).toBe(words);
});

it('what is not called by an s has a plural of its own', () => {
  expect([1, 2].map((count) => counted(count, 'registry', 'registries'))).toEqual([
    '1 registry',
    '2 registries',
  ]);
});
