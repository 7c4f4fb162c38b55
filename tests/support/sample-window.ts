import { type ElectronApplication, expect, type Locator, type Page } from '@playwright/test';
import { openApp } from '../../scripts/lib/drive-app.mjs';

/** The real app with the six sample badges in it, and names for the parts of its window. */
export interface SampleWindow {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly complaints: readonly string[];
  readonly cards: () => Locator;
  readonly card: (name: string) => Locator;
  readonly place: (name: string | RegExp) => Locator;
  readonly details: () => Locator;
  readonly dialog: () => Locator;
  readonly button: (name: string | RegExp) => Locator;
  /** Names of the badges that are shown, in their order. */
  readonly names: () => Promise<readonly string[]>;
  /** Quits, and opens the same library again. */
  readonly restart: () => Promise<SampleWindow>;
  readonly close: () => Promise<void>;
}

export async function openSampleWindow(): Promise<SampleWindow> {
  const opened = await open();
  const { page, cards, button } = opened;
  await page.evaluate(() => window.backpack.importFrom({ kind: 'samples' }));
  await expect(cards()).toHaveCount(6, { timeout: 30_000 });
  await expect(cards().getByText('Checking…')).toHaveCount(0, { timeout: 30_000 });
  // Rows of successes go by themselves; they would only be in the way.
  await expect(button('Dismiss')).toHaveCount(0, { timeout: 20_000 });
  return opened;
}

async function open(folder?: string): Promise<SampleWindow> {
  const opened = await openApp(folder === undefined ? {} : { folder });
  const { app, page } = opened;
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  const cards = () => page.getByRole('listbox', { name: 'Badges' }).getByRole('option');
  return {
    app,
    page,
    complaints,
    cards,
    card: (name) => cards().filter({ hasText: name }),
    place: (name) => page.getByRole('listbox', { name: 'Places' }).getByRole('option', { name }),
    details: () => page.getByRole('complementary', { name: 'Details' }),
    dialog: () => page.getByRole('dialog'),
    button: (name) => page.getByRole('button', { name }),
    names: async () => (await cards().allInnerTexts()).map((text) => text.split('\n')[0] ?? ''),
    restart: async () => {
      await opened.quit();
      const again = await open(opened.folder);
      await expect(again.cards().first()).toBeVisible();
      return again;
    },
    close: opened.close,
  };
}
