import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type BrowserContext,
  chromium,
  type ElectronApplication,
  expect,
  type Locator,
  type Page,
  test,
} from '@playwright/test';
import { answerOpenDialog, answerSaveDialog, dragFiles, openApp } from '../../scripts/lib/drive-app.mjs';
import { accessibilityViolations } from '../support/accessibility.ts';
import { complaintsOf, takeSamples } from '../support/window-of-samples.ts';

const sample = path.resolve('resources/samples/open-source-contributor.png');
const notABadge = path.resolve('package.json');

let app: ElectronApplication;
let page: Page;
let close: () => Promise<void>;
let exports: string;
let complaints: string[];

test.beforeEach(async () => {
  ({ app, page, close } = await openApp());
  exports = await mkdtemp(path.join(tmpdir(), 'backpack-export-'));
  complaints = complaintsOf(page);
  await expect(page.getByText('Your badges will live here')).toBeVisible();
});

test.afterEach(async () => {
  await close();
  await rm(exports, { recursive: true, force: true });
});

const cards = () => page.getByRole('listbox', { name: 'Badges' }).getByRole('option');
const card = () => cards().filter({ hasText: 'Open Source Contributor' });
const details = () => page.getByRole('complementary', { name: 'Details' });
const collection = (name: string) =>
  page.getByRole('listbox', { name: 'Places' }).getByRole('option', { name });

test('by mouse: a badge dropped from disk is shown, checked, put into a collection and exported', async () => {
  const drag = await dragFiles(page, [sample]);
  await expect(page.getByText('Drop to add 1 badge')).toBeVisible();
  await drag.drop();
  await expect(card()).toHaveCount(1);
  await expect(page.getByText('Drop to add 1 badge')).toBeHidden();
  await expect(card().locator('[data-verdict="unconfirmed"]')).toHaveText('Signer not confirmed');

  await card().click();
  await expect(details().getByRole('heading', { name: 'Open Source Contributor' })).toBeVisible();
  await expect(details().getByText('The signature fits the contents')).toBeVisible();
  await expect(details().getByText('SHA-256').first()).toBeAttached();

  await page.getByRole('button', { name: 'New collection' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('School');
  await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click();
  await expect(collection('School 0')).toBeVisible();
  await page
    .getByRole('listbox', { name: 'Places' })
    .getByRole('option', { name: /^All badges/ })
    .click();
  await dragByMouse(card(), collection('School 0'));
  await expect(collection('School 1')).toBeVisible();

  await collection('School 1').click();
  await expect(cards()).toHaveCount(1);
  const file = path.join(exports, 'school.html');
  await answerSaveDialog(app, file);
  await page.getByRole('button', { name: 'More for this collection' }).click();
  await page.getByRole('menuitem', { name: 'Export…' }).click();
  await expect(page.getByRole('dialog').getByText('What leaves this computer')).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Save…' }).click();
  await expect(page.getByText('Saved “school.html”')).toBeVisible();
  await readExport(file);
  expect(complaints).toEqual([]);
});

test('by keyboard only: the same badge is added, read, collected, exported, and each step undone', async () => {
  await answerOpenDialog(app, [sample]);
  await page.keyboard.press('Control+o');
  await expect(card()).toHaveCount(1);
  await expect(card()).toContainText('Signer not confirmed');

  await page.keyboard.press('Control+f');
  await page.keyboard.type('source');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Home');
  await expect(card()).toBeFocused();
  await expect(card()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(details()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(card()).toBeFocused();

  await page.keyboard.press('Control+n');
  await page.keyboard.type('School');
  await page.keyboard.press('Enter');
  await expect(collection('School 0')).toBeVisible();
  await page.keyboard.press('Control+1');
  await page.keyboard.press('Control+f');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Home');
  await page.keyboard.press('Alt+Enter');
  await expect(collection('School 0')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(collection('School 1')).toBeVisible();

  await page.keyboard.press('Control+z');
  await expect(collection('School 0')).toBeVisible();
  await expect(page.getByText(/^Undone: /)).toBeVisible();
  await page.keyboard.press('Control+Shift+z');
  await expect(collection('School 1')).toBeVisible();

  const file = path.join(exports, 'mine.html');
  await answerSaveDialog(app, file);
  await page.keyboard.press('Control+e');
  await expect(page.getByRole('dialog').getByLabel('Title of the page')).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Mine');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Saved “mine.html”')).toBeVisible();
  await readExport(file);

  await card().focus();
  await page.keyboard.press('Delete');
  await expect(cards()).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(card()).toHaveCount(1);
  expect(complaints).toEqual([]);
});

test('a file that is no badge gets a row with its reason and a next step, which stays until it is dismissed', async () => {
  const drag = await dragFiles(page, [notABadge, sample]);
  await drag.drop();
  await expect(card()).toHaveCount(1);
  const row = page.getByRole('region', { name: 'Added files' }).locator('[data-outcome="refused"]');
  await expect(row).toContainText('package.json');
  await page.waitForTimeout(9_000);
  await expect(row).toBeVisible();
  await expect(page.locator('[data-outcome="imported"]')).toHaveCount(0);
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect(row).toHaveCount(0);
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('axe finds nothing wrong with the sample badges and their details, in either theme', async () => {
  await takeSamples(page);
  await card().click();
  await expect(details().getByRole('heading', { name: 'Open Source Contributor' })).toBeVisible();
  for (const theme of ['light', 'dark']) {
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').waitFor();
    await page.keyboard.type(`theme ${theme}`);
    await page.keyboard.press('Enter');
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    await page.waitForTimeout(300);
    expect(await accessibilityViolations(page), theme).toEqual([]);
  }
  expect(complaints).toEqual([]);
});

/** Presses, moves as a hand does, and lets go. */
async function dragByMouse(from: Locator, to: Locator): Promise<void> {
  // Not at the very middle: react-aria takes a press there for a screen reader's.
  await from.hover({ position: { x: 40, y: 60 } });
  await page.mouse.down();
  const box = await to.boundingBox();
  if (box === null) throw new Error('nothing to drop on');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 12 });
  await expect(to).toHaveAttribute('data-drop-target', 'true');
  await page.mouse.up();
}

/** The page opens from disk with no request and no complaint, and names the badge and its verdict. */
async function readExport(file: string): Promise<void> {
  expect((await readFile(file)).length).toBeGreaterThan(10_000);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking'],
  });
  try {
    const context: BrowserContext = await browser.newContext({ offline: true });
    const reader = await context.newPage();
    const requests: string[] = [];
    const said: string[] = [];
    reader.on('request', (request) => {
      if (!/^(?:file|data|blob):/.test(request.url())) requests.push(request.url());
    });
    reader.on('console', (message) => {
      if (message.type() === 'error') said.push(message.text());
    });
    reader.on('pageerror', (error) => said.push(String(error)));
    await reader.goto(pathToFileURL(file).href);
    await expect(reader.getByText('Open Source Contributor').first()).toBeVisible();
    await expect(reader.getByText('Signer not confirmed').first()).toBeVisible();
    expect(requests).toEqual([]);
    expect(said).toEqual([]);
  } finally {
    await browser.close();
  }
}
