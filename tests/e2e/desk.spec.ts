import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ElectronApplication, expect, type Page, test } from '@playwright/test';
import { answerOpenDialog, answerSaveDialog, openApp } from '../../scripts/lib/drive-app.mjs';
import { packMaker } from '../factories/trust-pack.ts';
import { accessibilityViolations } from '../support/accessibility.ts';
import { type DeskFolder, deskFolder, deskMarkers } from '../support/desk-folder.ts';
import { testIssuer } from '../support/signed-badge.ts';
import { complaintsOf } from '../support/window-of-samples.ts';

// The check desk, driven as an employer would: nothing of what lies on it is kept.

let app: ElectronApplication;
let page: Page;
let home: string;
let place: string;
let close: () => Promise<void>;
let candidates: DeskFolder;
let complaints: string[];

test.beforeEach(async () => {
  place = await mkdtemp(path.join(tmpdir(), 'desk-'));
  await mkdir(path.join(place, 'tmp'));
  candidates = await deskFolder(place);
  ({ app, page, folder: home, close } = await openApp({ environment: { TMPDIR: path.join(place, 'tmp') } }));
  complaints = complaintsOf(page);
  await expect(page.getByText('Your badges will live here')).toBeVisible();
});

test.afterEach(async () => {
  await close();
  await rm(place, { recursive: true, force: true });
  expect(complaints).toEqual([]);
});

const table = () => page.getByRole('grid', { name: 'Checked files' });
const row = (text: string | RegExp) => table().getByRole('row').filter({ hasText: text });
const details = () => page.getByRole('complementary', { name: 'Details' });
const button = (name: string | RegExp) => page.getByRole('button', { name });
/** Toasts are announced too, so each text is there twice. */
const said = (text: string) => page.getByText(text).first();
const dialog = (name: string | RegExp) => page.getByRole('dialog', { name });

async function openDesk(): Promise<void> {
  await page.keyboard.press('Control+Shift+C');
  await expect(page.getByRole('heading', { name: 'Check badges', level: 1 })).toBeVisible();
}

/** Lays the folder on the desk. */
async function check(): Promise<void> {
  await openDesk();
  await answerOpenDialog(app, [candidates.folder]);
  await button('Choose a folder…').click();
  await expect(row('notes.txt')).toContainText('No badge');
  await expect(row('school.jwt')).toContainText('Signer not confirmed');
}

test('a first-time user checks a folder of candidates: a row for each, with verdict, person and what is open', async () => {
  await check();
  for (const [file, verdict] of [
    ['altered.jwt', 'Altered'],
    ['expired.jwt', /Expired|Signer not confirmed/],
    ['school.jwt', 'Signer not confirmed'],
    ['college.jwt', 'Could not be checked'],
    ['inside.jwt', 'Signer not confirmed'],
    ['notes.txt', 'No badge'],
  ] as const)
    await expect(row(file), file).toContainText(verdict);
  await expect(row('expired.jwt')).toContainText('Zzyzx Candidate');
  await row('college.jwt').click();
  await expect(details().getByText('Going online would ask trade-school.example.')).toBeVisible();
  await expect(details().getByRole('heading', { name: 'Welding 1' })).toBeVisible();
  expect(await page.evaluate(() => window.backpack.getLibrary())).toMatchObject({ value: { badges: [] } });
});

test('axe finds nothing in light and dark, empty, with rows, with details and in a narrow window', async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    if (colorScheme === 'light') {
      await openDesk();
      expect(await accessibilityViolations(page)).toEqual([]);
      await answerOpenDialog(app, [candidates.folder]);
      await button('Choose a folder…').click();
      await expect(row('school.jwt')).toContainText('Signer not confirmed');
    }
    expect(await accessibilityViolations(page), colorScheme).toEqual([]);
    await row('college.jwt').click();
    await expect(details().getByRole('heading', { name: 'Welding 1' })).toBeVisible();
    expect(await accessibilityViolations(page), colorScheme).toEqual([]);
    for (const [width, height] of [
      [1280, 800],
      [900, 600],
    ] as const) {
      await resize(width, height);
      await page.screenshot({ path: `out/test/desk-${colorScheme}-${width}.png` });
      expect(await accessibilityViolations(page), `${colorScheme} ${width}`).toEqual([]);
    }
    await resize(1280, 800);
  }
});

