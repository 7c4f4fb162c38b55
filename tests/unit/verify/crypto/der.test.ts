import { describe, expect, it } from 'vitest';
import { derBits, derTags, derUnsigned, derValues } from '../../../../shared/verify/crypto/der.ts';

const bytes = (...values: readonly number[]) => Uint8Array.of(...values);
const integer = (...content: readonly number[]) => ({ tag: derTags.integer, content: bytes(...content) });
const long = (length: number) => Array.from({ length }, () => 1);

describe('a positive integer', () => {
  it.each([
    ['one byte', [1], [1]],
    ['the largest first byte', [0x7f, 0xff], [0x7f, 0xff]],
    ['a zero byte for its sign', [0, 0x80, 1], [0x80, 1]],
  ])('is read with %s', (_, content, value) => {
    expect(derUnsigned(integer(...content))).toEqual(bytes(...value));
  });

  it.each([
    ['no byte', []],
    ['a sign', [0x80]],
    ['a larger sign', [0xff, 1]],
    ['zero', [0]],
    ['a zero byte too many', [0, 0x7f]],
  ])('is none with %s', (_, content) => {
    expect(derUnsigned(integer(...content))).toBeNull();
  });

  it('is no other value, and not one that is missing', () => {
    expect(derUnsigned({ ...integer(1), tag: derTags.bitString })).toBeNull();
    expect(derUnsigned(undefined)).toBeNull();
  });
});

describe('a bit string', () => {
  it('is whole bytes, or none', () => {
    expect(derBits({ tag: derTags.bitString, content: bytes(0, 7) })).toEqual(bytes(7));
    for (const content of [bytes(), bytes(1, 7), bytes(8, 7)])
      expect(derBits({ tag: derTags.bitString, content })).toBeNull();
    expect(derBits({ tag: derTags.integer, content: bytes(0, 7) })).toBeNull();
  });
});

describe('values one after the other', () => {
  it.each([
    ['a short length', [4, 1, 9], 1],
    ['a length of one byte more', [4, 0x81, 0x80, ...long(0x80)], 0x80],
    ['a length of two bytes more', [4, 0x82, 1, 0, ...long(0x100)], 0x100],
    ['a length of three bytes more', [4, 0x83, 1, 0, 0, ...long(0x10000)], 0x10000],
  ])('are read with %s', (_, written, length) => {
    expect(derValues(Uint8Array.from(written))?.map(({ content }) => content.length)).toEqual([length]);
  });

  it.each([
    ['a length that could be shorter', [4, 0x81, 0x7f, ...long(0x7f)]],
    ['a length that begins with zero', [4, 0x82, 0, 0x80, ...long(0x80)]],
    ['a length of four bytes', [4, 0x84, 1, 0, 0, 0, ...long(0x1000000)]],
    ['a length without end', [4, 0x80, 1, 0, 0]],
    ['a length that is cut off', [4, 0x82, 1]],
    ['no length', [4]],
    ['a tag of more than a byte', [0x1f, 1, 9]],
    ['a constructed tag of more than a byte', [0xbf, 1, 9]],
    ['more than there is', [4, 2, 9]],
  ])('are none with %s', (_, written) => {
    expect(derValues(Uint8Array.from(written))).toBeNull();
  });

  it('are no mass', () => {
    const many = (count: number) => bytes(...Array.from({ length: count }, () => [5, 0]).flat());
    expect(derValues(many(64))).toHaveLength(64);
    expect(derValues(many(65))).toBeNull();
  });
});
