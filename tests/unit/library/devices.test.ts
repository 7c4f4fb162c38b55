import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWithin, parentsOf } from '../../../shared/library/collection-tree.ts';
import type { JournalRecord } from '../../../shared/library/operations.ts';
import { showingViews } from '../../../shared/library/portfolio-views.ts';
import { project } from '../../../shared/library/projection.ts';
import { recordOfState } from '../../../shared/library/state-record.ts';
import { historyOf } from '../../../shared/library/undo.ts';
import { plainPortfolio } from '../../../shared/portfolio/portfolio.ts';
import { anyWish, editFor } from '../../factories/edits.ts';
import { badgeIdOfNumber, inTotalOrder } from '../../factories/library-records.ts';
import { createDevice, type Device, seen } from '../../support/device.ts';

/** LONG=1: as many histories as the acceptance asks for. */
const numRuns = process.env.LONG === '1' ? 10_000 : 300;

/** What a device does next: an edit, a step through the history, or taking in some of another's records in any order. */
const anyMove = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('edit' as const), on: fc.nat({ max: 2 }), wish: anyWish }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('step' as const),
      on: fc.nat({ max: 2 }),
      kind: fc.constantFrom('undo' as const, 'redo' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('purge' as const), on: fc.nat({ max: 2 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('add' as const),
      on: fc.nat({ max: 2 }),
      number: fc.integer({ min: 1, max: 5 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('take' as const),
      on: fc.nat({ max: 2 }),
      from: fc.nat({ max: 2 }),
      seed: fc.nat(),
    }),
  },
);

test('M14 M18 devices that edited apart, with clocks that differ, see the same once each has the records of all', () => {
  let edits = 0;
  fc.assert(
    fc.property(
      fc.array(anyMove, { maxLength: 40 }),
      fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 3, maxLength: 3 }),
      fc.nat(),
      (moves, clocks, seed) => {
        const devices = clocks.map((nowMs, index) => createDevice(`device-${index}`, () => nowMs));
        const [first] = devices;
        for (const number of [1, 2, 3]) first?.add(number);
        for (const device of devices) device.take(first?.records ?? []);
        for (const move of moves) if (make(move, devices)) edits += 1;
        const all = devices.flatMap(({ records }) => records);
        for (const [index, device] of devices.entries()) device.take(shuffled(all, seed + index));
        const merged = project(inTotalOrder(all));
        for (const { state } of devices) {
          expect(recordOfState(state)).toEqual(recordOfState(merged));
          expect(historyOf(state)).toEqual(historyOf(merged));
          expect(seen(state)).toEqual(seen(merged));
        }
        const parents = parentsOf(merged);
        for (const [id, parent] of parents)
          expect(parent === null || !isWithin(parents, parent, id)).toBe(true);
      },
    ),
    { numRuns },
  );
  expect(edits).toBeGreaterThan(numRuns);
});

type Move = typeof anyMove extends fc.Arbitrary<infer Value> ? Value : never;

/** True where it changed something. */
function make(move: Move, devices: readonly Device[]): boolean {
  const device = devices[move.on];
  if (device === undefined) return false;
  switch (move.do) {
    case 'edit': {
      const edit = editFor(device.state, move.wish);
      return edit !== null && device.edit(edit);
    }
    case 'step':
      return device.step(move.kind) !== null;
    case 'purge':
      return device.edit({ kind: 'bin.empty' });
    case 'add':
      if (device.state.badges.get(badgeIdOfNumber(move.number))?.present?.value !== true)
        device.add(move.number);
      return true;
    case 'take': {
      const records = shuffled(devices[move.from]?.records ?? [], move.seed);
      device.take(records.slice(0, move.seed % (records.length + 1)));
      return records.length > 0;
    }
  }
}

/** The same records in an order that a number decides. */
function shuffled(records: readonly JournalRecord[], seed: number): readonly JournalRecord[] {
  return records
    .map((record, index) => ({ record, order: Math.sin(seed * 7_919 + index * 104_729) }))
    .sort((a, b) => a.order - b.order)
    .map(({ record }) => record);
}

