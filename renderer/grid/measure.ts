import type { Settings } from '../../shared/ipc/views.ts';

/** How the items of a view are laid out. All in pixels. */
export type Measure =
  | {
      readonly kind: 'grid';
      readonly minWidth: number;
      /** Where few columns fit, items grow no wider than this. */
      readonly maxWidth?: number;
      readonly gap: number;
      readonly padding: number;
      /** Below the square picture: two lines of name, one of issuer, one of verdict. */
      readonly textHeight: number;
    }
  | { readonly kind: 'list'; readonly rowHeight: number; readonly padding: number };

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const minWidths: Readonly<Record<Settings['cardSize'], number>> = { small: 136, medium: 176, large: 232 };

const tileWidths: Readonly<Record<Settings['cardSize'], number>> = { small: 88, medium: 112, large: 144 };

/** The measure of the person's view. */
export function measureOf(view: Settings['view'], cardSize: Settings['cardSize']): Measure {
  switch (view) {
    case 'list':
      return { kind: 'list', rowHeight: 48, padding: 8 };
    case 'grid':
      return { kind: 'grid', minWidth: minWidths[cardSize], gap: 12, padding: 16, textHeight: 90 };
    case 'timeline':
      return timelineMeasure(tileWidths[cardSize]);
  }
}

function timelineMeasure(minWidth: number): Measure {
  return {
    kind: 'grid',
    minWidth,
    maxWidth: Math.round(1.25 * minWidth),
    gap: 8,
    padding: 12,
    textHeight: 40,
  };
}

/** How many columns fit into a width. */
export function columnCount(measure: Measure, width: number): number {
  if (measure.kind === 'list') return 1;
  const room = width - 2 * measure.padding + measure.gap;
  return Math.max(1, Math.floor(room / (measure.minWidth + measure.gap)));
}

/** Where the item of an index lies. */
export function boxOf(measure: Measure, width: number, index: number): Box {
  const inner = Math.max(0, width - 2 * measure.padding);
  if (measure.kind === 'list') {
    return {
      x: measure.padding,
      y: measure.padding + index * measure.rowHeight,
      width: inner,
      height: measure.rowHeight,
    };
  }
  const columns = columnCount(measure, width);
  const share = Math.floor((inner - (columns - 1) * measure.gap) / columns);
  const itemWidth = Math.min(share, measure.maxWidth ?? share);
  const itemHeight = itemWidth + measure.textHeight;
  return {
    x: measure.padding + (index % columns) * (itemWidth + measure.gap),
    y: measure.padding + Math.floor(index / columns) * (itemHeight + measure.gap),
    width: itemWidth,
    height: itemHeight,
  };
}

/** The height of so many items. */
export function contentHeight(measure: Measure, width: number, count: number): number {
  if (count === 0) return 0;
  const last = boxOf(measure, width, count - 1);
  return last.y + last.height + measure.padding;
}

/** The indexes whose items may touch the stretch from `top` to `bottom`: `[from, to)`. */
export function indexesBetween(
  measure: Measure,
  width: number,
  count: number,
  top: number,
  bottom: number,
): readonly [number, number] {
  const columns = columnCount(measure, width);
  const { height } = boxOf(measure, width, 0);
  const step = measure.kind === 'grid' ? height + measure.gap : height;
  const firstRow = Math.max(0, Math.floor((top - measure.padding) / step));
  const endRow = Math.max(0, Math.ceil((bottom - measure.padding) / step));
  return [Math.min(count, firstRow * columns), Math.min(count, endRow * columns)];
}
