import type { RequestListener } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import {
  type FetcherOptions,
  fetcherDocuments,
  isNoNameByServer,
  isPublicAddress,
} from '../../electron/node/network/fetcher.ts';
import { loopbackCertificate } from '../factories/loopback-tls.ts';
import { ask, type LoopbackServer, lookupOf, loopbackDoor, serveHttps } from '../support/loopback-server.ts';
import { failingLookup, nameServer } from '../support/name-server.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function serve(listener: RequestListener): Promise<LoopbackServer> {
  const server = await serveHttps(listener);
  closers.push(server.close);
  return server;
}

test('a document comes with its final address, status, type, bytes, hash and date', async () => {
  const server = await serve((_, response) => {
    response.setHeader('content-type', 'application/json');
    response.end('{"a":1}');
  });
  const url = `${server.origin('issuer.example')}/did.json`;
  const answer = await ask(loopbackDoor({ nowMs: () => Date.UTC(2026, 10, 22) }), url);
  expect(answer).toMatchObject({
    kind: 'document',
    url,
    finalUrl: url,
    status: 200,
    contentType: 'application/json',
    sha256: '015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862',
    fetchedAt: '2026-11-22T00:00:00.000Z',
    source: 'live',
  });
});

test('of an earlier day it has nothing, and asks nobody for it', async () => {
  const door = loopbackDoor({ isAllowedAddress: () => expect.unreachable('nobody is asked') });
  const request = { url: 'https://school.example.org/did.json', accept: '*/*', maxBytes: 1_000 };
  expect(await door.get({ ...request, earlierThan: '2026-11-22T00:00:00.000Z' })).toEqual({
    kind: 'unavailable',
    url: request.url,
    code: 'network/offline',
  });
});

test('N03 a request carries the same few headers from everywhere: no cookie, no referrer, no language', async () => {
  const server = await serve((request, response) => {
    response.setHeader('set-cookie', 'id=1');
    if (request.url === '/a') response.writeHead(302, { location: '/b' });
    response.end();
  });
  await ask(loopbackDoor(), `${server.origin('issuer.example')}/a`);
  const names = server.requests.map(({ headers }) => headers.filter((_, index) => index % 2 === 0));
  const expected = ['host', 'connection', 'user-agent', 'accept', 'accept-encoding'];
  expect(names).toEqual([expected, expected]);
  expect(server.requests[1]?.headers).toContain('BadgeBackpack');
});

test('I06 each redirect is judged again: http, private hosts and other schemes are refused before they are dialled', async () => {
  const targets = [
    ['http://issuer.example/', 'network/bad-url'],
    ['https://10.0.0.5/', 'network/private-host'],
    ['https://127.1/', 'network/private-host'],
    ['https://localhost/', 'network/private-host'],
    ['file:///etc/passwd', 'network/bad-url'],
    ['data:application/json,{}', 'network/bad-url'],
    ['https://user@issuer.example/', 'network/bad-url'],
  ] as const;
  for (const [target, code] of targets) {
    const server = await serve((_, response) => response.writeHead(302, { location: target }).end());
    expect(await ask(loopbackDoor(), server.origin('issuer.example'))).toMatchObject({
      kind: 'unavailable',
      code,
    });
    expect(server.requests).toHaveLength(1);
  }
});

test('I07 five redirects are followed, a loop is not', async () => {
  const server = await serve((request, response) => {
    const step = Number(request.url?.slice(1));
    if (step === 0) response.end('{}');
    else response.writeHead(302, { location: `/${step === 99 ? 99 : step - 1}` }).end();
  });
  const origin = server.origin('issuer.example');
  expect(await ask(loopbackDoor(), `${origin}/5`)).toMatchObject({
    kind: 'document',
    finalUrl: `${origin}/0`,
  });
  expect(await ask(loopbackDoor(), `${origin}/6`)).toMatchObject({ code: 'network/too-many-redirects' });
  expect(await ask(loopbackDoor(), `${origin}/99`)).toMatchObject({ code: 'network/too-many-redirects' });
});

test('I08 I09 a public name that leads inside is refused when it is dialled, one private address among others too', async () => {
  const server = await serve((_, response) => response.end('{}'));
  const url = server.origin('issuer.example');
  for (const addresses of [['127.0.0.1'], ['93.184.216.34', '10.0.0.5'], ['fd00::1'], ['::ffff:127.0.0.1']]) {
    const port = fetcherDocuments({ lookup: lookupOf(() => addresses), authorities: [loopbackCertificate] });
    expect(await ask(port, url)).toMatchObject({ kind: 'unavailable', code: 'network/private-host' });
  }
  expect(server.connections()).toBe(0);
});