test('with the colours of the system, the row that is looked at is told apart', async () => {
  await check();
  await page.emulateMedia({ forcedColors: 'active' });
  await row('school.jwt').click();
  const outlineOf = (name: string) => row(name).evaluate((element) => getComputedStyle(element).outlineStyle);
  await page.mouse.move(0, 0);
  expect(await outlineOf('school.jwt')).toBe('solid');
  expect(await outlineOf('expired.jwt')).toBe('none');
  await page.emulateMedia({ forcedColors: null });
});

test('rows are shown by verdict, and an expected person is found by address or name', async () => {
  await check();
  await button('All 6').click();
  await page.getByRole('menuitem', { name: /Altered \(1\)/ }).click();
  await expect(table().getByRole('row')).toHaveCount(2);
  await button('Altered').click();
  await page.getByRole('menuitem', { name: /All 6/ }).click();
  const person = page.getByLabel('Whose should they be?');
  await person.fill('LEARNER@example.org');
  await expect(row('school.jwt')).toContainText('Names this person');
  await expect(page.getByRole('status').filter({ hasText: 'Names this person: 4. ' })).toHaveCount(1);
  await button('All 6').click();
  await page.getByRole('menuitem', { name: 'Names this person (4)' }).click();
  await expect(table().getByRole('row')).toHaveCount(5);
  await expect(row('notes.txt')).toHaveCount(0);
  // Nobody is asked about any more: all are shown again.
  await person.fill('');
  await expect(row('notes.txt')).toBeVisible();
  await person.fill('zzyzx candidate');
  await expect(row('expired.jwt')).toContainText('Names this person');
  await person.fill('somebody@else.example');
  await expect(row('school.jwt')).toContainText('Names somebody else');
});

test('by keyboard alone: open, choose, walk the rows, read the details, save a report, leave', async () => {
  await openDesk();
  await answerOpenDialog(app, [candidates.folder]);
  await focusOn('Choose a folder…');
  await page.keyboard.press('Enter');
  await expect(row('notes.txt')).toContainText('No badge');
  for (let steps = 0; steps < 20; steps += 1) {
    if (await table().evaluate((grid) => grid.contains(document.activeElement))) break;
    await page.keyboard.press('Tab');
  }
  for (let steps = 0; steps < 10; steps += 1) {
    if ((await row('altered.jwt').getAttribute('aria-selected')) === 'true') break;
    await page.keyboard.press('ArrowUp');
  }
  await page.keyboard.press('ArrowDown');
  await expect(row('college.jwt')).toHaveAttribute('aria-selected', 'true');
  await expect(details().getByRole('heading', { name: 'Welding' }).first()).toBeVisible();
  await answerSaveDialog(app, path.join(place, 'by-keys.csv'));
  await focusOn('Save a report');
  await page.keyboard.press('Enter');
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(said('Saved “by-keys.csv”.')).toBeVisible();
  await focusOn('Back to my backpack');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Your badges will live here')).toBeVisible();
});

test('the report is saved as a page, a PDF, a table and data, with the SHA-256 of every file', async () => {
  await check();
  for (const [format, name] of [
    ['html', /Web page/],
    ['csv', /CSV/],
    ['json', /JSON/],
    ['pdf', /PDF/],
  ] as const) {
    const file = path.join(place, `report.${format}`);
    await answerSaveDialog(app, file);
    await button('Save a report').click();
    await page.getByRole('menuitem', { name }).click();
    await expect(said(`Saved “report.${format}”.`)).toBeVisible({ timeout: 30_000 });
  }
  const read = (format: string) => readFile(path.join(place, `report.${format}`), 'utf8');
  const data = JSON.parse(await read('json'));
  expect(data.rows).toHaveLength(6);
  const [html, csv] = [await read('html'), await read('csv')];
  for (const { sha256 } of data.rows) {
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(csv).toContain(sha256);
    expect(html).toContain(sha256);
  }
  expect(html).toContain('What this tick means, and what it does not');
  const pdf = await readFile(path.join(place, 'report.pdf'));
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  const raw = pdf.toString('latin1');
  for (const word of ['Chrome', 'Skia', 'Electron', place, '/JavaScript', '/OpenAction'])
    expect(raw.includes(word), word).toBe(false);
  const told = spawnSync('pdftotext', [path.join(place, 'report.pdf'), '-'], { encoding: 'utf8' });
  if (told.error === undefined) expect(told.stdout).toContain('Badge check report');
});

