import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import {
  type Browser,
  type BrowserContextOptions,
  chromium,
  expect,
  type Page,
  test,
} from '@playwright/test';
import { type Portfolio, type PortfolioTheme, portfolioThemes } from '../../shared/portfolio/portfolio.ts';
import { leastSwitches } from '../../shared/portfolio/switches.ts';
import { engineVectors } from '../factories/engine-vectors.ts';
import { sha256Of } from '../factories/portfolio.ts';
import { testNow } from '../factories/ports.ts';
import { xssPayloads } from '../factories/xss-payloads.ts';
import { launchFirefox } from '../support/firefox.ts';
import { type JudgedLibrary, judgedLibrary, provingPage } from '../support/proving-page.ts';

// Exported pages that check themselves: what they say in front of their reader is what the app says.

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const firefoxPath = process.env.FIREFOX ?? '/usr/bin/firefox-esr';
const frozenMs = Date.parse(testNow);
test.describe.configure({ timeout: 180_000 });

let folder: string;
let browser: Browser;
let frozen: JudgedLibrary;
let page20: string;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  folder = await mkdtemp(path.join(tmpdir(), 'proving-'));
  frozen = await judgedLibrary(path.join(folder, 'frozen'), await engineVectors(), frozenMs);
  page20 = path.join(folder, 'all.html');
  await provingPage(frozen, idsOf(frozen), page20);
  if (existsSync(executablePath)) browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
});
test.afterAll(async () => {
  await browser?.close();
  await frozen?.library.close();
  await rm(folder, { recursive: true, force: true });
});

function idsOf({ badges }: JudgedLibrary): readonly string[] {
  return badges.map(({ id }) => id);
}

interface Opened {
  readonly page: Page;
  readonly noises: string[];
}

async function open(file: string, options: BrowserContextOptions = {}, nowMs = frozenMs): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  await page.clock.setFixedTime(nowMs);
  const noises: string[] = [];
  const url = pathToFileURL(file).href;
  page.on('request', (request) => {
    if (request.url() !== url && !/^(?:data|blob):/.test(request.url()))
      noises.push(`request ${request.url()}`);
  });
  page.on('console', (message) => noises.push(`${message.type()} ${message.text()}`));
  page.on('pageerror', (error) => noises.push(`error ${error.message}`));
  await page.goto(url);
  return { page, noises };
}

async function checkedPage(
  file: string,
  options: BrowserContextOptions = {},
  nowMs = frozenMs,
): Promise<Opened> {
  const opened = await open(file, options, nowMs);
  await opened.page.waitForSelector('html[data-checked]', { timeout: 120_000 });
  return opened;
}

/** The verdicts that a page came to by itself, in its order. */
const verdictsExpression = `[...document.querySelectorAll('article')].map((card) => card.dataset.verdict ?? '')`;

