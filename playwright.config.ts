import { defineConfig } from '@playwright/test';

// `*.spec.ts` drives the real app (or a browser) and runs here; `*.test.ts` runs in vitest. One worker: each test opens
// its own app with its own library, and two windows at once would make timings lie.
export default defineConfig({
  testDir: 'tests',
  testMatch: ['e2e/**/*.spec.ts', 'security/**/*.spec.ts'],
  outputDir: 'out/test/playwright',
  workers: 1,
  // A busy machine may hold back one window: what passes only at the second try is listed as flaky at the end.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  projects: [{ name: 'electron' }],
});
