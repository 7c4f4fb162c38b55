import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ElectronApplication, expect, type Page, test } from '@playwright/test';
import { answerOpenDialog, openApp } from '../../scripts/lib/drive-app.mjs';
import { zipOf } from '../factories/zip.ts';
import { accessibilityViolations } from '../support/accessibility.ts';
import { altered, testIssuer } from '../support/signed-badge.ts';

// The ways to the check desk, and what it says of going online.

let app: ElectronApplication;
let page: Page;
let folder: string;
let close: () => Promise<void>;

test.beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'desk-ways-'));
  ({ app, page, close } = await openApp());
  await expect(page.getByText('Your badges will live here')).toBeVisible();
});
test.afterEach(async () => {
  await close();
  await rm(folder, { recursive: true, force: true });
});

const row = (text: string) =>
  page.getByRole('grid', { name: 'Checked files' }).getByRole('row').filter({ hasText: text });
const online = () => page.getByRole('dialog', { name: 'Ask these sites?' });

/** Drags files over the window and lets them go, with Alt held all the time. */
async function dropWithAlt(files: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  const alt = 1;
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 500, y: 400, data, modifiers: alt });
    if (type === 'dragOver') await expect(page.getByText('Hold Alt to check')).toBeVisible();
  }
}

test('dropped with Alt held, files are checked on the desk, and nothing of them is kept', async () => {
  const issuer = await testIssuer('did:jwk');
  const token = await issuer.sign();
  const [single, archive] = [path.join(folder, 'single.jwt'), path.join(folder, 'several.zip')];
  await writeFile(single, token);
  await writeFile(archive, zipOf([{ name: 'altered.jwt', data: Buffer.from(altered(token)) }]));
  await dropWithAlt([single, archive]);
  await expect(page.getByRole('heading', { name: 'Check badges', level: 1 })).toBeVisible();
  await expect(row('single.jwt')).toContainText('Signer not confirmed');
  await expect(row('several.zip › altered.jwt')).toContainText('Altered');
  expect(await page.evaluate(() => window.backpack.getLibrary())).toMatchObject({ value: { badges: [] } });
});

test('the sites are named before they are asked; altered badges are left out, and whoever stays offline asks none', async () => {
  const college = await testIssuer('did:web');
  const school = await testIssuer('did:jwk');
  await writeFile(path.join(folder, 'college.jwt'), await college.sign());
  await writeFile(path.join(folder, 'altered.jwt'), altered(await school.sign({ credentialStatus })));
  await answerOpenDialog(app, [folder]);
  await page.keyboard.press('Control+Shift+C');
  await page.getByRole('button', { name: 'Choose a folder…' }).click();
  await expect(row('altered.jwt')).toContainText('Altered');
  await row('altered.jwt').click();
  const details = page.getByRole('complementary', { name: 'Details' });
  await expect(details.getByText('Asking its issuer cannot help')).toBeVisible();
  await page.getByRole('button', { name: 'Check 1 online…' }).click();
  expect(await online().getByRole('listitem').allTextContents()).toEqual(['trade-school.example']);
  await expect(online().getByText('One altered badge is left out: asking cannot help.')).toBeVisible();
  await expect(online().getByRole('button', { name: 'Ask this site' })).toBeEnabled();
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.screenshot({ path: 'out/test/desk-online.png' });
  await page.keyboard.press('Escape');
  await page.evaluate(() => window.backpack.changeSettings({ stayOffline: true }));
  await page.getByRole('button', { name: 'Check 1 online…' }).click();
  await expect(online().getByText('You have chosen to stay offline.')).toBeVisible();
  await expect(online().getByRole('button', { name: 'Ask this site' })).toBeDisabled();
});

const credentialStatus = {
  type: 'BitstringStatusListEntry',
  statusPurpose: 'revocation',
  statusListIndex: '0',
  statusListCredential: 'https://status.example/1',
};
