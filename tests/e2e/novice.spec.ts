import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { answerSaveDialog, dropFiles, openApp } from '../../scripts/lib/drive-app.mjs';

// What people do who have never seen the app before: each time it says what happened.
let opened: Awaited<ReturnType<typeof openApp>>;
let folder: string;

test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'novice-'));
  opened = await openApp();
});

test.afterAll(async () => {
  await opened.close();
  await rm(folder, { recursive: true, force: true });
});

const sample = (name: string) => path.resolve(import.meta.dirname, '../../resources/samples', name);
const added = () => opened.page.getByRole('region', { name: 'Added files' });
const badges = () => opened.page.getByRole('listbox', { name: 'Badges' }).getByRole('option');

test('a folder with nothing in it says that there was nothing', async () => {
  const empty = path.join(folder, 'empty');
  await mkdir(empty);
  await dropFiles(opened.page, [empty]);
  await expect(opened.page.getByText('There was no file in it.')).toBeVisible();
  await expect(added()).toHaveCount(0);
});

test('the same badge twice is there once, and the second row says so', async () => {
  await dropFiles(opened.page, [sample('chess-club.png'), sample('chess-club.png')]);
  await expect(added().getByText('1 badge file added, 1 already here')).toBeVisible();
  await expect(badges()).toHaveCount(1);
});

test('pasted text that is no badge gets a row with a name of its own', async () => {
  await opened.page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'Dear Sir or Madam');
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }),
    );
  });
  const row = added().getByRole('listitem').filter({ hasText: 'This is not a badge image' });
  await expect(row).toContainText('Pasted text');
});

test('an export to a place that cannot be written says why; the dialog and the focus stay, and Escape leaves', async () => {
  const { app, page } = opened;
  await badges().first().click();
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog', { name: 'Export', exact: true });
  await answerSaveDialog(app, '/proc/nowhere/portfolio.html');
  const save = dialog.getByRole('button', { name: 'Save…' });
  await save.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/could not be (written|saved)|cannot be written/i)).toBeVisible();
  await expect(save).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(badges().first()).toBeFocused();
});

test('undo brings a removed badge back after a restart too', async () => {
  await badges().first().click();
  await opened.page.keyboard.press('Delete');
  await expect(badges()).toHaveCount(0);
  await opened.quit();
  opened = await openApp({ folder: opened.folder });
  await expect(opened.page.getByRole('heading', { name: 'Your badges are in the bin' })).toBeVisible();
  await opened.page.keyboard.press('Control+z');
  await expect(badges()).toHaveCount(1);
});

test('a failure that is said at the bottom stays until it is dismissed', async () => {
  const { app, page } = opened;
  await page.clock.install();
  await badges().first().click();
  await answerSaveDialog(app, '/proc/nowhere/badge.png');
  await page.keyboard.press('Control+s');
  const failure = page.getByText(/could not be written/);
  await expect(failure).toBeVisible();
  await page.clock.fastForward(60_000);
  await expect(failure).toBeVisible();
  await page.getByRole('status').getByRole('button', { name: 'Dismiss' }).click();
  await expect(failure).toHaveCount(0);
});
