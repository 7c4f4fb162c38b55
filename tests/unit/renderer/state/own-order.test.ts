import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dropWithin, type OrderStep, placedIn, stepWithin } from '../../../../renderer/state/own-order.ts';

const order = ['a', 'b', 'c', 'd', 'e'];

function moved(selected: string, step: OrderStep): string | null {
  const placing = stepWithin(order, new Set(selected), step);
  return placing === null ? null : placedIn(order, placing).join('');
}

function dropped(dragged: string, id: string, position: 'before' | 'after'): string | null {
  const placing = dropWithin(order, new Set(dragged), { id, position });
  return placing === null ? null : placedIn(order, placing).join('');
}

describe('one step in an own order', () => {
  it('moves one badge by one place, to the start, to the end', () => {
    expect(moved('c', 'earlier')).toBe('acbde');
    expect(moved('c', 'later')).toBe('abdce');
    expect(moved('c', 'start')).toBe('cabde');
    expect(moved('c', 'end')).toBe('abdec');
  });

  it('stops at the ends', () => {
    expect(moved('a', 'earlier')).toBeNull();
    expect(moved('a', 'start')).toBeNull();
    expect(moved('e', 'later')).toBeNull();
    expect(moved('de', 'end')).toBeNull();
    expect(moved('', 'later')).toBeNull();
  });

  it('keeps several together, and brings together those that are apart', () => {
    expect(moved('bc', 'later')).toBe('adbce');
    expect(moved('bd', 'earlier')).toBe('bdace');
    expect(moved('ac', 'earlier')).toBe('acbde');
    expect(moved('ce', 'later')).toBe('abdce');
  });
});

describe('a drop in an own order', () => {
  it('goes before or after the badge it is dropped on', () => {
    expect(dropped('a', 'c', 'before')).toBe('bacde');
    expect(dropped('a', 'c', 'after')).toBe('bcade');
    expect(dropped('e', 'a', 'before')).toBe('eabcd');
    expect(dropped('a', 'e', 'after')).toBe('bcdea');
  });

  it('beside where it is changes nothing', () => {
    expect(dropped('b', 'b', 'before')).toBeNull();
    expect(dropped('b', 'a', 'after')).toBeNull();
    expect(dropped('b', 'gone', 'after')).toBeNull();
  });
});

it('nothing is lost or doubled, whatever moves where', () => {
  fc.assert(
    fc.property(
      fc.subarray(order, { minLength: 1 }),
      fc.constantFrom<OrderStep>('earlier', 'later', 'start', 'end'),
      (selected, step) => {
        const placing = stepWithin(order, new Set(selected), step);
        if (placing !== null) expect([...placedIn(order, placing)].sort()).toEqual(order);
      },
    ),
  );
});
