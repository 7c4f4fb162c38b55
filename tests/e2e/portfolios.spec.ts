import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type ElectronApplication, expect, type Page, test } from '@playwright/test';
import { answerSaveDialog, dropFiles, openApp } from '../../scripts/lib/drive-app.mjs';
import { plainPortfolio } from '../../shared/portfolio/portfolio.ts';
import { leastSwitches } from '../../shared/portfolio/switches.ts';
import { xssPayloads } from '../factories/xss-payloads.ts';
import { accessibilityViolations } from '../support/accessibility.ts';
import { complaintsOf, takeSamples } from '../support/window-of-samples.ts';

// The real app with the six sample badges: portfolios from the first one to the file that leaves.
let app: ElectronApplication;
let page: Page;
let folder: string;
let quit: () => Promise<void>;
let close: () => Promise<void>;
let complaints: string[];

test.beforeEach(async () => {
  await start();
  await takeSamples(page);
});

test.afterEach(async () => {
  await close();
  expect(complaints).toEqual([]);
});

async function start(again?: string): Promise<void> {
  ({ app, page, folder, quit, close } = await openApp(again === undefined ? {} : { folder: again }));
  complaints = complaintsOf(page);
}

const cards = () => page.getByRole('listbox', { name: 'Badges' }).getByRole('option');
const rows = () => page.getByRole('list', { name: 'Badges of section 1' }).getByRole('listitem');
const preview = () =>
  page.frameLocator('iframe[title="Preview of the exported page"]:not([data-coming="true"])');
const button = (name: string | RegExp) => page.getByRole('button', { name });

/** Presses Tab until what has the focus is called so: what no key reaches is never found. */
async function tabTo(name: RegExp): Promise<void> {
  for (let step = 0; step < 80; step += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const active = document.activeElement;
      const labels =
        active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement ? active.labels : null;
      return active?.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? active?.textContent ?? '';
    });
    if (name.test(focused)) return;
  }
  throw new Error(`nothing called ${String(name)} is reached by Tab`);
}

async function makeEverything(): Promise<void> {
  await page.keyboard.press('Control+Shift+P');
  await button('New portfolio').click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Everything/ })
    .click();
  await expect(rows()).toHaveCount(6);
}

test('a portfolio is made, ordered, told and exported by keyboard alone, and is there after a restart', async () => {
  await page.keyboard.press('Control+Shift+P');
  await tabTo(/^New portfolio$/);
  await page.keyboard.press('Enter');
  await tabTo(/^Everything/);
  await page.keyboard.press('Enter');
  await expect(rows()).toHaveCount(6);
  await tabTo(/^Title$/);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('For the bicycle shop');
  await tabTo(/^Introduction$/);
  await page.keyboard.type('I mend what rolls.');
  await expect(preview().getByText('I mend what rolls.')).toBeVisible();

  await tabTo(/^Watershed/);
  await page.keyboard.press('Alt+ArrowDown');
  await expect(rows().nth(1)).toContainText('Watershed');
  await expect(button(/^Watershed/)).toBeFocused();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(rows().first()).toContainText('Watershed');
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Enter');
  await tabTo(/^Your story$/);
  await page.keyboard.type('Three summers in the river.');
  await expect(preview().getByText('Three summers in the river.')).toBeVisible();
  await tabTo(/^Take “Chess Club: Champion” out$/);
  await page.keyboard.press('Enter');
  await expect(rows()).toHaveCount(5);
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();

  await quit();
  await start(folder);
  await expect(cards()).toHaveCount(6);
  await button('Portfolios').click();
  await button(/^For the bicycle shop/).click();
  await expect(rows()).toHaveCount(5);
  await expect(rows().nth(1)).toContainText('Watershed');
  await expect(rows().nth(1)).toContainText('with your words');

  const target = path.join(folder, 'shown.pdf');
  await answerSaveDialog(app, target);
  await button('Export…').click();
  await tabTo(/^Web page$|^$/);
  await page.keyboard.press('ArrowRight');
  await page.getByLabel('For whom').fill('The bicycle shop');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Saved “shown.pdf”')).toBeVisible({ timeout: 30_000 });
  expect((await readFile(target)).subarray(0, 5).toString()).toBe('%PDF-');
  await button('All portfolios').click();
  await expect(
    page.getByText(/shown\.pdf, 5 badges for The bicycle shop without the original files/),
  ).toBeVisible();
});

