import { type Browser, chromium, expect, type Page, test } from '@playwright/test';
import type { FakeOptions } from './fake-bridge.ts';
import { openPage, type ServedPage, servePage } from './serve-page.ts';

/** How wide the window is, and whether the system is dark. */
export interface PageView {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
}

/**
 * For the tests of a file: serves the real page, built, under the app's own policy, with a backpack of its own memory
 * behind it. Answers what opens one for a test; it is closed after the test, which fails if the browser complained.
 */
export function stagePages(): (options: FakeOptions, view?: PageView) => Promise<Page> {
  let served: ServedPage;
  let browser: Browser;
  let page: Page;
  let complaints: string[];

  test.beforeAll(async () => {
    served = await servePage();
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-background-networking', '--disable-gpu'],
    });
  });
  test.afterAll(async () => {
    await browser.close();
    await served.close();
  });
  test.afterEach(async () => {
    await page.context().close();
    expect(complaints).toEqual([]);
  });
  return async (options, view = {}) => {
    ({ page, complaints } = await openPage(browser, served, options, { width: 1280, height: 800, ...view }));
    return page;
  };
}
