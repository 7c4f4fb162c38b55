import { expect, it } from 'vitest';
import { rank } from '../../../../renderer/palette/rank.ts';

it.each(['ışık', 'IŞIK', 'isik'])('“%s” finds a command or a badge named “Işık”', (typed) => {
  expect(rank(typed, 'Işık Öğrencisi')).toBe(4);
});
