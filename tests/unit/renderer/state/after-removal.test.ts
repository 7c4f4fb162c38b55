import { describe, expect, it } from 'vitest';
import { selectionAfterRemoval } from '../../../../renderer/state/after-removal.ts';

const order = ['a', 'b', 'c', 'd'];

describe('after badges were removed', () => {
  it('the next one is selected', () => {
    expect(selectionAfterRemoval(order, new Set(['b']))).toBe('c');
    expect(selectionAfterRemoval(order, new Set(['a', 'c']))).toBe('d');
  });

  it('the one before is selected where nothing follows', () => {
    expect(selectionAfterRemoval(order, new Set(['c', 'd']))).toBe('b');
  });

  it('nothing is selected where nothing is left, or nothing was removed', () => {
    expect(selectionAfterRemoval(order, new Set(order))).toBeNull();
    expect(selectionAfterRemoval(order, new Set(['x']))).toBeNull();
  });
});
