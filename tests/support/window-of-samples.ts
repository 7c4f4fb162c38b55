import { expect, type Page } from '@playwright/test';

/** Every error that the page reports from now on, in its console or by itself. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return complaints;
}

/** Takes the six sample badges into an empty library, and waits until each is checked. */
export async function takeSamples(page: Page): Promise<void> {
  const cards = page.getByRole('listbox', { name: 'Badges' }).getByRole('option');
  await page.getByRole('button', { name: 'or try sample badges' }).click();
  await expect(cards).toHaveCount(6, { timeout: 30_000 });
  await expect(cards.getByText('Checking…')).toHaveCount(0, { timeout: 30_000 });
}
