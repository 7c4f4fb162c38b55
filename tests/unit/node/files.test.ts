import { existsSync, mkdirSync, readdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { removeWhole, replaceFile } from '../../../electron/node/files.ts';
import { nodeFs } from '../../../electron/node/fs-port.ts';
import { temporaryFolder } from '../../support/temporary-library.ts';

it.each(['x', 'ü', '🏅'])(
  'a file with the longest name that there is (of %j) is replaced whole',
  async (sign) => {
    const folder = temporaryFolder();
    const name = `${sign.repeat(Math.floor(251 / Buffer.byteLength(sign)))}.csv`;
    for (const text of ['first', 'second']) {
      await replaceFile(nodeFs, path.join(folder, name), new TextEncoder().encode(text));
      expect(readdirSync(folder)).toEqual([name]);
      expect(readFileSync(path.join(folder, name), 'utf8')).toBe(text);
    }
  },
);

it('a folder is removed although files are put there and taken away meanwhile, and one that is filled for ever is told', async () => {
  const folder = path.join(temporaryFolder(), 'Thumbnails');
  const fill = () => {
    mkdirSync(path.join(folder, 'inside'), { recursive: true });
    for (const name of ['a', 'b', 'inside/c']) writeFileSync(path.join(folder, name), name);
  };
  fill();
  let late = 2;
  const busy = {
    ...nodeFs,
    unlink: async (file: string) => {
      if (path.basename(file) === 'a') unlinkSync(file);
      await nodeFs.unlink(file);
    },
    rmdir: async (place: string) => {
      if (place === folder && late > 0) {
        late -= 1;
        writeFileSync(path.join(folder, `late ${late}`), 'small picture');
      }
      await nodeFs.rmdir(place);
    },
  };
  await removeWhole(busy, folder);
  expect([existsSync(folder), late]).toEqual([false, 0]);
  fill();
  late = Number.POSITIVE_INFINITY;
  await expect(removeWhole(busy, folder)).rejects.toMatchObject({ code: 'ENOTEMPTY' });
});
