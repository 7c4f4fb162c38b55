import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ranksBetween } from '../../../../shared/library/plan/ranks.ts';

test.each([
  [null, null, 2, [1, 2]],
  [4, null, 2, [5, 6]],
  [null, 4, 2, [2, 3]],
  [1, 2, 1, [1.5]],
  [0, 3, 2, [1, 2]],
])('between %s and %s, %d: %o', (left, right, count, ranks) => {
  expect(ranksBetween(left, right, count)).toEqual(ranks);
});

test('null where no numbers are left', () => {
  expect(ranksBetween(1, 1, 1)).toBeNull();
  expect(ranksBetween(2, 1, 1)).toBeNull();
  expect(ranksBetween(1, 1 + Number.EPSILON, 1)).toBeNull();
});

test('what it answers is always in order, and between', () => {
  const bound = fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true }));
  fc.assert(
    fc.property(bound, bound, fc.integer({ min: 1, max: 50 }), (a, b, count) => {
      const [left, right] = a !== null && b !== null && a > b ? [b, a] : [a, b];
      const ranks = ranksBetween(left, right, count);
      if (ranks === null) return;
      expect(ranks).toHaveLength(count);
      const all = [...(left === null ? [] : [left]), ...ranks, ...(right === null ? [] : [right])];
      expect(all.every((rank, index) => index === 0 || rank > (all[index - 1] ?? 0))).toBe(true);
    }),
  );
});
