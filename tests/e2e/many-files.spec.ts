import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { dropFiles, openApp } from '../../scripts/lib/drive-app.mjs';
import { credential30 } from '../factories/badges.ts';

/** LONG=1: as many as the product promises to take in at one go. */
const count = process.env.LONG === '1' ? 5_000 : 800;

const cards = (page: Page) => page.getByRole('listbox', { name: 'Badges' }).getByRole('option');
const progress = (page: Page) => page.getByRole('progressbar', { name: 'Added files' });

async function badgesHere(page: Page): Promise<number> {
  const library = await page.evaluate(() => window.backpack.getLibrary());
  return library.ok ? library.value.badges.length : -1;
}

test(`a folder of ${count} files whose import the app does not survive goes on when it is dropped again: none lost, none twice`, async () => {
  test.setTimeout(600_000);
  const first = await openApp();
  const source = path.join(first.folder, 'in');
  await mkdir(source);
  for (let number = 0; number < count; number += 1) {
    const text = JSON.stringify(credential30({ id: `urn:uuid:${number}` }));
    await writeFile(path.join(source, `badge-${number}.json`), text);
  }
  await dropFiles(first.page, [source]);
  await expect(cards(first.page).first()).toBeVisible({ timeout: 60_000 });
  const told = await badgesHere(first.page);
  expect(told).toBeGreaterThan(0);
  const gone = new Promise((resolve) => first.app.process().once('exit', resolve));
  first.app.process().kill('SIGKILL');
  await gone;

  const again = await openApp({ folder: first.folder });
  try {
    const { page } = again;
    await expect(cards(page).first()).toBeVisible({ timeout: 30_000 });
    const kept = await badgesHere(page);
    expect(kept).toBeGreaterThanOrEqual(told);
    expect(kept).toBeLessThan(count);
    await dropFiles(page, [source]);
    await expect(progress(page)).toContainText(`of ${count}`);
    await expect(progress(page)).toHaveCount(0, { timeout: 500_000 });
    await expect(
      page.getByRole('heading', { name: `${count - kept} badge files added, ${kept} already here` }),
    ).toBeVisible();
    expect(await badgesHere(page)).toBe(count);
    const examined = await page.evaluate(() => window.backpack.keep({ do: 'examine', repair: false }));
    const damage =
      examined.ok && examined.value.kind === 'examined'
        ? examined.value.examination.findings.filter(({ severity }) => severity === 'damage')
        : null;
    expect(damage).toEqual([]);
  } finally {
    await again.close();
  }
});
