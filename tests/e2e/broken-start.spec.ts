import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ElectronApplication, expect, type Page, test } from '@playwright/test';
import { openApp } from '../../scripts/lib/drive-app.mjs';
import { root } from '../../scripts/lib/paths.mjs';
import { brokenWords } from '../../shared/text/ui-broken-words.ts';

// What does not start says so in the window, with a way on: it never stays at its shell.

let folder: string;
let app: ElectronApplication | null = null;

test.beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'broken-start-'));
});
test.afterEach(async () => {
  await app?.close();
  app = null;
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** A copy of the built app, in which something is broken. */
async function copyOfApp(): Promise<string> {
  const copy = path.join(folder, 'app');
  await mkdir(copy);
  for (const name of ['package.json', 'out/main', 'out/preload', 'out/renderer', 'out/page']) {
    await cp(path.join(root, name), path.join(copy, name), { recursive: true });
  }
  await symlink(path.join(root, 'resources'), path.join(copy, 'resources'));
  // Where the launcher of the tests looks for Electron.
  await symlink(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
  return copy;
}

async function fileIn(copy: string, part: string, name: RegExp): Promise<string> {
  const [found] = (await readdir(path.join(copy, part))).filter((each) => name.test(each));
  if (found === undefined) throw new Error(`no ${name} in ${part}`);
  return path.join(copy, part, found);
}

async function open(appFolder: string): Promise<Page> {
  const opened = await openApp({ folder: path.join(folder, 'place'), appFolder });
  ({ app } = opened);
  return opened.page;
}

/** Instead of ending and starting the app, counts how often it would. */
async function countStarts(): Promise<() => Promise<number>> {
  await app?.evaluate((electron) => {
    const counted = Object.assign(globalThis, { starts: 0 });
    electron.app.relaunch = () => {
      counted.starts += 1;
    };
    const { quit } = electron.app;
    electron.app.quit = () => {
      electron.app.quit = quit;
    };
  });
  const count = (): number => Number(Reflect.get(globalThis, 'starts'));
  return async () => (await app?.evaluate(count)) ?? -1;
}

async function expectNotOpened(page: Page, words: RegExp): Promise<void> {
  await expect(page.getByRole('heading', { name: 'The backpack could not be opened' })).toBeVisible();
  await expect(page.getByText(words)).toBeVisible();
  const starts = await countStarts();
  const again = page.getByRole('button', { name: 'Try again' });
  await again.focus();
  await page.keyboard.press('Enter');
  await expect.poll(starts).toBe(1);
}

for (const [what, breakIt] of [
  ['is missing', (file: string) => rm(file)],
  ['does not load', (file: string) => writeFile(file, 'throw new Error("broken");')],
] as const) {
  test(`when a part of the program ${what}, the window says so, and to try again starts the app anew`, async () => {
    const copy = await copyOfApp();
    await breakIt(await fileIn(copy, 'out/main/chunks', /^compose-/));
    const page = await open(copy);
    await expectNotOpened(page, /A part of the program is missing or broken\. Your badges are safe/);
    // Whatever else is asked for is answered too, and settings are the usual ones.
    const answer = await page.evaluate(() => window.backpack.getSettings());
    expect(answer).toMatchObject({ ok: false, failure: { code: 'program/not-started' } });
  });
}

test('when the library does not open, the window says so, and to try again starts the app anew', async () => {
  const place = path.join(folder, 'place');
  await mkdir(place);
  await writeFile(path.join(place, 'library'), 'a file where the folder should be');
  await expectNotOpened(await open(root), /Check the disk, then try again/);
});

test('M06 a library folder that may not be read is said in words, not left loading', async () => {
  test.skip(process.getuid?.() === 0, 'root may read everything');
  const place = path.join(folder, 'place');
  await mkdir(path.join(place, 'library'), { recursive: true, mode: 0o000 });
  await expectNotOpened(await open(root), /permissions of the folder/);
});

test('when the script of the window is missing, the page says so instead of its shell', async () => {
  const copy = await copyOfApp();
  await rm(await fileIn(copy, 'out/renderer/assets', /^first-screen-.*\.js$/));
  const page = await open(copy);
  await expect(page.getByRole('alert')).toContainText(brokenWords.text);
});

test('when the window cannot draw something, it says so, and is there again when it is asked for', async () => {
  const page = await open(root);
  await expect(page.getByText('Your badges will live here')).toBeVisible();
  await app?.evaluate(({ BrowserWindow }) => {
    const change = { upserted: [{ id: 'x' }], removed: [], collections: null };
    BrowserWindow.getAllWindows()[0]?.webContents.send('library.changed', change);
  });
  await expect(page.getByRole('heading', { name: brokenWords.title })).toBeVisible();
  const again = page.getByRole('button', { name: brokenWords.again });
  await expect(again).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Your badges will live here')).toBeVisible();
});
