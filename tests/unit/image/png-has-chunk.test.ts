import { expect, it } from 'vitest';
import { pngHasChunk } from '../../../shared/image/png-has-chunk.ts';
import { pngWith, tEXt } from '../../factories/png.ts';

const png = Uint8Array.from(pngWith([tEXt('Comment', 'eXIf zTXt')]));

it('the chunks of a PNG are found wherever they stand, and what only looks like one is none', () => {
  for (const type of ['IHDR', 'tEXt', 'IDAT', 'IEND'])
    expect([type, pngHasChunk(png, type)]).toEqual([type, true]);
  for (const type of ['eXIf', 'zTXt', 'ihdr']) expect([type, pngHasChunk(png, type)]).toEqual([type, false]);
});

it('the chunks of a part of a larger buffer are its own', () => {
  const larger = Uint8Array.from([...new Uint8Array(5), ...png, ...png]);
  expect(pngHasChunk(larger.subarray(5, 5 + png.length), 'tEXt')).toBe(true);
});

it('a PNG that ends too early, or whose lengths lead beyond its end, has those that begin before', () => {
  for (let length = 0; length < png.length; length += 1)
    expect([length, pngHasChunk(png.subarray(0, length), 'IHDR')]).toEqual([length, length >= 16]);
  const strange = Uint8Array.from(png);
  strange.fill(0xff, 8, 12);
  expect([pngHasChunk(strange, 'IHDR'), pngHasChunk(strange, 'IEND')]).toEqual([true, false]);
});
