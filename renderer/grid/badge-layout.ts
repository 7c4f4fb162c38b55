import { type DropTarget, type Key, Layout, LayoutInfo, Rect, Size } from 'react-aria-components';
import type { Box, Measure } from './measure.ts';
import {
  type Heading,
  headingBox,
  itemBox,
  type PlacedGroup,
  type Placement,
  partsBetween,
  placeGroups,
  rowNeighbour,
} from './placement.ts';

/** An item of the list as react-aria knows it. */
type ListNode = Layout extends Layout<infer Item, infer _Options> ? Item : never;

export interface BadgeLayoutOptions {
  readonly measure: Measure;
  readonly heading: Heading;
}

interface GroupKeys {
  /** null: the items stand alone. */
  readonly section: Key | null;
  readonly header: Key | null;
  readonly items: readonly Key[];
}

interface Spot {
  readonly group: number;
  readonly index: number;
}

/** Places badges and headings for the virtualiser: every position follows from counts, so nothing is measured. */
export class BadgeLayout extends Layout<ListNode, BadgeLayoutOptions> {
  private options: BadgeLayoutOptions = {
    measure: { kind: 'list', rowHeight: 1, padding: 0 },
    heading: { kind: 'none' },
  };
  private groups: readonly GroupKeys[] = [];
  private spots: ReadonlyMap<Key, Spot> = new Map();
  private groupOfPart: ReadonlyMap<Key, number> = new Map();
  private placement: Placement = placeGroups(this.options.measure, this.options.heading, 0, []);
  private infos = new Map<Key, LayoutInfo>();

  override shouldInvalidateLayoutOptions(next: BadgeLayoutOptions, previous: BadgeLayoutOptions): boolean {
    return next !== previous;
  }

  override update({ layoutOptions }: Parameters<Layout<ListNode, BadgeLayoutOptions>['update']>[0]): void {
    if (layoutOptions !== undefined) this.options = layoutOptions;
    this.groups = this.readGroups();
    const spots = new Map<Key, Spot>();
    const groupOfPart = new Map<Key, number>();
    for (const [group, { section, header, items }] of this.groups.entries()) {
      if (section !== null) groupOfPart.set(section, group);
      if (header !== null) groupOfPart.set(header, group);
      for (const [index, key] of items.entries()) spots.set(key, { group, index });
    }
    this.spots = spots;
    this.groupOfPart = groupOfPart;
    const { measure, heading } = this.options;
    const counts = this.groups.map(({ items }) => items.length);
    this.placement = placeGroups(measure, heading, this.virtualizer?.size.width ?? 0, counts);
    this.infos = new Map();
  }

  override getVisibleLayoutInfos(rect: Rect): LayoutInfo[] {
    const shown = new Set<Key>();
    for (const { group, from, to } of partsBetween(this.placement, rect.y, rect.maxY)) {
      this.addHeading(shown, group);
      for (const key of this.groups[group]?.items.slice(from, to) ?? []) shown.add(key);
    }
    for (const key of this.virtualizer?.persistedKeys ?? []) {
      const spot = this.spots.get(key);
      if (spot === undefined) continue;
      this.addHeading(shown, spot.group);
      shown.add(key);
    }
    const inOrder = [...shown].sort((a, b) => this.orderOf(a) - this.orderOf(b));
    return inOrder.map((key) => this.getLayoutInfo(key)).filter((info) => info !== null);
  }

  override getLayoutInfo(key: Key): LayoutInfo | null {
    const known = this.infos.get(key);
    if (known !== undefined) return known;
    const made = this.makeItem(key) ?? this.makePart(key);
    if (made !== null) this.infos.set(key, made);
    return made;
  }

  override getContentSize(): Size {
    return new Size(this.placement.width, this.placement.height);
  }

  /** Where the line stands that shows between which two badges a dragged one would come. */
  override getDropTargetLayoutInfo(target: Extract<DropTarget, { type: 'item' }>): LayoutInfo {
    const item = this.getLayoutInfo(target.key);
    const { x, y, width, height } = item?.rect ?? new Rect();
    const isList = this.options.measure.kind === 'list';
    const after = target.dropPosition === 'after';
    const line = isList
      ? new Rect(x, after ? y + height - 1 : y - 1, width, 2)
      : new Rect(after ? x + width + 5 : x - 7, y, 2, height);
    const info = new LayoutInfo('dropIndicator', `${target.key} ${target.dropPosition}`, line);
    info.parentKey = item?.parentKey ?? null;
    info.allowOverflow = true;
    return info;
  }

