import { describe, expect, test } from 'vitest';
import { binOf, duePurges, purgeChanges } from '../../../shared/library/bin.ts';
import type { CardContext } from '../../../shared/library/cards.ts';
import { nextTime, timeOf } from '../../../shared/library/clock.ts';
import { isInBin, isPurged, isShown } from '../../../shared/library/presence.ts';
import { project } from '../../../shared/library/projection.ts';
import type { LibraryState } from '../../../shared/library/state.ts';
import { badgeIdOfNumber, factsOfBadge, recordOf } from '../../factories/library-records.ts';

const dayMs = 86_400_000;
const start = Date.UTC(2026, 0, 1);
const badge = badgeIdOfNumber(1);

/** A badge that was removed on a day, and a record of the last day. */
function library(removedOn: number, lastOn: number): LibraryState {
  return project([
    recordOf([{ kind: 'badge.added', badge, addedAt: '2026-01-01', facts: factsOfBadge() }], {
      id: 'r1',
      at: nextTime(null, start),
    }),
    recordOf([{ kind: 'badge.removed', badge }], { id: 'r2', at: nextTime(null, start + removedOn * dayMs) }),
    recordOf([], { id: 'r3', at: nextTime(null, start + lastOn * dayMs) }),
  ]);
}

function context(day: number): CardContext {
  return {
    addresses: [],
    nowMs: start + day * dayMs,
    digest: () => new Uint8Array(),
    isFileMissing: () => false,
    firstOfSame: new Map(),
  };
}

describe('the bin', () => {
  test.each([
    [1, 30],
    [1.5, 30],
    [2, 29],
    [30.9, 1],
    [31, 0],
    [400, 0],
    [-5, 30],
  ])('on day %d of a badge that was removed on day 1 there are %d days left', (day, daysLeft) => {
    expect(binOf(library(1, 1), context(day))).toMatchObject([
      { id: badge, name: 'Bicycle repair', removedAt: '2026-01-02T00:00:00.000Z', daysLeft },
    ]);
  });

  test('shows the last removed first, and nothing that is here or was deleted for good', () => {
    const [second, third] = [badgeIdOfNumber(2), badgeIdOfNumber(3)];
    const added = [badge, second, third].map((id) => ({
      kind: 'badge.added' as const,
      badge: id,
      addedAt: '2026-01-01',
      facts: factsOfBadge(),
    }));
    const at = (day: number) => ({ id: `r${day}`, at: nextTime(null, start + day * dayMs) });
    const state = project([
      recordOf(added, at(0)),
      recordOf([{ kind: 'badge.removed', badge }], at(1)),
      recordOf([{ kind: 'badge.removed', badge: second }], at(2)),
    ]);
    expect(binOf(state, context(3)).map(({ id }) => id)).toEqual([second, badge]);
  });
});

describe('what is due', () => {
  test.each([
    [30.9, 20, false],
    [31, 20, true],
    [60, 59, true],
    // The newest record is from long before: the clock may have leapt.
    [40, 5, false],
    [4_000, 20, false],
  ])('on day %d, with the newest record of day %d: %s', (day, lastOn, isDue) => {
    expect(duePurges(library(1, lastOn), start + day * dayMs)).toHaveLength(isDue ? 1 : 0);
  });

  test('of a library without any record, or a badge that is here, nothing is', () => {
    expect(duePurges(project([]), start)).toEqual([]);
    const state = library(1, 20);
    expect(purgeChanges(project([]), [badge])).toEqual([]);
    expect(purgeChanges(state, [badge, badgeIdOfNumber(7)])).toHaveLength(1);
  });
});

describe('deleted for good', () => {
  const purged = (removal: string) =>
    recordOf([{ kind: 'badge.purged', badge, removal }], { id: 'r9', at: nextTime(null, start + 9 * dayMs) });
  const added = recordOf([{ kind: 'badge.added', badge, addedAt: '2026-01-01', facts: factsOfBadge() }], {
    id: 'r1',
    at: nextTime(null, start),
  });
  const removed = recordOf([{ kind: 'badge.removed', badge }], {
    id: 'r2',
    at: nextTime(null, start + dayMs),
  });
  const stamp = `${removed.at} ${removed.device} ${removed.id}`;

  test('a badge is neither here nor in the bin, whichever record came first', () => {
    for (const records of [
      [added, removed, purged(stamp)],
      [purged(stamp), removed, added],
      [purged(stamp), added],
    ]) {
      const entry = project(records).badges.get(badge);
      if (entry === undefined) throw new Error('no entry');
      expect([isShown(entry), isInBin(entry), isPurged(entry)]).toEqual([false, false, true]);
    }
  });

  test('imported again it is here; restored without knowing it is here too', () => {
    for (const change of [
      { kind: 'badge.added', badge, addedAt: '2026-01-05', facts: factsOfBadge() },
      { kind: 'badge.restored', badge },
    ] as const) {
      const again = recordOf([change], { id: 'r5', at: nextTime(null, start + 5 * dayMs) });
      const entry = project([added, removed, purged(stamp), again]).badges.get(badge);
      if (entry === undefined) throw new Error('no entry');
      expect(isShown(entry)).toBe(true);
    }
  });
});

test('timeOf reads the milliseconds of a stamp, and nothing out of anything else', () => {
  expect(timeOf(`${nextTime(null, start)} device record`)).toBe(start);
  expect(timeOf('')).toBe(0);
  expect(timeOf('~')).toBe(0);
});
