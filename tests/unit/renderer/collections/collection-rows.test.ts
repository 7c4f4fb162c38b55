import { describe, expect, it } from 'vitest';
import {
  collectionPath,
  collectionRows,
  possibleParents,
} from '../../../../renderer/collections/collection-rows.ts';
import type { CollectionView } from '../../../../shared/ipc/views.ts';
import { emptySearch } from '../../../../shared/library/search.ts';

const make = (id: string, parentId: string | null, isSmart = false): CollectionView => ({
  id,
  name: id.toUpperCase(),
  parentId,
  search: isSmart ? emptySearch : null,
  badgeIds: [],
});
const tree = [make('a', null), make('b', null), make('aa', 'a'), make('aaa', 'aa'), make('s', 'a', true)];

function drawn(folded: readonly string[]): string[] {
  return collectionRows(tree, new Set(folded)).map(
    ({ collection, depth, isOpen }) => `${'-'.repeat(depth)}${collection.id}${isOpen ? ' open' : ''}`,
  );
}

describe('the tree of collections', () => {
  it('stands line by line, each under the one it is in', () => {
    expect(drawn([])).toEqual(['a open', '-aa open', '--aaa', '-s', 'b']);
  });

  it('leaves out what is in a folded one', () => {
    expect(drawn(['a'])).toEqual(['a', 'b']);
    expect(drawn(['aa'])).toEqual(['a open', '-aa', '-s', 'b']);
  });

  it('offers as new parent neither the collection itself, nor one in it, nor a search', () => {
    expect(possibleParents(tree, 'aa').map(({ id }) => id)).toEqual(['a', 'b']);
    expect(possibleParents(tree, 'b').map(({ id }) => id)).toEqual(['a', 'aa', 'aaa']);
  });

  it('names the way down to a collection', () => {
    expect(collectionPath(tree, 'aaa')).toEqual(['A', 'AA', 'AAA']);
    expect(collectionPath(tree, 'gone')).toEqual([]);
  });
});
