import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ElectronApplication, expect, type Locator, type Page, test } from '@playwright/test';
import { answerSaveDialog, openApp } from '../../scripts/lib/drive-app.mjs';
import { accessibilityViolations } from '../support/accessibility.ts';
import { complaintsOf, takeSamples } from '../support/window-of-samples.ts';

// The real app with the six sample badges: everything that puts badges in order, by mouse and by keys.
let app: ElectronApplication;
let page: Page;
let folder: string;
let quit: () => Promise<void>;
let close: () => Promise<void>;
let complaints: string[];

test.beforeEach(async () => {
  await start();
  await takeSamples(page);
  await page.getByRole('button', { name: 'Dismiss' }).first().click();
});

test.afterEach(async () => {
  await close();
  expect(complaints).toEqual([]);
});

async function start(again?: string): Promise<void> {
  ({ app, page, folder, quit, close } = await openApp(again === undefined ? {} : { folder: again }));
  complaints = complaintsOf(page);
}

async function restart(): Promise<void> {
  await quit();
  await start(folder);
  await expect(cards().first()).toBeVisible();
}

const cards = () => page.getByRole('listbox', { name: 'Badges' }).getByRole('option');
const card = (name: string) => cards().filter({ hasText: name });
const details = () => page.getByRole('complementary', { name: 'Details' });
const places = () => page.getByRole('listbox', { name: 'Places' });
const place = (name: RegExp | string) => places().getByRole('option', { name });
const dialog = () => page.getByRole('dialog');
const said = (text: string | RegExp) => page.getByRole('status').filter({ hasText: text });

async function names(): Promise<readonly string[]> {
  const texts = await cards().allInnerTexts();
  return texts.map((text) => text.split('\n')[0] ?? '');
}

async function makeCollection(name: string): Promise<void> {
  await page.keyboard.press('Control+n');
  await dialog().getByLabel('Name').fill(name);
  await page.keyboard.press('Enter');
  await expect(place(`${name} 0`)).toBeVisible();
}

/** All six badges in a collection, which is shown. */
async function fillCollection(name: string): Promise<readonly string[]> {
  await makeCollection(name);
  await page.keyboard.press('Control+1');
  await expect(cards()).toHaveCount(6);
  await cards().first().click();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+l');
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await expect(place(`${name} 6`)).toBeVisible();
  await place(`${name} 6`).click();
  await expect(cards()).toHaveCount(6);
  return names();
}

/** Presses, moves as a hand does, and lets go. */
async function drag(from: Locator, to: Locator, share: { x: number; y: number }): Promise<void> {
  await from.hover({ position: { x: 40, y: 60 } });
  await page.mouse.down();
  const box = await to.boundingBox();
  if (box === null) throw new Error('nothing to drop on');
  await page.mouse.move(box.x + box.width * share.x, box.y + box.height * share.y, { steps: 12 });
  await page.waitForTimeout(150);
  await page.mouse.up();
}

