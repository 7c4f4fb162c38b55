import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { inProcessEngine } from '../../electron/node/check/in-process-engine.ts';
import { nodeCrypto } from '../../electron/node/crypto.ts';
import { createDesk } from '../../electron/node/desk/desk.ts';
import { knowsNothing } from '../../electron/node/trust/knowledge.ts';
import { limits } from '../../shared/limits.ts';
import { pageDataId } from '../../shared/portfolio/page-data.ts';
import { leastSwitches } from '../../shared/portfolio/switches.ts';
import { zipOf } from '../factories/zip.ts';
import { fileSource } from '../support/file-source.ts';
import { altered, testIssuer } from '../support/signed-badge.ts';
import { frozenMs, openAt, temporaryFolder, temporaryPlace } from '../support/temporary-library.ts';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const base64 = (text: string) => Buffer.from(text).toString('base64');

/** A page that calls itself one of ours, with a badge and whatever data somebody wrote into it. */
function page(token: string, data: object, said = ''): string {
  const sha256 = hash(token);
  return `<!doctype html><html><head><meta name="generator" content="Badge Backpack">
<script type="application/json" id="${pageDataId}">${JSON.stringify(data)}</script></head><body>
<article id="badge-1" data-verdict="verified">${said}<strong>✓ Verified by Badge Backpack</strong>
<a data-save="${sha256}" download="welding.jwt" href="#">Save</a></article>
<a data-original="${sha256}" href="data:application/octet-stream;base64,${base64(token)}"></a></body></html>`;
}

function dataOf(token: string, changes: object = {}): object {
  const held = { verdict: 'verified', checkedAt: '2026-11-20T08:00:00.000Z', checks: [], outcome: 'pass' };
  return {
    format: 1,
    engine: 'Badge Backpack 9',
    madeAt: '2026-11-20T08:00:00.000Z',
    switches: leastSwitches,
    badges: [{ sha256: hash(token), fileName: 'welding.jwt', index: 0, held }],
    documents: [],
    ...changes,
  };
}

function documentOf(url: string, value: object) {
  const text = JSON.stringify(value);
  const facts = { url, finalUrl: url, status: 200, contentType: 'application/json', sha256: hash(text) };
  return { ...facts, fetchedAt: '2026-11-20T08:00:00.000Z', text };
}

/** What the backpack and the desk say of the badges of one file. */
async function judged(name: string, contents: string | Uint8Array) {
  const bytes = typeof contents === 'string' ? new TextEncoder().encode(contents) : contents;
  const source = { kind: 'bytes', name, bytes } as const;
  const library = await openAt(temporaryPlace());
  const { files } = await library.importFiles([source]);
  await library.check(
    library.view().badges.map(({ id }) => id),
    {},
  );
  const backpack = library.view().badges.map(({ verdict }) => verdict);
  await library.close();
  const desk = createDesk({
    engine: inProcessEngine(),
    clock: { now: () => frozenMs },
    digest: nodeCrypto.digest,
    knowledge: async () => knowsNothing,
  });
  await desk.check([source]);
  const onDesk = desk.rows().map(({ badge, failure }) => badge?.verdict ?? failure?.code);
  const checks = desk.rows().flatMap(({ id }) => desk.report(id)?.checks ?? []);
  return { files, backpack, onDesk, checks };
}

const green = ['verified', 'verified-earlier'];

test('K09 a page that says verified, carries the key and holds forged results makes nothing green', async () => {
  const issuer = await testIssuer('did:web');
  const token = await issuer.sign();
  const { text, ...facts } = documentOf(issuer.didDocumentUrl, issuer.didDocument);
  const body = `data:application/octet-stream;base64,${base64(text)}`;
  const data = dataOf(token, { documents: [{ ...facts, body }] });
  for (const [name, contents] of [
    ['portfolio.html', page(token, data)],
    ['portfolio.html', page(altered(token), dataOf(altered(token), { documents: [{ ...facts, body }] }))],
    ['portfolio.html', page(altered(token), data)],
  ] as const) {
    const { backpack, onDesk } = await judged(name, contents);
    expect(backpack).toHaveLength(1);
    expect(onDesk).toHaveLength(1);
    for (const verdict of [...backpack, ...onDesk]) expect(green).not.toContain(verdict);
  }
});

