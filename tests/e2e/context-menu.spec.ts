import { type ElectronApplication, expect, type Locator, type Page, test } from '@playwright/test';
import { openApp } from '../../scripts/lib/drive-app.mjs';
import { accessibilityViolations } from '../support/accessibility.ts';
import { complaintsOf, takeSamples } from '../support/window-of-samples.ts';

// The real app with the six sample badges: the menu of what lies under the pointer, or has the focus.
let app: ElectronApplication;
let page: Page;
let close: () => Promise<void>;
let complaints: string[];

test.beforeEach(async () => {
  ({ app, page, close } = await openApp());
  complaints = complaintsOf(page);
  await takeSamples(page);
  await page.getByRole('button', { name: 'Dismiss' }).first().click();
});

test.afterEach(async () => {
  await close();
  expect(complaints).toEqual([]);
});

const cards = () => page.getByRole('listbox', { name: 'Badges' }).getByRole('option');
const card = (name: string) => cards().filter({ hasText: name });
const menu = () => page.getByRole('menu');
const entry = (name: string | RegExp) => menu().getByRole('menuitem', { name });
const place = (name: RegExp | string) =>
  page.getByRole('listbox', { name: 'Places' }).getByRole('option', { name });
const dialog = () => page.getByRole('dialog');

async function names(): Promise<readonly string[]> {
  const texts = await cards().allInnerTexts();
  return texts.map((text) => text.split('\n')[0] ?? '');
}

async function makeCollectionOfAll(name: string): Promise<void> {
  await cards().first().click();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+l');
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await expect(place(`${name} 6`)).toBeVisible();
}

/** What the menu bar calls the commands of a menu. */
async function menuBar(label: string): Promise<readonly string[]> {
  return app.evaluate(({ Menu }, wanted) => {
    const top = Menu.getApplicationMenu()?.items.find((item) => item.label === wanted);
    return top?.submenu?.items.map((item) => item.label) ?? [];
  }, label);
}

