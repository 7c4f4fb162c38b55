import type { Key } from 'react-aria-components';
import type { BadgeLayout } from './badge-layout.ts';

/** What react-aria asks where a key leads; its list box takes it, though its types do not say so. */
interface KeyboardDelegate {
  readonly getKeyBelow: (key: Key) => Key | null;
  readonly getKeyAbove: (key: Key) => Key | null;
  readonly getKeyRightOf: (key: Key) => Key | null;
  readonly getKeyLeftOf: (key: Key) => Key | null;
  readonly getFirstKey: () => Key | null;
  readonly getLastKey: () => Key | null;
  readonly getKeyPageBelow: (key: Key) => Key | null;
  readonly getKeyPageAbove: (key: Key) => Key | null;
  readonly getKeyForSearch: (search: string, from?: Key | null) => Key | null;
}

/**
 * How the arrows move among cards in rows, across groups: up and down keep the column, and take the last card of a row
 * that is shorter. react-aria's own way skips such rows.
 */
export function createGridKeyboard(layout: BadgeLayout): KeyboardDelegate {
  const collator = new Intl.Collator(undefined, { usage: 'search', sensitivity: 'base' });
  const page = (from: Key, step: 1 | -1): Key | null => {
    const start = layout.getLayoutInfo(from)?.rect;
    const height = layout.virtualizer?.visibleRect.height ?? 0;
    let at: Key | null = from;
    for (
      let next = layout.rowNeighbourOf(from, step);
      next !== null;
      next = layout.rowNeighbourOf(next, step)
    ) {
      at = next;
      const rect = layout.getLayoutInfo(next)?.rect;
      if (start === undefined || rect === undefined || Math.abs(rect.y - start.y) + rect.height > height)
        break;
    }
    return at;
  };
  return {
    getKeyBelow: (key) => layout.rowNeighbourOf(key, 1),
    getKeyAbove: (key) => layout.rowNeighbourOf(key, -1),
    getKeyRightOf: (key) => layout.neighbourOf(key, 1),
    getKeyLeftOf: (key) => layout.neighbourOf(key, -1),
    getFirstKey: () => layout.keyAt(0),
    getLastKey: () => layout.keyAt(-1),
    getKeyPageBelow: (key) => page(key, 1),
    getKeyPageAbove: (key) => page(key, -1),
    getKeyForSearch: (search, from) => {
      const begins = (key: Key): boolean => {
        const text = layout.virtualizer?.collection.getItem(key)?.textValue ?? '';
        return text !== '' && collator.compare(text.slice(0, search.length), search) === 0;
      };
      for (let key = from ?? layout.keyAt(0); key !== null; key = layout.neighbourOf(key, 1)) {
        if (begins(key)) return key;
      }
      return null;
    },
  };
}
