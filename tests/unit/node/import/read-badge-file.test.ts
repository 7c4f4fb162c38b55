import { describe, expect, it } from 'vitest';
import { readBadgeFile } from '../../../../electron/node/import/read-badge-file.ts';
import { codeOf } from '../../../../shared/errors.ts';
import { limits } from '../../../../shared/limits.ts';
import { assertion20, credential30, unsignedJws } from '../../../factories/badges.ts';
import { codeJpeg, codePng } from '../../../factories/codes.ts';
import { end, header, iTXt, pixels, pngOf, pngWith } from '../../../factories/png.ts';

const address = 'https://school.example/assertions/17';

async function refusal(picture: Uint8Array, name = 'picture.png'): Promise<string> {
  return await readBadgeFile(picture, name).then(() => 'read', codeOf);
}

describe('readBadgeFile: a code in a picture', () => {
  it.each([
    ['a PNG', codePng(address), 'code.png'],
    ['a JPEG', codeJpeg(address), 'code.jpg'],
    ['a JPEG that is called a PNG', codeJpeg(address), 'code.png'],
  ])('an address in %s is told, not followed', async (_, picture, name) => {
    await expect(readBadgeFile(picture, name)).rejects.toMatchObject({
      code: 'link/in-code',
      facts: { host: 'school.example', url: address },
    });
  });

  it('a credential in it is a badge of the picture', async () => {
    const small = { ...credential30(), '@context': ['https://www.w3.org/ns/credentials/v2'] };
    expect(await readBadgeFile(codePng(JSON.stringify(small)), 'code.png')).toMatchObject({
      container: 'code',
      mediaType: 'image/png',
      badges: [{ badge: { name: 'Welding 1' } }],
    });
    expect(
      await readBadgeFile(
        codeJpeg(
          unsignedJws({ '@context': 'https://w3id.org/openbadges/v2', type: 'Assertion', id: 'urn:uuid:1' }),
        ),
        'a.jpg',
      ),
    ).toMatchObject({ container: 'code', mediaType: 'image/jpeg' });
  });

  it('badge data in the picture comes first: then its code is not looked at', async () => {
    const both = codePng(address, [iTXt('openbadges', JSON.stringify(assertion20()))]);
    expect(await readBadgeFile(both, 'a.png')).toMatchObject({ container: 'png/iTXt:openbadges' });
  });

  it.each([
    ['a code about something else', codePng('WIFI:S:home;T:WPA;P:secret;;'), 'image/no-badge'],
    ['a code with a script', codePng('javascript:alert(1)'), 'image/no-badge'],
    [
      'a packed presentation, which is not supported',
      codePng('VP1-B3ECQDIYACEMHIGDODB6KOA'),
      'input/unsupported-kind',
    ],
    ['no code', pngWith([]), 'image/no-badge'],
    ['a broken credential', codePng('{"@context":'), 'badge/bad-json'],
  ])('%s', async (_, picture, code) => {
    expect(await refusal(picture)).toBe(code);
  });

  it('the reason for which a JPEG has no badge stays where it has no code', async () => {
    expect(await refusal(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), 'a.jpg')).toBe('image/strips-badges');
  });

  it('a picture larger than the limit, or interlaced, is not decoded', async () => {
    const side = Math.ceil(Math.sqrt(limits.codePixels)) + 1;
    const huge = pngOf([
      header(side, side),
      { type: 'IDAT', data: new Uint8Array(9) },
      { type: 'IEND', data: new Uint8Array() },
    ]);
    expect(await refusal(huge)).toBe('image/no-badge');
    const interlaced = codePng(address);
    interlaced[28] = 1;
    expect(await refusal(interlaced)).toMatch(/^image\//);
  });

  it('E12 an APNG of 10 000 frames is read within 250 ms, and no frame but the first is decoded', async () => {
    const frames = Array.from({ length: 10_000 }, () => [
      { type: 'fcTL', data: new Uint8Array(26) },
      { type: 'fdAT', data: new Uint8Array(20) },
    ]).flat();
    const badge = iTXt('openbadges', JSON.stringify(assertion20()));
    const animated = (text: readonly ReturnType<typeof iTXt>[]) =>
      codePng(address, [
        { type: 'acTL', data: Uint8Array.of(0, 0, 0x27, 0x10, 0, 0, 0, 0) },
        ...text,
        ...frames,
      ]);
    const picture = animated([badge]);
    const start = performance.now();
    expect(await readBadgeFile(picture, 'a.png')).toMatchObject({ container: 'png/iTXt:openbadges' });
    expect(performance.now() - start).toBeLessThan(250);
    expect(await refusal(animated([]))).toBe('link/in-code');
  });

  it('E16 every colour type and depth, right or wrong, interlaced or not: a badge is read, and without one it is refused by a code', async () => {
    for (const depth of [0, 1, 2, 3, 4, 8, 16, 32, 255]) {
      for (const colours of [0, 1, 2, 3, 4, 5, 6, 7, 255]) {
        for (const interlace of [0, 1, 2]) {
          const changed = (chunk: ReturnType<typeof header>) => {
            const data = Uint8Array.from(chunk.data);
            data.set([depth, colours, 0, 0, interlace], 8);
            return { ...chunk, data };
          };
          const badge = iTXt('openbadges', JSON.stringify(assertion20()));
          const rest = [pixels(), end()];
          expect(
            (await readBadgeFile(pngOf([changed(header(2, 2)), badge, ...rest]), 'a.png')).badges,
          ).toHaveLength(1);
          expect(await refusal(pngOf([changed(header(2, 2)), ...rest]))).toBe('image/no-badge');
        }
      }
    }
  });

  it('a JPEG cut off at every hundredth byte, and with a thousand scans, is refused and never waits', async () => {
    const picture = codeJpeg(address);
    for (let length = 4; length < picture.length; length += 100) {
      expect(await refusal(picture.subarray(0, length), 'a.jpg')).toMatch(/^(?:image|link)\//);
    }
    const scans = Buffer.concat([
      picture.subarray(0, -2),
      ...Array.from({ length: 1_000 }, () => Uint8Array.of(0xff, 0xda, 0, 8)),
    ]);
    const start = performance.now();
    expect(await refusal(scans, 'a.jpg')).toBe('image/strips-badges');
    expect(performance.now() - start).toBeLessThan(250);
  });
});
