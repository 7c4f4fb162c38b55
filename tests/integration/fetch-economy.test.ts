import { gzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import type { JsonObject } from '../../shared/json.ts';
import { achievementCredential, contextsV2 } from '../factories/credentials.ts';
import { ed25519Key } from '../factories/keys.ts';
import { check } from '../factories/ports.ts';
import { signDataIntegrity } from '../factories/sign-data-integrity.ts';
import { signJws } from '../factories/sign-jws.ts';
import { type LoopbackServer, lookupOf, loopbackDoor, serveHttps } from '../support/loopback-server.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

const key = ed25519Key(9);

/** An issuer's whole site: its key's document and one status list; both come after a while, as from far away. */
async function serveIssuer(extraHead: () => Readonly<Record<string, string>> | number = () => 0) {
  let most = 0;
  let open = 0;
  let bodies: Readonly<Record<string, string>> = {};
  const server = await serveHttps((request, response) => {
    open += 1;
    most = Math.max(most, open);
    setTimeout(() => {
      open -= 1;
      const head = extraHead();
      if (typeof head === 'object') response.writeHead(503, head).end();
      else
        response
          .writeHead(bodies[request.url ?? ''] === undefined ? 404 : 200)
          .end(bodies[request.url ?? '']);
    }, 10);
  });
  closers.push(server.close);
  const did = `did:web:issuer.example%3A${server.port}`;
  const listUrl = `${server.origin('issuer.example')}/status/1`;
  bodies = {
    '/.well-known/did.json': JSON.stringify({
      id: did,
      verificationMethod: [
        { id: `${did}#key-1`, type: 'Multikey', controller: did, publicKeyMultibase: key.multikey },
      ],
      assertionMethod: [`${did}#key-1`],
    }),
    '/status/1': JSON.stringify(await statusList(did, listUrl)),
  };
  return { server, did, listUrl, most: () => most };
}

async function statusList(issuer: string, id: string): Promise<JsonObject> {
  const list: JsonObject = {
    '@context': [contextsV2[0]],
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer,
    validFrom: '2026-01-01T00:00:00Z',
    credentialSubject: {
      id: `${id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: `u${gzipSync(Buffer.alloc(16_384)).toString('base64url')}`,
    },
  };
  return await signDataIntegrity(list, key, { method: `${issuer}#key-1` });
}

function badgeWith(did: string, listUrl: string, index: number): string {
  const credentialStatus = {
    id: `${listUrl}?index=${index}#${index}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: String(index),
    statusListCredential: listUrl,
  };
  const credential = achievementCredential(did, {
    members: { id: `urn:uuid:badge-${index}`, credentialStatus },
  });
  return signJws(credential, key, { alg: 'EdDSA', typ: 'vc+jwt', kid: `${did}#key-1` });
}

const pathsOf = (server: LoopbackServer) => server.requests.map(({ url }) => url).toSorted();

test('I19 200 badges of one issuer, checked together, ask for each document once and four at once at most', async () => {
  const { server, did, listUrl, most } = await serveIssuer();
  const documents = loopbackDoor();
  const verdicts = await Promise.all(
    Array.from({ length: 200 }, (_, index) => check(badgeWith(did, listUrl, index), { documents })),
  );
  expect(new Set(verdicts.map(({ verdict }) => verdict))).toEqual(new Set(['verified']));
  expect(pathsOf(server)).toEqual(['/.well-known/did.json', '/status/1']);
  expect(most()).toBeLessThanOrEqual(4);
});

test('N04 D17 a status is asked for as the whole list: the request does not tell which badge is meant', async () => {
  const requests: (readonly string[])[] = [];
  for (const index of [0, 77_777, 131_071]) {
    const { server, did, listUrl } = await serveIssuer();
    const { verdict } = await check(badgeWith(did, listUrl, index), { documents: loopbackDoor() });
    expect(verdict).toBe('verified');
    const asked = server.requests.find(({ url }) => url.startsWith('/status'));
    requests.push(
      [asked?.url ?? '', ...(asked?.headers ?? [])].map((text) => text.replace(`${server.port}`, 'PORT')),
    );
  }
  expect(new Set(requests.map((lines) => lines.join('\n'))).size).toBe(1);
  expect(requests[0]?.[0]).toBe('/status/1');
});

test('I19 a host that stays busy is asked twice for a document and not again, and nothing is called bad', async () => {
  const { server, did, listUrl } = await serveIssuer(() => ({ 'retry-after': '0' }));
  const documents = loopbackDoor({ sleep: async () => undefined });
  const checked = await Promise.all(
    Array.from({ length: 20 }, (_, index) => check(badgeWith(did, listUrl, index), { documents })),
  );
  expect(new Set(checked.map(({ verdict }) => verdict))).toEqual(new Set(['unchecked']));
  const paths = pathsOf(server);
  for (const path of new Set(paths))
    expect(paths.filter((each) => each === path).length).toBeLessThanOrEqual(2);
});

test('I19 a host that wants an hour is not waited for and not asked again', async () => {
  const slept: number[] = [];
  const { server, did, listUrl } = await serveIssuer(() => ({ 'retry-after': '3600' }));
  const documents = loopbackDoor({
    sleep: async (durationMs) => {
      slept.push(durationMs);
    },
  });
  expect((await check(badgeWith(did, listUrl, 1), { documents })).verdict).toBe('unchecked');
  expect(new Set(pathsOf(server)).size).toBe(server.requests.length);
  expect(slept).toEqual([]);
});

test('I16 a login page, a picture, and text in place of the issuer’s document leave a badge unchecked; a mark before JSON is nothing', async () => {
  const document = (did: string) =>
    JSON.stringify({
      id: did,
      verificationMethod: [
        { id: `${did}#key-1`, type: 'Multikey', controller: did, publicKeyMultibase: key.multikey },
      ],
      assertionMethod: [`${did}#key-1`],
    });
  for (const [type, body, verdict] of [
    ['text/html', () => '<!doctype html><title>Sign in</title>', 'unchecked'],
    ['application/json', () => '<!doctype html><title>Sign in</title>', 'unchecked'],
    ['image/svg+xml', () => '<svg xmlns="http://www.w3.org/2000/svg"/>', 'unchecked'],
    ['application/json', () => '[]', 'unchecked'],
    ['application/json', () => 'null', 'unchecked'],
    ['application/json', () => '', 'unchecked'],
    ['application/json', (did: string) => `\uFEFF${document(did)}`, 'verified'],
    ['image/svg+xml', document, 'verified'],
  ] as const) {
    let text = '';
    const server = await serveHttps((_, response) => response.setHeader('content-type', type).end(text));
    closers.push(server.close);
    const did = `did:web:issuer.example%3A${server.port}`;
    text = body(did);
    const badge = signJws(achievementCredential(did), key, {
      alg: 'EdDSA',
      typ: 'vc+jwt',
      kid: `${did}#key-1`,
    });
    const { report, verdict: found } = await check(badge, {
      documents: loopbackDoor({ lookup: lookupOf(() => ['127.0.0.1']) }),
    });
    expect(found, `${type} ${text.slice(0, 20)}`).toBe(verdict);
    for (const { message } of report.checks) expect(message).not.toContain('<');
  }
});
