import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { answerSaveDialog, dropFiles, openApp } from '../../scripts/lib/drive-app.mjs';
import { check } from '../factories/ports.ts';
import { accessibilityViolations } from '../support/accessibility.ts';
import { stagePages } from './fake-bridge/stage-pages.ts';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });

/** Opens the dialog of an export as data. */
async function exportAsData(page: Page): Promise<void> {
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+e');
  await page.getByText('Data', { exact: true }).click();
}

test.describe('in a system without a keyring', () => {
  test('N09 N13 a key for the session signs what leaves and comes back; it lies in no file, and can be forgotten', async () => {
    const { app, page, folder, close } = await openApp();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.getByRole('button', { name: 'or try sample badges' }).click();
    const cards = page.getByRole('listbox', { name: 'Badges' }).getByRole('option');
    await expect(cards).toHaveCount(6, { timeout: 30_000 });
    await cards.first().click();
    await exportAsData(page);
    const dialog = page.getByRole('dialog', { name: 'Export' });
    const leaves = dialog.getByLabel('The name of your key');
    await expect(leaves).not.toBeChecked();
    await expect(dialog.getByText(/Without it nobody can tell that one person/)).toBeVisible();
    await dialog.getByText('Signed by you', { exact: true }).click();
    await expect(leaves).toBeChecked();
    await expect(dialog.getByText(/not who you are\. It stays on this computer/)).toBeVisible();
    await expect(dialog.getByText(/This system has no keyring/)).toBeVisible();
    await dialog.getByLabel('The original files').check();
    await button(page, 'Let the files leave').click();
    await expect(button(page, 'Save…')).toBeDisabled();
    await button(page, 'Use a key until I close the app').click();
    const did =
      (await dialog
        .getByText(/^did:key:z6Mk/)
        .first()
        .textContent()) ?? '';
    await dialog.getByLabel('Their site').fill('jobs.example');
    await dialog.getByLabel('The code that they gave you').fill('n-42');
    expect(await accessibilityViolations(page)).toEqual([]);
    if (process.env.PICTURES !== undefined)
      await page.screenshot({ path: path.join(process.env.PICTURES, 'session.png') });
    const target = path.join(folder, 'signed.json');
    await answerSaveDialog(app, target);
    await button(page, 'Save…').click();
    await expect(page.getByText('Saved “signed.json”')).toBeVisible({ timeout: 30_000 });

    const text = await readFile(target, 'utf8');
    const { report } = await check(JSON.parse(text));
    expect([report.integrity.value, report.issuerBinding.value]).toEqual(['intact', 'self-asserted']);
    expect(JSON.parse(text)).toMatchObject({
      holder: did,
      proof: { domain: 'jobs.example', challenge: 'n-42' },
    });

    await dropFiles(page, [target]);
    await expect(cards).toHaveCount(7, { timeout: 30_000 });

    await page.keyboard.press('Control+Shift+P');
    await expect(
      page.getByText(/signed\.json, 6 badges with the original files, signed with your key/),
    ).toBeVisible();
    await page.keyboard.press('Control+,');
    const settings = page.getByRole('dialog', { name: 'Settings' });
    await expect(settings.getByText(did)).toBeVisible();
    await button(page, 'Forget this key…').click();
    await expect(settings.getByText(/You can never sign as the same holder again/)).toBeVisible();
    expect(await accessibilityViolations(page)).toEqual([]);
    await expect(button(page, 'Keep it')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(button(page, 'Forget this key…')).toBeFocused();
    await page.keyboard.press('Enter');
    if (process.env.PICTURES !== undefined)
      await page.screenshot({ path: path.join(process.env.PICTURES, 'forget.png') });
    await button(page, 'Forget it').click();
    await expect(settings.getByText('You have none.')).toBeVisible();
    await close();
    expect(complaints).toEqual([]);
  });
});

test.describe('in a system with a keyring', () => {
  const openPage = stagePages();

  for (const view of [
    { width: 900, height: 600, dark: false },
    { width: 1280, height: 800, dark: true },
  ]) {
    test(`the key is made after it is said what it is, by keyboard, and axe finds nothing (${view.width} wide)`, async () => {
      const page = await openPage({ badges: 6 }, view);
      await page.getByRole('listbox', { name: 'Badges' }).getByRole('option').first().click();
      await exportAsData(page);
      await page.getByRole('radio', { name: 'Unsigned' }).focus();
      await page.keyboard.press('ArrowRight');
      await expect(page.getByText('The keyring of this system will keep it for you.')).toBeVisible();
      expect(await accessibilityViolations(page)).toEqual([]);
      await page.keyboard.press('Tab');
      await expect(button(page, 'Make my key')).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(
        page.getByText('Made on 22 November 2026, kept by the keyring of this system.'),
      ).toBeVisible();
      await expect(button(page, 'Copy')).toBeFocused();
      await page.getByRole('radio', { name: 'Signed by you' }).focus();
      await page.keyboard.press('ArrowRight');
      await expect(page.getByText(/no institution issued it/)).toBeVisible();
      expect(await accessibilityViolations(page)).toEqual([]);
      if (process.env.PICTURES !== undefined)
        await page.screenshot({ path: path.join(process.env.PICTURES, `signing-${view.width}.png`) });
      await page.getByLabel('The name of your key').uncheck();
      await expect(page.getByRole('radio', { name: 'Unsigned' })).toBeChecked();
    });
  }
});
