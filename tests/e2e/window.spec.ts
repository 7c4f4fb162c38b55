import { expect, type Page, test } from '@playwright/test';
import { accessibilityViolations } from '../support/accessibility.ts';
import type { FakeOptions } from './fake-bridge/fake-bridge.ts';
import { type PageView, stagePages } from './fake-bridge/stage-pages.ts';

// The real page, built and served under the app's own policy, with a backpack of its own memory behind it.
const openPage = stagePages();
let page: Page;

async function open(options: FakeOptions, view: PageView = {}) {
  page = await openPage(options, view);
}

const grid = () => page.getByRole('listbox', { name: 'Badges' });
const cards = () => grid().getByRole('option');
const selected = () => grid().locator('[aria-selected="true"]');
const details = () => page.getByRole('complementary', { name: 'Details' });
const focusedName = () => page.evaluate(() => document.activeElement?.textContent ?? '');

test.describe('the grid by keyboard', () => {
  test.beforeEach(async () => {
    await open({ badges: 1_000 });
    await cards().first().click();
  });

  test('arrows move and select, Home and End go to the ends, pages to the next screen', async () => {
    await page.keyboard.press('ArrowRight');
    expect(await focusedName()).toMatch(/^Welding, Level 1/);
    await page.keyboard.press('ArrowDown');
    expect(await focusedName()).toMatch(/^École/);
    await expect(details().getByRole('heading', { level: 2 })).toHaveText(/École/);
    await page.keyboard.press('End');
    await expect(cards().last()).toBeFocused();
    await expect(cards().last()).toHaveAttribute('aria-posinset', '1000');
    await page.keyboard.press('Home');
    await expect(cards().first()).toHaveAttribute('aria-posinset', '1');
    await page.keyboard.press('PageDown');
    expect(await focusedName()).not.toMatch(/^First Aid at Sea/);
  });

  test('Tab leaves it in one step, and only what is seen is drawn', async () => {
    expect(await cards().count()).toBeLessThan(60);
    await page.keyboard.press('Tab');
    await expect(page.getByRole('separator')).toBeFocused();
    await page.keyboard.press('Shift+Tab');
    await expect(cards().first()).toBeFocused();
  });

  test('Shift extends, Space takes in and out, Ctrl+A takes all, Escape none', async () => {
    await page.keyboard.press('Shift+ArrowRight');
    await expect(details().getByText('2 badges selected')).toBeVisible();
    await page.keyboard.press(' ');
    await expect(selected()).toHaveCount(1);
    await page.keyboard.press(' ');
    await expect(selected()).toHaveCount(2);
    await page.keyboard.press('Control+a');
    await expect(details().getByText('1000 badges selected')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(selected()).toHaveCount(0);
  });

  test('a name is gone to by typing it, letters that are keys among them', async () => {
    await page.keyboard.type('wel');
    expect(await focusedName()).toMatch(/^Welding/);
    await page.waitForTimeout(1_200);
    await page.keyboard.type('safe dri');
    expect(await focusedName()).toMatch(/^Safe Driving/);
    await expect(details()).toBeVisible();
  });

  test('Enter goes to the details and Escape comes back', async () => {
    await page.keyboard.press('Enter');
    await expect(details()).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(cards().first()).toBeFocused();
  });

  test('Delete asks nothing, goes on to the next badge and can be undone', async () => {
    await page.keyboard.press('Delete');
    await expect(page.getByText('Moved 1 badge to the bin')).toBeVisible();
    await expect(cards().first()).toContainText('Welding, Level 1');
    await expect(cards().first()).toBeFocused();
    await expect(cards().first()).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Control+z');
    await expect(page.getByText('Undone: Move 1 badge to the bin')).toBeVisible();
    await expect(cards().first()).toContainText('First Aid at Sea');
  });

  test('single letters work, and are letters again when they are switched off', async () => {
    await page.keyboard.press('i');
    await expect(details()).toBeHidden();
    await page.keyboard.press('i');
    await expect(details()).toBeVisible();
    await page.keyboard.press('Control+,');
    await page.getByRole('switch', { name: 'Single-letter keys' }).focus();
    await page.keyboard.press(' ');
    await page.keyboard.press('Escape');
    await cards().first().click();
    await page.keyboard.press('i');
    await expect(details()).toBeVisible();
    expect(await focusedName()).toMatch(/^Introduction/);
  });
});

test('the palette finds commands and badges, says how many, and gives the focus back', async () => {
  await open({ badges: 30 });
  await cards().nth(1).click();
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: 'Type a command, a badge or a collection' });
  await expect(field).toBeFocused();
  await page.keyboard.type('barista');
  await expect(page.getByRole('dialog').getByRole('status')).toHaveText('3 results');
  await expect(page.getByRole('dialog').getByRole('option').first()).toContainText('Café Barista');
  await page.keyboard.press('Escape');
  if (await page.getByRole('dialog').isVisible()) await page.keyboard.press('Escape');
  await expect(cards().nth(1)).toBeFocused();
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').waitFor();
  await page.keyboard.type('theme dark');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('what is typed while the palette is still on its way lands in its field', async () => {
  await open({ badges: 30 });
  let arrive: () => void = () => undefined;
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route('**/dialogs-*.js', async (route) => {
    await arrived;
    await route.continue();
  });
  await page.reload();
  await cards().first().waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('baristq');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('a');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  arrive();
  const field = page.getByRole('combobox', { name: 'Type a command, a badge or a collection' });
  await expect(field).toHaveValue('barista');
  await expect(field).toBeFocused();
  await expect(page.getByRole('dialog').getByRole('option').first()).toContainText('Café Barista');
});

test('an import shows its count, leaves the window free, and keeps a row only for what failed', async () => {
  await open({ badges: 3 });
  await drop(page, [...Array.from({ length: 300 }, (_, index) => `badge-${index}.png`), 'cv.pdf']);
  await expect(page.getByText(/Adding badges: \d+ of 301/)).toBeVisible();
  await cards().nth(1).click();
  await expect(details().getByRole('heading', { level: 2 })).toBeVisible();
  await expect(page.getByText('300 badge files added, 1 could not be added').first()).toBeVisible({
    timeout: 40_000,
  });
  const rows = page.getByRole('region', { name: 'Added files' }).getByRole('listitem');
  await expect(rows).toHaveCount(1, { timeout: 15_000 });
  await expect(rows).toContainText('There is no badge inside this picture.');
  await expect(rows).toContainText('Download the badge again');
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect(rows).toHaveCount(0);
});

test('pasted text is taken in, but not from a text field', async () => {
  await open({ badges: 3 });
  await expect(cards()).toHaveCount(3);
  await paste(page, '{"type":"BadgeClass"}');
  await expect(page.getByText('Pasted text')).toBeVisible();
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await page.getByRole('searchbox').focus();
  await paste(page, 'words');
  await expect(page.getByText('Pasted text')).toHaveCount(0);
});

test('nothing is called empty while it loads, and what could not be opened says why and offers to try again', async () => {
  await open({ badges: 0, library: 'never' });
  await expect(page.getByText('Your badges will live here')).toHaveCount(0);
  await page.context().close();
  await open({ badges: 3, library: 'fail' });
  await expect(
    page.getByText('Another window has this backpack open. Close it, then try again.'),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
});

test('a search without a match names itself and offers to be cleared', async () => {
  await open({ badges: 6 });
  await expect(cards()).toHaveCount(6);
  await page.keyboard.press('/');
  await page.keyboard.type('zebra');
  await expect(page.getByText('Nothing here matches “zebra”')).toBeVisible();
  await page.getByRole('button', { name: 'Clear the search' }).last().click();
  await expect(cards()).toHaveCount(6);
});

test('what a check came to is said to those who listen: the verdict of one badge, the count of several', async () => {
  await open({ badges: 10 });
  const said = page.getByRole('status').filter({ hasText: /\w/ });
  await cards().first().click();
  const verdict = await details().locator('strong').first().textContent();
  await page.keyboard.press('Control+r');
  await expect(said.filter({ hasText: new RegExp(`^${verdict}\\. \\w`) })).toHaveCount(1);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+r');
  await expect(said.filter({ hasText: 'Checked 10 badges' })).toHaveCount(1);
});

test('on a narrow window the button and the key lead to the details and back; another place leaves them', async () => {
  await open({ badges: 10 }, { width: 700, height: 700 });
  await cards().first().click();
  await expect(details()).toBeHidden();
  await page.getByRole('button', { name: 'Show details' }).click();
  await expect(details()).toBeVisible();
  await expect(cards()).toHaveCount(0);
  await page.getByRole('button', { name: 'Hide details' }).click();
  await expect(details()).toBeHidden();
  await cards().first().click();
  await page.keyboard.press('i');
  await expect(details()).toBeVisible();
  await page.getByRole('option', { name: /^Your badges/ }).click();
  await expect(details()).toBeHidden();
});

for (const layout of ['grid', 'list'] as const) {
  test(`in the ${layout}, a name that is written from the right loses its end where it is cut, not its beginning`, async () => {
    await open({ badges: 10, hostile: true }, { height: 1_300 });
    if (layout === 'list') await page.getByRole('button', { name: 'List' }).click();
    const name = cards().getByText('مرحبا بالعالم', { exact: true });
    const style = await name.evaluate((element) => {
      const { direction, textAlign, unicodeBidi } = getComputedStyle(element);
      return { direction, textAlign, unicodeBidi };
    });
    expect(style).toEqual({ direction: 'rtl', textAlign: 'left', unicodeBidi: 'isolate' });
  });
}

test('C09 C11 H09 J14 hostile texts stay text: nothing runs, nothing is loaded, no verdict is imitated', async () => {
  await open({ badges: 40, hostile: true }, { height: 1_300 });
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  for (let index = 0; index < 8; index++) {
    await cards().nth(index).click();
    await expect(details().getByRole('heading', { level: 2 })).toBeVisible();
    expect((await details().getByRole('heading', { level: 2 }).innerText()).length).toBeLessThan(2_000);
    await expect(cards().nth(index).locator('[data-verdict]')).toHaveText('Unsigned');
  }
  await expect(
    details().locator('[class*=narrative] :is(img, script, style, iframe, h1, a[href])'),
  ).toHaveCount(0);
  const links = await details().getByRole('link').allInnerTexts();
  expect(links.every((text) => !/click|data|file/.test(text))).toBe(true);
  expect(await page.evaluate(() => '__pwned' in window)).toBe(false);
  const shown = await page.locator('body').innerText();
  expect(shown).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/u);
  const ownScripts = new URL('assets/', page.url()).href;
  expect(requests.filter((url) => !url.startsWith('data:') && !url.startsWith(ownScripts))).toEqual([]);
});

for (const dark of [false, true]) {
  const theme = dark ? 'dark' : 'light';

  test(`axe finds nothing wrong with the main screens, ${theme}`, async () => {
    test.setTimeout(180_000);
    await open({ badges: 0 }, { dark });
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.context().close();

    await open({ badges: 40 }, { dark });
    await cards().nth(1).click();
    await expect(details().getByRole('heading', { level: 2 })).toBeVisible();
    await details().getByRole('button', { name: 'Technical details' }).click();
    await details().getByRole('button', { name: 'Raw data' }).click();
    expect(await accessibilityViolations(page)).toEqual([]);

    await drop(page, ['good.png', 'bad.pdf']);
    await expect(page.getByText('There is no badge inside this picture.')).toBeVisible();
    await page.keyboard.press('Control+Shift+2');
    expect(await accessibilityViolations(page)).toEqual([]);

    for (const keys of ['Control+k', 'Control+,', 'Control+e', 'Control+n', 'Control+l', '?']) {
      await cards().first().click();
      await page.keyboard.press(keys);
      await expect(page.getByRole('dialog')).toBeVisible();
      await page.waitForTimeout(200);
      expect(await accessibilityViolations(page), keys).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
  });
}

test('on a timeline the name of a month stays in sight while its badges pass', async () => {
  await open({ badges: 60, settings: { view: 'timeline' } });
  await expect(cards().first()).toBeVisible();
  const placeOfFirst = () =>
    grid().evaluate((list) => {
      const heading = list.querySelector('header');
      const top = (element: Element | null | undefined) =>
        (element?.getBoundingClientRect().top ?? Number.NaN) - list.getBoundingClientRect().top;
      return { month: top(heading), name: top(heading?.firstElementChild) };
    });
  const before = await placeOfFirst();
  expect(before.month).toBe(0);
  await grid().evaluate((list) => list.scrollBy(0, 70));
  await expect.poll(async () => (await placeOfFirst()).month).toBe(-70);
  expect((await placeOfFirst()).name).toBe(before.name);
});

test('when the last badge goes, and when it comes back, the focus goes to what is there', async () => {
  await open({ badges: 3 });
  await cards().first().click();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await expect(page.locator('main').getByRole('button', { name: 'Add badges…' })).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(cards()).toHaveCount(3);
  await expect(page.locator('[role="option"]:focus')).toHaveCount(1);
  expect(await page.locator('main').evaluate((main) => main.contains(document.activeElement))).toBe(true);
});

test('in a small window the details are a page, and nothing is wider than the window', async () => {
  await open({ badges: 6 }, { width: 640, height: 700 });
  await cards().first().click();
  await expect(details()).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(details()).toBeVisible();
  await page.getByRole('button', { name: 'Back to the badges' }).click();
  await expect(cards().first()).toBeFocused();
  await page.setViewportSize({ width: 320, height: 640 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(320);
  await expect(page.getByRole('button', { name: 'Add badges…' })).toBeInViewport();
});

test('a long name of a collection gives way: every button of its line stays whole and in the window', async () => {
  await open({ badges: 6 }, { width: 900, height: 600 });
  await page.keyboard.press('Control+n');
  await page.getByRole('dialog').getByRole('textbox').fill('What I learned at the evening school since 2011');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'What I learned' })).toBeVisible();
  const buttons = page.locator('main > header').getByRole('button');
  for (const width of [1280, 1100, 900, 760, 641, 450]) {
    await page.setViewportSize({ width, height: 600 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    for (const button of await buttons.all()) {
      const box = await button.boundingBox();
      expect(box?.width).toBeGreaterThanOrEqual(24);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
    }
  }
});

/** Drops files of these names, as a browser does: bytes and no path. */
async function drop(where: Page, names: readonly string[]): Promise<void> {
  await where.evaluate((all) => {
    const dataTransfer = new DataTransfer();
    for (const name of all) dataTransfer.items.add(new File(['x'], name, { type: '' }));
    const options = { bubbles: true, cancelable: true, dataTransfer };
    for (const type of ['dragenter', 'dragover', 'drop'])
      document.body.dispatchEvent(new DragEvent(type, options));
  }, names);
}

async function paste(where: Page, text: string): Promise<void> {
  await where.evaluate((words) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', words);
    const options = { bubbles: true, cancelable: true, clipboardData };
    (document.activeElement ?? document.body).dispatchEvent(new ClipboardEvent('paste', options));
  }, text);
}

test.describe('the smallest window at twice its size (450 × 300)', () => {
  test.beforeEach(() => open({ badges: 20 }, { width: 450, height: 300 }));

  test('the badges have most of it once the places are scrolled away, and arrows bring their card into sight', async () => {
    await cards().first().focus();
    await page.keyboard.press('ArrowDown');
    const box = await grid().boundingBox();
    expect(box?.height).toBeGreaterThan(180);
    const places = await page.getByRole('navigation', { name: 'Places' }).boundingBox();
    expect((places?.y ?? 0) + (places?.height ?? 0)).toBeLessThanOrEqual(box?.y ?? 0);
    const last = await page.getByRole('button', { name: 'New collection' }).boundingBox();
    expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual(box?.y ?? 0);
    await expect(page.locator('[role="option"]:focus')).toBeInViewport({ ratio: 0.5 });
    const scrolled = await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
    expect(scrolled).toBe(true);
  });

  test('a dialog is no wider than the window, and its way out is in sight', async () => {
    for (const keys of ['Control+e', 'Control+,']) {
      await page.keyboard.press(keys);
      const dialog = page.getByRole('dialog');
      const box = await dialog.boundingBox();
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(450);
      await expect(dialog.getByRole('button', { name: 'Close' })).toBeInViewport();
      await page.keyboard.press('Escape');
    }
  });
});

test('with the colours of the system, a button that is pressed is told apart', async () => {
  await open({ badges: 20 });
  await page.emulateMedia({ forcedColors: 'active' });
  const colourOf = (name: string) =>
    page.getByRole('button', { name }).evaluate((element) => getComputedStyle(element).borderTopColor);
  expect(await colourOf('Grid')).not.toBe(await colourOf('List'));
});
