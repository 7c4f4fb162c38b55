import { expect, test } from 'vitest';
import { putInOrder } from '../../../../shared/verify/fast-canonical/put-in-order.ts';

const isAfter = (one: string, other: string) => one > other;

/** The same texts each time, some of them twice. */
function texts(count: number): string[] {
  return Array.from({ length: count }, (_, at) => String((at * 7_919 + count) % 31));
}

test('lists of every length are sorted as the runtime sorts them, in place', () => {
  for (let count = 0; count < 80; count++) {
    const list = texts(count);
    const wanted = list.toSorted();
    expect(putInOrder(list, isAfter)).toBe(list);
    expect(list).toEqual(wanted);
    expect(putInOrder(list.toReversed(), isAfter)).toEqual(wanted);
  }
});

test('what is alike stays in its order', () => {
  for (const count of [20, 60]) {
    const list = texts(count).map((text, at) => ({ text, at }));
    const sorted = putInOrder([...list], (one, other) => one.text > other.text);
    expect(sorted).toEqual(list.toSorted((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0)));
  }
});