test('filters show their counts and narrow; chips take them away, one button all; a saved search stays true', async () => {
  await page.getByRole('button', { name: 'Filter' }).click();
  await page.getByRole('menuitem', { name: 'Issuer' }).click();
  const issuer = page.getByRole('menuitemcheckbox', { name: /^Northside Community Centre/ });
  await expect(issuer).toContainText('2');
  await issuer.click();
  await expect(cards()).toHaveCount(2);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  const bar = page.getByRole('region', { name: 'Filters' });
  await expect(bar.getByText('2 of 6')).toBeVisible();

  await page.keyboard.press('Control+f');
  await page.keyboard.type('chess');
  await expect(cards()).toHaveCount(1);
  await bar.getByRole('button', { name: 'Remove the filter “chess”' }).click();
  await expect(cards()).toHaveCount(2);
  await bar.getByRole('button', { name: 'Clear' }).click();
  await expect(cards()).toHaveCount(6);
  await expect(bar).toHaveCount(0);

  await page.keyboard.press('Control+f');
  await page.keyboard.type('northside');
  await expect(cards()).toHaveCount(2);
  await page.keyboard.press('Control+Shift+s');
  await dialog().getByLabel('Name').fill('Northside');
  await page.keyboard.press('Enter');
  await expect(place('Northside 2')).toHaveAttribute('aria-selected', 'true');
  await card('Chess Club').click();
  await page.keyboard.press('Delete');
  await expect(place('Northside 1')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(place('Northside 2')).toBeVisible();

  await page.getByRole('button', { name: 'More for this collection' }).click();
  await page.getByRole('menuitem', { name: 'Change what it finds' }).click();
  await expect(page.getByRole('searchbox')).toHaveValue('northside');
  await page.getByRole('searchbox').fill('garden');
  await bar.getByRole('button', { name: 'Save to “Northside”' }).click();
  await expect(place('Northside 1')).toBeVisible();
  await expect(card('Community Gardener')).toHaveCount(1);
});

test('badges of a collection keep the order that is made by drag, by keys and by menu, across a restart; undo too', async () => {
  const before = await fillCollection('Mine');
  const [first, second, third] = before;
  await cards().first().click();
  await page.keyboard.press('Alt+ArrowRight');
  await expect.poll(names).toEqual([second, first, ...before.slice(2)]);
  await expect(said('Now 2 of 6')).toBeAttached();
  await expect(card(first ?? '')).toBeFocused();
  await page.keyboard.press('Alt+End');
  await expect.poll(names).toEqual([second, ...before.slice(2), first]);

  await page.getByRole('button', { name: 'More for this collection' }).click();
  await page.getByRole('menuitem', { name: 'Move to the start' }).click();
  await expect.poll(names).toEqual([...before]);

  await drag(card(first ?? ''), card(third ?? ''), { x: 0.8, y: 0.4 });
  const moved = [second, third, first, ...before.slice(3)];
  await expect.poll(names).toEqual(moved);

  await restart();
  await place('Mine 6').click();
  await expect.poll(names).toEqual(moved);
  await page.keyboard.press('Control+z');
  await expect(page.getByText(/^Undone: /)).toBeVisible();
  await expect.poll(names).toEqual([...before]);
});

test('collections lie in each other: made so, moved by dialog and by drag, folded by keys, undone', async () => {
  await makeCollection('School');
  await page.keyboard.press('Control+Alt+n');
  await dialog().getByLabel('Name').fill('Year one');
  await page.keyboard.press('Enter');
  await expect(place('Year one 0')).toHaveAttribute('aria-selected', 'true');
  await makeCollection('Work');

  await place('School 0').click();
  await page.keyboard.press('ArrowLeft');
  await expect(place('Year one 0')).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await expect(place('Year one 0')).toBeVisible();

  await place('Work 0').click();
  await page.getByRole('button', { name: 'More for this collection' }).click();
  await page.getByRole('menuitem', { name: 'Move to…' }).click();
  await page.keyboard.type('year');
  await expect(dialog().getByRole('option', { name: 'School › Year one' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Moved “Work” into “Year one”')).toBeVisible();
  await place('School 0').click();
  await page.keyboard.press('ArrowLeft');
  await expect(place('Work 0')).toHaveCount(0);
  await page.keyboard.press('ArrowRight');

  const box = await place('Work 0').boundingBox();
  if (box === null) throw new Error('no such place');
  await page.mouse.move(box.x + 60, box.y + 8);
  await page.mouse.down();
  const target = await place(/^All badges/).boundingBox();
  if (target === null) throw new Error('nothing to drop on');
  await page.mouse.move(target.x + 60, target.y + 12, { steps: 12 });
  await page.waitForTimeout(150);
  await page.mouse.up();
  await expect(page.getByText('Moved “Work” to the top')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText(/^Undone: /)).toBeVisible();
});

test('tags: completed while typed, on many at once, filtered by, renamed, deleted, undone', async () => {
  await card('Chess Club').click();
  const field = details().getByRole('combobox', { name: 'Add a tag' });
  await field.fill('winter');
  await page.keyboard.press('Enter');
  await expect(details().getByRole('button', { name: 'Take off the tag winter' })).toBeVisible();

  await card('Library Explorer').click();
  await expect(details().getByRole('heading', { name: 'Library Explorer' })).toBeVisible();
  await field.pressSequentially('win');
  await expect(page.getByRole('option', { name: 'winter' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(details().getByRole('button', { name: 'Take off the tag winter' })).toBeVisible();

  await cards().first().click();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+t');
  await expect(dialog().getByRole('option', { name: /^winter/ })).toContainText('on 2 of them');
  await page.keyboard.type('club');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(dialog().getByRole('option', { name: /^club/ })).toContainText('on all of them');
  await page.keyboard.press('Escape');
  if (await dialog().isVisible()) await page.keyboard.press('Escape');

  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').waitFor();
  await page.keyboard.type('all tags');
  await page.keyboard.press('Enter');
  await dialog().getByRole('button', { name: 'Rename the tag winter' }).click();
  await dialog().getByLabel('Name').fill('cold days');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Renamed the tag to “cold days”')).toBeVisible();

  await page.keyboard.press('Control+f');
  await page.keyboard.type('cold');
  await expect(cards()).toHaveCount(2);
  await page.keyboard.press('Control+Shift+f');
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').waitFor();
  await page.keyboard.type('all tags');
  await page.keyboard.press('Enter');
  await dialog().getByRole('button', { name: 'Delete the tag club' }).click();
  await expect(dialog().getByText('club')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(dialog()).toHaveCount(0);
  // In the search field the same keys belong to its text.
  await cards().first().click();
  await page.keyboard.press('Control+z');
  await expect(page.getByText(/^Undone: .*club/)).toBeVisible();
});

test('a note is saved while it is written, found by the search, and there after a restart', async () => {
  await card('Chess Club').click();
  await page.keyboard.press('Control+Shift+n');
  const note = () => details().getByRole('textbox', { name: 'Your note' });
  await expect(note()).toBeFocused();
  await page.keyboard.type('Beat my uncle in the final.');
  await expect(details().getByText('Saved', { exact: true })).toBeVisible({ timeout: 3_000 });
  await page.keyboard.press('Control+f');
  await page.keyboard.type('uncle');
  await expect(cards()).toHaveCount(1);
  await card('Chess Club').click();
  await note().fill('Beat my uncle twice.');
  // Another badge is shown at once: what was typed is saved on the way.
  await page.keyboard.press('Control+1');
  await restart();
  await card('Chess Club').click();
  await expect(note()).toHaveValue('Beat my uncle twice.');
});

test('the bin: what was removed is restored with its tags, or deleted for good after a question', async () => {
  await card('Chess Club').click();
  await details().getByRole('combobox', { name: 'Add a tag' }).fill('club');
  await page.keyboard.press('Enter');
  await expect(details().getByRole('button', { name: 'Take off the tag club' })).toBeVisible();
  await card('Chess Club').click();
  await page.keyboard.press('Delete');
  await expect(place('Bin 1')).toBeVisible();
  await card('Library Explorer').click();
  await page.keyboard.press('Delete');

  await place('Bin 2').click();
  const bin = page.getByRole('listbox', { name: 'Bin' }).getByRole('option');
  await expect(bin).toHaveCount(2);
  await expect(bin.first()).toContainText('30 days left');
  expect(await accessibilityViolations(page)).toEqual([]);
  await bin.filter({ hasText: 'Chess Club' }).click();
  await page.getByRole('button', { name: 'Restore' }).click();
  await expect(bin).toHaveCount(1);
  await expect(page.getByText('Restored 1 badge')).toBeVisible();

  await bin.first().click();
  await page.keyboard.press('Delete');
  await expect(dialog().getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(bin).toHaveCount(1);
  await bin.first().click();
  await page.keyboard.press('Delete');
  await dialog().getByRole('button', { name: 'Delete for good' }).click();
  await expect(page.getByText('The bin is empty')).toBeVisible();

  await place('All badges 5').click();
  await card('Chess Club').click();
  await expect(details().getByRole('button', { name: 'Take off the tag club' })).toBeVisible();
  await restart();
  await expect(cards()).toHaveCount(5);
});

test('own evidence of three kinds is kept, saved again byte for byte, told in the history, and undone', async () => {
  const place = await mkdtemp(path.join(tmpdir(), 'evidence-'));
  const file = path.join(place, 'photo of the board.txt');
  await writeFile(file, 'the position after move 31');
  await card('Chess Club').click();
  const add = async (): Promise<void> => {
    await details().getByRole('button', { name: 'Add evidence…' }).click();
    await expect(dialog()).toBeVisible();
  };
  await add();
  await dialog().getByLabel('Title').fill('The final');
  await dialog().getByRole('textbox', { name: 'Text' }).fill('31 moves.');
  await dialog().getByRole('button', { name: 'Add', exact: true }).click();
  await expect(details().getByText('31 moves.')).toBeVisible();

  await add();
  await dialog().getByText('Link', { exact: true }).click();
  await dialog().getByLabel('Web address').fill('javascript:alert(1)');
  await expect(dialog().getByRole('button', { name: 'Add', exact: true })).toBeDisabled();
  await dialog().getByLabel('Web address').fill('https://example.org/final');
  await dialog().getByRole('button', { name: 'Add', exact: true }).click();
  await expect(details().getByRole('link', { name: 'example.org' })).toBeVisible();

  await add();
  await dialog().getByText('File', { exact: true }).click();
  await dialog().locator('input[type=file]').setInputFiles(file);
  await dialog().getByRole('button', { name: 'Add', exact: true }).click();
  await expect(details().getByText('photo of the board.txt').first()).toBeVisible();
  const copy = path.join(place, 'copy.txt');
  await answerSaveDialog(app, copy);
  await details().getByRole('button', { name: 'Save a copy…' }).click();
  await expect(page.getByText('Saved “copy.txt”')).toBeVisible();
  expect(await readFile(copy, 'utf8')).toBe('the position after move 31');

  await details().getByRole('button', { name: 'History of this badge' }).click();
  await expect(details().getByText('Evidence added: “The final”')).toBeVisible();
  await details().getByRole('button', { name: 'Remove The final' }).click();
  await expect(details().getByText('31 moves.')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(details().getByText('31 moves.')).toBeVisible();
  await rm(place, { recursive: true, force: true });
});

test('groups have headings, keys cross them, a timeline goes by months; axe finds nothing in either theme', async () => {
  await page.getByRole('button', { name: 'Sort and group' }).click();
  await page.getByRole('menuitemradio', { name: 'Year' }).click();
  const group = (name: string) =>
    page.getByRole('listbox', { name: 'Badges' }).getByRole('group', { name: new RegExp(`^${name}`) });
  await expect(group('2026').getByRole('option')).toHaveCount(2);
  await cards().first().click();
  const focused = () => page.evaluate(() => document.activeElement?.closest('section')?.innerText ?? '');
  expect(await focused()).toMatch(/^2026/);
  await page.keyboard.press('ArrowDown');
  expect(await focused()).toMatch(/^2025/);
  await page.keyboard.press('ArrowUp');
  expect(await focused()).toMatch(/^2026/);
  await page.keyboard.press('End');
  expect(await focused()).toMatch(/^2014/);
  await page.keyboard.press('Control+Shift+3');
  await expect(group('January 2026')).toBeVisible();
  for (const theme of ['light', 'dark'] as const) {
    await page.evaluate((chosen) => window.backpack.changeSettings({ theme: chosen }), theme);
    for (const keys of ['Control+Shift+1', 'Control+Shift+2', 'Control+Shift+3']) {
      await page.keyboard.press(keys);
      await cards().first().click();
      await page.waitForTimeout(300);
      expect(await accessibilityViolations(page), `${theme} ${keys}`).toEqual([]);
    }
  }
});

test('an address of any kind is told by its kind, labelled, and says how many badges became yours', async () => {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').waitFor();
  await page.keyboard.type('your addresses');
  await page.keyboard.press('Enter');
  const status = dialog().getByRole('status');
  for (const [address, kind] of [
    ['did:web:ada.example', 'DID'],
    ['+46 70 123 45 67', 'Phone'],
    ['https://ada.example/me', 'Web address'],
  ] as const) {
    await dialog().getByLabel('Add an address').fill(address);
    await expect(status).toHaveText(kind);
    await dialog().getByLabel('Label', { exact: true }).fill('old');
    await page.keyboard.press('Enter');
    await expect(status).toHaveText('Added. No more badges became yours by it.');
  }
  await expect(dialog().getByRole('listitem')).toHaveCount(3);
  await expect(dialog().getByRole('textbox', { name: 'Label of did:web:ada.example' })).toHaveValue('old');
  await dialog().getByLabel('Add an address').fill('learner@example.org');
  await page.keyboard.press('Enter');
  await expect(status).toHaveText(/badges? became yours/);
  expect(await accessibilityViolations(page)).toEqual([]);
});
