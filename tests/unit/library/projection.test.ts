import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRecord } from '../../../shared/library/operations.ts';
import { applyRecord, nothingTouched, project } from '../../../shared/library/projection.ts';
import { recordOfState, stateOfRecord } from '../../../shared/library/state-record.ts';
import { historyOf } from '../../../shared/library/undo.ts';
import {
  anyHistory,
  badgeIdOfNumber,
  factsOfBadge,
  inTotalOrder,
  recordOf,
} from '../../factories/library-records.ts';

describe('the histories of several devices', () => {
  test('a state does not depend on the order of the records, nor on how often each one comes', () => {
    fc.assert(
      fc.property(
        anyHistory.chain((history) =>
          fc.tuple(
            fc.constant(history),
            fc.shuffledSubarray([...history, ...history], { minLength: history.length * 2 }),
          ),
        ),
        ([history, shuffled]) => {
          const inOrder = project(inTotalOrder(history));
          const anyhow = project(shuffled);
          expect(recordOfState(anyhow)).toEqual(recordOfState(inOrder));
          expect(historyOf(anyhow)).toEqual(historyOf(inOrder));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('a state read back from its record goes on as if it had never been written', () => {
    fc.assert(
      fc.property(anyHistory, fc.nat(), (history, cut) => {
        const head = history.slice(0, cut % (history.length + 1));
        const state = stateOfRecord(JSON.parse(JSON.stringify(recordOfState(project(head)))));
        for (const record of history) applyRecord(state, record, nothingTouched());
        expect(recordOfState(state)).toEqual(recordOfState(project(history)));
      }),
    );
  });
});

describe('reading records', () => {
  test('every record is read back from its JSON as it was', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        for (const record of history) {
          expect(readRecord(JSON.parse(JSON.stringify(record)))).toEqual(record);
        }
      }),
    );
  });

  test('a change of a kind from the future is kept as unknown and has no effect; the others of its record have', () => {
    const known = { kind: 'collection.created', collection: 'work', name: 'Work' };
    const record = readRecord({
      ...recordOf([]),
      changes: [{ kind: 'note.written', badge: badgeIdOfNumber(1), text: 'x' }, known],
    });
    expect(record?.changes[0]).toEqual({ kind: 'unknown', name: 'note.written' });
    expect(record === null ? null : project([record]).collections.get('work')?.name?.value).toBe('Work');
  });

  test('a broken change of a known kind spoils its record, and so does a key of a prototype', () => {
    for (const change of [
      { kind: 'badge.removed', badge: '../../etc/passwd' },
      { kind: 'collection.created', collection: '__proto__', name: 'x' },
      { kind: 'member.added', collection: 'work', badge: badgeIdOfNumber(1), rank: 'first' },
      {
        kind: 'badge.added',
        badge: badgeIdOfNumber(1),
        addedAt: '',
        facts: { ...factsOfBadge(), tags: 'x' },
      },
    ]) {
      expect(readRecord({ ...recordOf([]), changes: [change] })).toBeNull();
    }
    for (const value of [null, 1, 'x', [], {}, { ...recordOf([]), at: 'yesterday' }]) {
      expect(readRecord(value)).toBeNull();
    }
  });
});

test('the earliest import of a badge is the day on which it was added', () => {
  const added = (addedAt: string, id: string) =>
    recordOf([{ kind: 'badge.added', badge: badgeIdOfNumber(1), addedAt, facts: factsOfBadge() }], { id });
  const state = project([added('2026-03-01T00:00:00.000Z', 'b'), added('2026-01-01T00:00:00.000Z', 'a')]);
  expect(state.badges.get(badgeIdOfNumber(1))?.addedAt).toBe('2026-01-01T00:00:00.000Z');
});
