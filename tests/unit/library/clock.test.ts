import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isLogicalTime, nextTime } from '../../../shared/library/clock.ts';

test('M18 times grow whatever the wall clock does', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 8_640_000_000_000_000 })), (walls) => {
      let last: string | null = null;
      for (const wall of walls) {
        const next = nextTime(last, wall);
        expect(isLogicalTime(next)).toBe(true);
        if (last !== null) expect(next > last).toBe(true);
        last = next;
      }
    }),
  );
});

test('a full counter runs over into the next millisecond', () => {
  expect(nextTime('00000000001-zzzz', 0)).toBe('00000000002-0000');
});

test('a clock before 1970 counts as 1970', () => {
  expect(nextTime(null, -5)).toBe('00000000000-0000');
});

test('no time is written that could not be read again, not even after the last one', () => {
  const last = nextTime(null, Number.MAX_SAFE_INTEGER).replace(/....$/, 'zzzz');
  expect(isLogicalTime(last)).toBe(true);
  expect(nextTime(last, 0)).toBe(last);
  expect(isLogicalTime('zzzzzzzzzzz-0000')).toBe(false);
});
