import type { TlsOptions } from 'node:tls';
import { expect, it } from 'vitest';
import { fetcherDocuments } from '../../electron/node/network/fetcher.ts';
import { achievementCredential } from '../factories/credentials.ts';
import { ed25519Key } from '../factories/keys.ts';
import { endedCertificate, loopbackCertificate } from '../factories/loopback-tls.ts';
import { check } from '../factories/ports.ts';
import { signDataIntegrity } from '../factories/sign-data-integrity.ts';
import { ask, lookupOf, serveRaw } from '../support/loopback-server.ts';

const key = ed25519Key(1);
const authorities = [loopbackCertificate, endedCertificate];

it.each<readonly [string, TlsOptions, string]>([
  ['a certificate that has ended', { cert: endedCertificate }, 'issuer.example'],
  ['a certificate of another host', {}, 'school.example'],
  ['TLS 1.0', { minVersion: 'TLSv1', maxVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' }, 'issuer.example'],
  [
    'TLS 1.1',
    { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' },
    'issuer.example',
  ],
])('C18 a server with %s is asked nothing, and the badge is unchecked', async (_, options, host) => {
  const server = await serveRaw(
    (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}'),
    options,
  );
  try {
    const documents = fetcherDocuments({
      lookup: lookupOf(() => ['127.0.0.1']),
      isAllowedAddress: (address) => address === '127.0.0.1',
      authorities,
    });
    expect(await ask(documents, server.origin(host))).toMatchObject({ code: 'network/unreachable' });
    expect(server.received.filter((bytes) => bytes !== '')).toEqual([]);
    const did = `did:web:${host}%3A${server.port}`;
    const badge = await signDataIntegrity(achievementCredential(did), key, { method: `${did}#k` });
    expect((await check(badge, { documents })).verdict).toBe('unchecked');
    expect(server.received.filter((bytes) => bytes !== '')).toEqual([]);
  } finally {
    await server.close();
  }
});

it('C18 the same server with a certificate in force is asked', async () => {
  const server = await serveRaw((socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}'));
  const documents = fetcherDocuments({
    lookup: lookupOf(() => ['127.0.0.1']),
    isAllowedAddress: (address) => address === '127.0.0.1',
    authorities,
  });
  expect(await ask(documents, server.origin('issuer.example'))).toMatchObject({ kind: 'document' });
  await server.close();
});