test('I01 to I05 literal private hosts are refused with no connection, however they are written', async () => {
  const lookups: string[] = [];
  const port = fetcherDocuments({
    lookup: ((host: string) => lookups.push(host)) as unknown as NonNullable<FetcherOptions['lookup']>,
  });
  const hosts = [
    '127.1',
    '0x7f.1',
    '2130706433',
    '0177.0.0.1',
    '①②⑦.0.0.1',
    'localhost.',
    '0.0.0.0',
    '[::1]',
  ];
  for (const host of [
    ...hosts,
    '[::ffff:7f00:1]',
    '[fe80::1]',
    '169.254.169.254',
    'printer.local',
    'intranet',
  ]) {
    expect(await ask(port, `https://${host}/`), host).toMatchObject({ code: 'network/private-host' });
  }
  expect(lookups).toEqual([]);
});

test('the address that is dialled is judged by its number', () => {
  for (const address of [
    '127.0.0.1',
    '100.64.1.1',
    '169.254.169.254',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::ffff:10.0.0.1',
    'fe80::1',
    'fc00::1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    'fe80::1%eth0',
    '',
    'issuer.example',
    '1.1.1',
  ]) {
    expect(isPublicAddress(address), address).toBe(false);
  }
  for (const address of ['93.184.216.34', '2606:2800:220:1::1', '1.1.1.1']) {
    expect(isPublicAddress(address), address).toBe(true);
  }
});

test('I12 an http address is tried once as https', async () => {
  const server = await serve((_, response) => response.end('{}'));
  const url = server.origin('issuer.example').replace('https:', 'http:');
  expect(await ask(loopbackDoor(), url)).toMatchObject({ kind: 'document', url });
});

test('I13 a body is cut off at its limit, on the wire and inflated, and a slow one at its time', async () => {
  const server = await serve((request, response) => {
    if (request.url === '/endless') {
      const timer = setInterval(() => response.write('x'.repeat(50_000)), 1);
      response.on('close', () => clearInterval(timer));
    } else if (request.url === '/bomb') {
      response.setHeader('content-encoding', 'gzip');
      response.end(gzipSync(Buffer.alloc(5_000_000)));
    } else if (request.url === '/gzip') {
      response.setHeader('content-encoding', 'gzip');
      response.end(gzipSync('{"a":1}'));
    } else {
      response.write('{');
    }
  });
  const origin = server.origin('issuer.example');
  const port = loopbackDoor({ timeoutMs: 500 });
  expect(await ask(port, `${origin}/endless`, 100_000)).toMatchObject({ code: 'network/too-large' });
  expect(await ask(port, `${origin}/bomb`, 100_000)).toMatchObject({ code: 'network/too-large' });
  expect(await ask(port, `${origin}/slow`)).toMatchObject({ code: 'network/timeout' });
  const answer = await ask(port, `${origin}/gzip`);
  expect(answer.kind === 'document' && new TextDecoder().decode(answer.bytes)).toBe('{"a":1}');
});

test('C18 I18 a certificate that is not trusted or not the host’s is refused, whatever the environment says', async () => {
  const server = await serve((_, response) => response.end('{}'));
  const before = process.env.NODE_TLS_REJECT_UNAUTHORIZED;
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
  try {
    const stranger = fetcherDocuments({
      lookup: lookupOf(() => ['127.0.0.1']),
      isAllowedAddress: () => true,
    });
    expect(await ask(stranger, server.origin('issuer.example'))).toMatchObject({
      code: 'network/unreachable',
    });
    expect(await ask(loopbackDoor(), server.origin('wrong.example'))).toMatchObject({
      code: 'network/unreachable',
    });
    expect(server.requests).toEqual([]);
  } finally {
    if (before === undefined) delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
    else process.env.NODE_TLS_REJECT_UNAUTHORIZED = before;
  }
});

test('I19 one document is asked for once, and a host has at most four requests at a time', async () => {
  let open = 0;
  let most = 0;
  const server = await serve((_, response) => {
    open += 1;
    most = Math.max(most, open);
    setTimeout(() => {
      open -= 1;
      response.end('{}');
    }, 20);
  });
  const origin = server.origin('issuer.example');
  const port = loopbackDoor();
  const urls = Array.from({ length: 60 }, (_, index) => `${origin}/${index % 20}`);
  const answers = await Promise.all(urls.map((url) => ask(port, url)));
  expect(answers.every(({ kind }) => kind === 'document')).toBe(true);
  expect(server.requests).toHaveLength(20);
  await port.get({ url: `${origin}/0`, accept: 'text/plain', maxBytes: 1_000 });
  expect(server.requests).toHaveLength(20);
  expect(most).toBeLessThanOrEqual(4);
  expect(most).toBeGreaterThan(1);
});