  /** The badge in the row below (1) or above (-1), in the same column or the last one there is. */
  rowNeighbourOf(key: Key, step: 1 | -1): Key | null {
    const spot = this.spots.get(key);
    const first = spot === undefined ? undefined : this.placement.groups[spot.group]?.first;
    if (spot === undefined || first === undefined) return null;
    const index = rowNeighbour(this.placement, first + spot.index, step);
    return index === null ? null : this.keyAt(index);
  }

  /** The next (1) or the previous (-1) badge in the whole order. */
  neighbourOf(key: Key, step: 1 | -1): Key | null {
    const spot = this.spots.get(key);
    const first = spot === undefined ? undefined : this.placement.groups[spot.group]?.first;
    if (spot === undefined || first === undefined || first + spot.index + step < 0) return null;
    return this.keyAt(first + spot.index + step);
  }

  /** The badge of an index in the whole order; -1: the last one. */
  keyAt(index: number): Key | null {
    const at = index === -1 ? this.spots.size - 1 : index;
    const group = this.placement.groups.findIndex(({ first, count }) => at >= first && at < first + count);
    const placed = this.placement.groups[group];
    return placed === undefined ? null : (this.groups[group]?.items[at - placed.first] ?? null);
  }

  /** In the order of the list: `getKeys` has that in which they came. */
  private readGroups(): readonly GroupKeys[] {
    const collection = this.virtualizer?.collection;
    if (collection === undefined) return [];
    const groups: GroupKeys[] = [];
    const alone: Key[] = [];
    for (const node of collection) {
      if (node.type !== 'section') {
        alone.push(node.key);
        continue;
      }
      const children = Array.from(collection.getChildren?.(node.key) ?? []);
      groups.push({
        section: node.key,
        header: children.find(({ type }) => type === 'header')?.key ?? null,
        items: children.filter(({ type }) => type === 'item').map(({ key }) => key),
      });
    }
    return alone.length === 0 ? groups : [{ section: null, header: null, items: alone }, ...groups];
  }

  private addHeading(shown: Set<Key>, group: number): void {
    const keys = this.groups[group];
    if (keys === undefined || keys.section === null) return;
    shown.add(keys.section);
    if (keys.header !== null) shown.add(keys.header);
  }

  private orderOf(key: Key): number {
    const spot = this.spots.get(key);
    const group = this.placement.groups[spot?.group ?? this.groupOfPart.get(key) ?? 0];
    if (group === undefined) return 0;
    if (spot !== undefined) return group.first + spot.index;
    // Before the first item of its group, the section before its own header.
    return group.first - (this.groups[this.groupOfPart.get(key) ?? 0]?.section === key ? 0.5 : 0.25);
  }

  private makeItem(key: Key): LayoutInfo | null {
    const spot = this.spots.get(key);
    const group = spot === undefined ? undefined : this.placement.groups[spot.group];
    if (spot === undefined || group === undefined) return null;
    const info = infoOf('item', key, itemBox(this.placement, group, spot.index));
    info.parentKey = this.groups[spot.group]?.section ?? null;
    return info;
  }

  private makePart(key: Key): LayoutInfo | null {
    const at = this.groupOfPart.get(key);
    const group = at === undefined ? undefined : this.placement.groups[at];
    const keys = at === undefined ? undefined : this.groups[at];
    if (group === undefined || keys === undefined) return null;
    if (keys.section === key) return infoOf('section', key, wholeOf(this.placement, group));
    const box = headingBox(this.placement, group);
    if (box === null) return null;
    const isSticky = this.options.heading.kind === 'above';
    // One that stays in sight while its badges pass is placed by where it stays: at the top of what is seen.
    const info = infoOf('header', key, isSticky ? { ...box, y: 0 } : box);
    info.isSticky = isSticky;
    info.zIndex = isSticky ? 1 : 0;
    info.parentKey = keys.section;
    return info;
  }
}

function wholeOf({ width }: Placement, { top, height }: PlacedGroup): Box {
  return { x: 0, y: top, width, height };
}

function infoOf(type: string, key: Key, { x, y, width, height }: Box): LayoutInfo {
  const info = new LayoutInfo(type, key, new Rect(x, y, width, height));
  info.allowOverflow = true;
  return info;
}
