import { randomBytes } from 'node:crypto';
import { PNG } from 'pngjs';
import { bench, describe } from 'vitest';
import { readFile } from '../../shared/badge/read-file.ts';
import { bake } from '../../shared/image/bake.ts';
import { unbake } from '../../shared/image/unbake.ts';
import { assertion20 } from '../factories/badges.ts';

const text = JSON.stringify(assertion20());

// Noise does not compress: 125 and 354 pixels a side come to about 60 and 500 KB.
describe.each([
  ['60 KB', 125],
  ['500 KB', 354],
])('a PNG badge of %s', (_name, side) => {
  const picture = new PNG({ width: side, height: side });
  randomBytes(picture.data.length).copy(picture.data);
  const badge = bake(new Uint8Array(PNG.sync.write(picture)), text);
  const buffer = Buffer.from(badge);

  bench('unbake', () => void unbake(badge));
  bench('read into a badge', () => void readFile(badge, 'badge.png'));
  bench('peer: pngjs decodes the pixels', () => void PNG.sync.read(buffer));
});
