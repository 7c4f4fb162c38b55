import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codePng } from '../factories/codes.ts';
import { pageOf } from '../factories/pages.ts';
import { pdfOf, pdfString, pdfWithAttachments } from '../factories/pdf.ts';
import { iTXt, pngWith } from '../factories/png.ts';
import { zipOf } from '../factories/zip.ts';
import { builtCli, jsonLines, runCli } from '../support/built-cli.ts';
import { fileLineSchema, importLineSchema } from '../support/line-schemas.ts';
import { testIssuer } from '../support/signed-badge.ts';

let folder: string;
let badge: string;

beforeAll(async () => {
  builtCli();
  folder = await mkdtemp(join(tmpdir(), 'cli-sources-'));
  badge = await (await testIssuer('did:jwk')).sign();
  const link = '<link rel="alternate" type="application/json" href="https://other.example.org/badge">';
  const files = {
    'one.pdf': pdfOf({ info: `/openbadges ${pdfString(badge)}` }),
    'two.pdf': pdfWithAttachments([
      { name: 'a.jwt', bytes: badge },
      {
        name: 'b.png',
        bytes: pngWith([iTXt('openbadgecredential', await (await testIssuer('did:jwk')).sign())]),
      },
    ]),
    'page.html': pageOf(`<script type="application/ld+json">{"@type":"WebPage"}</script>${link}`),
    'code.png': codePng('https://other.example.org/badge'),
    'shortcut.url': '[InternetShortcut]\r\nURL=https://other.example.org/badge\r\n',
    'all.zip': zipOf([
      { name: 'one.pdf', data: pdfOf({ info: `/openbadges ${pdfString(badge)}` }) },
      { name: 'a.jwt', data: badge },
    ]),
    'badge.jwt': badge,
    'urls.json': JSON.stringify({
      'https://example.org/page': 'page.html',
      'https://example.org/all.zip': 'all.zip',
      'https://example.org/one.pdf': 'one.pdf',
      'https://other.example.org/badge': 'badge.jwt',
    }),
  };
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

async function check(words: readonly string[], stdin: string | Uint8Array = '') {
  const result = await runCli(['check', '--offline', '--json', ...words], { cwd: folder, stdin });
  return jsonLines(result).map((line) => fileLineSchema.parse(line));
}

describe('check', () => {
  it('a PDF: its container, and of each badge in it the way there', async () => {
    const [one, two] = await check(['one.pdf', 'two.pdf']);
    expect(one).toMatchObject({
      container: 'pdf/info:openbadges',
      badges: [{ integrity: 'intact', source: { path: [] } }],
    });
    expect(two).toMatchObject({
      container: 'pdf/attachment',
      badges: [
        { integrity: 'intact', source: { path: ['a.jwt'] } },
        { integrity: 'intact', source: { path: ['b.png'] } },
      ],
    });
  });

  it.each([
    ['page.html', 'link/in-page'],
    ['code.png', 'link/in-code'],
    ['shortcut.url', 'link/in-shortcut'],
  ])('%s is refused with the host that it leads to', async (file, code) => {
    const [line] = await check([file]);
    expect(line?.error).toMatchObject({ code, message: expect.stringContaining('other.example.org') });
  });

  it('standard input: an archive and a PDF like a file', async () => {
    const zip = zipOf([
      { name: 'a.jwt', data: badge },
      { name: 'b.jwt', data: badge },
    ]);
    expect((await check(['-'], zip)).map(({ file, badges }) => [file, badges.length])).toEqual([
      ['- › a.jwt', 1],
      ['- › b.jwt', 1],
    ]);
    expect(await check(['-'], pdfOf({ info: `/openbadges ${pdfString(badge)}` }))).toMatchObject([
      { file: '-', container: 'pdf/info:openbadges' },
    ]);
  });

  it('an address: an archive, a PDF and a page that links to a badge like a file', async () => {
    const map = ['--documents', 'urls.json'];
    expect((await check([...map, 'https://example.org/all.zip'])).map(({ file }) => file)).toEqual([
      'https://example.org/all.zip › one.pdf',
      'https://example.org/all.zip › a.jwt',
    ]);
    expect(await check([...map, 'https://example.org/one.pdf', 'https://example.org/page'])).toMatchObject([
      { container: 'pdf/info:openbadges', badges: [{ integrity: 'intact' }] },
      { file: 'https://example.org/page', container: 'vc-jwt', badges: [{ integrity: 'intact' }] },
    ]);
  });

  it('an address with --offline is refused as offline', async () => {
    expect((await check(['https://example.org/all.zip']))[0]?.error?.code).toBe('network/offline');
  });
});

describe('import', () => {
  const take = async (...words: readonly string[]) =>
    jsonLines(
      await runCli(['import', '--offline', '--json', '--library', 'library', ...words], { cwd: folder }),
    ).map((line) => importLineSchema.parse(line));

  it('a PDF with two badges is two lines; the same bytes from an address are already here', async () => {
    const lines = await take('two.pdf', 'one.pdf');
    const imported = (file: string) =>
      lines.flatMap((line) => ('imported' in line && line.file === file ? [line.imported] : []));
    expect(lines).toHaveLength(3);
    expect([imported('two.pdf').length, imported('one.pdf').length]).toEqual([2, 1]);
    const again = await take(
      '--documents',
      'urls.json',
      'https://example.org/one.pdf',
      'https://example.org/page',
    );
    expect(again).toHaveLength(2);
    expect(again).toContainEqual({ file: 'https://example.org/one.pdf', already: imported('one.pdf')[0] });
    expect(again).toContainEqual({ file: 'https://example.org/page', imported: expect.any(String) });
  });

  it('an address with --offline is refused as offline, and so is one without a network that has it', async () => {
    expect(await take('https://example.org/one.pdf')).toMatchObject([{ error: { code: 'network/offline' } }]);
  });
});
