import { expect, test } from 'vitest';
import type { Change } from '../../../shared/library/operations.ts';
import { splitChanges } from '../../../shared/library/split-changes.ts';

const badge = (number: number) => number.toString(16).padStart(64, '0');
const note = (number: number, to = 'ü'): Change => ({
  kind: 'note.changed',
  badge: badge(number),
  from: '',
  to,
});
const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value)).length;

test('changes that fit stay one list, in their order', () => {
  const changes = [note(1), note(2), note(3)];
  expect(splitChanges(changes, bytesOf(changes))).toEqual([changes]);
  expect(splitChanges([], 100)).toEqual([[]]);
});

test('changes that do not fit become several lists in the same order, none too large', () => {
  const changes = Array.from({ length: 500 }, (_, number) => note(number, 'ü'.repeat(number % 7)));
  const lists = splitChanges(changes, 2_000);
  expect(lists.length).toBeGreaterThan(10);
  expect(lists.flat()).toEqual(changes);
  for (const list of lists) expect(bytesOf(list)).toBeLessThanOrEqual(2_002);
});

test('one change that is larger stands alone', () => {
  const changes = [note(1), note(2, 'x'.repeat(900)), note(3)];
  expect(splitChanges(changes, 500)).toEqual(changes.map((change) => [change]));
});

test.each(['tag.added', 'tag.removed'] as const)(
  '%s of very many badges is one of each part of them',
  (kind) => {
    const badges = Array.from({ length: 1_000 }, (_, number) => `${badge(number)}.12345`);
    const lists = splitChanges([{ kind, tag: 'work', badges }], 10_000);
    const parts = lists.flat().flatMap((change) => (change.kind === kind ? [change] : []));
    expect(parts.flatMap((part) => part.badges)).toEqual(badges);
    expect(new Set(parts.map(({ tag }) => tag))).toEqual(new Set(['work']));
    for (const list of lists) expect(bytesOf(list)).toBeLessThanOrEqual(10_002);
    const none: Change = { kind, tag: 'work', badges: [] };
    expect(splitChanges([none], 10_000)).toEqual([[none]]);
  },
);
