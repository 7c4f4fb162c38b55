import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureOf } from '../../../../renderer/grid/measure.ts';
import {
  type Heading,
  headingBox,
  itemBox,
  type Placement,
  partsBetween,
  placeGroups,
  rowNeighbour,
} from '../../../../renderer/grid/placement.ts';

const grid = measureOf('grid', 'medium');
const above: Heading = { kind: 'above', height: 40 };
const counts = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 12 });
const headings = fc.constantFrom<Heading>(above, { kind: 'none' }, { kind: 'beside', width: 120 });
const widths = fc.integer({ min: 320, max: 2_000 });

const boxesOf = (placement: Placement) =>
  placement.groups.flatMap((group) =>
    Array.from({ length: group.count }, (_, index) => itemBox(placement, group, index)),
  );

function groupOf({ groups }: Placement, index: number) {
  const group = groups[index];
  if (group === undefined) throw new RangeError('no such group');
  return group;
}

describe('groups in the grid', () => {
  it('lie under each other: no item touches one of another group, or a heading', () => {
    fc.assert(
      fc.property(widths, counts, headings, (width, sizes, heading) => {
        const placement = placeGroups(grid, heading, width, sizes);
        for (const group of placement.groups) {
          const top = heading.kind === 'above' ? group.top + heading.height : group.top;
          for (let index = 0; index < group.count; index += 1) {
            const box = itemBox(placement, group, index);
            expect(box.y).toBeGreaterThanOrEqual(top);
            expect(box.y + box.height).toBeLessThanOrEqual(group.top + group.height);
            if (heading.kind === 'beside') expect(box.x).toBeGreaterThanOrEqual(heading.width);
          }
        }
        expect(placement.height).toBe(placement.groups.reduce((sum, { height }) => sum + height, 0));
      }),
    );
  });

  it('of a stretch, all that touches it is drawn', () => {
    fc.assert(
      fc.property(widths, counts, headings, fc.nat(5_000), (width, sizes, heading, top) => {
        const placement = placeGroups(grid, heading, width, sizes);
        const bottom = top + 700;
        const drawn = new Set(
          partsBetween(placement, top, bottom).flatMap(({ group, from, to }) =>
            Array.from(
              { length: to - from },
              (_, index) => (placement.groups[group]?.first ?? 0) + from + index,
            ),
          ),
        );
        for (const [index, box] of boxesOf(placement).entries()) {
          if (box.y < bottom && box.y + box.height > top) expect(drawn.has(index)).toBe(true);
        }
      }),
    );
  });

  it('the heading stands over the whole width, or in the margin beside its badges', () => {
    const placed = placeGroups(grid, above, 800, [3, 2]);
    expect(headingBox(placed, groupOf(placed, 1))).toMatchObject({
      x: 0,
      width: 800,
      height: 40,
    });
    const beside = placeGroups(grid, { kind: 'beside', width: 120 }, 800, [3]);
    expect(headingBox(beside, groupOf(beside, 0))).toEqual({ x: 0, y: 0, width: 120, height: beside.height });
    const none = placeGroups(grid, { kind: 'none' }, 800, [3]);
    expect(headingBox(none, groupOf(none, 0))).toBeNull();
  });
});

describe('the arrows up and down', () => {
  // 4 columns: 5 badges in two rows, then 2, then 9 in three rows.
  const placement = placeGroups(grid, above, 800, [5, 2, 9]);

  it('keep the column, and take the last badge of a row that is shorter', () => {
    expect(rowNeighbour(placement, 2, 1)).toBe(4);
    expect(rowNeighbour(placement, 0, 1)).toBe(4);
  });

  it('go on into the next group, and back', () => {
    expect(rowNeighbour(placement, 4, 1)).toBe(5);
    expect(rowNeighbour(placement, 6, 1)).toBe(8);
    expect(rowNeighbour(placement, 7, -1)).toBe(5);
    expect(rowNeighbour(placement, 10, -1)).toBe(6);
  });

  it('stop at the first and the last row', () => {
    expect(rowNeighbour(placement, 3, -1)).toBeNull();
    expect(rowNeighbour(placement, 15, 1)).toBeNull();
  });

  it('every badge is reached from the first by going down and right', () => {
    fc.assert(
      fc.property(widths, counts, (width, sizes) => {
        const some = placeGroups(grid, above, width, sizes);
        let at: number | null = 0;
        let steps = 0;
        for (let next = rowNeighbour(some, 0, 1); next !== null; next = rowNeighbour(some, next, 1)) {
          expect(next).toBeGreaterThan(at ?? -1);
          at = next;
          steps += 1;
        }
        expect(steps).toBeGreaterThanOrEqual(sizes.length - 1);
      }),
    );
  });
});
