import type { Selection } from 'react-aria-components';
import { setOf } from './set-of.ts';

/** What a list of react-aria's makes: a set that knows where the last stretch of it begins and where it ends. */
type ListSelection = new (
  keys: Iterable<string>,
  anchorKey: string | null,
  currentKey: string | null,
) => ReadonlySet<string>;

let listSelection: ListSelection | null = null;

/** Lists take only their own kind for one that knows more than its ids, and tell nobody of it but by what they select. */
export function learnFrom(selection: Selection): void {
  if (listSelection !== null || selection === 'all' || selection.constructor === Set) return;
  // The class of what was made by it.
  listSelection = selection.constructor as ListSelection;
}

/**
 * Selected ids, from where Shift extends them as files are extended: from `anchor`, which ends a stretch of its own; else
 * from the first of them to the last. A set is kept: a list made it, which knows better.
 */
export function anchored(ids: Iterable<string>, anchor?: string): ReadonlySet<string> {
  if (ids instanceof Set || listSelection === null) return setOf(ids);
  const given = [...ids];
  return new listSelection(given, anchor ?? given[0] ?? null, anchor ?? given.at(-1) ?? null);
}
