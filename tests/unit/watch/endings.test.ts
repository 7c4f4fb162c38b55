import { expect, it } from 'vitest';
import { endNotices, withKnownEnds } from '../../../shared/watch/end-notices.ts';
import { allEndings, endingsOf } from '../../../shared/watch/endings.ts';
import { makeCard } from '../../factories/card.ts';

const nowMs = Date.UTC(2026, 10, 22, 12);
const endingOn = (expires: string | null, change: Parameters<typeof makeCard>[1] = {}) =>
  makeCard(expires ?? 'never', { expires, ...change });

it('what ends within a year is grouped by month of the UTC calendar, with its days left; what ended lately is apart, and what ends later is counted', () => {
  const cards = [
    '2027-02-03T00:00:00.000Z',
    '2026-11-22T23:59:59.000Z',
    '2026-11-30T00:00:00.000Z',
    '2026-11-22T11:59:59.000Z',
    '2026-09-01T00:00:00.000Z',
    '2026-08-21T00:00:00.000Z',
    '2027-11-23T23:00:00.000Z',
    '2027-11-24T00:00:00.000Z',
    '+275760-09-13T00:00:00.000Z',
    'never mind',
    null,
  ].map((expires) => endingOn(expires));
  const endings = endingsOf(cards, nowMs);
  expect(
    endings.months.map(({ year, month, endings: group }) => [year, month, group.map(({ days }) => days)]),
  ).toEqual([
    [2026, 11, [0, 8]],
    [2027, 2, [73]],
    [2027, 11, [366]],
  ]);
  expect(endings.ended.map(({ endsAt, days }) => [endsAt.slice(0, 10), days])).toEqual([
    ['2026-11-22', 0],
    ['2026-09-01', 82],
  ]);
  expect(allEndings(endings)).toHaveLength(6);
  expect(endings.later).toBe(2);
});

it('each end is told once: again only when the badge ends on another day', () => {
  const soon = endingOn('2026-12-01T00:00:00.000Z');
  const later = endingOn('2027-02-01T00:00:00.000Z');
  const first = endNotices([soon, later], {}, nowMs);
  expect(first.map(({ card, days }) => [card.expires, days])).toEqual([['2026-12-01T00:00:00.000Z', 9]]);
  const known = withKnownEnds({}, first, nowMs);
  expect(endNotices([soon, later], known, nowMs)).toEqual([]);
  expect(endNotices([soon, later], known, Date.UTC(2027, 0, 3)).map(({ card }) => card.id)).toEqual([
    later.id,
  ]);
  const moved = { ...soon, expires: '2026-12-15T00:00:00.000Z' };
  expect(endNotices([moved], known, nowMs)).toHaveLength(1);
});

it('a badge that is none, or was withdrawn, is no news when it ends', () => {
  const of = (verdict: 'revoked' | 'altered' | 'suspended' | 'verified') =>
    endNotices([endingOn('2026-12-01T00:00:00.000Z', { verdict })], {}, nowMs).length;
  expect([of('revoked'), of('altered'), of('suspended'), of('verified')]).toEqual([0, 0, 1, 1]);
});

it('ends that passed long ago are forgotten, and names that only objects have are no known ends', () => {
  const known = withKnownEnds(
    { old: '2026-01-01T00:00:00.000Z', late: '2026-11-01T00:00:00.000Z' },
    [],
    nowMs,
  );
  expect(Object.keys(known)).toEqual(['late']);
  const odd = makeCard('constructor', { expires: '2026-12-01T00:00:00.000Z' });
  expect(endNotices([odd], {}, nowMs)).toHaveLength(1);
});
