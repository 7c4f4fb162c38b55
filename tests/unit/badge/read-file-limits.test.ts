import { describe, expect, it } from 'vitest';
import { readFile } from '../../../shared/badge/read-file.ts';
import { utf8Bytes } from '../../../shared/bytes.ts';
import { limits } from '../../../shared/limits.ts';
import { assertion20 } from '../../factories/badges.ts';
import { type ChunkToBuild, end, header, iTXt, pixels, pngOf, tEXt } from '../../factories/png.ts';
import { refusalOf } from '../../factories/refusal.ts';
import { assertionElement, cdata, svgWith } from '../../factories/svg.ts';

const old = JSON.stringify(assertion20());
const refused = (bytes: Uint8Array) => refusalOf(() => readFile(bytes, 'badge'));

/** A badge image of exactly so many bytes. */
function imageOf(size: number): Uint8Array {
  const filled = (length: number): readonly ChunkToBuild[] => [
    header(2, 2),
    iTXt('openbadges', old),
    pixels(),
    { type: 'prIv', data: new Uint8Array(length) },
    end(),
  ];
  return pngOf(filled(size - pngOf(filled(0)).length));
}

/** A badge as JSON of exactly so many bytes, most of them of two bytes a letter. */
function jsonOf(size: number): Uint8Array {
  const badgeSaying = (narrative: string) => JSON.stringify(assertion20({ narrative }));
  const letters = Math.floor((size - badgeSaying('').length) / 2);
  const text = 'é'.repeat(letters);
  return utf8Bytes(badgeSaying(text + 'x'.repeat(size - utf8Bytes(badgeSaying(text)).length)));
}

describe('limits of reading, at the limit and one above', () => {
  it('an image of 25 MB', () => {
    expect(imageOf(limits.imageFileBytes)).toHaveLength(limits.imageFileBytes);
    expect(refused(imageOf(limits.imageFileBytes))).toBe('accepted');
    expect(refused(imageOf(limits.imageFileBytes + 1))).toBe('input/too-large');
  });

  it('a credential of 5 MiB, counted in bytes, in a file and in a picture', () => {
    const [fits, exceeds] = [jsonOf(limits.credentialBytes), jsonOf(limits.credentialBytes + 1)];
    expect(refused(fits)).toBe('accepted');
    expect(refused(exceeds)).toBe('input/too-large');
    const baked = (text: Uint8Array) => pngOf([header(2, 2), iTXt('openbadges', text), pixels(), end()]);
    expect(refused(baked(fits))).toBe('accepted');
    expect(refused(baked(exceeds))).toBe('input/too-large');
    const drawn = (text: Uint8Array) => svgWith(assertionElement(cdata(Buffer.from(text).toString())));
    expect(refused(drawn(fits))).toBe('accepted');
    expect(refused(drawn(exceeds))).toBe('input/too-large');
  });

  it('50 000 chunks', () => {
    const chunked = (count: number) =>
      pngOf([
        header(2, 2),
        iTXt('openbadges', old),
        pixels(),
        ...Array.from({ length: count - 4 }, () => tEXt('a', '')),
        end(),
      ]);
    expect(refused(chunked(limits.pngChunks))).toBe('accepted');
    expect(refused(chunked(limits.pngChunks + 1))).toBe('image/too-many-chunks');
  });

  it('1 000 attributes on an element, and eight payloads in a picture', () => {
    const attributed = (count: number) =>
      svgWith(
        assertionElement(old.replaceAll('&', '&amp;')) +
          `<g${Array.from({ length: count }, (_, index) => ` a${index}=""`).join('')}/>`,
      );
    expect(refused(attributed(limits.xmlAttributes))).toBe('accepted');
    expect(refused(attributed(limits.xmlAttributes + 1))).toBe('image/too-deep');
    const payloads = (count: number) =>
      svgWith(
        Array.from({ length: count }, (_, index) =>
          assertionElement(cdata(JSON.stringify(assertion20({ id: `https://school.example/${index}` })))),
        ).join(''),
      );
    expect(readFile(payloads(limits.payloadsPerImage), 'badge').badges).toHaveLength(limits.payloadsPerImage);
    expect(refused(payloads(limits.payloadsPerImage + 1))).toBe('image/ambiguous');
  });
});