test('a PDF carries the originals: dropped on the app, each is found in it byte for byte', async () => {
  await makeEverything();
  const target = path.join(folder, 'all.pdf');
  await answerSaveDialog(app, target);
  await button('Export…').click();
  await page.getByText('PDF', { exact: true }).click();
  await page.getByLabel('The original files').check();
  await button('Let the files leave').click();
  await button('Save…').click();
  await expect(page.getByText('Saved “all.pdf”')).toBeVisible({ timeout: 30_000 });
  const text = (await readFile(target)).toString('latin1');
  expect(text).not.toMatch(/\/JavaScript|\/JS\b|\/Launch|Mozilla|Skia|file:\/\//);
  expect(text).toMatch(/\/MarkInfo/);
  await page.getByRole('option', { name: /All badges/ }).click();
  await dropFiles(page, [target]);
  await expect(page.getByText(/already/i).first()).toBeVisible({ timeout: 30_000 });
  await expect(cards()).toHaveCount(6);
});

test('K02 fifty hostile texts in every word of a portfolio run nothing, in the preview, in the window that prints, in the PDF', async () => {
  const id = await page.evaluate(async () => {
    const answer = await window.backpack.getLibrary();
    return answer.ok ? (answer.value.badges[0]?.id ?? '') : '';
  });
  const [first = ''] = xssPayloads;
  const portfolio = {
    ...plainPortfolio(first, [id]),
    introduction: xssPayloads.join('\n'),
    person: { name: first, contact: first },
    sections: xssPayloads.map((payload) => ({
      title: payload.slice(0, 300),
      text: payload,
      entries: [
        {
          badge: id,
          story: payload,
          evidence: [{ name: payload.slice(0, 300), url: payload, text: payload }],
        },
      ],
    })),
  };
  const { createdId } = await page.evaluate(async (given) => {
    const answer = await window.backpack.edit({ kind: 'portfolio.save', id: null, portfolio: given });
    return answer.ok ? answer.value : { createdId: null };
  }, portfolio);
  expect(createdId).not.toBeNull();
  await button('Portfolios').click();
  await page.getByRole('list', { name: 'Your portfolios' }).getByRole('button').first().click();
  await expect(preview().getByText('In the words of the badge’s owner').first()).toBeVisible();
  const target = path.join(folder, 'hostile.pdf');
  await answerSaveDialog(app, target);
  const switches = { ...leastSwitches, originals: true, 'person-contact': true };
  const answer = await page.evaluate((given) => window.backpack.exportPortfolio(given), {
    do: 'save',
    portfolio,
    switches,
    format: 'pdf',
    forWhom: first,
  } as const);
  expect(answer).toMatchObject({ ok: true, value: { kind: 'saved', badgeCount: xssPayloads.length } });
  const text = (await readFile(target)).toString('latin1');
  expect(text).not.toMatch(/\/JavaScript|\/JS\b|\/Launch|\/OpenAction|\/SubmitForm|\/URI \(javascript/i);
  expect(await page.evaluate(() => 'pwned' in window)).toBe(false);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('axe finds nothing in the list, the builder and the export, light and dark', async () => {
  await page.keyboard.press('Control+Shift+P');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await accessibilityViolations(page)).toEqual([]);
  }
  await button('New portfolio').click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Everything/ })
    .click();
  await button(/^Watershed/).click();
  await button('Add evidence').click();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await accessibilityViolations(page)).toEqual([]);
  }
  await button('Export…').click();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await accessibilityViolations(page)).toEqual([]);
  }
});

test('an undone portfolio shows what it was; one that is deleted comes back by undo; a copy is another one', async () => {
  await makeEverything();
  await page.getByLabel('Title').fill('Another name');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await button('All portfolios').focus();
  await page.keyboard.press('Control+z');
  await expect(page.getByLabel('Title')).toHaveValue('All my badges');
  await button('All portfolios').click();
  const list = page.getByRole('list', { name: 'Your portfolios' });
  await button('More about this portfolio').click();
  await page.getByRole('menuitem', { name: 'Duplicate' }).click();
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await button('More about this portfolio').first().click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await button('Undo').click();
  await expect(list.getByRole('listitem')).toHaveCount(2);
});

test('the key of Export is about the portfolio that is open; what is behind portfolios and the desk is out of reach', async () => {
  const commands = page.getByRole('dialog', { name: 'Commands' });
  const offered = async (words: string) => {
    await page.keyboard.press('Control+k');
    await commands.getByRole('combobox').fill(words);
    await expect(commands.getByRole('status')).toContainText('result');
    return commands.getByRole('option', { name: words }).count();
  };
  await makeEverything();
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('“All my badges”, 6 badges');
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  for (const other of ['Control+Shift+P', 'Control+Shift+C']) {
    await page.keyboard.press('Control+1');
    await expect(cards()).toHaveCount(6);
    await page.keyboard.press(other);
    await expect(cards()).toHaveCount(0);
    await page.keyboard.press('Control+a');
    expect(await offered('Move to the bin')).toBe(0);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(commands).toHaveCount(0);
  }
});

test('what leaves is read without scrolling sideways, however long its words are', async () => {
  await makeEverything();
  await page.getByLabel('Your name (optional)').fill('X'.repeat(300));
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('XXXX');
  const overflow = await dialog.evaluate((element) =>
    [...element.querySelectorAll('*')].some(
      (part) => part.scrollWidth > part.clientWidth && getComputedStyle(part).overflowX === 'auto',
    ),
  );
  expect(overflow).toBe(false);
});
