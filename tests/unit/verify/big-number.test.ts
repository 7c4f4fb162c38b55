import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOf, numberOf, power } from '../../../shared/verify/crypto/big-number.ts';

describe('big numbers', () => {
  it('come out of bytes as they went in', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        expect(bytesOf(numberOf(bytes), bytes.length)).toEqual(bytes);
      }),
    );
    expect(numberOf(Uint8Array.of(1, 0))).toBe(256n);
    expect(bytesOf(1n, 3)).toEqual(Uint8Array.of(0, 0, 1));
  });

  it('rise to a power as by multiplying again and again', () => {
    const small = fc.bigInt({ min: 0n, max: 2n ** 70n });
    fc.assert(
      fc.property(
        small,
        fc.bigInt({ min: 0n, max: 200n }),
        fc.bigInt({ min: 2n, max: 2n ** 70n }),
        (b, e, m) => {
          expect(power(b, e, m)).toBe(b ** e % m);
        },
      ),
    );
  });
});
