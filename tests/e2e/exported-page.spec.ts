import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
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
import { writePortfolio } from '../../electron/node/export/portfolio-writer.ts';
import type { Badge } from '../../shared/badge/model.ts';
import type { ChosenBadge } from '../../shared/portfolio/choose.ts';
import { renderHtml } from '../../shared/portfolio/render-html.ts';
import { verdictWords } from '../../shared/text/verdicts.ts';
import type { Verdict } from '../../shared/verify/report.ts';
import { badgeOf } from '../factories/badge.ts';
import {
  choosePortfolio,
  originalsFrom,
  pageText,
  portfolioBadge,
  portfolioOf,
  portfolioVerdict,
  sha256Of,
} from '../factories/portfolio.ts';
import { checkOf, reportOf } from '../factories/report.ts';
import { xssPayloads } from '../factories/xss-payloads.ts';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const nowMs = Date.parse('2026-11-22T12:00:00Z');
const art = path.join(import.meta.dirname, '../../scripts/sample-art');

let browser: Browser;
let folder = '';

test.skip(!existsSync(executablePath), `needs Chromium at ${executablePath}`);

test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'exported-'));
  browser = await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
});
test.afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

/** A page opened from disk, and everything that it asked for, said or complained about. */
interface Opened {
  readonly page: Page;
  readonly noises: string[];
}