test('a right click on a badge selects it and offers what the menu Badge has; on a selected one it is about all', async () => {
  await card('Chess Club').click({ button: 'right' });
  await expect(menu()).toHaveAccessibleName('Menu of the selected badges');
  await expect(card('Chess Club')).toHaveAttribute('aria-selected', 'true');
  const offered = await menu()
    .getByRole('menuitem')
    .evaluateAll((items) => items.map((item) => item.querySelector('bdi')?.textContent ?? ''));
  const known = [...(await menuBar('Badge')), ...(await menuBar('File'))];
  expect(offered.length).toBeGreaterThan(8);
  expect(offered.filter((title) => !known.includes(title))).toEqual([]);
  await expect(entry('Check again Ctrl+R')).toBeVisible();
  await expect(entry(/^Restore from the bin/)).toHaveCount(0);
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(menu()).toHaveCount(0);
  await expect(card('Chess Club')).toBeFocused();

  await cards().first().click();
  await page.keyboard.press('Control+a');
  await card('Chess Club').click({ button: 'right' });
  await expect(page.locator('[role="option"][aria-selected="true"]')).toHaveCount(6 + 1);
  await entry(/^Write a note/).waitFor({ state: 'detached' });
  await entry(/^Move to the bin/).click();
  await expect(place('Bin 6')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(cards()).toHaveCount(6);
});

for (const keys of ['Shift+F10', 'ContextMenu']) {
  test(`${keys} opens the menu of the badge with the focus, in grid, list and timeline, and keys alone choose from it`, async () => {
    for (const view of ['Control+Shift+1', 'Control+Shift+2', 'Control+Shift+3']) {
      await page.keyboard.press(view);
      await cards().nth(1).click();
      await page.keyboard.press(keys);
      await expect(menu()).toHaveAccessibleName('Menu of the selected badges');
      await expect(entry(/^Check again Ctrl/)).toBeFocused();
      await page.keyboard.press('Escape');
      await expect(cards().nth(1)).toBeFocused();
    }
    await page.keyboard.press(keys);
    await page.keyboard.type('tags');
    await expect(entry(/^Tags/)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(dialog().getByRole('heading', { name: 'Tags of this badge' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog()).toHaveCount(0);
    await expect(cards().nth(1)).toBeFocused();
  });
}

test('a collection, the bin and the badges in it have menus of their own, by mouse and by keys', async () => {
  await makeCollectionOfAll('School');
  await place('School 6').click({ button: 'right' });
  await expect(menu()).toHaveAccessibleName('Menu of this collection');
  await expect(place('School 6')).toHaveAttribute('aria-selected', 'true');
  await entry(/^Rename this collection/).click();
  await dialog().getByLabel('Name').fill('Courses');
  await page.keyboard.press('Enter');
  await expect(place('Courses 6')).toBeVisible();
  await place('Courses 6').click();
  await page.keyboard.press('Shift+F10');
  await expect(menu()).toHaveAccessibleName('Menu of this collection');
  await page.keyboard.type('delete');
  await page.keyboard.press('Enter');
  await expect(place(/^Courses/)).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(place('Courses 6')).toBeVisible();

  await place(/^All badges/).click();
  await card('Chess Club').click();
  await page.keyboard.press('Delete');
  await place('Bin 1').click({ button: 'right' });
  await expect(menu()).toHaveAccessibleName('Menu of the bin');
  await expect(menu().getByRole('menuitem')).toHaveCount(1);
  await page.keyboard.press('Escape');
  const removed = page.getByRole('listbox', { name: 'Bin' }).getByRole('option');
  await removed.first().click({ button: 'right' });
  await expect(menu().getByRole('menuitem')).toHaveText([/^Restore from the bin/, /^Delete for good/]);
  await page.keyboard.press('Escape');
  await expect(removed.first()).toBeFocused();
  await page.keyboard.press('Shift+F10');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Restored 1 badge')).toBeVisible();
});

test('an Enter that is let go of only when its dialog is gone begins nothing where the focus is back', async () => {
  await makeCollectionOfAll('School');
  await place('School 6').click({ button: 'right' });
  await entry(/^Rename this collection/).click();
  await dialog().getByLabel('Name').fill('Courses');
  await page.keyboard.down('Enter');
  await expect(dialog()).toHaveCount(0);
  await expect(place('Courses 6')).toBeFocused();
  await page.keyboard.up('Enter');
  await page.waitForTimeout(200);
  await expect(page.locator('main[inert]')).toHaveCount(0);
  await place(/^All badges/).click();
  await card('Chess Club').click();
  await expect(page.getByRole('heading', { name: 'All badges', level: 1 })).toBeVisible();
});

test('a collection is put in order for good from its menu and from the palette; what is moved after that stays; undone', async () => {
  await makeCollectionOfAll('School');
  await place('School 6').click();
  await expect(cards()).toHaveCount(6);
  const byName = [...(await names())].sort((a, b) => a.localeCompare(b));
  await page.getByRole('button', { name: 'More for this collection' }).click();
  await entry(/^Put in order by date of issue/).click();
  await expect(page.getByText('Put “School” in order')).toBeVisible();
  await expect(cards().first()).toContainText('Watershed Field Methods');
  const byDate = await names();
  expect(byDate).not.toEqual(byName);

  await cards().first().click();
  await page.keyboard.press('Control+k');
  await dialog().getByRole('combobox').waitFor();
  await page.keyboard.type('put in order by name');
  await page.keyboard.press('Enter');
  await expect.poll(names).toEqual(byName);
  await cards().first().click();
  await page.keyboard.press('Alt+End');
  await expect.poll(names).toEqual([...byName.slice(1), byName[0]]);
  await page.keyboard.press('Control+z');
  await expect.poll(names).toEqual(byName);
  await page.keyboard.press('Control+z');
  await expect.poll(names).toEqual(byDate);
});

test('nothing opens over empty ground, and the menu stays inside a small window', async () => {
  const grid = await page.getByRole('listbox', { name: 'Badges' }).boundingBox();
  if (grid === null) throw new Error('no grid');
  await page.mouse.click(grid.x + grid.width / 2, grid.y + grid.height - 10, { button: 'right' });
  await expect(menu()).toHaveCount(0);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(900, 600));
  await page.waitForTimeout(300);
  const last: Locator = cards().last();
  await last.scrollIntoViewIfNeeded();
  await last.click({ button: 'right' });
  const box = await menu().boundingBox();
  const height = await page.evaluate(() => window.innerHeight);
  expect(box && box.y >= 0 && box.y + box.height <= height).toBe(true);
});