test('to know an issuer changes its rows at once; to undo it changes them back', async () => {
  await check();
  await row('school.jwt').click();
  await details().getByRole('button', { name: 'I know this issuer…' }).click();
  const ask = dialog('Do you know this issuer?');
  await ask.getByLabel('Your name for them').fill('Town School');
  await ask.getByRole('button', { name: 'Add to known issuers' }).click();
  for (const file of ['school.jwt', 'inside.jwt']) await expect(row(file)).toContainText('Verified');
  await expect(row('altered.jwt')).toContainText('Altered');
  await page.evaluate(() => window.backpack.travel('undo'));
  for (const file of ['school.jwt', 'inside.jwt'])
    await expect(row(file)).toContainText('Signer not confirmed');
});

test('a trust pack is shown before it is taken in; rows then say “Verified earlier”, until it is undone', async () => {
  const { college } = candidates;
  const pack = path.join(place, 'college.trustpack');
  await writeFile(pack, packMaker().pack({ [college.didDocumentUrl]: college.didDocument }));
  await check();
  await answerOpenDialog(app, [pack]);
  await button('Add').click();
  await page.getByRole('menuitem', { name: 'Add a trust pack…' }).click();
  const take = dialog('Add the trust pack “Town library”?');
  await expect(take.getByText('It holds 1 document of trade-school.example.')).toBeVisible();
  await expect(take.getByText(/^([0-9a-f]{4} ){7}[0-9a-f]{4}$/)).toBeVisible();
  await expect(take.getByText(/can have written anything/)).toBeVisible();
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.screenshot({ path: 'out/test/trust-pack.png' });
  await expect(row('college.jwt')).toContainText('Could not be checked');
  await take.getByRole('button', { name: 'Add the trust pack' }).click();
  await expect(row('college.jwt')).toContainText('Verified earlier');
  await expect(row('college.jwt')).toContainText('As of 1 October 2026');
  await page.evaluate(() => window.backpack.travel('undo'));
  await expect(row('college.jwt')).toContainText('Could not be checked');
  await page.evaluate(() => window.backpack.travel('redo'));
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').waitFor();
  await page.keyboard.type('known issuers');
  await page.keyboard.press('Enter');
  const packs = dialog('Known issuers').getByRole('list', { name: 'Trust packs' });
  await expect(packs).toContainText('Town library');
  expect(await accessibilityViolations(page)).toEqual([]);
  await packs.scrollIntoViewIfNeeded();
  await page.screenshot({ path: 'out/test/trust-packs-known.png' });
  await packs.getByRole('button', { name: 'Remove Town library' }).click();
  await expect(packs.getByRole('listitem')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(row('college.jwt')).toContainText('Could not be checked');
});

test('a trust pack that was tampered with is refused with the reason, and nothing is taken in', async () => {
  const { college } = candidates;
  const bytes = packMaker().pack({ [college.didDocumentUrl]: college.didDocument });
  const file = path.join(place, 'bad.trustpack');
  await writeFile(file, Buffer.from(bytes).toString().replace('2026-10-01', '2026-09-01'));
  await check();
  await answerOpenDialog(app, [file]);
  await button('Add').click();
  await page.getByRole('menuitem', { name: 'Add a trust pack…' }).click();
  await expect(said('The trust pack does not carry a good signature.')).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await page.evaluate(() => window.backpack.getLibrary())).toMatchObject({ value: { packs: [] } });
});

test('“Keep this badge” takes that file in and no other', async () => {
  await check();
  await row('inside.jwt').click();
  await details().getByRole('button', { name: 'Keep this badge' }).click();
  await expect(said('It is in your backpack now.')).toBeVisible();
  await button('Back to my backpack').click();
  await expect(page.getByRole('listbox', { name: 'Badges' }).getByRole('option')).toHaveCount(1);
});

