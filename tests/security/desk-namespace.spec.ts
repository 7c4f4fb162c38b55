import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { root } from '../../scripts/lib/paths.mjs';
import { loopbackCertificate, loopbackKey } from '../factories/loopback-tls.ts';
import { type DeskHundred, writeDeskHundred } from '../support/desk-hundred.ts';
import { type IsolatedNetwork, isolatedNetwork, whyNoNamespaces } from '../support/network-namespace.ts';

// The whole check desk in a network of its own: first with nobody at the other end, then with a world that notes who is
// asked. What each file should be told is found by calling `verify` itself.

const reason = whyNoNamespaces();

test.skip(reason !== null, `needs a network of its own: ${reason}`);
test.describe.configure({ timeout: 240_000 });

let folder: string;
let network: IsolatedNetwork;
let hundred: DeskHundred;

test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'namespace-desk-'));
  network = await isolatedNetwork();
  hundred = await writeDeskHundred(folder, ['10.0.0.7', 'inside.example.org']);
});
test.afterAll(async () => {
  network?.close();
  await rm(folder, { recursive: true, force: true });
});

test('I23 N01 a hundred files, ten of them hostile, get the verdicts that they should, and no packet leaves, though the page asks to go online', async () => {
  const before = network.packets();
  const { hosts, report } = await driveDesk('offline');
  expect(network.packets() - before).toBe(0);
  expect(hosts.length).toBeGreaterThan(2);
  const told = new Map(report.rows.map(({ file, badge }) => [path.basename(file), badge?.verdict ?? null]));
  expect(told.size).toBe(100);
  expect(Object.fromEntries(told)).toEqual(Object.fromEntries(hundred.expected));
  const verdicts = new Set(told.values());
  for (const verdict of [
    ...['verified', 'verified-earlier', 'unconfirmed', 'unchecked', 'unsigned', 'altered', 'revoked'],
    ...['expired', 'not-yet-valid', 'malformed', 'partial', 'issuer-mismatch', null],
  ])
    expect([...verdicts], String(verdict)).toContain(verdict);
  for (const name of hundred.hostile) expect(String(told.get(name)), name).not.toMatch(/^verified/);
});

test('I01 N02 checked online, only the hosts that were named before are asked, and no private address', async () => {
  const log = path.join(folder, 'canary.jsonl');
  const script = path.join(root, 'tests/support/canary.mjs');
  const pair = path.join(folder, 'pair.pem');
  await writeFile(pair, `${loopbackKey}${loopbackCertificate}`);
  const words = [process.execPath, script, network.outside, log, pair];
  const canary = network.startOutside(words, [publicAddress, '10.0.0.5', '10.0.0.7']);
  try {
    const noted = async () =>
      (await readFile(log, 'utf8').catch(() => ''))
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Noted);
    await expect.poll(async () => (await noted()).some(({ kind }) => kind === 'ready')).toBe(true);
    const { hosts, report } = await driveDesk('online');
    const lines = await noted();
    const names = new Set(lines.flatMap((line) => (line.kind === 'name' ? [line.name] : [])));
    const asked = new Set(lines.flatMap((line) => (line.kind === 'host' ? [line.host] : [])));
    const addresses = new Set(lines.flatMap((line) => (line.kind === 'connection' ? [line.address] : [])));
    expect(names.size).toBeGreaterThan(2);
    expect(asked.size).toBeGreaterThan(1);
    expect([...names].filter((name) => !hosts.includes(name))).toEqual([]);
    expect([...asked].filter((host) => !hosts.includes(host))).toEqual([]);
    expect([...addresses]).toEqual([publicAddress]);
    expect(names).toContain('inside.example.org');
    expect(asked).not.toContain('inside.example.org');
    // Nobody there has a certificate: what is green rests on what was known before.
    const green = report.rows.filter(({ badge }) => badge?.verdict.startsWith('verified'));
    for (const { file, badge } of green)
      expect(hundred.expected.get(path.basename(file))).toBe(badge?.verdict);
  } finally {
    canary.kill();
  }
});

/** Where the canary says that every name leads, but for one. */
const publicAddress = '93.184.216.34';

type Noted =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'host'; readonly host: string }
  | { readonly kind: 'connection'; readonly address: string }
  | { readonly kind: 'ready' };

interface Told {
  readonly rows: readonly { readonly file: string; readonly badge: { readonly verdict: string } | null }[];
}

async function driveDesk(mode: 'offline' | 'online') {
  const script = path.join(root, 'tests/support/use-desk.mjs');
  const target = path.join(folder, `${mode}.json`);
  const screen = ['xvfb-run', '--auto-servernum', '--server-args=-screen 0 1600x1000x24 -nolisten tcp'];
  const { folder: files, issuers, pack } = hundred;
  const words = [...screen, process.execPath, script, files, issuers, pack, target, mode];
  const result = await network.run(words, { cwd: root, timeoutMs: 220_000 });
  const [line = ''] = result.stdout.trim().split('\n').slice(-1);
  if (result.status !== 0) throw new Error(`the desk could not be used: ${result.stderr}\n${result.stdout}`);
  const { hosts } = JSON.parse(line) as { readonly hosts: readonly string[] };
  return { hosts, report: JSON.parse(await readFile(target, 'utf8')) as Told };
}
