/**
 * Sorts in place, and answers the same list. Short lists are sorted by insertion: the runtime's sort takes a kilobyte of
 * memory for each call, and most lists here have some six entries that nearly stand in order.
 */
export function putInOrder<Item extends object | string>(
  items: Item[],
  isAfter: (one: Item, other: Item) => boolean,
): readonly Item[] {
  if (items.length > shortList) {
    return items.sort((one, other) => (isAfter(one, other) ? 1 : isAfter(other, one) ? -1 : 0));
  }
  for (let at = 1; at < items.length; at++) {
    const item = items[at];
    if (item === undefined) continue;
    let place = at;
    for (; place > 0; place--) {
      const before = items[place - 1];
      if (before === undefined || !isAfter(before, item)) break;
      items[place] = before;
    }
    items[place] = item;
  }
  return items;
}

const shortList = 24;
