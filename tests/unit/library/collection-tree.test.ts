import fc from 'fast-check';
import { expect, test } from 'vitest';
import { depthOf, heightOf, isWithin, parentsOf } from '../../../shared/library/collection-tree.ts';
import type { CollectionEntry } from '../../../shared/library/state.ts';

interface Node {
  readonly id: string;
  readonly parent: string | null;
  readonly at: number;
  readonly isThere: boolean;
}

function treeOf(nodes: readonly Node[]): ReadonlyMap<string, string | null> {
  const collections = new Map(
    nodes.map(({ id, parent, at, isThere }): [string, CollectionEntry] => [
      id,
      {
        present: { value: isThere, stamp: '0' },
        name: null,
        createdAt: null,
        parent: { value: parent, stamp: String(at) },
        search: null,
        members: new Map(),
      },
    ]),
  );
  return parentsOf({ collections });
}

const ids = ['a', 'b', 'c', 'd', 'e'];
const anyNodes = fc.tuple(
  ...ids.map((id) =>
    fc.record({
      id: fc.constant(id),
      parent: fc.option(fc.constantFrom(...ids, 'gone')),
      at: fc.integer({ min: 1, max: 3 }),
      isThere: fc.boolean(),
    }),
  ),
);

test('whatever was written, it is a tree of the collections that are there, the same in any order', () => {
  fc.assert(
    fc.property(anyNodes, fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), (nodes, order) => {
      const tree = treeOf(nodes);
      expect([...tree.keys()].sort()).toEqual(nodes.filter(({ isThere }) => isThere).map(({ id }) => id));
      for (const [id, parent] of tree) {
        expect(parent === null || tree.has(parent)).toBe(true);
        expect(parent !== null && isWithin(tree, parent, id)).toBe(false);
      }
      const shuffled = order.flatMap((index) => nodes[index] ?? []);
      expect([...treeOf(shuffled)].sort()).toEqual([...tree].sort());
    }),
    { numRuns: 1_000 },
  );
});

test('a ring is opened at the move that came last', () => {
  const node = (id: string, parent: string, at: number): Node => ({ id, parent, at, isThere: true });
  expect(treeOf([node('a', 'b', 1), node('b', 'c', 3), node('c', 'a', 2)]).get('b')).toBeNull();
  expect(treeOf([node('a', 'a', 1)]).get('a')).toBeNull();
});

test('depth and height count levels', () => {
  const tree = new Map([
    ['a', null],
    ['b', 'a'],
    ['c', 'b'],
    ['d', 'a'],
  ]);
  expect(['a', 'b', 'c', 'd'].map((id) => depthOf(tree, id))).toEqual([1, 2, 3, 2]);
  expect(['a', 'b', 'c', 'd'].map((id) => heightOf(tree, id))).toEqual([3, 2, 1, 1]);
});
