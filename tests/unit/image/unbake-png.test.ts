import { deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf8Bytes } from '../../../shared/bytes.ts';
import { CodedError } from '../../../shared/errors.ts';
import { unbake } from '../../../shared/image/unbake.ts';
import { limits } from '../../../shared/limits.ts';
import { fastestMs } from '../../factories/fastest.ts';
import { end, header, iTXt, pixels, pngOf, pngWith, tEXt, zTXt } from '../../factories/png.ts';
import { refusalOf } from '../../factories/refusal.ts';

const json = '{"name":"Zoë ®","x":1}';
const refused = (bytes: Uint8Array) => refusalOf(() => unbake(bytes));
const only = (bytes: Uint8Array) => {
  const { payloads } = unbake(bytes);
  expect(payloads).toHaveLength(1);
  const [payload] = payloads;
  return {
    container: payload?.container,
    text: payload?.text,
    notes: payload?.notes.map(({ code }) => code),
  };
};

describe('unbake PNG', () => {
  it.each([
    ['tEXt', tEXt('openbadges', json), []],
    ['iTXt', iTXt('openbadges', json), []],
    ['iTXt', iTXt('openbadges', json, { language: 'en' }), []],
    ['iTXt', iTXt('openbadges', json, { compressed: true }), ['read.compressed']],
    ['zTXt', zTXt('openbadges', json), ['read.compressed']],
  ] as const)('reads the text of %s', (type, chunk, notes) => {
    expect(only(pngWith([chunk]))).toEqual({ container: `png/${type}:openbadges`, text: json, notes });
  });

  it.each(['openbadges', 'openbadge', 'openbadgecredential', 'clrcredential'])(
    'knows the keyword %s',
    (keyword) => {
      expect(only(pngWith([], [iTXt(keyword, json)])).container).toBe(`png/iTXt:${keyword}`);
    },
  );

  it('reads a chunk after the pixels, and leaves other keywords alone', () => {
    expect(only(pngWith([tEXt('Comment', '{}')], [iTXt('openbadges', json)])).text).toBe(json);
    expect(
      refused(pngWith([tEXt('Comment', json), iTXt('openbadgesx', json), iTXt('XML:com.adobe.xmp', json)])),
    ).toBe('image/no-badge');
  });

  it('prefers the newer keyword, then iTXt to tEXt to zTXt, wherever they stand', () => {
    const chunks = [
      zTXt('openbadges', '3'),
      tEXt('openbadges', '2'),
      iTXt('openbadges', '1'),
      tEXt('openbadgecredential', '0'),
    ];
    expect(unbake(pngWith(chunks)).payloads.map(({ text }) => text)).toEqual(['0', '1', '2', '3']);
  });

  it('reads the chunk that Moodle wrote for years', () => {
    const wrong = `openbadges\0'json'\0''\0"{'method': 'hosted', 'assertionUrl': '${json}'}"`;
    const png = pngWith([{ type: 'iTXt', data: utf8Bytes(wrong) }]);
    expect(only(png)).toEqual({
      container: 'png/iTXt:openbadges',
      text: json,
      notes: ['read.malformed-chunk'],
    });
  });

  it('reads a credential that follows the keyword at once', () => {
    const png = pngWith([{ type: 'iTXt', data: utf8Bytes(`openbadges\0\0${json}`) }]);
    expect(only(png)).toMatchObject({ text: json, notes: ['read.malformed-chunk'] });
  });

  it('good UTF-8 is UTF-8 in every chunk; anything else is Latin-1, and said so', () => {
    expect(only(pngWith([tEXt('openbadges', json)])).text).toBe(json);
    const latin1 = new Uint8Array(Buffer.from(json, 'latin1'));
    expect(only(pngWith([iTXt('openbadges', latin1)]))).toMatchObject({ text: json, notes: ['read.latin1'] });
  });

  it('E01 a compressed text chunk that inflates to 400 MB is refused within 250 ms', () => {
    const bomb = deflateSync(Buffer.alloc(400_000_000), { level: 9 });
    const data = Buffer.concat([Buffer.from('openbadges\0\u0001\0\0\0', 'latin1'), bomb]);
    const png = pngWith([{ type: 'iTXt', data }]);
    expect(refused(png)).toBe('image/inflates-too-much');
    expect(fastestMs(() => refused(png))).toBeLessThan(250);
  });

  it('E01 the limit of an inflated text is exact', () => {
    const text = (length: number) => `"${'x'.repeat(length - 2)}"`;
    expect(only(pngWith([zTXt('openbadges', text(limits.inflatedTextBytes))])).text).toHaveLength(
      limits.inflatedTextBytes,
    );
    expect(refused(pngWith([zTXt('openbadges', text(limits.inflatedTextBytes + 1))]))).toBe(
      'image/inflates-too-much',
    );
  });

  it('E02 chunks in masses and a bomb in another chunk', () => {
    const empty = Array.from({ length: limits.pngChunks }, () => tEXt('a', ''));
    expect(refused(pngWith(empty))).toBe('image/too-many-chunks');
    const profile = Buffer.concat([Buffer.from('icc\0\0', 'latin1'), deflateSync(Buffer.alloc(10_000_000))]);
    expect(only(pngWith([{ type: 'iCCP', data: profile }, iTXt('openbadges', json)])).text).toBe(json);
    const texts = Array.from({ length: 9 }, (_, index) => iTXt('openbadges', `{"a":${index}}`));
    expect(refused(pngWith(texts))).toBe('image/ambiguous');
  });

  it('E03 a badge cut off at any byte is refused', () => {
    const whole = pngWith([iTXt('openbadges', json)]);
    for (let length = 1; length < whole.length; length++) {
      expect(refused(whole.subarray(0, length)), String(length)).toMatch(
        /^(image\/damaged|input\/unsupported-kind)$/,
      );
    }
  });

  it.each([0x7fffffff, 0x80000000, 0xffffffff, 1_000])('E04 a chunk length of %d is refused', (length) => {
    expect(refused(pngWith([{ ...iTXt('openbadges', json), length }]))).toBe('image/damaged');
  });

  it('E05 a wrong checksum on the badge chunk is used with a note, on the header refused', () => {
    expect(only(pngWith([{ ...tEXt('openbadges', json), crc: 1 }]))).toMatchObject({
      text: json,
      notes: ['read.bad-checksum'],
    });
    expect(refused(pngOf([{ ...header(2, 2), crc: 1 }, tEXt('openbadges', json), pixels(), end()]))).toBe(
      'image/damaged',
    );
  });

  it('E07 what follows the end is not looked at, and said so', () => {
    const after = pngOf([header(2, 2), pixels(), end(), iTXt('openbadges', json)]);
    expect(refused(after)).toBe('image/no-badge');
    const unbaked = unbake(
      pngOf([header(2, 2), iTXt('openbadges', json), pixels(), end()], utf8Bytes('PK..')),
    );
    expect(unbaked.notes).toEqual([{ code: 'read.content-after-end', facts: { bytes: 4 } }]);
  });

  it.each([
    [2 ** 31 - 1, 1],
    [65_535, 65_535],
    [30_000, 30_000],
    [limits.pngSidePixels + 1, 1],
    [6_325, 6_325],
  ])('E08 a header of %d × %d is refused before any pixel is decoded', (width, height) => {
    expect(refused(pngOf([header(width, height), tEXt('openbadges', json), pixels(), end()]))).toBe(
      'image/too-many-pixels',
    );
  });

  it('E08 the largest sizes allowed are read', () => {
    for (const [width, height] of [
      [limits.pngSidePixels, 1],
      [8_000, 5_000],
    ] as const) {
      expect(only(pngOf([header(width, height), tEXt('openbadges', json), pixels(), end()])).text).toBe(json);
    }
  });

  it('E09 a header that is missing, doubled, late, short or empty is refused', () => {
    const text = tEXt('openbadges', json);
    const short = { type: 'IHDR', data: new Uint8Array(12) };
    for (const chunks of [
      [text, pixels(), end()],
      [header(2, 2), header(2, 2), text, pixels(), end()],
      [text, header(2, 2), pixels(), end()],
      [short, text, pixels(), end()],
      [header(0, 0), text, pixels(), end()],
      [header(2, 2), text, end()],
      [header(2, 2), { type: 'IH\0R', data: new Uint8Array() }, text, pixels(), end()],
    ]) {
      expect(refused(pngOf(chunks))).toBe('image/damaged');
    }
  });

  it('E10 letters of the keyword in any case; unknown flags and methods are damage', () => {
    expect(only(pngWith([iTXt('OpenBadges', json)])).container).toBe('png/iTXt:openbadges');
    expect(refused(pngWith([tEXt('o'.repeat(80), json)]))).toBe('image/no-badge');
    expect(refused(pngWith([tEXt('open\0badges', json)]))).toBe('image/no-badge');
    expect(refused(pngWith([iTXt('openbadges', 'text', { flag: 2 })]))).toBe('image/damaged');
    expect(refused(pngWith([iTXt('openbadges', json, { compressed: true, method: 9 })]))).toBe(
      'image/damaged',
    );
    expect(refused(pngWith([zTXt('openbadges', json, 9)]))).toBe('image/damaged');
    expect(refused(pngWith([{ type: 'zTXt', data: utf8Bytes('openbadges\0\0 no zlib') }]))).toBe(
      'image/damaged',
    );
    expect(refused(pngWith([{ type: 'iTXt', data: utf8Bytes('openbadges\0') }]))).toBe('image/damaged');
  });

  it('a zlib stream that stops early is damage, not half a badge', () => {
    const cut = deflateSync(Buffer.from(json.repeat(50))).subarray(0, 30);
    const data = Buffer.concat([Buffer.from('openbadges\0\0', 'latin1'), cut]);
    expect(refused(pngWith([{ type: 'zTXt', data }]))).toBe('image/damaged');
  });

  it('F13 a compressed SVG is refused unopened', () => {
    expect(refused(new Uint8Array(gzipSync('<svg/>')))).toBe('input/unsupported-kind');
  });

  it('E17 any damage ends in a payload or in a code', () => {
    const whole = pngWith([iTXt('openbadges', json, { compressed: true })], [tEXt('openbadge', json)]);
    const change = fc.record({ at: fc.nat(whole.length - 1), byte: fc.nat(255) });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        const bytes = Uint8Array.from(whole);
        for (const { at, byte } of changes) bytes[at] = byte;
        try {
          expect(unbake(bytes).payloads.length).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toBeInstanceOf(CodedError);
        }
      }),
      { numRuns: 3_000 },
    );
  });
});
