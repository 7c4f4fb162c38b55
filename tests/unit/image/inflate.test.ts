import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inflate } from '../../../shared/image/inflate.ts';
import { refusalOf } from '../../factories/refusal.ts';

describe('inflate', () => {
  it('gives back what was deflated, up to the limit and no further', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 20_000 }), (bytes) => {
        const packed = new Uint8Array(deflateSync(bytes));
        expect(inflate(packed, bytes.length)).toEqual(bytes);
        if (bytes.length > 0)
          expect(refusalOf(() => inflate(packed, bytes.length - 1))).toBe('image/inflates-too-much');
      }),
    );
  });

  it('anything else is damage', () => {
    const packed = new Uint8Array(deflateSync(new Uint8Array(1_000)));
    for (const bad of [
      new Uint8Array(),
      Uint8Array.of(1),
      packed.subarray(0, -6),
      packed.subarray(2),
      Uint8Array.of(0x78, 0x9c, 7),
    ]) {
      expect(refusalOf(() => inflate(bad, 1_000))).toBe('image/damaged');
    }
  });
});
