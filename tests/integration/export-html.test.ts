import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportHtml } from '../../electron/node/export-html.ts';
import { inProcessEngine } from '../../electron/node/in-process-engine.ts';
import type { Library } from '../../electron/node/library.ts';
import { openLibrary } from '../../electron/node/open-library.ts';
import { readSampleDocuments } from '../../electron/node/sample-documents.ts';
import { CodedError } from '../../shared/errors.ts';
import { sampleVerdicts } from '../factories/sample-badges.ts';

const samples = path.join(import.meta.dirname, '../../resources/samples');
const names = Object.keys(sampleVerdicts);
const clock = { now: () => Date.parse('2026-11-22T12:00:00Z') };

let folder = '';
let library: Library;
let ids: readonly string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'export-'));
  const dirs = { dir: path.join(folder, 'marker-folder'), cacheDir: path.join(folder, 'cache') };
  library = await openLibrary({ ...dirs, engine: inProcessEngine(), clock });
  const sources = names.map((name) => ({ kind: 'path', path: path.join(samples, name) }) as const);
  const { files } = await library.importFiles(sources);
  ids = files.flatMap(({ row }) => row.badgeIds);
  await library.edit({ kind: 'identity.add', address: 'learner@example.org', label: 'marker-label' });
  await library.edit({
    kind: 'collection.create',
    name: 'marker-collection',
    badgeIds: ids,
    parentId: null,
    search: null,
  });
  await library.check(ids, { documents: await readSampleDocuments(samples) });
});
afterAll(async () => {
  await library.close();
  await rm(folder, { recursive: true, force: true });
});

const targetIn = (name: string) => path.join(folder, name);

async function exported(name: string, badgeIds = ids): Promise<string> {
  const request = { title: 'Ada Example', badgeIds, target: targetIn(name) };
  expect(await exportHtml(library, request, clock)).toBe(badgeIds.length);
  return await readFile(request.target, 'utf8');
}

describe('exportHtml', () => {
  it('holds every original byte for byte, under its own name and hash', async () => {
    const page = await exported('all.html');
    const links = [
      ...page.matchAll(/download="([^"]+)" href="data:application\/octet-stream;base64,([^"]+)"/g),
    ];
    expect(links.map(([, name]) => name)).toEqual(names);
    for (const [, name = '', text = ''] of links) {
      const bytes = Buffer.from(text, 'base64');
      expect(bytes.equals(await readFile(path.join(samples, name))), name).toBe(true);
      expect(page).toContain(`SHA-256 ${createHash('sha256').update(bytes).digest('hex')}`);
    }
  });

  it('says each verdict in words, in the order asked for', async () => {
    const words = [
      ...(await exported('words.html')).matchAll(/<span class="chip [^"]+"><svg.*?<\/svg>([^<]+)</g),
    ];
    expect(words.map(([, word]) => word)).toEqual([
      'Verified earlier',
      'Expired',
      'Altered',
      'Signer not confirmed',
      'Could not be checked',
      'Verified earlier',
    ]);
    const reversed = await exported('reversed.html', [...ids].reverse());
    expect(reversed.indexOf('Community Gardener')).toBeLessThan(reversed.indexOf('Watershed Field Methods'));
  });

  it('gives the same bytes again', async () => {
    expect(await exported('one.html')).toBe(await exported('two.html'));
  });

  it('N09 tells nothing of the library, of its owner and of where it lies', async () => {
    const page = (await exported('private.html')).replaceAll(/base64,[^"]+/g, '');
    for (const marker of [
      'learner@',
      'marker-',
      folder,
      path.basename(folder),
      samples,
      'sha256$',
      'urn:uuid',
    ]) {
      expect(page, marker).not.toContain(marker);
    }
  });

  it('refuses to export nothing, and leaves no file when a badge is not there or it is cancelled', async () => {
    const target = targetIn('none.html');
    const signal = AbortSignal.abort();
    const attempts = [
      exportHtml(library, { title: 'A', badgeIds: [], target }, clock),
      exportHtml(library, { title: 'A', badgeIds: ['f'.repeat(64)], target }, clock),
      exportHtml(library, { title: 'A', badgeIds: ids, target }, clock, { signal }),
    ];
    const ends = await Promise.allSettled(attempts);
    const codes = ends.map((end) =>
      end.status === 'rejected' && end.reason instanceof CodedError ? end.reason.code : '',
    );
    expect(codes).toEqual(['export/nothing-to-export', 'store/not-found', 'input/cancelled']);
    expect(
      (await readdir(folder)).filter((name) => name.startsWith('none') || name.endsWith('.part')),
    ).toEqual([]);
  });
});
