import { expect, it } from 'vitest';
import { smallSize } from '../../../../renderer/painter/small-size.ts';

it.each([
  [600, 600, 256, 256],
  [600, 300, 256, 128],
  [300, 601, 128, 256],
  [40, 7, 256, 45],
  [1, 1, 256, 256],
  [2_000, 1, 256, 1],
  [1, 16_384, 1, 256],
])(
  'a picture of %i × %i is drawn small at %i × %i: its longer side is full, its shorter one never nothing',
  (width, height, smallWidth, smallHeight) => {
    expect(smallSize({ width, height }, 256)).toEqual({ width: smallWidth, height: smallHeight });
  },
);
