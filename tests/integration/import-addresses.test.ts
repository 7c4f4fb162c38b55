import type { RequestListener } from 'node:http';
import { test as base, expect, onTestFinished } from 'vitest';
import type { ImportOptions, Library } from '../../electron/node/library/library.ts';
import { offlineDocuments } from '../../electron/node/network/document-map.ts';
import { assertion20, credential30 } from '../factories/badges.ts';
import { codePng } from '../factories/codes.ts';
import { pageOf } from '../factories/pages.ts';
import { pdfOf, pdfString } from '../factories/pdf.ts';
import { iTXt, pngWith } from '../factories/png.ts';
import { zipOf } from '../factories/zip.ts';
import { type LoopbackServer, loopbackDoor, serveHttps } from '../support/loopback-server.ts';
import { openAt, temporaryPlace } from '../support/temporary-library.ts';

const json = JSON.stringify(assertion20());

interface Served {
  readonly type?: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

const test = base.extend<{ library: Library }>({
  // biome-ignore lint/correctness/noEmptyPattern: the first argument is where Vitest looks for what a fixture needs.
  library: async ({}, use) => {
    const library = await openAt(temporaryPlace());
    await use(library);
    await library.close();
  },
});

/** A site on loopback with these paths. */
async function site(paths: (origin: string) => Readonly<Record<string, Served>>): Promise<LoopbackServer> {
  let server: LoopbackServer | null = null;
  const listener: RequestListener = (request, response) => {
    const origin = server?.origin('issuer.example') ?? '';
    const found = paths(origin)[request.url ?? ''];
    if (found === undefined) response.writeHead(404).end('nothing here');
    else {
      const { status = 200, type = 'application/json', headers = {}, body = '' } = found;
      response.writeHead(status, { 'content-type': type, ...headers }).end(body);
    }
  };
  const started = await serveHttps(listener);
  server = started;
  onTestFinished(() => started.close());
  return started;
}

async function take(library: Library, url: string, options: ImportOptions = { documents: loopbackDoor() }) {
  const { files } = await library.importFiles([{ kind: 'address', url }], options);
  return files.map(({ row }) => row);
}

test('the address of a badge: what came is the original, and a captured document of its address', async ({
  library,
}) => {
  const server = await site(() => ({ '/assertions/1': { body: json } }));
  const url = `${server.origin('issuer.example')}/assertions/1`;
  const [row] = await take(library, `${url}#top`);
  expect(row).toMatchObject({
    outcome: 'imported',
    fileName: url.replace('https://', ''),
    found: '“Bicycle repair” by Town School',
  });
  const original = await library.original(row?.badgeIds[0] ?? '');
  expect(Buffer.from(original.bytes).toString()).toBe(json);
  expect(original.fileName).toBe('1');
  const captured = await library.captures().get({ url, accept: '*/*', maxBytes: 1_000_000 });
  expect(captured).toMatchObject({
    kind: 'document',
    status: 200,
    sha256: original.sha256,
    source: 'captured',
  });
  expect(server.requests).toHaveLength(1);
});

test.each([
  [
    'a picture with its data',
    'image/png',
    pngWith([iTXt('openbadges', json)]),
    '“Bicycle repair” by Town School',
  ],
  [
    'a PDF',
    'application/pdf',
    pdfOf({ info: `/openbadges ${pdfString(json)}` }),
    '“Bicycle repair” by Town School',
  ],
])('an address of %s', async (_, type, body, found) => {
  const library = await openAt(temporaryPlace());
  onTestFinished(() => library.close());
  const server = await site(() => ({ '/badge': { type, body } }));
  expect(await take(library, `${server.origin('issuer.example')}/badge`)).toMatchObject([
    { outcome: 'imported', found },
  ]);
});

test('an address of an archive: each file in it has its row', async ({ library }) => {
  const body = zipOf([
    { name: 'a.json', data: json },
    { name: 'b.json', data: JSON.stringify(credential30()) },
    { name: 'notes.txt', data: 'hello' },
  ]);
  const server = await site(() => ({ '/all.zip': { type: 'application/zip', body } }));
  const rows = await take(library, `${server.origin('issuer.example')}/all.zip`);
  expect(rows.map(({ outcome }) => outcome)).toEqual(['imported', 'imported', 'refused']);
});

test('a page that links to its data: the data is fetched, by a relative link too', async ({ library }) => {
  const server = await site(() => ({
    '/badges/1': {
      type: 'text/html',
      body: pageOf('<link rel="alternate" type="application/ld+json" href="../data/1">'),
    },
    '/data/1': { body: json },
  }));
  const [row] = await take(library, `${server.origin('issuer.example')}/badges/1`);
  expect(row).toMatchObject({ outcome: 'imported', found: '“Bicycle repair” by Town School' });
  expect(server.requests.map(({ url }) => url)).toEqual(['/badges/1', '/data/1']);
});

test('a page whose first link is dead: the next is tried, and no page is followed from a page', async ({
  library,
}) => {
  const links = ['dead', 'page', 'data']
    .map((name) => `<a type="application/json" href="/${name}">x</a>`)
    .join('');
  const server = await site(() => ({
    '/badges/1': { type: 'text/html', body: pageOf('', links) },
    '/page': {
      type: 'text/html',
      body: pageOf('<link rel="alternate" type="application/json" href="/further">'),
    },
    '/data': { body: json },
  }));
  expect(await take(library, `${server.origin('issuer.example')}/badges/1`)).toMatchObject([
    { outcome: 'imported' },
  ]);
  expect(server.requests.map(({ url }) => url)).toEqual(['/badges/1', '/dead', '/page', '/data']);
});

test('a page that holds its badge is the original itself', async ({ library }) => {
  const body = pageOf(`<script type="application/ld+json">${JSON.stringify(credential30())}</script>`);
  const server = await site(() => ({ '/badges/1': { type: 'text/html', body } }));
  const [row] = await take(library, `${server.origin('issuer.example')}/badges/1`);
  expect(row).toMatchObject({ outcome: 'imported', found: '“Welding 1” by Town School' });
  expect(Buffer.from((await library.original(row?.badgeIds[0] ?? '')).bytes).toString()).toBe(body);
});

test('a page that links to another host is not followed: the row says where it leads', async ({
  library,
}) => {
  const server = await site((origin) => ({
    '/badges/1': {
      type: 'text/html',
      body: pageOf(
        `<link rel="alternate" type="application/json" href="${origin.replace('issuer', 'other')}/data/1">`,
      ),
    },
    '/data/1': { body: json },
  }));
  const page = `${server.origin('issuer.example')}/badges/1`;
  const host = `other.example:${server.port}`;
  const [row] = await take(library, page);
  expect(row).toMatchObject({
    outcome: 'refused',
    failure: { code: 'link/in-page' },
    link: { url: `https://${host}/data/1`, host },
  });
  expect(row?.failure?.message).toContain(host);
  expect(server.requests.map(({ url }) => url)).toEqual(['/badges/1']);

  const agreed = await take(library, page, { documents: loopbackDoor(), mayAsk: () => true });
  expect(agreed).toMatchObject([{ outcome: 'imported' }]);
});

test('what is no badge is refused with its reason, and nothing of it is kept', async ({ library }) => {
  const server = await site(() => ({
    '/empty': { body: '' },
    '/other.json': { body: '{"hello": 1}' },
    '/page': { type: 'text/html', body: pageOf('') },
    '/login': { status: 403, type: 'text/html', body: pageOf('') },
    '/photo.jpg': { type: 'image/jpeg', body: Uint8Array.of(0xff, 0xd8, 0xff, 0xe0) },
    '/code.png': { type: 'image/png', body: codePng('https://issuer.example/assertions/9') },
  }));
  const origin = server.origin('issuer.example');
  const codes: (string | undefined)[] = [];
  for (const path of ['/empty', '/other.json', '/page', '/login', '/gone', '/photo.jpg', '/code.png']) {
    codes.push((await take(library, origin + path))[0]?.failure?.code);
  }
  expect(codes).toEqual([
    'network/not-json',
    'badge/not-a-badge',
    'page/no-badge',
    'network/http-status',
    'network/http-status',
    'image/strips-badges',
    'link/in-code',
  ]);
  expect(library.view().badges).toEqual([]);
  const captured = await library
    .captures()
    .get({ url: `${origin}/other.json`, accept: '*/*', maxBytes: 1_000 });
  expect(captured.kind).toBe('unavailable');
});

test.each([
  ['http://127.0.0.1/a', 'network/private-host'],
  ['https://localhost/a', 'network/private-host'],
  ['https://ada:secret@issuer.example/a', 'network/bad-url'],
  ['https://issuer.example:25/a', 'network/bad-url'],
  ['https://', 'network/bad-url'],
])('I01 the one network door refuses %s', async (url, code) => {
  const library = await openAt(temporaryPlace());
  onTestFinished(() => library.close());
  expect(await take(library, url)).toMatchObject([{ outcome: 'refused', failure: { code } }]);
});

test('offline an address is refused as offline, and no socket is opened', async ({ library }) => {
  const server = await site(() => ({ '/a': { body: json } }));
  for (const options of [{}, { documents: offlineDocuments }]) {
    const rows = await take(library, `${server.origin('issuer.example')}/a`, options);
    expect(rows).toMatchObject([{ outcome: 'refused', failure: { code: 'network/offline' } }]);
  }
  expect(server.connections()).toBe(0);
});
