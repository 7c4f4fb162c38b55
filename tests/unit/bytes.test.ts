import { describe, expect, it } from 'vitest';
import {
  asciiBytes,
  concatBytes,
  equalBytes,
  exceedsUtf8Bytes,
  hasBytesAt,
  hexText,
  indexOfByte,
  latin1Text,
  utf8Bytes,
  utf8Text,
} from '../../shared/bytes.ts';

describe('bytes', () => {
  it('UTF-8 is strict and keeps a byte order mark', () => {
    expect(utf8Text(utf8Bytes('\ufeffé😀'))).toBe('\ufeffé😀');
    for (const bad of [[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xe2, 0x82]]) {
      expect(utf8Text(Uint8Array.from(bad))).toBeNull();
    }
  });

  it('Latin-1 gives every byte its own character, also in long texts', () => {
    const all = Uint8Array.from({ length: 20_000 }, (_, index) => index % 256);
    const text = latin1Text(all);
    expect(text).toHaveLength(20_000);
    expect([...text].every((character, index) => character.charCodeAt(0) === index % 256)).toBe(true);
  });

  it('counts UTF-8 bytes against a limit', () => {
    expect(['abc', 'é', '☃', '😀'].map((text) => exceedsUtf8Bytes(text, 3))).toEqual([
      false,
      false,
      false,
      true,
    ]);
    expect(exceedsUtf8Bytes('☃x', 3)).toBe(true);
  });

  it('ASCII refuses anything else', () => {
    expect(asciiBytes('iTXt')).toEqual(Uint8Array.of(105, 84, 88, 116));
    expect(() => asciiBytes('é')).toThrow(RangeError);
    expect(() => asciiBytes('😀')).toThrow(RangeError);
  });

  it('hexadecimal, joining, comparing and finding', () => {
    expect(hexText(Uint8Array.of(0, 15, 255))).toBe('000fff');
    expect(concatBytes([Uint8Array.of(1), new Uint8Array(), Uint8Array.of(2, 3)])).toEqual(
      Uint8Array.of(1, 2, 3),
    );
    expect(equalBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 2))).toBe(true);
    expect(equalBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 3))).toBe(false);
    expect(equalBytes(Uint8Array.of(1, 2), Uint8Array.of(1))).toBe(false);
    expect(hasBytesAt(Uint8Array.of(1, 2), 1, [2, 3])).toBe(false);
    expect(indexOfByte(Uint8Array.of(7, 8, 7), 7, 1, 3)).toBe(2);
    expect(indexOfByte(Uint8Array.of(7, 8, 7), 7, 1, 2)).toBe(-1);
  });
});
