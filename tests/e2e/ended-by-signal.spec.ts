import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { type ElectronApplication, expect, type Page, test } from '@playwright/test';
import { openApp } from '../../scripts/lib/drive-app.mjs';

// A session that ends (a log-out, a shutdown) ends the app by a signal: no window loses its focus first.

let app: ElectronApplication;
let page: Page;
let folder: string;

test.beforeEach(async () => {
  ({ app, page, folder } = await openApp());
  await page.evaluate(() => window.backpack.importFrom({ kind: 'samples' }));
  await expect(cards()).toHaveCount(6, { timeout: 30_000 });
  await cards().first().click();
});
test.afterEach(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

const cards = () => page.getByRole('listbox', { name: 'Badges' }).getByRole('option');
const note = () => page.getByRole('textbox', { name: 'Note' });
const introduction = () => page.getByRole('textbox', { name: 'Introduction' });

async function endAndOpenAgain(signal: NodeJS.Signals): Promise<void> {
  const child = app.process();
  const ended = once(child, 'exit');
  child.kill(signal);
  expect(await ended).toEqual([0, null]);
  ({ app, page } = await openApp({ folder }));
}

for (const signal of ['SIGTERM', 'SIGHUP'] as const)
  test(`M22 a note and a portfolio that are being written when ${signal} comes are there again at the next start`, async () => {
    await note().fill('Learnt by the sea');
    await endAndOpenAgain(signal);
    await cards().first().click();
    await expect(note()).toHaveValue('Learnt by the sea');

    await page.getByRole('button', { name: 'Portfolios' }).click();
    await page.getByRole('button', { name: 'New portfolio' }).first().click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Everything/ })
      .click();
    await page.getByRole('textbox', { name: 'Title', exact: true }).fill('For the harbour');
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();
    await introduction().fill('What I can do');
    await endAndOpenAgain(signal);
    await page.getByRole('button', { name: 'Portfolios' }).click();
    await page.getByRole('button', { name: /^For the harbour/ }).click();
    await expect(introduction()).toHaveValue('What I can do');
  });
