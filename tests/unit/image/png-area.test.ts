import { expect, it } from 'vitest';
import { pngArea } from '../../../shared/image/png-area.ts';
import { limits } from '../../../shared/limits.ts';
import { pngWith } from '../../factories/png.ts';

function withSize(width: number, height: number): Uint8Array<ArrayBuffer> {
  const bytes = Uint8Array.from(pngWith([]));
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes;
}

it('the area of a PNG is what its header says, however much that is', () => {
  expect(pngArea(withSize(600, 400))).toBe(240_000);
  expect(pngArea(withSize(0xffff_ffff, 0xffff_ffff))).toBeGreaterThan(limits.besidePixels);
  expect(pngArea(withSize(16_384, 2_000))).toBeGreaterThan(limits.besidePixels);
});

it('what does not begin like a PNG has no area', () => {
  const png = withSize(600, 400);
  expect(pngArea(new Uint8Array())).toBeNull();
  for (let length = 0; length < 24; length += 1) expect(pngArea(png.slice(0, length))).toBeNull();
  for (const at of [0, 4, 7, 8, 11, 12, 15]) {
    const other = Uint8Array.from(png);
    other[at] = (other[at] ?? 0) ^ 1;
    expect([at, pngArea(other)]).toEqual([at, null]);
  }
  expect(pngArea(new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBeNull();
});
