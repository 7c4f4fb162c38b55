import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { dragFiles, openApp } from '../../scripts/lib/drive-app.mjs';
import { zipOf } from '../factories/zip.ts';

test('a farewell ZIP dropped on the window shows a row for each file in it, and keeps its badges', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'backpack-archives-'));
  const sample = (name: string) => readFile(path.resolve('resources/samples', name));
  const inner = zipOf([{ name: 'garden.svg', data: await sample('community-gardener.svg') }]);
  const farewell = path.join(folder, 'farewell.zip');
  await writeFile(
    farewell,
    zipOf([
      { name: 'manifest.txt', data: 'open-source.png' },
      { name: 'open-source.png', data: await sample('open-source-contributor.png') },
      { name: '2019/chess.png', data: await sample('chess-club.png'), method: 0 },
      { name: 'inner.zip', data: inner },
      { name: 'damaged.png', data: await sample('library-explorer.png'), crc: 1 },
    ]),
  );
  const evil = path.join(folder, 'evil.zip');
  await writeFile(evil, zipOf([{ name: '../open-source.png', data: 'x' }]));
  const { page, close } = await openApp();
  try {
    const drag = await dragFiles(page, [farewell, evil]);
    await expect(page.getByText('ZIP archives and saved pages too.')).toBeVisible();
    await drag.drop();
    const rows = page.getByRole('region', { name: 'Added files' }).getByRole('listitem');
    await expect(rows).toHaveCount(5);
    await expect(rows.filter({ hasText: 'farewell.zip › open-source.png' })).toContainText(
      'Open Source Contributor',
    );
    await expect(rows.filter({ hasText: 'farewell.zip › 2019/chess.png' })).toContainText('Chess');
    await expect(rows.filter({ hasText: 'farewell.zip › inner.zip › garden.svg' })).toContainText('Garden');
    await expect(rows.filter({ hasText: 'farewell.zip › damaged.png' })).toContainText('is damaged');
    await expect(rows.filter({ hasText: 'evil.zip' })).toContainText('a name that leads out of it');
    await expect(page.getByRole('listbox', { name: 'Badges' }).getByRole('option')).toHaveCount(3);
  } finally {
    await close();
    await rm(folder, { recursive: true, force: true });
  }
});
