import { expect, it } from 'vitest';
import { rank } from '../../../../renderer/palette/rank.ts';

it.each(['ışık', 'IŞIK', 'isik'])('“%s” finds a command or a badge named “Işık”', (typed) => {
  expect(rank(typed, 'Işık Öğrencisi')).toBe(4);
});

it.each([
  ['add', 4],
  ['coll', 3],
  ['ection', 2],
  ['add to a collection', 2],
  ['collection add', 2],
  ['atc', 1],
  ['add to the bin', null],
  ['collection delete', null],
])('“%s” fits “Add to collection…” by %s', (typed, expected) => {
  expect(rank(typed, 'Add to collection…')).toBe(expected);
});
