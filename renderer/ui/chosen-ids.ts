import type { Selection } from 'react-aria-components';

/**
 * What a list of things with ids says is selected: all of them, or the list's own set, which also knows where a stretch
 * of the selection begins, so that Shift extends it from there.
 */
export function chosenIds(keys: Selection, all: () => readonly string[]): Iterable<string> {
  // Every id of such a list is a text.
  return keys === 'all' ? all() : (keys as ReadonlySet<string>);
}
