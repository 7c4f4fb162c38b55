import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { replaceFile } from '../../../electron/node/files.ts';
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
