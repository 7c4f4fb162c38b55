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

  it('gives the same whether a stream is inflated at once or in parts', () => {
    // Just below, at and above what is inflated at once, by its contents and by its own length.
    for (const length of [65_535, 65_536, 65_537, 200_000]) {
      const even = new Uint8Array(length).fill(7);
      const packed = new Uint8Array(deflateSync(even));
      expect(packed.length).toBeLessThan(8_192);
      expect(Buffer.compare(inflate(packed, length), even)).toBe(0);
      expect(refusalOf(() => inflate(packed, length - 1))).toBe('image/inflates-too-much');
    }
    for (const length of [8_000, 8_181, 8_192, 9_000]) {
      const stored = new Uint8Array(length).map((_, at) => at * 31);
      expect(Buffer.compare(inflate(new Uint8Array(deflateSync(stored, { level: 0 })), length), stored)).toBe(
        0,
      );
    }
  });

  it('what was inflated stays as it is when another stream is', () => {
    const [first, second] = ['first badge', 'another one'].map((text) => new TextEncoder().encode(text));
    const inflated = inflate(new Uint8Array(deflateSync(first ?? new Uint8Array())), 100);
    inflate(new Uint8Array(deflateSync(second ?? new Uint8Array())), 100);
    expect(inflated).toEqual(first);
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
