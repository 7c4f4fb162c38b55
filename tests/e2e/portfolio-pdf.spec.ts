import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ElectronApplication, expect, type Page, test } from '@playwright/test';
import { codeInPicture } from '../../electron/node/import/code-in-picture.ts';
import { answerSaveDialog, openApp } from '../../scripts/lib/drive-app.mjs';
import { type Portfolio, type PortfolioTheme, plainPortfolio } from '../../shared/portfolio/portfolio.ts';
import { type DisclosureSwitches, leastSwitches } from '../../shared/portfolio/switches.ts';
import { markedLibrary, placesIn, placesLetOutBy } from '../support/marked-library.ts';
import { pdfStructure } from '../support/pdf-structure.ts';
import { textsInside } from '../support/texts-inside.ts';

// PDFs that the real app prints: what is in them, and how other programs and people with a screen reader find it.

const samples = path.join(import.meta.dirname, '../../resources/samples');
const on = Object.fromEntries(Object.keys(leastSwitches).map((kind) => [kind, true]));
// Object.keys names the switches.
const everything = { ...leastSwitches, ...on } as DisclosureSwitches;
let app: ElectronApplication;
let page: Page;
let close: () => Promise<void>;
let out: string;

test.beforeEach(() => {
  out = mkdtempSync(path.join(tmpdir(), 'pdf-'));
});
test.afterEach(async () => {
  await close();
  rmSync(out, { recursive: true, force: true });
});

async function openSamples(): Promise<readonly string[]> {
  ({ app, page, close } = await openApp());
  await page.getByRole('button', { name: 'or try sample badges' }).click();
  const cards = page.getByRole('listbox', { name: 'Badges' }).getByRole('option');
  await expect(cards).toHaveCount(6, { timeout: 30_000 });
  await expect(cards.getByText('Checking…')).toHaveCount(0, { timeout: 30_000 });
  return await page.evaluate(async () => {
    const answer = await window.backpack.getLibrary();
    return answer.ok ? answer.value.badges.map(({ id }) => id) : [];
  });
}

function full(ids: readonly string[], theme: PortfolioTheme): Portfolio {
  const entry = (badge: string) => ({
    badge,
    story: 'Das Tor des Schulhofs habe ich damit gebaut.\nEs steht noch.',
    evidence: [{ name: 'Das Tor', url: 'https://ada.example/tor', text: 'Bilder von jedem Schritt.' }],
  });
  return {
    title: 'Ada Example: what I can do',
    introduction: 'Zehn Jahre Arbeit.',
    person: { name: 'Ada Example', contact: 'ada@home.example' },
    sections: [
      { title: 'Zeugnisse', text: 'Geprüft.', entries: ids.slice(0, 3).map(entry) },
      { title: 'Kurse', text: '', entries: ids.slice(3).map(entry) },
    ],
    theme,
    language: 'de',
  };
}

async function printed(portfolio: Portfolio, switches: DisclosureSwitches): Promise<string> {
  const target = path.join(out, 'out.pdf');
  await answerSaveDialog(app, target);
  const answer = await page.evaluate((call) => window.backpack.exportPortfolio(call), {
    do: 'save',
    portfolio,
    switches,
    format: 'pdf',
    forWhom: '',
  } as const);
  expect(answer).toMatchObject({ ok: true, value: { kind: 'saved' } });
  return target;
}

function tool(name: string, ...words: readonly string[]): string {
  const { error, status, stdout, stderr } = spawnSync(name, words, {
    encoding: 'latin1',
    maxBuffer: 2 ** 28,
  });
  test.skip(error !== undefined, `needs ${name}`);
  expect(status, stderr).toBe(0);
  return stdout;
}

for (const theme of ['plain', 'bold'] as const) {
  test(`a printed portfolio (${theme}) is tagged throughout: figures, headings, lists, links, languages and bookmarks`, async () => {
    const ids = await openSamples();
    const bytes = readFileSync(await printed(full(ids, theme), everything));
    const found = await pdfStructure(bytes);
    expect(found.problems).toEqual([]);
    const pictures = found.figures.filter((text) => !text.startsWith('Code that leads to '));
    expect([...pictures].sort()).toEqual([
      'Chess Club: Champion',
      'Community Gardener',
      'First Aid at Work',
      'Library Explorer',
      'Open Source Contributor',
      'Watershed Field Methods',
    ]);
    expect(found.outline).toEqual(expect.arrayContaining(['Ada Example: what I can do', ...pictures]));
    expect(found.languages).toContain('de');
    expect(found.links).toContain('https://ada.example/tor');
  });
}

