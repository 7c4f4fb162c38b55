import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Page } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { build, preview } from 'vite';
import { chromeTarget, englishOnly } from '../../../vite.shared.ts';
import type { FakeOptions } from './fake-bridge.ts';

/** The policy that the app serves its page with, and the browser's own reports of what broke it. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data: badge-img:; font-src 'self'; connect-src 'none'; frame-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'";

export interface ServedPage {
  readonly url: string;
  /** A script that puts the fake in place of the preload. */
  readonly fakeScript: string;
  close(): Promise<void>;
}

/** Builds the real page and serves it on loopback under the app's own policy. */
export async function servePage(): Promise<ServedPage> {
  const outDir = mkdtempSync(path.join(os.tmpdir(), 'backpack-page-'));
  const root = path.resolve(import.meta.dirname, '../../../renderer');
  const common = { configFile: false, logLevel: 'warn' } as const;
  await build({
    ...common,
    root,
    plugins: [react(), englishOnly()],
    build: {
      outDir,
      emptyOutDir: true,
      target: chromeTarget,
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 2_000,
    },
  });
  const fake = await build({
    ...common,
    root: import.meta.dirname,
    build: {
      write: false,
      target: chromeTarget,
      lib: { entry: path.join(import.meta.dirname, 'install.ts'), formats: ['iife'], name: 'fake' },
    },
  });
  const [output] = Array.isArray(fake) ? fake : [fake];
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (chunk?.type !== 'chunk') throw new TypeError('the fake bridge did not build');
  const server = await preview({
    ...common,
    root,
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0, headers: { 'Content-Security-Policy': policy } },
  });
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new TypeError('the page is not served');
  return {
    url,
    fakeScript: chunk.code,
    close: async () => {
      await server.close();
      rmSync(outDir, { recursive: true, force: true });
    },
  };
}

export interface OpenedPage {
  readonly page: Page;
  /** Everything that the browser complained about. */
  readonly complaints: string[];
}

/** Opens the page with a fake library; whatever the console or the policy says is kept. */
export async function openPage(
  browser: Browser,
  served: ServedPage,
  options: FakeOptions,
  view: { readonly width: number; readonly height: number; readonly dark?: boolean },
): Promise<OpenedPage> {
  const context = await browser.newContext({
    viewport: { width: view.width, height: view.height },
    colorScheme: view.dark ? 'dark' : 'light',
  });
  await context.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.clock.setFixedTime(new Date('2026-11-22T12:00:00Z'));
  await page.addInitScript(`window.__fakeOptions = ${JSON.stringify(options)};\n${served.fakeScript}`);
  await page.goto(served.url);
  // The shell is painted first; the window listens from when it is drawn.
  await page.getByRole('main').waitFor();
  return { page, complaints };
}
