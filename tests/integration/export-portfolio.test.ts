import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inProcessEngine } from '../../electron/node/check/in-process-engine.ts';
import { exportPortfolio } from '../../electron/node/export/export-portfolio.ts';
import type { Library } from '../../electron/node/library/library.ts';
import { openLibrary } from '../../electron/node/library/open-library.ts';
import { readSampleDocuments } from '../../electron/node/network/sample-documents.ts';
import { CodedError } from '../../shared/errors.ts';
import type { ExportFormat } from '../../shared/portfolio/export-formats.ts';
import { plainPortfolio } from '../../shared/portfolio/portfolio.ts';
import { type DisclosureSwitches, leastSwitches } from '../../shared/portfolio/switches.ts';
import { sha256Of } from '../factories/portfolio.ts';
import { sampleVerdicts } from '../factories/sample-badges.ts';

const samples = path.join(import.meta.dirname, '../../resources/samples');
const names = Object.keys(sampleVerdicts);
const clock = { now: () => Date.parse('2026-11-22T12:00:00Z') };
const engine = inProcessEngine();
const all: DisclosureSwitches = { ...leastSwitches, originals: true, results: true, evidence: true };

/** What a printer would make of a page; the sheets hold nothing that comes back. */
async function emptySheet(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  pdf.addPage();
  return await pdf.save();
}

let folder = '';
let library: Library;
let ids: readonly string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'portfolio-'));
  library = await libraryIn('first');
  const { files } = await library.importFiles(
    names.map((name) => ({ kind: 'path', path: path.join(samples, name) }) as const),
  );
  ids = files.flatMap(({ row }) => row.badgeIds);
  await library.check(ids, { documents: await readSampleDocuments(samples) });
});
afterAll(async () => {
  await library.close();
  await rm(folder, { recursive: true, force: true });
});

async function libraryIn(name: string): Promise<Library> {
  const dirs = { dir: path.join(folder, name), cacheDir: path.join(folder, `${name} cache`) };
  return await openLibrary({ ...dirs, engine, clock });
}

async function exported(
  format: ExportFormat,
  change: {
    readonly signal?: AbortSignal;
    readonly switches?: DisclosureSwitches;
    readonly name?: string;
  } = {},
): Promise<string> {
  const target = path.join(folder, change.name ?? `all.${format}`);
  const verifierScript = async () => 'void 0;';
  const request = {
    portfolio: plainPortfolio('Ada Example', ids),
    switches: change.switches ?? all,
    format,
    target,
  };
  const options = change.signal === undefined ? {} : { signal: change.signal };
  await exportPortfolio({ library, engine, clock, verifierScript, printPage: emptySheet }, request, options);
  return target;
}

describe.each(['html', 'pdf', 'zip', 'json'] as const)('an export as %s', (format) => {
  it('comes back byte for byte, every badge of it judged', async () => {
    const target = await exported(format);
    const other = await libraryIn(`back from ${format}`);
    try {
      const { files } = await other.importFiles([{ kind: 'path', path: target }]);
      expect(files.map(({ row }) => [row.outcome, row.notes])).toEqual(names.map(() => ['imported', []]));
      const back = files.flatMap(({ row }) => row.badgeIds);
      expect([...back].sort()).toEqual([...ids].sort());
      for (const id of back) {
        const [one, two] = [await library.original(id), await other.original(id)];
        expect(Buffer.from(two.bytes).equals(one.bytes), two.fileName).toBe(true);
        expect(two.fileName).toBe(one.fileName);
      }
      // What the export holds of the issuers' sites is nobody's word here.
      const { reports } = await other.check(back);
      expect([...reports.values()].filter(({ integrity }) => integrity.source === 'captured')).toEqual([]);
    } finally {
      await other.close();
    }
  });

  it('gives the same bytes again', async () => {
    const [one, two] = [await exported(format, { name: 'one' }), await exported(format, { name: 'two' })];
    expect((await readFile(one)).equals(await readFile(two))).toBe(true);
  });

  it('K14 leaves nothing behind when it is cancelled anywhere on its way', async () => {
    const dir = path.join(folder, `cancelled ${format}`);
    await mkdir(dir);
    for (let after = 0; after < names.length * 2; after += 3) {
      const controller = new AbortController();
      const request = {
        portfolio: plainPortfolio('A', ids),
        switches: all,
        format,
        target: path.join(dir, 'x'),
      };
      const services = {
        library,
        engine,
        clock,
        verifierScript: async () => 'void 0;',
        printPage: emptySheet,
      };
      let steps = 0;
      const onProgress = () => {
        if (steps++ === after) controller.abort();
      };
      const end = await exportPortfolio(services, request, { signal: controller.signal, onProgress }).catch(
        (error: unknown) => (error instanceof CodedError ? error.code : error),
      );
      expect(end).toBe('input/cancelled');
      expect(await readdir(dir)).toEqual([]);
    }
  });
});

