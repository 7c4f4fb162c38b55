import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { root } from '../../scripts/lib/paths.mjs';
import { nodeTarget } from '../../vite.shared.ts';
import { loopbackCertificate } from '../factories/loopback-tls.ts';
import { type RawServer, serveRaw } from '../support/loopback-server.ts';

let folder: string;
let authority: string;
const closers: (() => Promise<void>)[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fetch-privacy-'));
  authority = path.join(folder, 'authority.pem');
  await writeFile(authority, loopbackCertificate);
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      outDir: path.join(folder, 'bundle'),
      target: nodeTarget,
      minify: false,
      rolldownOptions: {
        input: { fetch: path.join(root, 'tests/support/fetch-once.ts') },
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  });
}, 60_000);
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function serve(): Promise<RawServer> {
  const server = await serveRaw((socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}'));
  closers.push(server.close);
  return server;
}

/** Asks for one document in a process of its own; answers its status or its code. */
function fetchIn(environment: Readonly<Record<string, string>>, program = process.execPath): Promise<string> {
  const { PATH = '' } = process.env;
  const child = spawn(program, [path.join(folder, 'bundle/fetch.mjs')], {
    env: { PATH, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8');
  });
  return new Promise((resolve) => child.once('close', () => resolve(said)));
}

test('N03 the request is the same, byte for byte, whatever the language, the time zone, the person and the runtime', async () => {
  const server = await serve();
  const url = `${server.origin('issuer.example')}/status/1?x=ä`;
  // In Node, the package gives the path of its binary.
  const electron = createRequire(import.meta.url)('electron') as unknown as string;
  const machines = [
    [{ LANG: 'C' }],
    [
      {
        LANG: 'de_DE.UTF-8',
        LANGUAGE: 'de:fr',
        LC_ALL: 'de_DE.UTF-8',
        TZ: 'Pacific/Auckland',
        USER: 'ada',
        HOME: '/home/ada',
      },
    ],
    [
      {
        LANG: 'ar_EG.UTF-8',
        TZ: 'Asia/Tokyo',
        USER: 'bob',
        HOSTNAME: 'laptop-of-bob',
        npm_config_user_agent: 'npm/1',
      },
    ],
    [{ LANG: 'en_US.UTF-8', ELECTRON_RUN_AS_NODE: '1' }, electron],
  ] as const;
  for (const [environment, program] of machines) {
    expect(await fetchIn({ FETCH_URL: url, FETCH_AUTHORITY: authority, ...environment }, program)).toBe(
      '200',
    );
  }
  expect(server.received).toHaveLength(machines.length);
  const hashes = server.received.map((text) => createHash('sha256').update(text, 'latin1').digest('hex'));
  expect(new Set(hashes).size).toBe(1);
  expect(server.received[0]).toBe(
    [
      'GET /status/1?x=%C3%A4 HTTP/1.1',
      `host: issuer.example:${server.port}`,
      'connection: keep-alive',
      'user-agent: BadgeBackpack',
      'accept: application/json',
      'accept-encoding: identity',
      '\r\n',
    ].join('\r\n'),
  );
});

test('I18 a proxy in the environment is not used, not even spoken to', async () => {
  const server = await serve();
  const url = server.origin('issuer.example');
  let contacts = 0;
  const proxy = createServer((socket) => {
    contacts += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  closers.push(() => new Promise((resolve) => proxy.close(() => resolve())));
  const address = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  const names = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'http_proxy', 'https_proxy', 'all_proxy'];
  const environment = {
    ...Object.fromEntries(names.map((name) => [name, address])),
    NODE_USE_ENV_PROXY: '1',
  };
  expect(await fetchIn({ FETCH_URL: url, FETCH_AUTHORITY: authority, ...environment })).toBe('200');
  expect(contacts).toBe(0);
  expect(server.received).toHaveLength(1);
});

test('I18 no authority comes from the environment, and none is left out by it', async () => {
  const server = await serve();
  const url = server.origin('issuer.example');
  for (const environment of [
    { NODE_EXTRA_CA_CERTS: authority },
    { SSL_CERT_FILE: authority, NODE_OPTIONS: '--use-openssl-ca' },
    { NODE_TLS_REJECT_UNAUTHORIZED: '0' },
  ]) {
    const answer = await fetchIn({ FETCH_URL: url, ...environment });
    expect(answer, JSON.stringify(environment)).toBe('network/unreachable');
  }
  expect(server.received.filter((text) => text !== '')).toEqual([]);
});