test('I19 a busy host is left alone for as long as it asks, then asked once more', async () => {
  let busy = true;
  const slept: number[] = [];
  const server = await serve((_, response) => {
    if (busy) response.writeHead(429, { 'retry-after': '3' });
    busy = false;
    response.end('{}');
  });
  const port = loopbackDoor({
    nowMs: () => 1_000,
    sleep: async (durationMs) => {
      slept.push(durationMs);
    },
  });
  expect(await ask(port, server.origin('issuer.example'))).toMatchObject({ kind: 'document', status: 200 });
  expect(slept).toEqual([3_000]);
});

test('I21 a server that wants a password gets nothing; its answer is what it is', async () => {
  const server = await serve((_, response) => response.writeHead(401, { 'www-authenticate': 'Basic' }).end());
  expect(await ask(loopbackDoor(), server.origin('issuer.example'))).toMatchObject({
    kind: 'document',
    status: 401,
  });
  expect(server.requests).toHaveLength(1);
});

test.each([
  ['ENOTFOUND', true, 'network/no-such-name'],
  ['ENOTFOUND', false, 'network/offline'],
  ['EAI_AGAIN', true, 'network/offline'],
])(
  'D16 a name that the system answers with %s, and a name server denies: %s, is %s',
  async (code, isNoName, told) => {
    const lookup = failingLookup(code);
    const port = fetcherDocuments({ lookup, isNoName: async () => isNoName });
    expect(await ask(port, 'https://issuer.example/')).toMatchObject({ kind: 'unavailable', code: told });
  },
);

test('D16 only a name server that answers “no such name” denies a name; silence, trouble and another kind of address do not', async () => {
  for (const [answer, isDenied] of [
    [3, true],
    [0, false],
    [2, false],
    [5, false],
  ] as const) {
    const server = await nameServer(answer);
    expect(await isNoNameByServer('gone.example', [server.address]), String(answer)).toBe(isDenied);
    server.close();
    expect(await isNoNameByServer('gone.example', [server.address]), 'nobody there').toBe(false);
  }
});

test('D16 no server, no answer: unreachable, never an exception', async () => {
  const server = await serve((request) => request.socket.destroy());
  expect(await ask(loopbackDoor(), server.origin('issuer.example'))).toMatchObject({
    code: 'network/unreachable',
  });
});

test.each(['/sent-on', '/busy'])(
  'N02 “stay offline” counts between hops, before a retry and for what waits its turn: %s',
  async (path) => {
    let isOffline = false;
    const server = await serve(({ url }, response) => {
      isOffline = true;
      const isBusy = url?.startsWith('/busy') === true;
      if (isBusy) response.writeHead(503, { 'retry-after': '0' });
      else response.writeHead(302, { location: '/next' });
      response.end();
    });
    const door = loopbackDoor({ isOffline: async () => isOffline });
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, number) =>
        ask(door, `${server.origin('issuer.example')}${path}?${number}`),
      ),
    );
    expect(new Set(answers.map((answer) => answer.kind === 'unavailable' && answer.code))).toEqual(
      new Set(['network/offline']),
    );
    expect(server.requests.length).toBeLessThanOrEqual(4);
    expect(server.requests.filter(({ url }) => !url.startsWith(path))).toEqual([]);
  },
);

test('a connection is closed soon after its last answer, however long the server would keep it open', async () => {
  const closed: Promise<void>[] = [];
  const server = await serve((request, response) => {
    closed.push(new Promise((resolve) => request.socket.once('close', () => resolve())));
    response.setHeader('keep-alive', 'timeout=600');
    response.end('{}');
  });
  const before = performance.now();
  await ask(loopbackDoor(), server.origin('issuer.example'));
  await Promise.all(closed);
  expect([closed.length, performance.now() - before < 4_000]).toEqual([1, true]);
});

test('whoever asked can stop it: what is under way ends at once, and what waits is not begun', async () => {
  const controller = new AbortController();
  const server = await serve(() => undefined);
  const door = loopbackDoor({ signal: controller.signal });
  const before = performance.now();
  const asked = Array.from({ length: 8 }, (_, number) =>
    ask(door, `${server.origin('issuer.example')}/${number}`),
  );
  while (server.requests.length < 4) await new Promise((resolve) => setTimeout(resolve, 5));
  controller.abort();
  const answers = await Promise.all(asked);
  expect(answers.map(({ kind }) => kind)).toEqual(Array(8).fill('unavailable'));
  expect(server.requests).toHaveLength(4);
  expect(performance.now() - before).toBeLessThan(5_000);
});
