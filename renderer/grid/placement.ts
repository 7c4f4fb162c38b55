import { type Box, boxOf, columnCount, contentHeight, indexesBetween, type Measure } from './measure.ts';

/** Where the heading of a group stands. Sizes in pixels. */
export type Heading =
  | { readonly kind: 'none' }
  | { readonly kind: 'above'; readonly height: number }
  /** In a margin at the left, as on a timeline. */
  | { readonly kind: 'beside'; readonly width: number };

/** One group as it lies under the others. */
export interface PlacedGroup {
  readonly count: number;
  /** Index of its first item among all. */
  readonly first: number;
  readonly top: number;
  readonly height: number;
}

/** Everything that positions follow from. */
export interface Placement {
  readonly measure: Measure;
  readonly heading: Heading;
  readonly width: number;
  readonly groups: readonly PlacedGroup[];
  readonly height: number;
}

/** Places groups of so many items one under the other. */
export function placeGroups(
  measure: Measure,
  heading: Heading,
  width: number,
  counts: readonly number[],
): Placement {
  const groups: PlacedGroup[] = [];
  let top = 0;
  let first = 0;
  for (const count of counts) {
    const height = headingHeight(heading) + contentHeight(measure, itemsWidth(heading, width), count);
    groups.push({ count, first, top, height });
    top += height;
    first += count;
  }
  return { measure, heading, width, groups, height: top };
}

/** Where an item of a group lies, from the start of everything. */
export function itemBox({ measure, heading, width }: Placement, group: PlacedGroup, index: number): Box {
  const box = boxOf(measure, itemsWidth(heading, width), index);
  return { ...box, x: box.x + marginOf(heading), y: box.y + group.top + headingHeight(heading) };
}

/** Where the heading of a group lies; null: it has none. */
export function headingBox({ heading, width }: Placement, { top, height }: PlacedGroup): Box | null {
  switch (heading.kind) {
    case 'none':
      return null;
    case 'above':
      return { x: 0, y: top, width, height: heading.height };
    case 'beside':
      return { x: 0, y: top, width: heading.width, height };
  }
}

/** A stretch of a group: its index, and `[from, to)` of its items. */
export interface GroupPart {
  readonly group: number;
  readonly from: number;
  readonly to: number;
}

/** The parts of groups that may touch the stretch from `top` to `bottom`. */
export function partsBetween(placement: Placement, top: number, bottom: number): readonly GroupPart[] {
  const { measure, heading, groups } = placement;
  const width = itemsWidth(heading, placement.width);
  const parts: GroupPart[] = [];
  for (let index = firstReaching(groups, top); index < groups.length; index += 1) {
    const group = groups[index];
    if (group === undefined || group.top > bottom) break;
    const start = group.top + headingHeight(heading);
    const [from, to] = indexesBetween(measure, width, group.count, top - start, bottom - start);
    parts.push({ group: index, from, to });
  }
  return parts;
}

/**
 * The item in the next row (`step` 1) or the row before (-1), across groups: in the same column, or in the last one
 * where the row is shorter. null: there is no such row.
 */
export function rowNeighbour(placement: Placement, index: number, step: 1 | -1): number | null {
  const { measure, heading, groups } = placement;
  const at = groups.findIndex(({ first, count }) => index >= first && index < first + count);
  const group = groups[at];
  if (group === undefined) return null;
  const columns = columnCount(measure, itemsWidth(heading, placement.width));
  const inside = index - group.first;
  const column = inside % columns;
  const row = Math.floor(inside / columns) + step;
  if (row >= 0 && row * columns < group.count) {
    return group.first + Math.min(row * columns + column, group.count - 1);
  }
  const next = groups[at + step];
  if (next === undefined || next.count === 0) return null;
  const nextRow = step === 1 ? 0 : Math.floor((next.count - 1) / columns);
  return next.first + Math.min(nextRow * columns + column, next.count - 1);
}

function headingHeight(heading: Heading): number {
  return heading.kind === 'above' ? heading.height : 0;
}

function marginOf(heading: Heading): number {
  return heading.kind === 'beside' ? heading.width : 0;
}

function itemsWidth(heading: Heading, width: number): number {
  return Math.max(0, width - marginOf(heading));
}

/** The first group that ends below `top`; there may be thousands. */
function firstReaching(groups: readonly PlacedGroup[], top: number): number {
  let low = 0;
  let high = groups.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const group = groups[middle];
    if (group !== undefined && group.top + group.height < top) low = middle + 1;
    else high = middle;
  }
  return low;
}
