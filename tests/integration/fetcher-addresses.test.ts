import type { RequestListener } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { fetcherDocuments } from '../../electron/node/network/fetcher.ts';
import { achievementCredential } from '../factories/credentials.ts';
import { ed25519Key } from '../factories/keys.ts';
import { loopbackCertificate } from '../factories/loopback-tls.ts';
import { check } from '../factories/ports.ts';
import { signDataIntegrity } from '../factories/sign-data-integrity.ts';
import { ask, type LoopbackServer, lookupOf, loopbackDoor, serveHttps } from '../support/loopback-server.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function serve(listener: RequestListener): Promise<LoopbackServer> {
  const server = await serveHttps(listener);
  closers.push(server.close);
  return server;
}

/** The app's own door, whose resolver only notes what it is asked. */
function notingDoor() {
  const lookups: string[] = [];
  const port = fetcherDocuments({
    lookup: lookupOf((host) => {
      lookups.push(host);
      return ['127.0.0.1'];
    }),
  });
  return { port, lookups };
}

test.each([
  [
    'I01',
    ['127.1', '0x7f.1', '2130706433', '0177.0.0.1', '①②⑦.0.0.1', '127。0。0。1', '127.0.0.1.', '0x7f000001'],
  ],
  ['I02', ['localhost', 'localhost.', 'LOCALHOST', 'a.localhost', '0.0.0.0', '0', '[::]']],
  ['I03', ['[::1]', '[::ffff:7f00:1]', '[::ffff:127.0.0.1]', '[0:0:0:0:0:0:0:1]', '[::7f00:1]']],
  [
    'I04',
    [
      '[fe80::1]',
      '[fc00::1]',
      '[fd12::1]',
      '[64:ff9b::7f00:1]',
      '[64:ff9b:1::1]',
      '[2002:7f00:1::]',
      '[ff02::1]',
    ],
  ],
  [
    'I05',
    [
      '10.0.0.5',
      '172.16.0.1',
      '192.168.1.1',
      '169.254.169.254',
      '100.64.0.1',
      '192.0.0.8',
      '198.18.0.1',
      '224.0.0.1',
      '255.255.255.255',
    ],
  ],
  ['I22', ['printer.local', 'intranet', 'nas.lan', 'db.internal', 'box.home.arpa', 'x.onion']],
])('%s private hosts are refused before any name is looked up: %j', async (_, hosts) => {
  const { port, lookups } = notingDoor();
  for (const host of hosts) {
    expect(await ask(port, `https://${host}/`), host).toMatchObject({ code: 'network/private-host' });
  }
  expect(lookups).toEqual([]);
});

test('I06 a redirect to ftp, javascript, or a private host in any spelling is refused', async () => {
  for (const [location, code] of [
    ['ftp://issuer.example/', 'network/bad-url'],
    ['javascript:alert(1)', 'network/bad-url'],
    ['blob:https://issuer.example/1', 'network/bad-url'],
    ['//127.0.0.1/', 'network/private-host'],
    ['https://0x7f.1/', 'network/private-host'],
    ['https://[::ffff:10.0.0.5]/', 'network/private-host'],
    ['https://printer.local/', 'network/private-host'],
    ['https://', 'network/bad-url'],
  ] as const) {
    const server = await serve((_, response) => response.writeHead(307, { location }).end());
    expect(await ask(loopbackDoor(), server.origin('issuer.example')), location).toMatchObject({ code });
    expect(server.requests).toHaveLength(1);
  }
});

test('I07 a chain of twenty hops and a step down to http end, and the last hop is never asked', async () => {
  const server = await serve((request, response) => {
    const step = Number(request.url?.slice(1));
    response.writeHead(302, { location: step === 30 ? 'http://issuer.example/' : `/${step - 1}` }).end();
  });
  const origin = server.origin('issuer.example');
  expect(await ask(loopbackDoor(), `${origin}/20`)).toMatchObject({ code: 'network/too-many-redirects' });
  expect(server.requests).toHaveLength(6);
  expect(await ask(loopbackDoor(), `${origin}/30`)).toMatchObject({ code: 'network/bad-url' });
  expect(server.requests).toHaveLength(7);
});

