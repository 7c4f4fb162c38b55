import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Locator, test } from '@playwright/test';
import { answerOpenDialog } from '../../scripts/lib/drive-app.mjs';
import { openSampleWindow, type SampleWindow } from '../support/sample-window.ts';

// All that a library is for, by keyboard alone: whoever presses a pointer's button in here fails the test.
let window: SampleWindow;
const press = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await window.page.keyboard.press(key);
};
const type = (text: string) => window.page.keyboard.type(text);

test.beforeEach(async () => {
  window = await openSampleWindow();
  await watchPointer();
});

test.afterEach(async () => {
  expect(await window.page.evaluate(() => Reflect.get(globalThis, 'pressed'))).toBe(0);
  expect(window.complaints).toEqual([]);
  await window.close();
});

async function watchPointer(): Promise<void> {
  await window.page.evaluate(() => {
    Object.assign(globalThis, { pressed: 0 });
    const count = (event: Event): void => {
      if (event.isTrusted) Object.assign(globalThis, { pressed: Reflect.get(globalThis, 'pressed') + 1 });
    };
    for (const kind of ['pointerdown', 'mousedown']) addEventListener(kind, count, { capture: true });
  });
}

/** Tab until it has the focus, as somebody does who sees where the focus is. */
async function tabTo(wanted: Locator): Promise<void> {
  await expect(wanted.first()).toBeAttached();
  for (let count = 0; count < 80; count += 1) {
    if (await wanted.first().evaluate((element) => element === document.activeElement)) return;
    await press('Tab');
  }
  throw new Error('the focus never came there');
}

async function run(command: string): Promise<void> {
  await press('Control+k');
  await window.dialog().getByRole('combobox').waitFor();
  await type(command);
  await press('Enter');
}

/** From the search field Enter goes to the badges. */
async function firstBadge(): Promise<void> {
  await press('Control+f', 'Enter', 'Home');
  await expect(window.cards().first()).toBeFocused();
}

test('files and a folder come in; rows are filtered, copied, dismissed and looked at again', async () => {
  const { app, page, button } = window;
  const folder = path.join(path.dirname(await app.evaluate(({ app: it }) => it.getPath('userData'))), 'in');
  await mkdir(folder);
  await writeFile(path.join(folder, 'photo.jpg'), Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]));
  await writeFile(path.join(folder, 'notes.txt'), 'milk, eggs');
  await answerOpenDialog(app, [path.resolve('resources/samples/chess-club.png')]);
  await press('Control+o');
  await answerOpenDialog(app, [folder]);
  const rows = page.getByRole('region', { name: 'Added files' }).getByRole('listitem');
  await expect(rows).toHaveCount(1);
  await press('Control+Shift+o');
  await expect(rows).toHaveCount(3);
  await tabTo(button('Not added 2'));
  await press('Enter');
  await expect(rows).toHaveCount(2);
  await tabTo(button('Copy as text'));
  await press(' ');
  await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toContain('photo.jpg');
  await tabTo(page.getByRole('region', { name: 'Added files' }).getByRole('button', { name: 'Dismiss' }));
  await press('Enter');
  await expect(rows).toHaveCount(0);
  await run('last imports');
  await expect(window.dialog().getByRole('listitem')).toHaveCount(2);
  await press('Escape');
});

test('collections in each other, named, filled, put in order, moved, deleted, and all of it undone', async () => {
  const { page, place, names, cards } = window;
  await press('Control+n');
  await type('School');
  await press('Enter');
  await expect(place('School 0')).toHaveAttribute('aria-selected', 'true');
  await press('Control+Alt+n');
  await type('Year one');
  await press('Enter');
  await expect(place('Year one 0')).toHaveAttribute('aria-selected', 'true');
  await press('F2', 'Control+a');
  await type('First year');
  await press('Enter');
  await expect(place('First year 0')).toBeVisible();

  await press('Control+1');
  await firstBadge();
  await press('Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight');
  await expect(window.details().getByText('4 badges selected')).toBeVisible();
  await press('Shift+ArrowLeft');
  await expect(window.details().getByText('3 badges selected')).toBeVisible();
  await press('Control+l');
  await type('first');
  await press('Enter');
  await expect(place('First year 3')).toBeVisible();
  await run('first year');
  await expect(cards()).toHaveCount(3);
  const [first, second, third] = await names();
  await firstBadge();
  await press('Alt+ArrowRight');
  await expect.poll(names).toEqual([second, first, third]);
  await press('Alt+End');
  await expect.poll(names).toEqual([second, third, first]);
  await run('put in order by name');
  const byName = [first, second, third].sort((a = '', b = '') => a.localeCompare(b));
  await expect.poll(names).toEqual(byName);

  await run('move this collection');
  await type('no other');
  await press('Enter');
  await expect(page.getByText('Moved “First year” to the top')).toBeVisible();
  await tabTo(place('First year 3'));
  await press('Delete');
  await expect(place(/^First year/)).toHaveCount(0);
  await press('Control+z');
  await expect(place('First year 3')).toBeVisible();
  await press('Control+z');
  await run('first year');
  await press('Control+z');
  await expect.poll(names).toEqual([second, third, first]);
  await press('Control+Shift+z');
  await expect.poll(names).toEqual(byName);
});