test.describe('in Chromium', () => {
  test.skip(!existsSync(executablePath), `needs Chromium at ${executablePath}`);

  test('badges of every kind and verdict are judged from disk as the app judges them, with no request', async () => {
    const { page, noises } = await checkedPage(page20, { offline: true });
    expect(frozen.badges.length).toBeGreaterThanOrEqual(20);
    const verdicts = await page.evaluate<string[]>(verdictsExpression);
    const told = frozen.badges.map(({ name }, index) => `${name}: ${verdicts[index]}`);
    expect(told).toEqual(frozen.badges.map(({ name, verdict }) => `${name}: ${verdict}`));
    expect([...new Set(verdicts)].sort()).toEqual(
      [
        'altered',
        'expired',
        'issuer-mismatch',
        'malformed',
        'not-yet-valid',
        'partial',
        'revoked',
        'suspended',
        'unchecked',
        'unconfirmed',
        'unsigned',
        'verified',
        'verified-earlier',
      ].filter((verdict) => frozen.badges.some((badge) => badge.verdict === verdict)),
    );
    expect(new Set(verdicts).size).toBeGreaterThanOrEqual(10);
    await expect(page.getByRole('status')).toContainText('Every verdict is the one that it was made with.');
    await expect(page.getByRole('status')).toContainText('A forged page can say this too.');
    expect(noises).toEqual([]);
    await page.context().close();
  });

  test('one flipped byte in an embedded original turns exactly that badge to altered', async () => {
    const whole = await readFile(page20, 'latin1');
    const good = frozen.badges.filter(({ verdict }) => verdict === 'verified').map(({ id }) => id);
    const runs = [...whole.matchAll(/data-original="([0-9a-f]{64})"[^>]*?;base64,([A-Za-z0-9+/]{40,})/g)];
    const run = runs.find(([, sha256]) => good.includes(sha256 ?? ''));
    if (run?.[2] === undefined) throw new Error('no good file');
    const at = run.index + run[0].length - Math.floor(run[2].length / 2);
    const other = whole[at] === 'A' ? 'B' : 'A';
    const file = path.join(folder, 'flipped.html');
    await writeFile(file, whole.slice(0, at) + other + whole.slice(at + 1), 'latin1');
    const { page, noises } = await checkedPage(file);
    const verdicts = await page.evaluate<string[]>(verdictsExpression);
    const expected = frozen.badges.map(({ id, verdict }) =>
      id.startsWith(run[1] ?? '-') ? 'altered' : verdict,
    );
    expect(verdicts).toEqual(expected);
    await expect(page.getByRole('status')).toContainText('another verdict than the page was made with');
    await expect(page.getByText('its SHA-256 is another').first()).toBeVisible();
    expect(noises).toEqual([]);
    await page.context().close();
  });

  test('words that were changed are told beside the badge', async () => {
    const whole = await readFile(page20, 'utf8');
    const name = /data-says="name"><bdi>([^<]+)</.exec(whole)?.[1] ?? '';
    const file = path.join(folder, 'words.html');
    await writeFile(
      file,
      whole.replace(`data-says="name"><bdi>${name}<`, 'data-says="name"><bdi>Doctor of Welding<'),
    );
    const { page } = await checkedPage(file);
    await expect(page.locator('#verdict-1')).toContainText(
      'The page says something else of this badge than its file does: name.',
    );
    await expect(page.locator('.differs')).toHaveCount(1);
    await page.context().close();
  });

  test('a verdict that was changed is set right, and what the page said is told', async () => {
    const whole = await readFile(page20, 'utf8');
    const index = frozen.badges.findIndex(({ verdict }) => verdict === 'altered');
    const start = whole.indexOf(`id="verdict-${index + 1}"`);
    const file = path.join(folder, 'forged.html');
    const forged = whole.slice(start).replace('</svg>Altered<', '</svg>Verified<');
    await writeFile(file, whole.slice(0, start) + forged);
    const { page } = await checkedPage(file);
    const card = page.locator(`#verdict-${index + 1}`);
    await expect(card.locator('.chip')).toHaveText('Altered');
    await expect(card).toContainText('When the page was made, on 22 November 2026, it said: Verified.');
    await page.context().close();
  });

  test('every original is saved byte for byte, under its own name', async () => {
    const context = await browser.newContext({ acceptDownloads: true });
    const page = await context.newPage();
    await page.goto(pathToFileURL(page20).href);
    await page.waitForSelector('html[data-checked]');
    const kinds = new Map<string, string>();
    for (const link of await page.locator('a.save').all()) {
      const name = (await link.getAttribute('download')) ?? '';
      kinds.set(path.extname(name), name);
    }
    expect([...kinds.keys()].sort()).toEqual(expect.arrayContaining(['.json', '.png', '.svg']));
    for (const name of kinds.values()) {
      const link = page.locator(`a.save[download="${name}"]`);
      const [download] = await Promise.all([
        page.waitForEvent('download', { timeout: 10_000 }),
        link.click(),
      ]);
      expect(download.suggestedFilename()).toBe(name);
      expect(sha256Of(await readFile(await download.path()))).toBe(await link.getAttribute('data-save'));
    }
    await context.close();
  });

  test('a page that is opened much later says what holds then', async () => {
    const { page } = await checkedPage(page20, {}, Date.parse('2045-01-01T00:00:00Z'));
    const verdicts = await page.evaluate<string[]>(verdictsExpression);
    expect(verdicts).not.toContain('verified');
    expect(verdicts).toContain('verified-earlier');
    await page.context().close();
  });

  test('without scripts the page is complete, and its verdicts are as checked by the app', async () => {
    const { page, noises } = await open(page20, { javaScriptEnabled: false });
    await expect(page.getByText('This page has not checked its badges itself')).toBeVisible();
    await expect(page.getByRole('article')).toHaveCount(frozen.badges.length);
    await expect(page.getByText('as checked on 22 November 2026 by Badge Backpack.')).toHaveCount(1);
    await expect(
      page.getByText('as checked on 22 November 2026 by Badge Backpack', { exact: true }),
    ).toHaveCount(frozen.badges.length);
    expect(noises).toEqual([]);
    await page.context().close();
  });

  test('where a browser has no cryptography the page says so and stays as it was made', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.addInitScript(() => Object.defineProperty(crypto, 'subtle', { value: undefined }));
    await page.goto(pathToFileURL(page20).href);
    await expect(page.getByRole('status')).toContainText('no cryptography here');
    expect(await page.evaluate<string[]>(verdictsExpression)).toEqual(frozen.badges.map(() => ''));
    await expect(page.getByText('as checked on 22 November 2026 by Badge Backpack').first()).toBeVisible();
    await context.close();
  });
});