test('N11 other programs find a PDF whole, without a script, and with metadata that name the program and the day alone', async () => {
  const ids = await openSamples();
  const target = await printed(full(ids, 'plain'), everything);
  expect(tool('qpdf', '--check', target)).toContain('No syntax or stream encoding errors found');
  const facts = new Map(
    tool('pdfinfo', target)
      .split('\n')
      .map((line) => /^([^:]+):\s+(.*)$/.exec(line)?.slice(1) as [string, string] | undefined)
      .filter((fact) => fact !== undefined),
  );
  const day = new Date();
  expect(facts.get('Title')).toBe('Ada Example: what I can do');
  expect([facts.get('Creator'), facts.get('Producer')]).toEqual(['Badge Backpack', 'Badge Backpack']);
  for (const key of ['CreationDate', 'ModDate']) {
    expect(facts.get(key)).toContain('00:00:00');
    expect(Math.abs(Date.parse(facts.get(key) ?? '') - day.getTime())).toBeLessThan(48 * 3_600_000);
  }
  expect([...facts.keys()].sort()).toEqual(
    [
      ...['Title', 'Creator', 'Producer', 'CreationDate', 'ModDate', 'Custom Metadata', 'Metadata Stream'],
      ...['Tagged', 'UserProperties', 'Suspects', 'Form', 'JavaScript', 'Pages', 'Encrypted', 'Page size'],
      ...['Page rot', 'File size', 'Optimized', 'PDF version'],
    ].sort(),
  );
  expect([facts.get('Tagged'), facts.get('JavaScript'), facts.get('Form')]).toEqual(['yes', 'no', 'none']);
  const metadata = tool('pdfinfo', '-meta', target);
  const told = [...metadata.matchAll(/<((?:dc|xmp|pdf|xmpMM|pdfuaid):\w+)/g)].map(([, name]) => name);
  expect(told).toEqual([
    ...['dc:title', 'dc:language', 'xmp:CreatorTool', 'xmp:CreateDate', 'xmp:ModifyDate', 'pdf:Producer'],
  ]);
  const fonts = tool('pdffonts', target).split('\n').slice(2).filter(Boolean);
  expect(fonts.length).toBeGreaterThan(0);
  for (const font of fonts) expect(font).toMatch(/ yes +yes +yes +\d+ +\d+ *$/);
});

test('every original comes out of a PDF byte for byte by another program, with the documents beside them', async () => {
  const ids = await openSamples();
  const target = await printed(plainPortfolio('All', ids), { ...leastSwitches, originals: true });
  const folder = path.join(out, 'detached');
  mkdirSync(folder);
  tool('pdfdetach', '-saveall', '-o', folder, target);
  const names = readdirSync(folder);
  const originals = readdirSync(samples).filter((name) => /\.(?:png|svg)$/.test(name));
  for (const name of originals.filter((one) => names.includes(one))) {
    expect(readFileSync(path.join(folder, name)).equals(readFileSync(path.join(samples, name)))).toBe(true);
  }
  expect(names.filter((name) => originals.includes(name))).toHaveLength(6);
  expect(names).toContain('badge-backpack.manifest');
  expect(names.filter((name) => name.startsWith('saved from ')).length).toBeGreaterThan(2);
});

test('K16 each code on paper is read as the https address in print beside it, at the badge’s own issuer; none without one', async () => {
  const ids = await openSamples();
  const target = await printed(plainPortfolio('All', ids), { ...leastSwitches, 'badge-page': true });
  const pages = path.join(out, 'page');
  tool('pdftoppm', '-r', '110', '-png', target, pages);
  const files = readdirSync(out).filter((name) => name.endsWith('.png'));
  const read = files.flatMap((name) => codeInPicture(readFileSync(path.join(out, name)), 'image/png') ?? []);
  const words = tool('pdftotext', '-raw', target, '-').replace(/\s+/g, '');
  const { figures, links } = await pdfStructure(readFileSync(target));
  const codes = figures.flatMap((text) => /^Code that leads to (.*)$/.exec(text)?.[1] ?? []);
  expect([...read].sort()).toEqual([...codes].sort());
  expect(read).toContain('https://badges.town-library.example/assertions/explorer-2014-117.json');
  for (const url of read) {
    expect(new URL(url).protocol).toBe('https:');
    expect(words).toContain(url);
    expect(links).toContain(url);
  }
  const least = await pdfStructure(readFileSync(await printed(plainPortfolio('All', ids), leastSwitches)));
  expect(least.figures.join()).not.toContain('explorer-2014-117');
});

test('N09 a PDF of a library with a private word in every place holds none of them, and by each switch its own', async () => {
  const place = mkdtempSync(path.join(tmpdir(), 'marked-'));
  const marked = await markedLibrary(place, 'library');
  await marked.library.close();
  ({ app, page, close } = await openApp({ folder: place }));
  const none = Object.fromEntries(Object.keys(leastSwitches).map((kind) => [kind, false]));
  for (const kind of [null, ...Object.keys(leastSwitches)]) {
    const switches = { ...leastSwitches, ...none, ...(kind === null ? {} : { [kind]: true }) };
    const target = await printed(marked.portfolio, switches);
    const plain = path.join(out, 'plain.pdf');
    tool('qpdf', '--qdf', '--object-streams=disable', target, plain);
    const texts = [
      textsInside(readFileSync(target)),
      readFileSync(plain, 'latin1'),
      tool('pdftotext', '-raw', target, '-').replace(/-\n/g, '-'),
      tool('pdfinfo', '-meta', target),
      tool('strings', target),
    ];
    const found = placesIn(texts.join('\n').toLowerCase());
    expect([kind, found]).toEqual([kind, placesLetOutBy(switches)]);
  }
});
