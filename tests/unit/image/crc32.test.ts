import { describe, expect, it } from 'vitest';
import { utf8Bytes } from '../../../shared/bytes.ts';
import { crc32 } from '../../../shared/image/crc32.ts';

describe('crc32', () => {
  it('gives the published check value, and that of the empty IEND chunk', () => {
    expect(crc32(utf8Bytes('123456789'))).toBe(0xcbf43926);
    expect(crc32(utf8Bytes('IEND'))).toBe(0xae426082);
    expect(crc32(new Uint8Array())).toBe(0);
  });
});
