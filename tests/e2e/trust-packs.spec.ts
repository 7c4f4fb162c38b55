import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ElectronApplication, expect, type Page, test } from '@playwright/test';
import { nodeCrypto } from '../../electron/node/crypto.ts';
import { answerOpenDialog, answerSaveDialog, openApp } from '../../scripts/lib/drive-app.mjs';
import { readTrustPack } from '../../shared/trust/pack.ts';
import { packMaker } from '../factories/trust-pack.ts';
import { accessibilityViolations } from '../support/accessibility.ts';
import { testIssuer } from '../support/signed-badge.ts';

// A place online makes a trust pack of the issuers that somebody chose, for a place without a network.

let app: ElectronApplication;
let page: Page;
let folder: string;
let close: () => Promise<void>;

test.beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'packs-'));
  ({ app, page, close } = await openApp());
  await page.getByRole('button', { name: 'or try sample badges' }).click();
  const badges = page.getByRole('listbox', { name: 'Badges' }).getByRole('option');
  await expect(badges).toHaveCount(6);
  await expect(badges.filter({ hasText: 'Checking' })).toHaveCount(0, { timeout: 30_000 });
});
test.afterEach(async () => {
  await close();
  await rm(folder, { recursive: true, force: true });
});

const dialog = (name: string | RegExp) => page.getByRole('dialog', { name });
const issuers = () =>
  dialog('Save a trust pack').getByRole('list', { name: 'Issuers' }).getByRole('listitem');

async function openKnownIssuers(): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').waitFor();
  await page.keyboard.type('known issuers');
  await page.keyboard.press('Enter');
  await expect(dialog('Known issuers')).toBeVisible();
}

test('whose documents go into a pack is chosen from a list that says how many there are and how fresh', async () => {
  await openKnownIssuers();
  await dialog('Known issuers').getByRole('button', { name: 'Save a trust pack…' }).click();
  const make = dialog('Save a trust pack');
  await expect(issuers()).toHaveCount(5);
  const harbour = issuers().filter({ hasText: 'Harbour College' });
  await expect(harbour).toContainText(/1 document, captured \d+ days ago/);
  const library = issuers().filter({ hasText: 'badges.town-library.example' });
  await expect(library).toContainText('Nothing was captured.');
  await expect(library.getByRole('checkbox')).toBeDisabled();
  await expect(make.getByRole('button', { name: 'Save with 3 issuers…' })).toBeEnabled();

  // By keyboard: none, then the one that is searched for.
  await make.getByRole('button', { name: 'Choose none' }).press('Enter');
  await expect(make.getByRole('button', { name: 'Save with 0 issuers…' })).toBeDisabled();
  await make.getByLabel('Search issuers').fill('harbour');
  await expect(issuers()).toHaveCount(1);
  await issuers().getByRole('checkbox').press('Space');
  await make.getByLabel('Search issuers').fill('nobody');
  await expect(make.getByText('No issuer is called so.')).toBeVisible();
  await make.getByLabel('Search issuers').fill('');
  await expect(issuers()).toHaveCount(5);
  await make.getByLabel('What it is called').fill('For the harbour');
  const file = path.join(folder, 'one.trustpack');
  await answerSaveDialog(app, file);
  await make.getByRole('button', { name: 'Save with 1 issuer…' }).click();
  await expect(page.getByText(/Saved “one\.trustpack” with 1 document\./).first()).toBeVisible();
  await expect(dialog('Known issuers')).toBeVisible();
  const { header } = await readTrustPack(new Uint8Array(await readFile(file)), nodeCrypto, Date.now());
  expect(header).toMatchObject({ name: 'For the harbour', issuers: ['did:web:harbour-college.example'] });
  expect(header.documents.map(({ url }) => new URL(url).host)).toEqual(['harbour-college.example']);

  // The person thinks better of it: nothing is written, and the choice is still there.
  await dialog('Known issuers').getByRole('button', { name: 'Save a trust pack…' }).click();
  await answerSaveDialog(app, null);
  await make.getByRole('button', { name: 'Save with 3 issuers…' }).click();
  await expect(make.getByRole('button', { name: 'Save with 3 issuers…' })).toBeEnabled();
  await page.keyboard.press('Escape');
  await expect(dialog('Known issuers')).toBeVisible();
});

test('the dialogs of trust packs fit, and axe finds nothing in them, in both sizes, light and dark', async () => {
  const issuer = await testIssuer('did:web');
  const file = path.join(folder, 'town.trustpack');
  await writeFile(file, packMaker().pack({ [issuer.didDocumentUrl]: issuer.didDocument }));
  await answerOpenDialog(app, [file]);
  await openKnownIssuers();
  for (const [width, height] of [
    [1280, 800],
    [900, 600],
  ] as const) {
    await app.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
      { width, height },
    );
    await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(width);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const look = async (name: string): Promise<void> => {
        expect(await accessibilityViolations(page), `${name} ${width} ${colorScheme}`).toEqual([]);
        await page.screenshot({ path: `out/test/packs-${name}-${width}-${colorScheme}.png` });
      };
      await dialog('Known issuers').getByRole('button', { name: 'Save a trust pack…' }).click();
      await expect(issuers()).toHaveCount(5);
      await look('make');
      await page.keyboard.press('Escape');
      await dialog('Known issuers').getByRole('button', { name: 'Add a trust pack…' }).click();
      const take = dialog('Add the trust pack “Town library”?');
      await expect(take).toBeVisible();
      await look('take');
      await take.getByRole('button', { name: 'Add the trust pack' }).click();
      const packs = dialog('Known issuers').getByRole('list', { name: 'Trust packs' });
      await expect(packs.getByRole('listitem')).toHaveCount(1);
      await packs.scrollIntoViewIfNeeded();
      await look('known');
      await packs.getByRole('button', { name: 'Remove Town library' }).click();
      await expect(packs.getByRole('listitem')).toHaveCount(0);
    }
  }
});
