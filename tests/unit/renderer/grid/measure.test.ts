import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  boxOf,
  columnCount,
  contentHeight,
  indexesBetween,
  measureOf,
} from '../../../../renderer/grid/measure.ts';

const grid = measureOf('grid', 'medium');
const list = measureOf('list', 'medium');

describe('the measure of the grid', () => {
  it('never makes a card narrower than its least width while two fit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 420, max: 4_000 }), (width) => {
        expect(boxOf(grid, width, 0).width).toBeGreaterThanOrEqual(176);
      }),
    );
  });

  it('keeps one column in a window narrower than a card', () => {
    expect(columnCount(grid, 100)).toBe(1);
    expect(boxOf(grid, 100, 3).x).toBe(boxOf(grid, 100, 0).x);
  });

  it('never lets two cards touch, and keeps all of them inside', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(grid, list),
        fc.integer({ min: 240, max: 3_000 }),
        fc.integer({ min: 0, max: 500 }),
        (measure, width, index) => {
          const box = boxOf(measure, width, index);
          const next = boxOf(measure, width, index + 1);
          const isBeside = next.y === box.y && next.x >= box.x + box.width;
          const isBelow = next.y >= box.y + box.height;
          expect(isBeside || isBelow).toBe(true);
          expect(box.x + box.width).toBeLessThanOrEqual(width);
        },
      ),
    );
  });

  it('answers, for any stretch, with every card that touches it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(grid, list),
        fc.integer({ min: 240, max: 3_000 }),
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: -500, max: 60_000 }),
        fc.integer({ min: 1, max: 1_200 }),
        (measure, width, count, top, height) => {
          const [from, to] = indexesBetween(measure, width, count, top, top + height);
          for (let index = 0; index < count; index++) {
            const box = boxOf(measure, width, index);
            const touches = box.y < top + height && box.y + box.height > top;
            if (touches) expect(index >= from && index < to).toBe(true);
          }
        },
      ),
    );
  });

  it('ends below the last card', () => {
    const last = boxOf(grid, 900, 10);
    expect(contentHeight(grid, 900, 11)).toBe(last.y + last.height + 16);
    expect(contentHeight(grid, 900, 0)).toBe(0);
  });
});
