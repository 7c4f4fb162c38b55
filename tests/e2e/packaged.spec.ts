import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
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

/** Chromium writes the port that it chose, and the path of its endpoint, into its profile. */
async function debuggerAddress(): Promise<string> {
  const file = path.join(folder, 'DevToolsActivePort');
  await expect.poll(() => readFile(file, 'utf8').catch(() => ''), { timeout: 30_000 }).toContain('\n');
  const [port, endpoint] = (await readFile(file, 'utf8')).split('\n');
  return `ws://127.0.0.1:${port}${endpoint}`;
}
