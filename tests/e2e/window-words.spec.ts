import { expect, type Page, test } from '@playwright/test';
import { filterWords } from '../../shared/text/ui-organise-words.ts';
import { uiWords } from '../../shared/text/ui-words.ts';
import { accessibilityViolations } from '../support/accessibility.ts';
import { stagePages } from './fake-bridge/stage-pages.ts';

// What the window says, and how large, where something is out of the ordinary.

const open = stagePages();
const cards = (page: Page) => page.getByRole('listbox', { name: 'Badges' }).getByRole('option');
const details = (page: Page) => page.getByRole('complementary', { name: 'Details' });

test('a long name is written smaller in the details, so that the verdict under it is seen without scrolling', async () => {
  const page = await open({ badges: 4, hostile: true }, { width: 900, height: 600 });
  const sizeOf = async (at: number, text: RegExp): Promise<number> => {
    await cards(page).nth(at).click();
    const name = details(page).getByRole('heading', { level: 2 });
    await expect(name).toHaveText(text);
    return await name.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
  };
  const sizes = [await sizeOf(0, /lufmraH$/), await sizeOf(3, /^x{100}/)];
  expect(sizes[1]).toBeLessThan(sizes[0] ?? 0);
  await expect(details(page).getByText('Unsigned', { exact: true }).first()).toBeInViewport();
});

test('M06 a backpack that is read-only says so and why, and offers nothing that would change it', async () => {
  const page = await open({ badges: 3, readOnly: true }, { width: 900, height: 600 });
  await expect(page.getByText(uiWords.readOnly)).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('button', { name: 'Add badges…' })).toBeDisabled();
  await cards(page).first().click();
  await page.keyboard.press('Delete');
  await expect(cards(page)).toHaveCount(3);
  expect(await accessibilityViolations(page)).toEqual([]);
});

test('one that may be written to says nothing of the kind', async () => {
  const page = await open({ badges: 3 });
  await expect(page.getByRole('button', { name: 'Add badges…' })).toBeEnabled();
  await expect(page.getByText('read-only')).toHaveCount(0);
});

test('who saves a search is told what a smart collection is, and that nothing is made without a name', async () => {
  const page = await open({ badges: 6 });
  await page.keyboard.press('Control+f');
  await page.keyboard.type('welding');
  await expect(cards(page)).toHaveCount(1);
  await page.keyboard.press('Control+Shift+s');
  const dialog = page.getByRole('dialog', { name: filterWords.saveTitle });
  await expect(dialog.getByText(filterWords.saveText)).toBeVisible();
  const save = dialog.getByRole('button', { name: filterWords.saveAction, exact: true });
  await expect(save).toBeDisabled();
  await page.keyboard.type('  ');
  await expect(save).toBeDisabled();
  await page.keyboard.type('Welding');
  await expect(save).toBeEnabled();
  expect(await accessibilityViolations(page)).toEqual([]);
});

test('a timeline is in the order of its days: nothing offers another order there', async () => {
  const page = await open({ badges: 6 });
  const sort = page.getByRole('button', { name: 'Sort and group' });
  await expect(sort).toBeVisible();
  await page.keyboard.press('Control+Shift+3');
  await expect(sort).toHaveCount(0);
  const offered = async (words: string): Promise<number> => {
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').fill(words);
    await page.waitForTimeout(200);
    const count = await page.getByRole('dialog').getByRole('option', { name: words }).count();
    // Once for the words, once for the palette.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    return count;
  };
  expect(await offered('Sort by name')).toBe(0);
  await page.keyboard.press('Control+Shift+1');
  await expect(sort).toBeVisible();
  expect(await offered('Sort by name')).toBe(1);
});

test('in a small window every place is seen, and nothing of them lies on anything else', async () => {
  for (const [width, height] of [
    [450, 600],
    [640, 700],
    [320, 640],
  ] as const) {
    const page = await open({ badges: 6 }, { width, height });
    const places = page.getByRole('listbox', { name: 'Places' }).getByRole('option');
    await expect(places).toHaveCount(4);
    for (const place of await places.all()) await expect(place).toBeInViewport({ ratio: 1 });
    for (const name of ['Portfolios', 'Check badges', 'New collection', 'Settings'])
      await expect(page.getByRole('button', { name, exact: true })).toBeInViewport({ ratio: 1 });
    expect(await accessibilityViolations(page)).toEqual([]);
    if (width !== 320) await page.context().close();
  }
});

test('who makes a collection has the focus in it, or in the details, and never nowhere', async () => {
  for (const width of [1280, 450]) {
    const page = await open({ badges: 6 }, { width, height: 700 });
    await cards(page).first().click();
    await page.keyboard.press('Control+n');
    await page.getByRole('dialog').getByRole('textbox').fill('School');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('School');
    await expect(cards(page)).toHaveCount(0);
    await expect(page.locator('main :focus')).toHaveCount(1);
    await page.keyboard.press('Control+1');
    await expect(cards(page)).not.toHaveCount(0);
    await expect(page.locator('main :focus')).toHaveCount(1);
    if (width === 1280) await page.context().close();
  }
});

test('with reduced motion nothing moves: not a badge that comes in, not a switch, not a menu', async () => {
  const page = await open({ badges: 3 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.evaluate(() => {
    const moves: string[] = [];
    Object.assign(globalThis, { moves });
    for (const begins of ['animationstart', 'transitionrun'])
      document.addEventListener(begins, ({ target }) => {
        for (const animation of target instanceof Element ? target.getAnimations() : []) {
          // Those of a style sheet have key frames.
          const frames = (animation.effect as KeyframeEffect).getKeyframes();
          for (const { transform = 'none' } of frames)
            if (!new DOMMatrix(String(transform)).isIdentity) moves.push(JSON.stringify(frames));
        }
      });
  });
  await page.keyboard.press('Control+o');
  await expect(cards(page)).toHaveCount(4);
  await page.keyboard.press('Control+,');
  await page.getByRole('dialog').getByRole('switch').first().press('Space');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Sort and group' }).press('Enter');
  await page.keyboard.press('Escape');
  await page.waitForTimeout(500);
  expect(await page.evaluate(() => Reflect.get(globalThis, 'moves'))).toEqual([]);
});