describe('an exported page on its way back', () => {
  it('tells which words of it its badge does not say', async () => {
    const page = await readFile(await exported('html'), 'utf8');
    const forged = page.replace(
      /data-says="name"><bdi>[^<]+</,
      'data-says="name"><bdi>Doctor of Everything<',
    );
    const file = path.join(folder, 'forged.html');
    await writeFile(file, forged);
    const other = await libraryIn('forged');
    const { files } = await other.importFiles([{ kind: 'path', path: file }]);
    expect(files.map(({ row }) => row.notes.length)).toEqual([1, ...names.slice(1).map(() => 0)]);
    expect(files[0]?.row.notes[0]).toContain('says something else of this badge');
    await other.close();
  });

  it('tells that a file in it was exchanged', async () => {
    const page = await readFile(await exported('html'), 'utf8');
    const [first = '', second = ''] = [
      ...page.matchAll(/data-original="[0-9a-f]{64}"[^<>]*?;base64,([^"]+)"/g),
    ].map((match) => match[1]);
    const file = path.join(folder, 'exchanged.html');
    await writeFile(file, page.replace(first, second));
    const other = await libraryIn('exchanged');
    const { files } = await other.importFiles([{ kind: 'path', path: file }]);
    expect(files[0]?.row.notes.join()).toContain('another SHA-256');
    await other.close();
  });

  it('is taken in from bytes that lie on no disk too', async () => {
    const bytes = new Uint8Array(await readFile(await exported('html')));
    const other = await libraryIn('dropped');
    const { files } = await other.importFiles([{ kind: 'bytes', name: 'page.html', bytes }]);
    expect(files.map(({ row }) => row.outcome)).toEqual(names.map(() => 'imported'));
    await other.close();
  });
});

describe('what leaves', () => {
  it('K08 N09 the page without the files holds none of them, nor a word of what was switched off', async () => {
    const page = await readFile(
      await exported('html', { switches: leastSwitches, name: 'least.html' }),
      'utf8',
    );
    for (const id of ids) {
      const { bytes, sha256 } = await library.original(id);
      expect(page).not.toContain(sha256);
      expect(page).not.toContain(Buffer.from(bytes).toString('base64').slice(0, 2_000));
    }
    expect(page).not.toMatch(/learner@|sha256\$|openbadge|urn:uuid|<script/);
    for (const [, text = ''] of page.matchAll(/;base64,([^"]+)"/g)) {
      expect(Buffer.from(text, 'base64').toString('latin1')).not.toMatch(
        /learner@|sha256\$|openbadges:|iTXt|tEXt/,
      );
    }
  });

  it.each(['zip', 'json'] as const)('%s is refused where the files may not leave', async (format) => {
    await expect(exported(format, { switches: leastSwitches })).rejects.toMatchObject({
      code: 'export/needs-originals',
    });
  });

  it('K07 N12 the archive names no time, system or computer, and other programs find it whole', async () => {
    const bytes = await readFile(await exported('zip'));
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const entries: string[] = [];
    for (let at = bytes.indexOf('PK\u0001\u0002'); at !== -1; at = bytes.indexOf('PK\u0001\u0002', at + 4)) {
      expect(view.getUint16(at + 4, true) >> 8).toBe(0);
      expect([view.getUint16(at + 12, true), view.getUint16(at + 14, true)]).toEqual([0, 0x21]);
      expect([view.getUint16(at + 30, true), view.getUint32(at + 38, true)]).toEqual([0, 0]);
      entries.push(bytes.toString('utf8', at + 46, at + 46 + view.getUint16(at + 28, true)));
    }
    expect(entries.slice(0, 2)).toEqual(['README.txt', 'manifest.json']);
    expect(entries).toEqual(expect.arrayContaining(names.map((name) => `badges/${name}`)));
    const { unzipSync } = await import('fflate');
    const unpacked = unzipSync(bytes);
    const manifest = JSON.parse(Buffer.from(unpacked['manifest.json'] ?? []).toString());
    for (const { path: place, sha256 } of manifest.files) {
      expect(sha256Of(unpacked[place] ?? new Uint8Array())).toBe(sha256);
    }
    for (const { path: place, sha256 } of manifest.documents) {
      expect(sha256Of(unpacked[place] ?? new Uint8Array())).toBe(sha256);
    }
    const readme = Buffer.from(unpacked['README.txt'] ?? []).toString();
    expect(readme).toContain('as checked on 22 November 2026 by Badge Backpack');
  });

  it('the presentation holds every credential in its own words', async () => {
    const text = await readFile(await exported('json'), 'utf8');
    const presentation = JSON.parse(text);
    expect(presentation.type).toEqual(['VerifiablePresentation']);
    expect(presentation['@context'][0]).toBe('https://www.w3.org/ns/credentials/v2');
    expect(presentation.verifiableCredential.length).toBeGreaterThan(2);
    for (const credential of presentation.verifiableCredential) {
      if (credential.type === 'EnvelopedVerifiableCredential')
        expect(credential.id).toMatch(/^data:application\/vc\+jwt,[\w-]+\.[\w-]+\.[\w-]+$/);
      else expect(credential.credentialSubject).toBeDefined();
    }
    expect(presentation.originals).toHaveLength(names.length);
  });
});
