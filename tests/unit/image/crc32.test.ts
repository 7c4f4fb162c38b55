import { crc32 as nodeCrc32 } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { utf8Bytes } from '../../../shared/bytes.ts';
import { crc32, plainCrc32, setNativeCrc32 } from '../../../shared/image/crc32.ts';

afterEach(() => setNativeCrc32(plainCrc32));

describe('crc32', () => {
  it.each([
    ['in our code', plainCrc32],
    ['in the runtime’s', nodeCrc32],
  ])('gives the published check value, and that of the empty IEND chunk, %s', (_, code) => {
    setNativeCrc32(code);
    expect(crc32(utf8Bytes('123456789'))).toBe(0xcbf43926);
    expect(crc32(utf8Bytes('IEND'))).toBe(0xae426082);
    expect(crc32(new Uint8Array())).toBe(0);
  });

  it('is the same number in both for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(plainCrc32(bytes)).toBe(nodeCrc32(bytes));
      }),
    );
  });
});
