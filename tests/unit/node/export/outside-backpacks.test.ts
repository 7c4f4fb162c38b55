import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { requireOutsideBackpacks } from '../../../../electron/node/export/outside-backpacks.ts';
import { writePortfolio } from '../../../../electron/node/export/portfolio-writer.ts';
import { libraryPaths } from '../../../../electron/node/library/library-files.ts';
import { temporaryFolder } from '../../../support/temporary-library.ts';

/** The folders of a backpack beside others, without what is in them. */
function world(): { readonly folder: string; readonly backpack: string } {
  const folder = temporaryFolder();
  const backpack = path.join(folder, 'My backpack');
  mkdirSync(path.join(backpack, 'badges', 'ab'), { recursive: true });
  mkdirSync(path.join(backpack, 'journal'));
  writeFileSync(path.join(backpack, 'library.json'), '{}');
  mkdirSync(path.join(folder, 'journal'));
  mkdirSync(path.join(folder, 'documents'));
  return { folder, backpack };
}

it('an export takes the place of no file of a backpack, through a link or in capital letters either', async () => {
  const { folder, backpack } = world();
  symlinkSync(path.join(backpack, 'badges', 'ab'), path.join(folder, 'link'));
  for (const target of [
    path.join(backpack, 'badges', 'ab', 'ab12.png'),
    path.join(backpack, 'badges', 'new.html'),
    path.join(backpack, 'journal', 'device.jsonl'),
    path.join(backpack, 'library.json'),
    path.join(backpack, 'Library.JSON'),
    path.join(backpack, 'badges'),
    path.join(folder, 'link', 'portfolio.html'),
    `${backpack}/../My backpack/./journal/x.csv`,
  ]) {
    await expect(requireOutsideBackpacks(target), target).rejects.toMatchObject({
      code: 'export/inside-backpack',
    });
  }
  const pieces = async function* () {
    yield 'text';
  };
  const target = path.join(backpack, 'journal', 'device.jsonl');
  await expect(writePortfolio(target, pieces())).rejects.toMatchObject({ code: 'export/inside-backpack' });
});

it('beside a backpack, in its folder and where nothing is one, files may be written', async () => {
  const { folder, backpack } = world();
  for (const target of [
    path.join(backpack, 'portfolio.html'),
    path.join(folder, 'journal', 'diary.csv'),
    path.join(folder, 'documents', 'letter.html'),
    path.join(folder, 'library.json'),
    path.join(folder, 'no', 'such', 'folder.html'),
    path.join(path.parse(folder).root, 'portfolio.html'),
  ]) {
    await expect(requireOutsideBackpacks(target), target).resolves.toBeUndefined();
  }
});

it('all that lies in a library’s folder is known to it', async () => {
  const { backpack } = world();
  const { dir, ...own } = libraryPaths(backpack);
  expect(dir).toBe(backpack);
  for (const place of Object.values(own)) {
    await expect(requireOutsideBackpacks(place), place).rejects.toMatchObject({
      code: 'export/inside-backpack',
    });
  }
});