async function open(file: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const noises: string[] = [];
  const url = pathToFileURL(file).href;
  page.on('request', (request) => {
    if (request.url() !== url && !request.url().startsWith('data:')) noises.push(`request ${request.url()}`);
  });
  page.on('console', (message) => noises.push(`${message.type()} ${message.text()}`));
  page.on('pageerror', (error) => noises.push(`error ${error.message}`));
  page.on('dialog', (dialog) => {
    noises.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(url);
  return { page, noises };
}

async function written(
  name: string,
  badges: readonly ChosenBadge[],
  originals: readonly Uint8Array[],
  title: string,
) {
  const file = path.join(folder, name);
  await writePortfolio(file, renderHtml(choosePortfolio({ title, badges }, nowMs), originalsFrom(originals)));
  return file;
}

function chosen(
  bytes: Uint8Array,
  fileName: string,
  mediaType: string,
  badge: Partial<Badge> = {},
): ChosenBadge {
  const report = reportOf({ checks: [checkOf('proof.x'), checkOf('issuer.x', { source: 'captured' })] });
  return { badge: badgeOf(badge), report, original: { fileName, sha256: sha256Of(bytes), mediaType } };
}

/** One badge with each verdict, with the drawings of the samples. */
async function everyVerdict(): Promise<string> {
  const names = [
    'watershed-field-methods',
    'first-aid-at-work',
    'chess-club',
    'open-source-contributor',
    'library-explorer',
  ];
  const pictures = await Promise.all(names.map((name) => readFile(path.join(art, `${name}.png`))));
  const verdicts = Object.keys(verdictWords) as Verdict[];
  const badges = verdicts.map((verdict, index) => {
    const picture = pictures[index % pictures.length] ?? new Uint8Array();
    const isConfirmed = !['altered', 'unconfirmed', 'issuer-mismatch', 'unsigned'].includes(verdict);
    const badge = portfolioBadge(picture, {
      name: `Badge that is ${verdict}`,
      verdict: portfolioVerdict(verdict),
    });
    return { ...badge, unsignedParts: ['/gpa'], issuer: { ...badge.issuer, isConfirmed } };
  });
  const file = path.join(folder, 'every-verdict.html');
  const pieces = [await pageText(portfolioOf(badges), pictures)];
  await writePortfolio(
    file,
    (async function* () {
      yield* pieces;
    })(),
  );
  return file;
}

test('an exported page opens from disk with no request and nothing on the console', async () => {
  const { page, noises } = await open(await everyVerdict());
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ada Example');
  await expect(page.getByRole('article')).toHaveCount(Object.keys(verdictWords).length);
  const painted = await page.evaluate(() =>
    [...document.images].every((image) => image.complete && image.naturalWidth > 0),
  );
  expect(painted).toBe(true);
  await page.waitForLoadState('networkidle');
  expect(noises).toEqual([]);
  await page.context().close();
});

test('the originals inside are saved byte for byte, under their own names, at any size', async () => {
  const png = await readFile(path.join(art, 'chess-club.png'));
  const svg = await readFile(path.join(art, 'community-gardener.svg'));
  const large = Uint8Array.from({ length: 6_000_001 }, (_, index) => (index * 7_919) & 255);
  const originals = [png, svg, large];
  const file = await written(
    'originals.html',
    [
      chosen(png, 'Chess club ü ®.png', 'image/png'),
      chosen(svg, 'chess club.svg', 'image/svg+xml'),
      chosen(large, 'large.json', 'application/json'),
    ],
    originals,
    'Originals',
  );
  const { page, noises } = await open(file, { acceptDownloads: true });
  const names = ['Chess club ü ®.png', 'chess club.svg', 'large.json'];
  for (const [index, name] of names.entries()) {
    const waiting = page.waitForEvent('download');
    await page.getByRole('link', { name: `Save ${name}` }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toBe(name);
    const saved = await readFile(await download.path());
    expect(saved.equals(originals[index] ?? new Uint8Array())).toBe(true);
    await expect(page.getByText(`SHA-256 ${sha256Of(saved)}`)).toBeVisible();
  }
  expect(noises.filter((noise) => !noise.startsWith('request blob:'))).toEqual([]);
  await page.context().close();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing to complain about in the ${colorScheme} page`, async () => {
    const { page } = await open(await everyVerdict(), { colorScheme });
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll('details')) fold.open = true;
    });
    const found = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    await page.screenshot({ path: test.info().outputPath(`${colorScheme}.png`) });
    await page.context().close();
  });
}

test('at 320 pixels nothing is cut or scrolls sideways, whatever the names', async () => {
  const svg = await readFile(path.join(art, 'community-gardener.svg'));
  const name = 'Donaudampfschifffahrtsgesellschaftskapitänspatentprüfungsordnung'.repeat(3);
  const issuer = { ...badgeOf().issuer, name, id: `did:key:z${'6Mk'.repeat(80)}` };
  const file = await written(
    'narrow.html',
    Array.from({ length: 5 }, () =>
      chosen(svg, `${name}.svg`, 'image/svg+xml', { name, issuer, tags: [name] }),
    ),
    [svg],
    name,
  );
  const { page } = await open(file, { viewport: { width: 320, height: 800 } });
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  const wide = await page.evaluate(() =>
    [...document.querySelectorAll('main *, header *, footer *')]
      .filter((element) => !element.closest('.sr') && element.getBoundingClientRect().right > 320.5)
      .map((element) => element.outerHTML.slice(0, 80)),
  );
  expect(wide).toEqual([]);
  await page.screenshot({ path: test.info().outputPath('narrow.png') });
  await page.context().close();
});

test('on paper everything is unfolded and links that only a screen can follow are gone', async () => {
  const { page } = await open(await everyVerdict());
  const sentence = page.getByText('The signature fits the contents.').first();
  await expect(sentence).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(sentence).toBeVisible();
  expect(await sentence.evaluate((element) => element.checkVisibility({ contentVisibilityAuto: true }))).toBe(
    true,
  );
  await expect(page.getByRole('link', { name: /^Save/ }).first()).toBeHidden();
  // A list of checks goes on overleaf, a check does not: no page ends half empty.
  const breaks = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).breakInside);
  expect([await breaks('.checked'), await breaks('.checks'), await breaks('.checks li')]).toEqual([
    'auto',
    'auto',
    'avoid',
  ]);
  await page.screenshot({ path: test.info().outputPath('print.png') });
  await page.context().close();
});

test('every part can be reached and opened by keyboard', async () => {
  const { page } = await open(await everyVerdict());
  const reached = new Set<string>();
  for (let press = 0; press < 40; press += 1) {
    await page.keyboard.press('Tab');
    reached.add(await page.evaluate(() => document.activeElement?.textContent?.trim().slice(0, 20) ?? ''));
    const isFold = await page.evaluate(() => document.activeElement?.textContent === '3 checks');
    if (isFold) break;
  }
  expect([...reached]).toEqual(expect.arrayContaining(['how to check', 'About this badge', '3 checks']));
  await page.keyboard.press('Enter');
  await expect(page.getByText('The signature fits the contents.').first()).toBeVisible();
  await page.context().close();
});

test('K01 K11 forty hostile texts in every field stay texts', async () => {
  const json = new TextEncoder().encode('{}');
  const badges = xssPayloads.map((text): ChosenBadge => {
    const badge: Partial<Badge> = {
      name: text,
      description: text,
      achievementType: text,
      criteria: { url: text, narrative: text },
      issuer: { ...badgeOf().issuer, id: text, name: text, url: text, description: text, image: text },
      creator: { ...badgeOf().issuer, name: text },
      issuedOn: text,
      expires: text,
      images: [
        { url: text, caption: text },
        { url: `data:image/png;base64,${text}`, caption: text },
      ],
      alignments: [{ name: text, url: text, description: text, framework: text, code: text }],
      tags: [text],
      results: [{ name: text, value: text, status: text }],
    };
    const report = reportOf({
      checkedAt: text,
      unsignedPaths: [text],
      checks: [checkOf('proof.x', { message: text, asOf: text, code: text, detail: { [text]: text } })],
    });
    const original = { fileName: text, sha256: sha256Of(json), mediaType: 'application/json' };
    return { badge: badgeOf(badge), report, original };
  });
  const title = '</title><script>window.pwned=1</script>';
  const { page, noises } = await open(await written('hostile.html', badges, [json], title));
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });
  await page.evaluate(() => {
    for (const element of document.querySelectorAll('body *')) {
      element.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
      if (element instanceof HTMLElement) element.focus();
    }
  });
  expect(xssPayloads.length).toBeGreaterThanOrEqual(40);
  expect(noises).toEqual([]);
  expect(await page.evaluate(() => 'pwned' in window)).toBe(false);
  expect(await page.title()).toBe(title);

  const ours =
    'html head meta title style body div header h1 h2 h3 p a bdi ul ol li span svg path rect circle nav main article figure img strong time details summary footer section pre';
  const foreign = await page.evaluate((allowed) => {
    const tags = new Set(allowed.split(' '));
    return [...document.querySelectorAll('*')].flatMap((element) => {
      const found = tags.has(element.localName) ? [] : [`<${element.localName}>`];
      for (const { name, value } of element.attributes) {
        if (/^(on|style$|srcset$|ping$|target$|http-equiv$)/.test(name) && element.localName !== 'meta') {
          found.push(`${element.localName} ${name}`);
        }
        if (name === 'href' && !/^(#|https:\/\/|data:application\/octet-stream;base64,)/.test(value))
          found.push(value);
        if (name === 'src' && !/^data:image\/(png|svg\+xml|jpeg|gif|webp);base64,/.test(value))
          found.push(value);
      }
      return found;
    });
  }, ours);
  expect(foreign).toEqual([]);
  expect(await page.locator('script, iframe, object, embed, form, base, link, template').count()).toBe(0);
  expect(await page.locator('meta').count()).toBe(6);
  expect(await page.locator('article').count()).toBe(xssPayloads.length);

  const names = await page.locator('article h2').allTextContents();
  expect(names[0]).toBe(xssPayloads[0]);
  expect(names[2]).toBe(xssPayloads[2]);
  await page.context().close();
});

test('K03 every link of the page is https, keeps nothing of where it was, and says its host', async () => {
  const { page } = await open(await everyVerdict());
  const links = await page.locator('a[href^="https:"]').evaluateAll((anchors) =>
    anchors.map((anchor) => ({
      rel: anchor.getAttribute('rel'),
      host: new URL(anchor.getAttribute('href') ?? '').host,
      beside: anchor.parentElement?.textContent ?? '',
    })),
  );
  expect(links.length).toBeGreaterThan(10);
  for (const { rel, host, beside } of links) {
    expect(rel).toBe('noopener noreferrer');
    expect(beside).toContain(host);
  }
  await page.context().close();
});
