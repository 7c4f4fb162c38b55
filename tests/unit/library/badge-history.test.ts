import { expect, test } from 'vitest';
import { badgeHistory } from '../../../shared/library/badge-history.ts';
import { nextTime } from '../../../shared/library/clock.ts';
import type { Change } from '../../../shared/library/operations.ts';
import { badgeIdOfNumber, describedAs, factsOfBadge, recordOf } from '../../factories/library-records.ts';
import { reportOf } from '../../factories/report.ts';

const badge = badgeIdOfNumber(1);
const other = badgeIdOfNumber(2);
const day = (number: number) => Date.UTC(2026, 0, number);
const iso = (number: number) => new Date(day(number)).toISOString();

function on(number: number, ...changes: readonly Change[]) {
  return recordOf(changes, { id: `record-${number}`, at: nextTime(null, day(number)) });
}

function texts(records: readonly ReturnType<typeof on>[]): readonly string[] {
  return badgeHistory(records, badge, (id) => id.toUpperCase()).map(
    ({ at, text }) => `${at.slice(8, 10)} ${text}`,
  );
}

const added: Change = {
  kind: 'badge.added',
  badge,
  addedAt: iso(1),
  facts: factsOfBadge({ fileName: 'a.png' }),
};
const evidence = { kind: 'text', title: 'My report', text: 'x' } as const;

test('a history names each thing that happened to the badge once, the newest first, and nothing of others', () => {
  const records = [
    on(1, added, { ...added, badge: other }),
    on(
      2,
      { kind: 'tag.added', tag: 'work', badges: [other, badge] },
      { kind: 'tag.added', tag: 'x', badges: [other] },
    ),
    on(3, { kind: 'member.added', collection: 'c', badge, rank: 1 }),
    on(4, { kind: 'note.changed', badge, from: '', to: 'a' }),
    on(5, { kind: 'evidence.added', badge, evidence: 'e', addedAt: iso(5), facts: evidence }),
    on(6, { kind: 'badge.removed', badge }),
    on(7, { kind: 'badge.restored', badge }),
    on(8, { kind: 'badge.described', badge, described: describedAs() }),
  ];
  expect(texts(records)).toEqual([
    '08 The issuer’s site told more about it',
    '07 Taken out of the bin',
    '06 Put into the bin',
    '05 Evidence added: “My report”',
    '04 Note written',
    '03 Put into “C”',
    '02 Tag “work” added',
    '01 Imported from “a.png”',
  ]);
});

test('checks that say the same are one line with their number; a badge that was withdrawn since has a line of its own', () => {
  const checked = (number: number, change: Parameters<typeof reportOf>[0] = {}) =>
    on(number, { kind: 'badge.reported', badge, report: reportOf({ checkedAt: iso(number), ...change }) });
  const standing = { value: 'revoked', asOf: iso(5), source: 'live' } as const;
  const changes = [{ code: 'revoked', since: iso(4), seenAt: iso(5) }] as const;
  const found = texts([
    on(1, added),
    checked(2),
    checked(3),
    checked(4),
    checked(5, { standing, changes: [...changes] }),
    checked(6, { standing, changes: [...changes] }),
  ]);
  expect(found).toHaveLength(5);
  expect(found[3]).toMatch(/^04 Checked 3 times: /);
  expect(found.filter((text) => text.includes('has withdrawn this badge'))).toHaveLength(1);
  expect(found[0]).toMatch(/^06 Checked: /);
});

test('records that came twice, in any order, tell the same history', () => {
  const records = [
    on(1, added),
    on(2, { kind: 'badge.removed', badge }),
    on(3, { ...added, addedAt: iso(3) }),
  ];
  const expected = ['03 Imported again from “a.png”', '02 Put into the bin', '01 Imported from “a.png”'];
  expect(texts(records)).toEqual(expected);
  expect(texts([...records, ...records].reverse())).toEqual(expected);
});
