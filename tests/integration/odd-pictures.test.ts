import { deflateSync } from 'node:zlib';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { pictureResponse } from '../../electron/main/picture-response.ts';
import { readFile } from '../../shared/badge/read-file.ts';
import { bake } from '../../shared/image/bake.ts';
import { assertion20 } from '../factories/badges.ts';
import { type ChunkToBuild, end, header, iTXt, pixels, pngOf, pngWith } from '../factories/png.ts';
import { openAt, temporaryPlace } from '../support/temporary-library.ts';

const text = JSON.stringify(assertion20());
const badge = iTXt('openbadges', text);
const budgetMs = 2_000;

const uint32 = (...values: readonly number[]) => {
  const data = Buffer.alloc(4 * values.length);
  for (const [at, value] of values.entries()) data.writeUInt32BE(value, 4 * at);
  return data;
};

it('E12 a picture of ten thousand frames is read at once, as one picture', () => {
  const frames = Array.from({ length: 10_000 }, (_, number): readonly ChunkToBuild[] => [
    {
      type: 'fcTL',
      data: Buffer.concat([uint32(2 * number, 2, 2, 0, 0), Buffer.from([0, 1, 3, 232, 0, 0])]),
    },
    { type: 'fdAT', data: Buffer.concat([uint32(2 * number + 1), Buffer.from(pixels().data)]) },
  ]).flat();
  const animation = pngWith([{ type: 'acTL', data: uint32(10_000, 0) }, badge], frames);
  const start = performance.now();
  const { badges, mediaType } = readFile(animation, 'many-frames.png');
  expect(performance.now() - start).toBeLessThan(budgetMs);
  expect([badges.length, mediaType]).toEqual([1, 'image/png']);
});

it('E14 a picture with a web page behind its end is a picture, read and served as nothing else', async () => {
  const page = `<html><script>alert(1)</script>${JSON.stringify({ ...assertion20(), narrative: 'Other.' })}</html>`;
  const polyglot = pngOf([header(2, 2), badge, pixels(), end()], Buffer.from(page));
  const reading = readFile(polyglot, 'picture.png');
  expect(reading.badges.map(({ badge: { source } }) => source.text)).toEqual([text]);
  const library = await openAt(temporaryPlace());
  await library.importFiles([{ kind: 'bytes', name: 'picture.png', bytes: polyglot }]);
  const picture = await library.image(library.view().badges[0]?.id ?? '');
  if (picture === null) throw new Error('no picture');
  const { headers } = pictureResponse(picture);
  expect(headers).toMatchObject({
    'Content-Type': 'image/png',
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "sandbox; default-src 'none'",
  });
  await library.close();
});

describe('E16 a PNG of every colour type, depth and order of lines', () => {
  const samplesOf = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 } as const;
  const depthsOf = { 0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16] } as const;
  const kinds = ([0, 2, 3, 4, 6] as const).flatMap((colour) =>
    depthsOf[colour].flatMap((depth) => [0, 1].map((interlace) => [colour, depth, interlace] as const)),
  );

  /** Four pixels a side, all of them zeros; the lines of Adam7 in their seven passes. */
  function pictureOf(colour: keyof typeof samplesOf, depth: number, interlace: number, palette = true) {
    const passes =
      interlace === 0
        ? [[4, 4]]
        : [
            [1, 1],
            [1, 1],
            [2, 1],
            [2, 2],
            [4, 2],
          ];
    const lines = passes.flatMap(([width = 0, height = 0]) =>
      Array.from({ length: height }, () =>
        Buffer.alloc(1 + Math.ceil((width * depth * samplesOf[colour]) / 8)),
      ),
    );
    const ihdr = Buffer.concat([uint32(4, 4), Buffer.from([depth, colour, 0, 0, interlace])]);
    return pngOf([
      { type: 'IHDR', data: ihdr },
      ...(colour === 3 && palette ? [{ type: 'PLTE', data: Buffer.from([1, 2, 3]) }] : []),
      { type: 'IDAT', data: deflateSync(Buffer.concat(lines)) },
      end(),
    ]);
  }

  it.each(kinds)('colour %i, depth %i, order %i: takes a badge and keeps its pixels', (...kind) => {
    const baked = bake(pictureOf(...kind), text);
    expect(readFile(baked, 'badge.png').badges).toHaveLength(1);
    const pixelsOf = (bytes: Uint8Array) => PNG.sync.read(Buffer.from(bytes)).data;
    expect(pixelsOf(baked).equals(pixelsOf(pictureOf(...kind)))).toBe(true);
  });

  it.each([
    ['a colour type that is none', [8, 1]],
    ['a depth that its colour has not', [1, 6]],
    ['a depth that is none', [5, 0]],
    ['an order of lines that is none', [8, 6, 0, 0, 2]],
    ['a compression that is none', [8, 6, 1]],
  ])('with %s is read for its badge all the same', (_, fields) => {
    const data = Buffer.concat([uint32(4, 4), Buffer.from([...fields, 0, 0, 0, 0, 0]).subarray(0, 5)]);
    const picture = pngOf([{ type: 'IHDR', data }, badge, pixels(), end()]);
    expect(readFile(picture, 'odd.png').badges).toHaveLength(1);
  });

  it('with a palette that is missing is read for its badge all the same', () => {
    const bare = pictureOf(3, 8, 0, false);
    expect(readFile(bake(bare, text), 'odd.png').badges).toHaveLength(1);
  });
});
