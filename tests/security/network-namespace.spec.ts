import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { root } from '../../scripts/lib/paths.mjs';
import { type IsolatedNetwork, isolatedNetwork, whyNoNamespaces } from '../support/network-namespace.ts';
import { writeUrlRiddenFiles } from '../support/url-ridden-files.ts';

// The real app in a network of its own, where every packet that leaves is counted. Only loopback is its own business:
// the test drives the app through it.

const reason = whyNoNamespaces();
const idleMs = process.env.LONG === '1' ? 600_000 : 10_000;

test.skip(reason !== null, `needs a network of its own: ${reason}`);
test.describe.configure({ timeout: 120_000 + 2 * idleMs });

let folder: string;
let network: IsolatedNetwork;
test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'namespace-app-'));
  network = await isolatedNetwork();
  await writeUrlRiddenFiles(folder, [network.outside]);
});
test.afterAll(async () => {
  network?.close();
  await rm(folder, { recursive: true, force: true });
});

test('I23 N01 N02 started, idle, importing, looking, searching and exporting, the app sends no packet', async () => {
  const before = network.packets();
  const used = await useApp('quiet', idleMs);
  expect(used).toMatchObject({ badges: expect.any(Number), found: expect.any(Number) });
  expect(used.badges).toBeGreaterThan(8);
  expect(used.found).toBeGreaterThan(0);
  expect(used.exportedBytes).toBeGreaterThan(10_000);
  expect(network.packets() - before).toBe(0);
});

test('asked to check online it does send: the count would have shown it', async () => {
  const before = network.packets();
  await useApp('online', 2_000);
  expect(network.packets() - before).toBeGreaterThan(0);
});

async function useApp(mode: 'quiet' | 'online', pauseMs: number) {
  const script = path.join(root, 'tests/support/use-app.mjs');
  const screen = ['xvfb-run', '--auto-servernum', '--server-args=-screen 0 1600x1000x24 -nolisten tcp'];
  const words = [...screen, process.execPath, script, folder, String(pauseMs), mode];
  const result = await network.run(words, { cwd: root, timeoutMs: 100_000 + 2 * pauseMs });
  const [line = ''] = result.stdout.trim().split('\n').slice(-1);
  if (result.status !== 0) throw new Error(`the app could not be used: ${result.stderr}\n${result.stdout}`);
  return JSON.parse(line) as {
    readonly badges: number;
    readonly found: number;
    readonly exportedBytes: number;
  };
}
