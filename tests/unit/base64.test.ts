import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64Bytes, base64UrlBytes, base64UrlText } from '../../shared/base64.ts';

describe('base64UrlBytes', () => {
  it('reads what Buffer writes, and writes what Buffer reads', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        const text = Buffer.from(bytes).toString('base64url');
        expect(base64UrlText(bytes)).toBe(text);
        expect(base64UrlBytes(text)).toEqual(bytes);
      }),
    );
  });

  it('A14 no two texts mean the same bytes', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), (text) => {
        const bytes = base64UrlBytes(text);
        if (bytes !== null) expect(base64UrlText(bytes)).toBe(text);
      }),
      { numRuns: 5_000 },
    );
    for (const bad of [
      'A',
      'AAAAA',
      'AB',
      'AAB',
      'AA==',
      'AA+A',
      'AA/A',
      'AA A',
      'AAAA\n',
      'AAA\u0100',
      'ÀAAA',
    ]) {
      expect(base64UrlBytes(bad), bad).toBeNull();
    }
  });
});

describe('base64Bytes', () => {
  it('reads padded and unpadded text, and nothing else', () => {
    expect(base64Bytes('+/8=')).toEqual(Uint8Array.of(0xfb, 0xff));
    expect(base64Bytes('+/8')).toEqual(Uint8Array.of(0xfb, 0xff));
    for (const bad of ['+/8==', '-_8=', '=', '+/8= ', 'AAA=A']) expect(base64Bytes(bad), bad).toBeNull();
  });
});
