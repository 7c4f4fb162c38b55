import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { dropFiles, openApp } from '../../scripts/lib/drive-app.mjs';
import { endingBadge } from '../factories/ending-badge.ts';
import { accessibilityViolations } from '../support/accessibility.ts';

let folder: string;

test.beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'backpack-identities-'));
});
test.afterEach(() => rm(folder, { recursive: true, force: true }));

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Your addresses' });
const address = (page: Page) => dialog(page).getByRole('textbox', { name: 'Add an address' });
const result = (page: Page) => dialog(page).getByRole('status');

/** A file of a badge for this address, in plain or as its hash. */
async function badgeFor(identity: string, isHashed: boolean): Promise<string> {
  const badge = JSON.parse(endingBadge(`for-${identity}`, 900));
  const hash = createHash('sha256').update(`${identity}salt`).digest('hex');
  const hashed = { type: 'email', hashed: true, salt: 'salt', identity: `sha256$${hash}` };
  const file = path.join(folder, `${identity}.json`);
  await writeFile(file, JSON.stringify(isHashed ? { ...badge, recipient: hashed } : badge));
  return file;
}

async function openAddresses(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').waitFor();
  await page.keyboard.type('your addresses');
  await page.keyboard.press('Enter');
  await expect(address(page)).toBeFocused();
}

test('by keys alone: addresses are added one after the other, hashed badges become theirs, and one that is there already keeps its label', async () => {
  const first = await openApp();
  const { page } = first;
  await expect(page.getByText('Your badges will live here')).toBeVisible();
  await dropFiles(page, [
    await badgeFor('ada@home.example', false),
    await badgeFor('ada@school.example', true),
  ]);
  await expect(page.getByRole('listbox', { name: 'Badges', exact: true }).getByRole('option')).toHaveCount(2);

  await openAddresses(page);
  await page.keyboard.type('ada@home.example');
  await page.keyboard.press('Enter');
  await expect(result(page)).toHaveText('1 badge became yours');
  await page.keyboard.type('ada@school.example');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Old school');
  await page.keyboard.press('Enter');
  await expect(result(page)).toHaveText('1 badge became yours');
  await expect(address(page)).toBeFocused();
  await page.keyboard.type('Ada@School.example');
  await page.keyboard.press('Enter');
  await expect(result(page)).toHaveText('ada@school.example is among your addresses already');
  const label = dialog(page).getByRole('textbox', { name: 'Label of ada@school.example' });
  await expect(label).toHaveValue('Old school');
  await expect(dialog(page).getByRole('listitem')).toHaveCount(2);
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('option', { name: 'Your badges 2' })).toBeVisible();
  await first.quit();

  const second = await openApp({ folder: first.folder });
  await expect(second.page.getByRole('option', { name: 'Your badges 2' })).toBeVisible();
  await openAddresses(second.page);
  await expect(dialog(second.page).getByRole('textbox', { name: 'Label of ada@school.example' })).toHaveValue(
    'Old school',
  );
  await second.close();
});

test('what is announced while a dialog is open is heard, and what is shown above it can be pressed', async () => {
  const { page, close } = await openApp();
  await expect(page.getByText('Your badges will live here')).toBeVisible();
  await openAddresses(page);
  await page.keyboard.type('ada@home.example');
  await page.keyboard.press('Enter');
  await dialog(page).getByRole('button', { name: 'Remove ada@home.example' }).click();
  const said = page.getByRole('status').filter({ hasText: 'Removed ada@home.example' });
  await expect(said).toHaveCount(1);
  expect(await said.evaluate((element) => element.closest('[inert], [aria-hidden="true"]'))).toBeNull();

  await page.keyboard.press('Escape');

  await dropFiles(page, [await badgeFor('ada@home.example', false)]);
  await expect(page.getByRole('listbox', { name: 'Badges', exact: true }).getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').waitFor();
  await page.keyboard.type('last imports');
  await page.keyboard.press('Enter');
  const imports = page.getByRole('dialog', { name: 'Last imports' });
  await imports.getByRole('button', { name: 'Copy as text' }).click();
  const toast = page.getByRole('status').filter({ hasText: 'Copied' });
  // Above the buttons that end the dialog, not on them.
  expect((await toast.boundingBox())?.y).toBeLessThan(40);
  await toast.getByRole('button', { name: 'Dismiss' }).click();
  await expect(toast).toHaveCount(0);
  await expect(imports).toBeVisible();
  await close();
});