describe('two devices at once', () => {
  function two(): readonly [Device, Device] {
    const devices = [createDevice('a', () => 10), createDevice('b', () => 20)] as const;
    for (const number of [1, 2, 3]) devices[0].add(number);
    meet(devices);
    return devices;
  }

  function meet([a, b]: readonly [Device, Device]): void {
    a.take(b.records);
    b.take(a.records);
    expect(seen(a.state)).toEqual(seen(b.state));
  }

  const [one, other, third] = [1, 2, 3].map(badgeIdOfNumber) as [string, string, string];

  function collection(device: Device, name: string, badgeIds: readonly string[] = []): string {
    device.edit({ kind: 'collection.create', name, badgeIds, parentId: null, search: null });
    return [...device.state.collections].find(([, entry]) => entry.name?.value === name)?.[0] ?? '';
  }

  test('each puts one collection into the other: the ring is opened at the later move, and nothing is lost', () => {
    const [a, b] = two();
    const [x, y] = [collection(a, 'X'), collection(a, 'Y')];
    meet([a, b]);
    expect(a.edit({ kind: 'collection.move', id: x, parentId: y })).toBe(true);
    expect(b.edit({ kind: 'collection.move', id: y, parentId: x })).toBe(true);
    meet([a, b]);
    expect(seen(a.state).collections.map(({ name, parentId }) => [name, parentId])).toEqual([
      ['Y', null],
      ['X', y],
    ]);
  });

  test('one moves a badge in the order while the other takes it out: it stays out', () => {
    const [a, b] = two();
    const id = collection(a, 'X', [one, other, third]);
    meet([a, b]);
    a.edit({ kind: 'collection.take-out', id, badgeIds: [third] });
    b.edit({ kind: 'collection.place', id, badgeIds: [third], before: one });
    meet([a, b]);
    expect(seen(a.state).collections[0]?.badgeIds).toEqual([one, other]);
  });

  test('each adds a tag of its own: both are there; one takes off what the other never saw: it stays', () => {
    const [a, b] = two();
    a.edit({ kind: 'tags.add', badgeIds: [one], tags: ['a'] });
    b.edit({ kind: 'tags.add', badgeIds: [one], tags: ['b'] });
    meet([a, b]);
    expect(seen(a.state).badges[0]?.tags).toEqual(['a', 'b']);
    a.edit({ kind: 'tags.take-off', badgeIds: [one], tags: ['b'] });
    b.edit({ kind: 'tags.add', badgeIds: [other], tags: ['b'] });
    meet([a, b]);
    expect(seen(a.state).badges.map(({ tags }) => tags)).toEqual([['a'], ['b'], []]);
  });

  test('both write a note: the later writing wins, and undo brings the earlier one back', () => {
    const [a, b] = two();
    a.edit({ kind: 'note.set', badgeId: one, text: 'from a' });
    b.edit({ kind: 'note.set', badgeId: one, text: 'from b' });
    meet([a, b]);
    expect(seen(a.state).badges[0]?.noteText).toBe('from b');
  });

  test('one deletes for good what the other restored meanwhile, without knowing: it is there on both', () => {
    const [a, b] = two();
    a.edit({ kind: 'badges.remove', badgeIds: [one] });
    meet([a, b]);
    b.edit({ kind: 'badges.restore', badgeIds: [one] });
    a.edit({ kind: 'bin.empty' });
    meet([a, b]);
    expect(seen(a.state).badges.map(({ id }) => id)).toContain(one);
  });

  test('one deletes for good what the other knew to be in the bin: it is gone on both, and undo leaves it so', () => {
    const [a, b] = two();
    a.edit({ kind: 'badges.remove', badgeIds: [one] });
    meet([a, b]);
    a.edit({ kind: 'bin.empty' });
    meet([a, b]);
    b.step('undo');
    meet([a, b]);
    expect(seen(b.state).badges.map(({ id }) => id)).not.toContain(one);
    expect(seen(b.state).bin.map(({ id }) => id)).toEqual([third]);
  });

  test('both change a portfolio: the later saving wins whole, and one deleted meanwhile is there again', () => {
    const [a, b] = two();
    a.edit({ kind: 'portfolio.save', id: null, portfolio: plainPortfolio('Mine', [one]) });
    meet([a, b]);
    const id = showingViews(a.state).portfolios[0]?.id ?? '';
    a.edit({ kind: 'portfolio.save', id, portfolio: plainPortfolio('From a', [one, other]) });
    b.edit({ kind: 'portfolio.save', id, portfolio: plainPortfolio('From b', [third]) });
    meet([a, b]);
    expect(seen(a.state).portfolios).toEqual([{ id, portfolio: plainPortfolio('From b', [third]) }]);
    a.edit({ kind: 'portfolio.remove', id });
    b.edit({ kind: 'portfolio.save', id, portfolio: plainPortfolio('Again', []) });
    meet([a, b]);
    expect(seen(a.state).portfolios.map(({ portfolio }) => portfolio.title)).toEqual(['Again']);
  });

  test('a collection made in one that the other deleted moves up to where that was, and back when it is restored', () => {
    const [a, b] = two();
    const outer = collection(a, 'Outer');
    meet([a, b]);
    b.edit({ kind: 'collection.delete', id: outer });
    a.edit({ kind: 'collection.create', name: 'Inner', badgeIds: [one], parentId: outer, search: null });
    meet([a, b]);
    expect(seen(a.state).collections).toMatchObject([{ name: 'Inner', parentId: null, badgeIds: [one] }]);
    b.take(a.records);
    b.observe([{ kind: 'collection.restored', collection: outer }]);
    meet([a, b]);
    expect(seen(a.state).collections).toMatchObject([{ name: 'Outer' }, { name: 'Inner', parentId: outer }]);
  });
});