/** A portfolio with everything that one can have, in a theme. */
async function fullPage(theme: PortfolioTheme): Promise<string> {
  // One of each verdict.
  const ids = [...new Map(frozen.badges.map(({ id, verdict }) => [verdict, id])).values()];
  const entry = (badge: string) => ({
    badge,
    story: 'I built the gate of the school yard with it.\nIt still stands.',
    evidence: [{ name: 'The gate', url: 'https://ada.example/gate', text: 'Photographs of every step.' }],
  });
  const portfolio: Portfolio = {
    title: 'Ada Example: metal work',
    introduction: 'Ten years of work in metal, from the first seam to the master’s examination.',
    person: { name: 'Ada Example', contact: 'ada@example.org' },
    sections: [
      { title: 'Certificates', text: 'What I am examined in.', entries: ids.slice(0, 4).map(entry) },
      { title: 'Courses', text: '', entries: ids.slice(4).map(entry) },
    ],
    theme,
    language: 'en',
  };
  const switches = {
    ...leastSwitches,
    originals: true,
    results: true,
    recipients: true,
    'person-contact': true,
  };
  const file = path.join(folder, `${theme}.html`);
  await provingPage(frozen, ids, file, { portfolio, switches });
  return file;
}

for (const theme of portfolioThemes) {
  test(`the theme ${theme} passes WCAG AA, fits 320 pixels, and can be printed`, async () => {
    test.skip(!existsSync(executablePath), `needs Chromium at ${executablePath}`);
    const file = await fullPage(theme);
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page } = await checkedPage(file, { colorScheme });
      await page.screenshot({ path: test.info().outputPath(`${theme}-${colorScheme}.png`) });
      await page.evaluate(() => {
        for (const fold of document.querySelectorAll('details')) fold.open = true;
      });
      const found = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze();
      expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 900 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      await page.screenshot({ path: test.info().outputPath(`${theme}-${colorScheme}-320.png`) });
      await page.context().close();
    }
    const { page } = await checkedPage(file);
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 794, height: 1123 });
    const colours = await page.evaluate(() => [
      getComputedStyle(document.body).backgroundColor,
      getComputedStyle(document.querySelector('h1') ?? document.body).color,
    ]);
    expect(colours).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
    // What lies beside the sheet or above it is cut off; letters may stand out of their line a little.
    const outside = await page.evaluate(() =>
      [...document.querySelectorAll('header, header *, main *, footer *')]
        .filter((element) => !element.closest('.sr') && element.checkVisibility())
        .map((element) => ({ element, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.left < 0 || box.top + scrollY < -4 || box.right > innerWidth + 0.5)
        .map(({ element }) => element.outerHTML.slice(0, 80)),
    );
    expect(outside).toEqual([]);
    await page.screenshot({ path: test.info().outputPath(`${theme}-print.png`) });
    await page.context().close();
  });
}

test('K01 K02 K11 forty hostile texts in every word of the person’s own stay texts while the page checks itself', async () => {
  test.skip(!existsSync(executablePath), `needs Chromium at ${executablePath}`);
  const [id = ''] = idsOf(frozen);
  const portfolio: Portfolio = {
    title: xssPayloads[0] ?? '',
    introduction: xssPayloads.join('\n'),
    person: { name: xssPayloads[1] ?? '', contact: xssPayloads[2] ?? '' },
    sections: xssPayloads.map((text) => ({
      title: text,
      text,
      entries: [{ badge: id, story: text, evidence: [{ name: text, url: text, text }] }],
    })),
    theme: 'plain',
    language: 'en',
  };
  const file = path.join(folder, 'hostile-words.html');
  const switches = { ...leastSwitches, originals: true, 'person-contact': true };
  await provingPage(frozen, [id], file, { portfolio, switches });
  const { page, noises } = await checkedPage(file);
  expect(xssPayloads.length).toBeGreaterThanOrEqual(40);
  expect(noises).toEqual([]);
  expect(await page.evaluate(() => 'pwned' in window)).toBe(false);
  expect(await page.locator('script').count()).toBe(2);
  expect(await page.locator('iframe, object, embed, form, base, link, template').count()).toBe(0);
  const foreign = await page.evaluate(() =>
    [...document.querySelectorAll('body *')].flatMap(({ attributes }) =>
      [...attributes].filter(({ name }) => /^on|^style$|^srcset$/.test(name)).map(({ name }) => name),
    ),
  );
  expect(foreign).toEqual([]);
  await page.context().close();
});

test('in Firefox badges of every kind and verdict are judged from disk as the app judges them', async () => {
  test.skip(!existsSync(firefoxPath), `needs Firefox at ${firefoxPath}`);
  // Firefox shows the real time, so the app must have judged at that time too.
  const judged = await judgedLibrary(path.join(folder, 'now'), await engineVectors(), Date.now());
  const file = path.join(folder, 'now.html');
  await provingPage(judged, idsOf(judged), file);
  const firefox = await launchFirefox(firefoxPath);
  try {
    const page = await firefox.open(pathToFileURL(file).href);
    const done = `new Promise((resolve) => { const look = () => document.documentElement.dataset.checked ? resolve(true) : setTimeout(look, 100); look(); })`;
    expect(await page.evaluate(done)).toBe(true);
    const verdicts = await page.evaluate<readonly string[]>(verdictsExpression);
    const told = judged.badges.map(({ name }, index) => `${name}: ${verdicts[index]}`);
    expect(told).toEqual(judged.badges.map(({ name, verdict }) => `${name}: ${verdict}`));
    expect(page.noises).toEqual([]);
  } finally {
    await firefox.close();
    await judged.library.close();
  }
});
