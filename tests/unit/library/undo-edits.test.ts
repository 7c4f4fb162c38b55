import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recordOfState, stateOfRecord } from '../../../shared/library/state-record.ts';
import { historyOf } from '../../../shared/library/undo.ts';
import { anyWish, editFor } from '../../factories/edits.ts';
import { createDevice, seen } from '../../support/device.ts';

const numRuns = process.env.LONG === '1' ? 10_000 : 300;

test('undoing every edit restores each state before it, redoing each state after it, a state read back from disk too', () => {
  const kinds = new Set<string>();
  fc.assert(
    fc.property(fc.array(anyWish, { maxLength: 25 }), (wishes) => {
      const device = createDevice('device');
      for (const number of [1, 2, 3, 4]) device.add(number);
      const states = [seen(device.state)];
      for (const wish of wishes) {
        const edit = editFor(device.state, wish);
        if (edit === null || !device.edit(edit)) continue;
        kinds.add(edit.kind);
        states.push(seen(device.state));
      }
      for (const expected of states.slice(0, -1).reverse()) {
        expect(device.step('undo')).not.toBeNull();
        expect(seen(device.state)).toEqual(expected);
      }
      const kept = stateOfRecord(JSON.parse(JSON.stringify(recordOfState(device.state))));
      expect(historyOf(kept)).toEqual(historyOf(device.state));
      for (const expected of states.slice(1)) {
        expect(device.step('redo')).not.toBeNull();
        expect(seen(device.state)).toEqual(expected);
      }
      expect(device.step('redo')).toBeNull();
    }),
    // Always the same histories, so that every kind is among them.
    { numRuns, seed: 7 },
  );
  // Every kind of edit was done and undone, but for those that are final or come to another kind.
  expect([...kinds].sort()).toEqual([
    'badges.remove',
    'badges.restore',
    'collection.add',
    'collection.create',
    'collection.delete',
    'collection.move',
    'collection.place',
    'collection.rename',
    'collection.search',
    'collection.sort',
    'collection.take-out',
    'evidence.add',
    'evidence.change',
    'evidence.remove',
    'identity.add',
    'identity.remove',
    'note.set',
    'portfolio.duplicate',
    'portfolio.remove',
    'portfolio.save',
    'tag.delete',
    'tag.rename',
    'tags.add',
    'tags.take-off',
  ]);
});