test('search at every keystroke, filters with counts, a smart collection, groups, orders and a timeline', async () => {
  const { page, place, button, cards, names } = window;
  await press('/');
  const counts: number[] = [];
  for (const letter of 'north') {
    await type(letter);
    await page.waitForTimeout(60);
    counts.push(await cards().count());
  }
  expect(counts.at(-1)).toBe(2);
  expect([...counts].sort((a, b) => b - a)).toEqual(counts);
  await press('Control+Shift+f');
  await tabTo(button('Filter'));
  await press('Enter');
  await type('iss');
  await press('ArrowRight');
  await expect(page.getByRole('menuitemcheckbox', { name: /^Northside Community Centre/ })).toContainText(
    '2',
  );
  await type('north');
  await press('Enter');
  await expect(cards()).toHaveCount(2);
  await press('Escape', 'Escape');
  const bar = page.getByRole('region', { name: 'Filters' });
  await expect(bar.getByText('2 of 6')).toBeVisible();
  await press('Control+Shift+s');
  await type('Northside');
  await press('Enter');
  await expect(place('Northside 2')).toHaveAttribute('aria-selected', 'true');
  await press('Control+1');

  await run('sort by name');
  const byName = [...(await names())].sort((a, b) => a.localeCompare(b));
  await expect.poll(names).toEqual(byName);
  await run('reverse the order');
  await expect.poll(names).toEqual([...byName].reverse());
  await run('group by issuer');
  const group = page.getByRole('listbox', { name: 'Badges' }).getByRole('group', { name: /^City Garden/ });
  await expect(group.getByRole('option')).toHaveCount(1);
  await press('Control+Shift+3');
  await expect(
    page.getByRole('listbox', { name: 'Badges' }).getByRole('group', { name: /^January 2026/ }),
  ).toBeVisible();
});

test('tags, a note, evidence and the history of a badge', async () => {
  const { page, details, dialog, card } = window;
  await press('Control+f');
  await type('chess');
  await press('Enter', 'Home');
  await press('Control+t');
  await type('club');
  await press('Enter', 'Escape');
  if (await dialog().isVisible()) await press('Escape');
  await expect(details().getByRole('button', { name: 'Take off the tag club' })).toBeVisible();
  await card('Chess Club').focus();
  await press('Control+Shift+n');
  await type('Beat my uncle.');
  await expect(details().getByText('Saved', { exact: true })).toBeVisible();
  await card('Chess Club').focus();
  await press('Control+Shift+e');
  await expect(dialog().getByLabel('Title')).toBeFocused();
  await type('The final');
  await press('Shift+Tab', 'ArrowRight');
  await expect(dialog().getByRole('radio', { name: 'Link' })).toBeChecked();
  await tabTo(dialog().getByLabel('Web address'));
  await type('https://example.org/final');
  await press('Enter');
  await expect(details().getByRole('link', { name: 'example.org' })).toBeVisible();
  await tabTo(details().getByRole('button', { name: 'History of this badge' }));
  await press('Enter');
  for (const told of ['Tag “club” added', 'Evidence added: “The final”'])
    await expect(details().getByText(told)).toBeVisible();
  await expect(details().getByText(/^Imported from/)).toBeVisible();
  await expect(
    details()
      .getByText(/^Checked/)
      .first(),
  ).toBeVisible();
  await press('Control+Shift+f');
  await expect(page.getByRole('searchbox')).toHaveValue('');
  await run('all tags');
  await tabTo(dialog().getByRole('button', { name: 'Delete the tag club' }));
  await press('Enter');
  await expect(dialog().getByText('No tags yet')).toBeVisible();
  await press('Escape');
  await expect(dialog()).toHaveCount(0);
});

test('the bin and its ways out; undo and redo reach over restarts', async () => {
  await firstBadge();
  const [name = ''] = await window.names();
  await press('Delete');
  await expect(window.cards()).toHaveCount(5);
  await press('Control+3');
  const bin = () => window.page.getByRole('listbox', { name: 'Bin' }).getByRole('option');
  await expect(bin()).toContainText(['30 days left']);
  await tabTo(bin().first());
  await press('Space');
  await press('Control+Shift+r');
  await expect(window.page.getByText('The bin is empty')).toBeVisible();
  await press('Control+z');
  await expect(bin()).toHaveCount(1);

  window = await window.restart();
  await watchPointer();
  await expect(window.cards()).toHaveCount(5);
  await press('Control+z');
  await expect(window.card(name)).toHaveCount(1);
  window = await window.restart();
  await watchPointer();
  await expect(window.card(name)).toHaveCount(1);
  await press('Control+Shift+z');
  await expect(window.card(name)).toHaveCount(0);
  await press('Control+3');
  await tabTo(bin().first());
  await press('Space', 'Delete');
  await tabTo(window.dialog().getByRole('button', { name: 'Delete for good' }));
  await press('Enter');
  await expect(window.page.getByText('The bin is empty')).toBeVisible();
});

test('an address makes badges of the whole library one’s own at once, and says how many; without it they are not', async () => {
  const { dialog, place } = window;
  await expect(place('Your badges 0')).toBeVisible();
  await run('your addresses');
  await tabTo(dialog().getByLabel('Add an address'));
  // As no badge has it: letter case of an address does not matter.
  await type('Learner@Example.ORG');
  await press('Enter');
  const said = dialog().getByRole('status');
  await expect(said).toHaveText(/^\d badges became yours$/);
  const count = /\d/.exec((await said.textContent()) ?? '')?.[0];
  await expect(place(`Your badges ${count}`)).toBeAttached();
  await tabTo(dialog().getByRole('button', { name: /^Remove / }));
  await press('Enter');
  await expect(place('Your badges 0')).toBeAttached();
  await expect(said).toHaveText('');
  await expect(dialog().getByLabel('Add an address')).toBeFocused();
  await press('Escape');
  await expect(dialog()).toHaveCount(0);
  await press('Control+z');
  await expect(place(`Your badges ${count}`)).toBeVisible();
});