test('long work is stopped: what was checked stays, and nothing more comes', async () => {
  const many = path.join(place, 'many');
  await mkdir(many);
  const issuer = await testIssuer('did:jwk');
  const token = await issuer.sign();
  for (let index = 0; index < 3_000; index += 1)
    await writeFile(path.join(many, `${String(index).padStart(4, '0')}.jwt`), token);
  await openDesk();
  await answerOpenDialog(app, [many]);
  await button('Choose a folder…').click();
  await expect(row('0000.jwt')).toBeVisible();
  await button('Stop').click();
  await expect(said('Stopped. What was checked stays on the desk.')).toBeVisible();
  const shown = await button(/^All \d+$/).textContent();
  const count = Number(/\d+/.exec(shown ?? '')?.[0]);
  expect(count).toBeGreaterThan(0);
  expect(count).toBeLessThan(3_000);
  await page.waitForTimeout(500);
  await expect(button(/^All \d+$/)).toHaveText(shown ?? '');
});

test('after leaving, the library, the cache and the temporary folder hold nothing of what was checked', async () => {
  await expect.poll(() => listing(home)).not.toEqual([]);
  const before = await listing(path.join(home, 'library'));
  const temporaryBefore = await listing(path.join(place, 'tmp'));
  await check();
  await row('expired.jwt').click();
  await expect(details().getByRole('heading', { name: 'Welding 1' })).toBeVisible();
  await answerSaveDialog(app, path.join(place, 'kept.pdf'));
  await button('Save a report').click();
  await page.getByRole('menuitem', { name: /PDF/ }).click();
  await expect(said('Saved “kept.pdf”.')).toBeVisible({ timeout: 30_000 });
  await button('Back to my backpack').click();
  await openDesk();
  await expect(page.getByText('Drop badges here to check them')).toBeVisible();
  expect(await listing(path.join(home, 'library'))).toEqual(before);
  await app.close();
  const inTemporary = await listing(path.join(place, 'tmp'));
  expect(inTemporary.filter((file) => !temporaryBefore.includes(file) && !isChromiums(file))).toEqual([]);
  const token = await readFile(path.join(candidates.folder, 'anna/school.jwt'), 'utf8');
  for (const folder of [home, path.join(place, 'tmp')]) {
    for (const file of await listing(folder)) {
      const bytes = await readFile(path.join(folder, file)).catch(() => Buffer.alloc(0));
      for (const marker of [...deskMarkers, token.slice(-40), 'candidates/anna', 'expired.jwt']) {
        expect(bytes.includes(marker), `${file}: ${marker}`).toBe(false);
        expect(bytes.includes(Buffer.from(marker, 'utf16le')), `${file}: ${marker} (UTF-16)`).toBe(false);
      }
    }
  }
});

test('the desk works where the library cannot be opened: nothing is known then, and nothing green', async () => {
  const broken = path.join(place, 'broken');
  await mkdir(broken);
  await writeFile(path.join(broken, 'library'), 'This is no folder.');
  const other = await openApp({ folder: broken });
  try {
    await other.page.waitForTimeout(1_000);
    await other.page.keyboard.press('Control+Shift+C');
    await answerOpenDialog(other.app, [candidates.folder]);
    await other.page.getByRole('button', { name: 'Choose a folder…' }).click();
    const rows = other.page.getByRole('grid', { name: 'Checked files' }).getByRole('row');
    await expect(rows.filter({ hasText: 'school.jwt' })).toContainText('Signer not confirmed');
    await expect(rows.filter({ hasText: 'altered.jwt' })).toContainText('Altered');
    await expect(rows.filter({ hasText: 'Verified' })).toHaveCount(0);
  } finally {
    await other.quit();
  }
});

/** Tab until a button has the focus. */
async function focusOn(name: string): Promise<void> {
  for (let steps = 0; steps < 60; steps += 1) {
    if (await button(name).evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no way to “${name}” by the Tab key`);
}

async function resize(width: number, height: number): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
    { width, height },
  );
  await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(width);
}

/** Every file below a folder. */
async function listing(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const files: string[] = [];
  for (const name of names) {
    const facts = await stat(path.join(folder, name)).catch(() => null);
    if (facts?.isFile() === true) files.push(name);
  }
  return files.sort();
}

/** Sockets and locks that Chromium itself makes for its one instance. */
function isChromiums(file: string): boolean {
  return /(?:^|\/)(?:\.org\.chromium|scoped_dir|Singleton)/.test(file);
}