test('K09 an archive with a manifest full of lies makes nothing green, and what it names wrongly is judged as it is', async () => {
  const issuer = await testIssuer('did:web');
  const token = altered(await issuer.sign());
  const { text, ...facts } = documentOf(issuer.didDocumentUrl, issuer.didDocument);
  const manifest = {
    format: 1,
    verdict: 'verified',
    badges: [{ file: 'badges/welding.jwt', sha256: hash('something else'), verdict: 'verified' }],
    files: [{ path: 'badges/welding.jwt', sha256: hash('something else'), verdict: 'verified' }],
    documents: [{ ...facts, verdict: 'verified' }],
  };
  const archive = zipOf([
    { name: 'manifest.json', data: Buffer.from(JSON.stringify(manifest)) },
    { name: 'README.txt', data: Buffer.from('All verified.') },
    { name: 'badges/welding.jwt', data: Buffer.from(token) },
    { name: `documents/${facts.sha256}`, data: Buffer.from(text) },
  ]);
  const { backpack, onDesk } = await judged('portfolio.zip', new Uint8Array(archive));
  expect(backpack).toHaveLength(1);
  for (const verdict of [...backpack, ...onDesk]) expect(green).not.toContain(verdict);
});

test('the desk says which words of a page differ from its badge, as the command line does', async () => {
  const issuer = await testIssuer('did:web');
  const token = await issuer.sign();
  const said = '<h3 data-says="name"><bdi>Doctor of Everything</bdi></h3>';
  const { checks, files } = await judged('portfolio.html', page(token, dataOf(token), said));
  expect(files[0]?.row.notes.join()).toContain('says something else of this badge');
  expect(checks.filter(({ id }) => id === 'page.words')).toMatchObject([
    { outcome: 'warn', code: 'page/words-differ' },
  ]);
});

test.each<readonly [string, unknown]>([
  ['no switches', { switches: null }],
  ['switches that are a list', { switches: [] }],
  [
    'switches of other kinds',
    { switches: { originals: { valueOf: 1 }, dates: 'no', __proto__: { dates: 1 } } },
  ],
  ['a badge at a place that is none', { badges: [{ sha256: 'a', fileName: 'x', index: -1.5, held: 7 }] }],
  ['badges that are no list', { badges: { length: 5 } }],
  ['another format', { format: '1' }],
  ['documents that are no documents', { documents: [null, 7, { url: 'x', body: 'y' }, [[]]] }],
])(
  'H12 a page whose data has %s stops nothing: its badge comes in, and so do the others',
  async (_what, change) => {
    const issuer = await testIssuer('did:web');
    const token = await issuer.sign();
    const library = await openAt(temporaryPlace());
    const { files } = await library.importFiles([
      fileSource('portfolio.html', page(token, dataOf(token, change as object))),
      fileSource('other.jwt', await issuer.sign({ id: 'urn:uuid:0f6f1c8e-6a1c-4f3b-8f0a-2d9d0a6a7b12' })),
    ]);
    expect(files.map(({ row }) => row.outcome)).toEqual(['imported', 'imported']);
    await library.close();
  },
);

test('a page that speaks of one badge a hundred thousand times is looked at no longer than others', async () => {
  const issuer = await testIssuer('did:web');
  const token = await issuer.sign();
  const badge = { sha256: hash(token), fileName: 'welding.jwt', index: 0, held: null };
  const data = dataOf(token, { badges: Array.from({ length: 100_000 }, () => badge) });
  const start = performance.now();
  const { backpack } = await judged('portfolio.html', page(token, data));
  expect(backpack).toHaveLength(1);
  expect(performance.now() - start).toBeLessThan(5_000);
});

test('a page under a wrong name, cut anywhere, is refused or read, and never stops the app', async () => {
  const issuer = await testIssuer('did:web');
  const token = await issuer.sign();
  const whole = page(token, dataOf(token));
  const folder = temporaryFolder();
  const library = await openAt(temporaryPlace());
  for (let at = 60; at < whole.length; at += 97) {
    const file = path.join(folder, `cut-${at}.html`);
    writeFileSync(file, whole.slice(0, at));
    const { files } = await library.importFiles([{ kind: 'path', path: file }]);
    expect(files.length, `cut at ${at}`).toBeGreaterThan(0);
    expect(files[0]?.row.failure?.code, `cut at ${at}`).not.toBe('internal/bug');
    expect(readFileSync(file, 'utf8')).toBe(whole.slice(0, at));
  }
  expect(limits.pageBonesBytes).toBeGreaterThan(whole.length);
  await library.close();
});
