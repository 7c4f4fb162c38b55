import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ElectronApplication, expect, type Page, test } from '@playwright/test';
import { answerOpenDialog, answerSaveDialog, openApp } from '../../scripts/lib/drive-app.mjs';
import { accessibilityViolations } from '../support/accessibility.ts';
import { badgeBytes } from '../support/library-session.ts';

let app: ElectronApplication;
let page: Page;
let close: () => Promise<void>;
/** Of the app: its library and its settings. */
let place: string;
let folder: string;
let complaints: string[];

test.beforeEach(async () => {
  ({ app, page, close, folder: place } = await openApp());
  folder = await mkdtemp(path.join(tmpdir(), 'backpack-keeping-'));
  complaints = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  await expect(page.getByText('Your badges will live here')).toBeVisible();
  const files = await Promise.all(
    [1, 2, 3].map(async (number) => {
      const file = path.join(folder, `badge-${number}.json`);
      await writeFile(file, badgeBytes(number));
      return file;
    }),
  );
  await answerOpenDialog(app, files);
  await page.keyboard.press('Control+o');
  await expect(cards()).toHaveCount(3);
});

test.afterEach(async () => {
  await close();
  await rm(folder, { recursive: true, force: true });
  expect(complaints).toEqual([]);
});

const cards = () => page.getByRole('listbox', { name: 'Badges' }).getByRole('option');
const dialog = (name: string | RegExp) => page.getByRole('dialog', { name });

async function run(command: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').waitFor();
  await page.keyboard.type(command);
  await page.keyboard.press('Enter');
}

