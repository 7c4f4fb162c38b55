import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installNativeBytes } from '../../electron/node/native-bytes.ts';
import {
  asciiOfBase64Url,
  base64Bytes,
  base64UrlBytes,
  base64UrlText,
  setNativeBase64Url,
} from '../../shared/base64.ts';

const codes: readonly (readonly [string, () => void])[] = [
  ['our code', () => setNativeBase64Url(null)],
  ['the runtime’s code', installNativeBytes],
];

describe.each(codes)('base64UrlBytes in %s', (_, choose) => {
  beforeAll(choose);
  afterAll(() => setNativeBase64Url(null));

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

describe.each(codes)('asciiOfBase64Url in %s', (_, choose) => {
  beforeAll(choose);
  afterAll(() => setNativeBase64Url(null));

  const characters = fc.constantFrom(...'ABCZabz09-_+/= \n\t\u00c0\u0100\u0141\u{10041}');
  const damaged = fc
    .tuple(fc.string({ maxLength: 30 }), characters, fc.nat({ max: 40 }))
    .map(([text, character, at]) => {
      const encoded = Buffer.from(text).toString('base64url');
      return encoded.slice(0, at) + character + encoded.slice(at);
    });
  const any = fc.array(characters, { maxLength: 14 }).map((some) => some.join(''));
  const whole = fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes).toString('base64url'));

  it('A14 answers the ASCII in what base64UrlBytes reads, and nothing for any other text', () => {
    fc.assert(
      fc.property(fc.oneof(damaged, any, whole), (text) => {
        const bytes = base64UrlBytes(text);
        const isAscii = bytes?.every((byte) => byte < 128) === true;
        expect(asciiOfBase64Url(text)).toBe(isAscii ? Buffer.from(bytes).toString('latin1') : null);
      }),
      { numRuns: process.env.LONG === '1' ? 300_000 : 10_000 },
    );
  });

  it('A14 a letter that only looks like another one in its last byte is not that one', () => {
    expect(asciiOfBase64Url('QUFB')).toBe('AAA');
    for (const strange of ['\u0151UFB', 'QUF\u0142', 'QU\u{10046}B'])
      expect(asciiOfBase64Url(strange)).toBeNull();
  });

  it('leaves what is longer than any token to base64UrlBytes', () => {
    expect(asciiOfBase64Url('QUFB'.repeat(16_384))).toBe('AAA'.repeat(16_384));
    expect(asciiOfBase64Url('QUFB'.repeat(16_385))).toBeNull();
  });
});