test('I08 a name that is public at first and private at the next look is refused then', async () => {
  const server = await serve((_, response) => response.setHeader('connection', 'close').end('{}'));
  const answers = [['127.0.0.1'], ['10.0.0.5'], ['127.0.0.1', '10.0.0.5'], ['127.0.0.1', 'fd00::1']];
  const port = loopbackDoor({ lookup: lookupOf(() => answers.shift() ?? []) });
  const origin = server.origin('issuer.example');
  expect(await ask(port, `${origin}/1`)).toMatchObject({ kind: 'document' });
  for (const path of [2, 3, 4, 5]) {
    expect(await ask(port, `${origin}/${path}`)).toMatchObject({ code: 'network/private-host' });
  }
  expect(server.connections()).toBe(1);
});

test('I08 a redirect to another name has that name looked up and judged', async () => {
  const server = await serve((_, response) =>
    response.writeHead(302, { location: 'https://other.example/' }).end(),
  );
  const port = loopbackDoor({
    lookup: lookupOf((host) => [host === 'other.example' ? '169.254.169.254' : '127.0.0.1']),
  });
  expect(await ask(port, server.origin('issuer.example'))).toMatchObject({ code: 'network/private-host' });
  expect(server.connections()).toBe(1);
});

test('I08 the address of the open connection is judged too, and nothing is sent to a private one', async () => {
  const server = await serve((_, response) => response.end('{}'));
  let asked = 0;
  const port = loopbackDoor({ isAllowedAddress: () => ++asked === 1 });
  expect(await ask(port, server.origin('issuer.example'))).toMatchObject({ code: 'network/private-host' });
  expect(asked).toBe(2);
  expect(server.requests).toEqual([]);
});

test('I09 a name that spells an inner address is refused when it is dialled', async () => {
  const lookups: string[] = [];
  const port = fetcherDocuments({
    lookup: lookupOf((host) => {
      lookups.push(host);
      return ['169.254.169.254'];
    }),
    authorities: [loopbackCertificate],
  });
  const url = 'https://169.254.169.254.nip.example.org/latest/meta-data/';
  expect(await ask(port, url)).toMatchObject({ code: 'network/private-host' });
  expect(lookups).toEqual(['169.254.169.254.nip.example.org']);
});

test('I11 a DID of this computer or its network leads to no look-up and no request', async () => {
  const key = ed25519Key(4);
  for (const did of [
    'did:web:127.0.0.1%3A6379',
    'did:web:localhost',
    'did:web:localhost%3A8443:issuers:1',
    'did:web:169.254.169.254',
    'did:web:printer.local',
    'did:web:2130706433',
    'did:web:%5B%3A%3A1%5D',
    'did:web:school.example.org%2F..%2F@127.0.0.1',
  ]) {
    const { port, lookups } = notingDoor();
    const badge = await signDataIntegrity(achievementCredential(did), key, { method: `${did}#key-1` });
    const { verdict } = await check(badge, { documents: port });
    expect(verdict, did).not.toMatch(/^verified/);
    expect(lookups, did).toEqual([]);
  }
});

test('I12 an http issuer is asked once over https; where that fails, the answer is that it could not be', async () => {
  const server = await serve((request) => request.socket.destroy());
  const url = server.origin('issuer.example').replace('https:', 'http:');
  expect(await ask(loopbackDoor(), url)).toMatchObject({
    kind: 'unavailable',
    url,
    code: 'network/unreachable',
  });
  expect(server.requests.length).toBeLessThanOrEqual(1);
});

test.each([21, 22, 25, 110, 143, 389, 445, 3306, 5432, 6379, 9200, 11211, 27017])(
  'I17 port %i is never dialled, named by a badge or by a redirect',
  async (port) => {
    const { port: door, lookups } = notingDoor();
    expect(await ask(door, `https://issuer.example:${port}/`)).toMatchObject({ code: 'network/bad-url' });
    expect(lookups).toEqual([]);
    const server = await serve((_, response) =>
      response.writeHead(302, { location: `https://issuer.example:${port}/` }).end(),
    );
    expect(await ask(loopbackDoor(), server.origin('issuer.example'))).toMatchObject({
      code: 'network/bad-url',
    });
    expect(server.connections()).toBe(1);
  },
);