test('N14 back up with a passphrase, delete, and restore by the recovery code: what is wrong says so, deleted badges come back when asked', async () => {
  await run('Back up');
  const backUp = dialog('Back up');
  await expect(backUp).toBeVisible();
  expect(await accessibilityViolations(page)).toEqual([]);
  await backUp.getByRole('switch', { name: 'Lock it with a passphrase' }).press('Space');
  await backUp.getByLabel('Passphrase', { exact: true }).fill('seven wet stones');
  await expect(backUp.getByText('The two are not the same yet.')).toBeVisible();
  await expect(backUp.getByRole('button', { name: 'Choose where…' })).toBeDisabled();
  await backUp.getByLabel('The same again').fill('seven wet stones');
  const file = path.join(folder, 'mine.backpack-backup');
  await answerSaveDialog(app, file);
  await page.keyboard.press('Enter');
  await expect(
    backUp.getByText('3 badges backed up to “mine.backpack-backup”, locked with your passphrase.'),
  ).toBeVisible();
  expect((await readdir(folder)).filter((name) => name.includes('tmp'))).toEqual([]);
  const code = await backUp
    .getByRole('region', { name: 'Recovery code of this backup' })
    .locator('code')
    .innerText();
  expect(code).toMatch(/^(?:[0-9A-Z]{4}-){6}[0-9A-Z]{4}$/);
  expect(await accessibilityViolations(page)).toEqual([]);
  await backUp.getByRole('button', { name: 'Copy the code' }).press('Enter');
  await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toBe(code);
  await answerSaveDialog(app, path.join(folder, 'code.txt'));
  await backUp.getByRole('button', { name: 'Save it to print…' }).press('Enter');
  await expect(backUp.getByText('Saved “code.txt”')).toBeVisible();
  expect(await readFile(path.join(folder, 'code.txt'), 'utf8')).toContain(code);
  await backUp.getByRole('button', { name: 'Close', exact: true }).last().press('Enter');
  await expect(backUp).toBeHidden();

  await cards().first().click();
  await page.keyboard.press('Delete');
  await expect(cards()).toHaveCount(2);

  await answerOpenDialog(app, [file]);
  await run('Restore from a backup');
  const restore = dialog('Restore from a backup');
  await expect(restore.getByText('“mine.backpack-backup” is locked.')).toBeVisible();
  await page.keyboard.type('seven dry stones');
  await page.keyboard.press('Enter');
  await expect(restore.getByRole('alert')).toContainText('does not open the backup');
  await restore
    .getByLabel('Passphrase or recovery code')
    .fill(code.replace(/.$/, (sign) => (sign === '7' ? '8' : '7')));
  await page.keyboard.press('Enter');
  await expect(restore.getByRole('alert')).toContainText('A sign of this recovery code');
  await restore.getByLabel('Passphrase or recovery code').fill(code.toLowerCase());
  await page.keyboard.press('Enter');
  await expect(restore.getByText(/It holds 3 badges, as of/)).toBeVisible();
  expect(await accessibilityViolations(page)).toEqual([]);
  await restore.getByRole('switch', { name: 'Bring deleted badges back' }).press('Space');
  await restore.getByRole('button', { name: 'Restore' }).press('Enter');
  await expect(restore.getByText('Restored. 1 badge came back.')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(cards()).toHaveCount(3);
  await page.keyboard.press('Control+z');
  await expect(cards()).toHaveCount(2);
});

test('checking the backpack names what is damaged, and repairing sets it aside', async () => {
  await run('Check the backpack');
  const check = dialog('Check the backpack');
  await expect(check.getByText('All is whole: 3 badges.')).toBeVisible();
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');

  const badges = path.join(place, 'library', 'badges');
  const [shelf = ''] = await readdir(badges);
  const [name = ''] = await readdir(path.join(badges, shelf));
  await writeFile(path.join(badges, shelf, name), 'not what it was');
  await run('Check the backpack');
  await expect(check.getByText('Something is lost or damaged:')).toBeVisible();
  await expect(check.getByText(/is damaged: it is not what was imported/)).toBeVisible();
  await check.getByRole('button', { name: 'Repair' }).press('Enter');
  await expect(check.getByText(/What is left cannot be mended from here/)).toBeVisible();
  await expect(check.getByText(/lies in the folder “quarantine” of your library/)).toBeVisible();
  await page.keyboard.press('Escape');
  expect(await readdir(path.join(place, 'library', 'quarantine'))).toHaveLength(1);
  // The window works on: the library was closed and opened again under it.
  await cards().first().click();
  await page.keyboard.press('Delete');
  await expect(cards()).toHaveCount(2);
});

test('M16 the settings say how the automatic backups stand, and switch them off', async () => {
  await page.keyboard.press('Control+,');
  const settings = dialog('Settings');
  const automatic = settings.getByRole('switch', { name: 'Automatic backups' });
  await expect(automatic).toBeChecked();
  await expect(settings.getByText('None yet, in the folder “Backups”.')).toBeVisible();
  await automatic.press('Space');
  await expect(automatic).not.toBeChecked();
  await automatic.press('Space');
  await expect(settings.getByText(/1 backup in “Backups”, the newest of/)).toBeVisible();
  expect(await readdir(path.join(place, 'user', 'Backups'))).toHaveLength(1);
  const other = path.join(folder, 'Other disk');
  await answerOpenDialog(app, [other]);
  await settings.getByRole('button', { name: 'Another folder…' }).press('Enter');
  await expect(settings.getByText(/in “Other disk”/)).toBeVisible();
});

test('L12 J12 N16 everything is deleted by keyboard, after typed words and the system’s own question', async () => {
  await page.evaluate(() => window.backpack.changeSettings({ theme: 'dark', cardSize: 'large' }));
  await page.evaluate(() => window.backpack.keep({ do: 'set-automatic', isOn: true }));
  expect(await readdir(path.join(place, 'user', 'Backups'))).toHaveLength(1);
  await expect(cards().first().locator('canvas, svg').first()).toBeVisible();

  await page.keyboard.press('Control+,');
  const settings = dialog('Settings');
  await settings.getByRole('button', { name: 'Delete everything…' }).press('Enter');
  const deletion = dialog('Delete everything');
  const button = deletion.getByRole('button', { name: 'Delete everything' });
  await expect(button).toBeDisabled();
  expect(await accessibilityViolations(page)).toEqual([]);
  await deletion.getByLabel(/^Type/).fill('delete');
  await page.keyboard.press('Enter');
  await expect(button).toBeDisabled();
  await deletion.getByLabel(/^Type/).fill('Delete everything');

  await answerQuestions(0);
  await page.keyboard.press('Enter');
  await expect(button).toBeEnabled();
  expect(await questions()).toEqual([expect.objectContaining({ defaultId: 0, cancelId: 0 })]);
  await expect(cards()).toHaveCount(3);

  await answerQuestions(1);
  const anew = page.waitForEvent('load');
  await deletion.getByLabel(/^Type/).press('Enter');
  await anew;
  await expect(page.getByText('Your badges will live here')).toBeVisible();
  await expect(cards()).toHaveCount(0);
  expect(await readdir(path.join(place, 'user', 'Backups'))).toHaveLength(1);
  expect(await page.evaluate(() => window.backpack.getSettings())).toMatchObject({
    value: { theme: 'system', cardSize: 'medium' },
  });
  expect(await page.evaluate(() => window.backpack.getImport(0))).toEqual({ ok: true, value: null });
  expect(await page.evaluate(() => window.backpack.travel('undo'))).toEqual({ ok: true, value: null });
  expect(await filesThatTell(path.join(place, 'library'))).toEqual([]);
  expect((await filesThatTell(path.join(place, 'user'))).filter((file) => !file.includes('Backups'))).toEqual(
    [],
  );

  // The backpack works, and the backup brings all of it back.
  const [backup = ''] = await readdir(path.join(place, 'user', 'Backups'));
  await answerOpenDialog(app, [path.join(place, 'user', 'Backups', backup)]);
  await run('Restore from a backup');
  const restore = dialog('Restore from a backup');
  await restore.getByRole('button', { name: 'Restore' }).press('Enter');
  await expect(restore.getByText('Restored. 3 badges came back.')).toBeVisible();
});

/** Answers the system's questions with their button so far from the first. */
async function answerQuestions(response: number): Promise<void> {
  await app.evaluate(({ dialog: system }, answer) => {
    const asked: unknown[] = [];
    Object.assign(globalThis, { asked });
    // Only the last argument counts: the first may be the window.
    system.showMessageBox = async (...words: unknown[]) => {
      asked.push(words.at(-1));
      return { response: answer, checkboxChecked: false };
    };
  }, response);
}

function questions(): Promise<unknown> {
  return app.evaluate(() => (globalThis as unknown as { asked: unknown }).asked);
}

/** Files below a folder that hold a word of the badges. */
async function filesThatTell(below: string): Promise<readonly string[]> {
  const files = await readdir(below, { recursive: true, withFileTypes: true });
  const told = await Promise.all(
    files.map(async (file) => {
      const name = path.join(file.parentPath, file.name);
      const text = file.isFile() ? await readFile(name, 'latin1').catch(() => '') : '';
      return /school\.example|badge-1\.json/.test(text) ? [path.relative(below, name)] : [];
    }),
  );
  return told.flat();
}
