import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { type Browser, chromium, expect, test } from '@playwright/test';

// With the inspector fused off, Playwright cannot attach to the main process: the packaged app is met as a browser.
const binary = process.env.APP_BINARY;

test.skip(binary === undefined, 'APP_BINARY names no packaged app');

let folder: string;
let app: ChildProcess;
let browser: Browser;

test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'packaged-'));
  const switches = ['--remote-debugging-port=0', `--user-data-dir=${folder}`];
  if (process.getuid?.() === 0) switches.push('--no-sandbox');
  app = spawn(binary ?? '', switches, { stdio: 'ignore', env: { ...process.env, HOME: folder } });
  browser = await chromium.connectOverCDP(await debuggerAddress());
});

test.afterAll(async () => {
  await browser?.close();
  app?.kill();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

test('the packaged app opens its window with the page that it carries', async () => {
  const page = browser.contexts()[0]?.pages()[0];
  if (page === undefined) throw new Error('no window');
  await expect(page.getByRole('button', { name: 'Add badges…' }).first()).toBeVisible();
  expect(new URL(page.url()).protocol).toBe('app:');
});

test('the page of the packaged app has the bridge and no Node', async () => {
  const page = browser.contexts()[0]?.pages()[0];
  const seen = await page?.evaluate(() => [
    typeof (window as unknown as { backpack: unknown }).backpack,
    typeof (window as unknown as { require: unknown }).require,
  ]);
  expect(seen).toEqual(['object', 'undefined']);
});

test('the packaged app reads, checks and keeps its own sample badges', async () => {
  const page = browser.contexts()[0]?.pages()[0];
  if (page === undefined) throw new Error('no window');
  await page.getByRole('button', { name: 'or try sample badges' }).click();
  const badges = page.getByRole('listbox', { name: 'Badges' }).getByRole('option');
  await expect(badges).toHaveCount(6, { timeout: 30_000 });
  await expect(badges.filter({ hasText: 'Verified earlier' }).first()).toBeVisible({ timeout: 30_000 });
  await expect(badges.filter({ hasText: 'Altered' })).toHaveCount(1);
});

test('the packaged command line needs nothing but Node', async () => {
  const resources = path.join(path.dirname(binary ?? ''), 'resources');
  const sample = path.resolve('resources/samples/open-source-contributor.png');
  const words = [path.join(resources, 'cli/index.js'), 'check', '--offline', '--json', sample];
  // Exit status 2: intact, and nobody vouches for the signer.
  const found = await promisify(execFile)(process.execPath, words, { cwd: folder }).catch((error) => error);
  expect(found.code).toBe(2);
  expect(JSON.parse(found.stdout).badges[0].verdict).toBe('unconfirmed');
});

test('item 19: the fuses of the packaged binary are set', async () => {
  const wire = await getCurrentFuseWire(binary ?? '');
  // The wire holds the characters 1 and 0.
  const isOn = (fuse: FuseV1Options) => String.fromCharCode(wire[fuse] ?? 0) === '1';
  expect({
    RunAsNode: isOn(FuseV1Options.RunAsNode),
    EnableCookieEncryption: isOn(FuseV1Options.EnableCookieEncryption),
    EnableNodeOptionsEnvironmentVariable: isOn(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
    EnableNodeCliInspectArguments: isOn(FuseV1Options.EnableNodeCliInspectArguments),
    EnableEmbeddedAsarIntegrityValidation: isOn(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
    OnlyLoadAppFromAsar: isOn(FuseV1Options.OnlyLoadAppFromAsar),
    LoadBrowserProcessSpecificV8Snapshot: isOn(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot),
    GrantFileProtocolExtraPrivileges: isOn(FuseV1Options.GrantFileProtocolExtraPrivileges),
  }).toEqual({
    RunAsNode: false,
    EnableCookieEncryption: true,
    EnableNodeOptionsEnvironmentVariable: false,
    EnableNodeCliInspectArguments: false,
    EnableEmbeddedAsarIntegrityValidation: true,
    OnlyLoadAppFromAsar: true,
    LoadBrowserProcessSpecificV8Snapshot: false,
    GrantFileProtocolExtraPrivileges: false,
  });
});

/** Chromium writes the port that it chose, and the path of its endpoint, into its profile. */
async function debuggerAddress(): Promise<string> {
  const file = path.join(folder, 'DevToolsActivePort');
  await expect.poll(() => readFile(file, 'utf8').catch(() => ''), { timeout: 30_000 }).toContain('\n');
  const [port, endpoint] = (await readFile(file, 'utf8')).split('\n');
  return `ws://127.0.0.1:${port}${endpoint}`;
}
