import { type Key, Layout, LayoutInfo, Rect, Size } from 'react-aria-components';
import { boxOf, contentHeight, indexesBetween, type Measure } from './measure.ts';

/** An item of the list as react-aria knows it. */
type ListNode = Layout extends Layout<infer Item, infer _Options> ? Item : never;

/** Places badges for the virtualiser: every position follows from the index, so nothing is measured on the page. */
export class BadgeLayout extends Layout<ListNode, Measure> {
  private measure: Measure = { kind: 'list', rowHeight: 1, padding: 0 };
  private keys: readonly Key[] = [];
  private indexes: ReadonlyMap<Key, number> = new Map();
  private infos = new Map<Key, LayoutInfo>();

  override shouldInvalidateLayoutOptions(next: Measure, previous: Measure): boolean {
    return next !== previous;
  }

  override update({ layoutOptions }: Parameters<Layout<ListNode, Measure>['update']>[0]): void {
    if (layoutOptions !== undefined) this.measure = layoutOptions;
    const collection = this.virtualizer?.collection;
    // In the order of the list: `getKeys` has that in which they came.
    this.keys = collection === undefined ? [] : Array.from(collection, ({ key }) => key);
    this.indexes = new Map(this.keys.map((key, index) => [key, index]));
    this.infos = new Map();
  }

  override getVisibleLayoutInfos(rect: Rect): LayoutInfo[] {
    const { measure, width, keys } = this;
    const [from, to] = indexesBetween(measure, width, keys.length, rect.y, rect.maxY);
    const shown = new Set(keys.slice(from, to));
    for (const key of this.virtualizer?.persistedKeys ?? []) shown.add(key);
    const inOrder = [...shown].sort((a, b) => this.indexOf(a) - this.indexOf(b));
    return inOrder.map((key) => this.getLayoutInfo(key)).filter((info) => info !== null);
  }

  override getLayoutInfo(key: Key): LayoutInfo | null {
    const index = this.indexes.get(key);
    if (index === undefined) return null;
    const known = this.infos.get(key);
    if (known !== undefined) return known;
    const { x, y, width, height } = boxOf(this.measure, this.width, index);
    const info = new LayoutInfo('item', key, new Rect(x, y, width, height));
    info.allowOverflow = true;
    this.infos.set(key, info);
    return info;
  }

  override getContentSize(): Size {
    return new Size(this.width, contentHeight(this.measure, this.width, this.keys.length));
  }

  private get width(): number {
    return this.virtualizer?.size.width ?? 0;
  }

  private indexOf(key: Key): number {
    return this.indexes.get(key) ?? 0;
  }
}
