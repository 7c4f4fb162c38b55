import { describe, expect, test } from 'vitest';
import { firstOfSame } from '../../../shared/library/cards.ts';
import { nextTime } from '../../../shared/library/clock.ts';
import type { Change } from '../../../shared/library/operations.ts';
import { project } from '../../../shared/library/projection.ts';
import { badgeIdOfNumber, factsOfBadge, recordOf } from '../../factories/library-records.ts';

const at = (ms: number) => ({ id: `r${ms}`, at: nextTime(null, ms) });
const added = (number: number, addedAt: string, sameBadgeKey: string | null = 'key'): Change => ({
  kind: 'badge.added',
  badge: badgeIdOfNumber(number),
  addedAt,
  facts: factsOfBadge({ sameBadgeKey }),
});
const [one, two, three] = [1, 2, 3].map(badgeIdOfNumber);

describe('of a badge that is here in several files', () => {
  test('the first is the one that was added first, however the records came', () => {
    const changes = [added(1, '2026-03-01'), added(2, '2026-01-01'), added(3, '2026-02-01')];
    for (const order of [changes, changes.toReversed()]) {
      expect(firstOfSame(project([recordOf(order)]))).toEqual(new Map([['key', two]]));
    }
  });

  test('the first of those that were added at once is told by its id, so that every device names the same', () => {
    const changes = [added(3, '2026-01-01'), added(1, '2026-01-01'), added(2, '2026-01-01')];
    expect(firstOfSame(project([recordOf(changes)]))).toEqual(new Map([['key', one]]));
  });

  test('none is the first that lies in the bin, nor one that is like no other', () => {
    const state = project([
      recordOf([added(1, '2026-01-01'), added(3, '2026-02-01'), added(2, '2026-01-01', null)], at(1)),
      recordOf([{ kind: 'badge.removed', badge: badgeIdOfNumber(1) }], at(2)),
    ]);
    expect(firstOfSame(state)).toEqual(new Map([['key', three]]));
  });
});
