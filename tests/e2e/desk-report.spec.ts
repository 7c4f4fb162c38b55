import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, expect, type Page, test } from '@playwright/test';
import { deskReportBytes } from '../../electron/node/desk/desk-report-bytes.ts';
import type { ReportedRow } from '../../shared/desk/desk-report.ts';
import { deskReportWords } from '../../shared/text/desk.ts';
import { verdictWords } from '../../shared/text/verdicts.ts';
import type { Verdict } from '../../shared/verify/report.ts';
import { deskBadge, deskRow, refusedDeskRow } from '../factories/desk.ts';
import { checkOf, reportOf } from '../factories/report.ts';
import { xssPayloads } from '../factories/xss-payloads.ts';

// The check desk's report as an employer opens it: a file in a browser, and the same page printed.

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const madeAt = '2026-11-22T12:34:56.789Z';

let browser: Browser;
let folder = '';

test.skip(!existsSync(executablePath), `needs Chromium at ${executablePath}`);

test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'desk-report-'));
  const args = ['--no-sandbox', '--disable-background-networking', '--disable-component-update'];
  browser = await chromium.launch({ executablePath, args: [...args, '--disable-sync', '--no-first-run'] });
});
test.afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

interface Opened {
  readonly page: Page;
  /** What it asked for, said or complained about. */
  readonly noises: string[];
}

async function open(file: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const noises: string[] = [];
  const url = pathToFileURL(file).href;
  page.on('request', (request) => request.url() !== url && noises.push(`request ${request.url()}`));
  page.on('console', (message) => noises.push(`${message.type()} ${message.text()}`));
  page.on('pageerror', (error) => noises.push(`error ${error.message}`));
  page.on('popup', (popup) => noises.push(`popup ${popup.url()}`));
  page.on('dialog', (dialog) => {
    noises.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(url);
  return { page, noises };
}

async function put(name: string, rows: readonly ReportedRow[], expected = ''): Promise<string> {
  const file = path.join(folder, name);
  const bytes = await deskReportBytes({ madeAt, expected, rows }, 'html', async () => new Uint8Array());
  await writeFile(file, bytes);
  return file;
}

/** Every field of a row and of its report that holds a text, filled with one. */
function rowsSaying(text: string): readonly ReportedRow[] {
  const badge = deskBadge({
    name: text,
    issuerName: text,
    issuerId: text,
    person: text,
    sentence: text,
    unchecked: [text],
    wouldAsk: [text],
    verdict: 'unchecked',
    carried: { verdict: 'verified-earlier', sentence: text },
  });
  const checks = [checkOf('proof.eddsa-rdfc-2022', { message: text }), checkOf('status.bitstring')];
  const failure = { code: 'image/no-badge', message: text, next: text } as const;
  return [
    { row: deskRow({ file: text, sha256: text, badge }), report: reportOf({ checks }) },
    { row: refusedDeskRow({ file: text, failure }), report: null },
  ];
}

test('K01 nothing that a badge says runs or loads in the report or adds an element to it, in any of its fields', async () => {
  test.setTimeout(180_000);
  expect(xssPayloads.length).toBeGreaterThanOrEqual(40);
  const plain = await open(await put('plain.html', rowsSaying('plain'), 'plain'));
  const elements = await plain.page.locator('*').count();
  await plain.page.context().close();
  const { page, noises } = await open(await put('xss.html', rowsSaying('first')));
  const url = page.url();
  for (const payload of xssPayloads) {
    await put('xss.html', rowsSaying(payload), payload);
    await page.goto(url);
    await page.mouse.move(300, 300);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => Reflect.get(window, 'pwned')), payload).toBeUndefined();
    expect(noises, payload).toEqual([]);
    expect(await page.locator('*').count(), payload).toBe(elements);
    expect(await page.locator('script,iframe,object,embed,form,link,base,img,video,a').count()).toBe(0);
  }
  await put('xss.html', rowsSaying(xssPayloads[0] ?? ''));
  await page.goto(url);
  await expect(page.getByText('<script>window.pwned=1</script>').first()).toBeVisible();
  await page.context().close();
});

test('K02 N11 the printed report has no script, no action and no attachment, and tells nothing of this computer', async () => {
  test.skip(spawnSync('pdfinfo', ['-v']).error !== undefined, 'needs pdfinfo');
  const rows = xssPayloads.flatMap((payload) => rowsSaying(payload));
  const bytes = await deskReportBytes({ madeAt, expected: 'x', rows }, 'pdf', async (html) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.setContent(html);
    const printed = await page.pdf({ format: 'A4', tagged: true, outline: true });
    await context.close();
    return new Uint8Array(printed);
  });
  const file = path.join(folder, 'report.pdf');
  await writeFile(file, bytes);
  const info = spawnSync('pdfinfo', ['-isodates', file], { encoding: 'utf8', env: { TZ: 'UTC' } }).stdout;
  const facts = Object.fromEntries(info.split('\n').map((line) => line.split(/:\s+/, 2)));
  expect(facts).toMatchObject({
    Title: deskReportWords.title,
    Creator: 'Badge Backpack',
    Producer: 'Badge Backpack',
    JavaScript: 'no',
    Form: 'none',
    Encrypted: 'no',
    Tagged: 'yes',
  });
  expect(facts.CreationDate).toMatch(/^2026-11-22T00:00:00/);
  expect(facts.ModDate).toMatch(/^2026-11-22T00:00:00/);
  const raw = Buffer.from(bytes).toString('latin1');
  for (const word of ['Chrom', 'Skia', 'Mozilla', 'Linux', 'file://', tmpdir(), '/JavaScript', '/Launch'])
    expect(raw.includes(word), word).toBe(false);
  for (const word of ['/OpenAction', '/AA', '/EmbeddedFile', '/URI', '/SubmitForm'])
    expect(new RegExp(`${word}\\b`).test(raw), word).toBe(false);
});

test('the report is readable without failure by axe, light and dark, wide and narrow, and fits its page', async () => {
  // The keys of the table are the verdicts.
  const verdicts = Object.keys(verdictWords) as Verdict[];
  const rows = verdicts.map((verdict, index) => ({
    row: deskRow({
      id: `f${index}.0`,
      file: `candidates/anna/${'a-very-long-name-'.repeat(5)}${index}.png`,
      badge: deskBadge({ verdict, issuerId: `did:key:z6Mk${'x'.repeat(80)}` }),
    }),
    report: reportOf({ checks: [checkOf('status.bitstring', { outcome: 'unknown' })] }),
  }));
  const file = await put('all.html', [...rows, { row: refusedDeskRow(), report: null }], 'Anna');
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1280, 390]) {
      const { page, noises } = await open(file, { colorScheme, viewport: { width, height: 800 } });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, `${width}`).toBeLessThanOrEqual(0);
      expect(noises).toEqual([]);
      await page.context().close();
    }
  }
});
