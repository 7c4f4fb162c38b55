import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ElectronApplication, expect, type Page, test } from '@playwright/test';
import { answerOpenDialog, answerSaveDialog, openApp } from '../../scripts/lib/drive-app.mjs';
import { keyText } from '../../shared/verify/key-text.ts';
import { achievementCredential } from '../factories/credentials.ts';
import { ed25519Key } from '../factories/keys.ts';
import { testAnchor } from '../factories/registries.ts';
import { signDataIntegrity } from '../factories/sign-data-integrity.ts';
import { accessibilityViolations } from '../support/accessibility.ts';
import { complaintsOf } from '../support/window-of-samples.ts';

const key = ed25519Key(1);
const other = ed25519Key(2);

let app: ElectronApplication;
let page: Page;
let close: () => Promise<void>;
let folder: string;
let complaints: string[];

test.beforeEach(async () => {
  ({ app, page, close } = await openApp());
  folder = await mkdtemp(path.join(tmpdir(), 'backpack-issuers-'));
  complaints = complaintsOf(page);
  await expect(page.getByText('Your badges will live here')).toBeVisible();
  await answerOpenDialog(app, [
    await put('welding.json', JSON.stringify(await badge(key, 'Welding'))),
    await put('first-aid.json', JSON.stringify(await badge(key, 'First aid'))),
    await put('chess.json', JSON.stringify(await badge(other, 'Chess'))),
  ]);
  await page.keyboard.press('Control+o');
  await expect(cards()).toHaveCount(3);
  await expect(card('Chess')).toContainText('Signer not confirmed');
});

test.afterEach(async () => {
  await close();
  await rm(folder, { recursive: true, force: true });
  expect(complaints).toEqual([]);
});

const cards = () => page.getByRole('listbox', { name: 'Badges' }).getByRole('option');
const card = (name: string) => cards().filter({ hasText: name });
const details = () => page.getByRole('complementary', { name: 'Details' });
const dialog = (name: string | RegExp) => page.getByRole('dialog', { name });

async function put(name: string, text: string): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, text);
  return file;
}

async function badge(signer: typeof key, name: string) {
  const credential = achievementCredential(signer.did);
  const subject = Object(credential.credentialSubject);
  const achievement = { ...Object(subject.achievement), name };
  return signDataIntegrity(
    {
      ...credential,
      id: `urn:x:${encodeURIComponent(name)}`,
      name,
      credentialSubject: { ...subject, achievement },
    },
    signer,
  );
}

test('by mouse: the issuer of a badge is added, listed, saved, forgotten, and each step judges their badges', async () => {
  await card('Welding').click();
  await details().getByRole('button', { name: 'Add to known issuers…' }).click();
  const ask = dialog('Do you know this issuer?');
  await expect(ask.getByText('the name alone proves nothing')).toBeVisible();
  await expect(ask.getByTitle(key.did)).toBeVisible();
  await expect(ask.getByRole('button', { name: 'Copy the whole identifier' })).toBeVisible();
  expect(await accessibilityViolations(page)).toEqual([]);
  await ask.getByLabel('Your name for them').fill('Town School');
  await ask.getByLabel('How you know them').fill('Asked at the office');
  await ask.getByRole('button', { name: 'Add to known issuers' }).click();
  await expect(page.getByText('“Town School” is a known issuer now; 2 badges changed by it')).toBeVisible();
  await expect(card('Welding').locator('[data-verdict]')).toHaveText('Verified');
  await expect(card('First aid').locator('[data-verdict]')).toHaveText('Verified');
  await expect(card('Chess').locator('[data-verdict]')).toHaveText('Signer not confirmed');
  await expect(details().getByText('in your list of known issuers as “Town School”').first()).toBeVisible();
  await expect(
    details().getByText(/signed with the key that you have known this issuer by since/),
  ).toBeVisible();
  await expect(details().getByRole('button', { name: 'Add to known issuers…' })).toHaveCount(0);

  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await dialog('Settings').getByRole('button', { name: 'Known issuers…' }).click();
  const list = dialog('Known issuers').getByRole('list', { name: 'Known issuers' });
  await expect(list.getByRole('listitem')).toContainText(['Town School']);
  await expect(list).toContainText('2 badges');
  await expect(list).toContainText('Asked at the office');
  expect(await accessibilityViolations(page)).toEqual([]);

  const file = path.join(folder, 'known.json');
  await answerSaveDialog(app, file);
  await dialog('Known issuers').getByRole('button', { name: 'Save the list…' }).click();
  await expect
    .poll(async () => JSON.parse(await readFile(file, 'utf8').catch(() => 'null')))
    .toEqual({
      issuers: [{ id: key.did, name: 'Town School', keys: [keyText(key.jwk)] }],
    });

  await dialog('Known issuers').getByRole('button', { name: 'Forget Town School' }).click();
  await expect(dialog('Known issuers').getByText('Nobody yet.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(card('Welding').locator('[data-verdict]')).toHaveText('Signer not confirmed');
});

test('by keyboard only: the same, from the palette, undone and done again', async () => {
  await page.keyboard.press('Control+f');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Home');
  for (let steps = 0; steps < 2; steps++) {
    if ((await card('Welding').getAttribute('aria-selected')) === 'true') break;
    await page.keyboard.press('ArrowRight');
  }
  await expect(card('Welding')).toBeFocused();
  await expect(details().getByRole('heading', { name: 'Welding' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').waitFor();
  await page.keyboard.type('add the issuer');
  await page.keyboard.press('Enter');
  await expect(dialog('Do you know this issuer?').getByLabel('Your name for them')).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Town School');
  await page.keyboard.press('Enter');
  await expect(card('Welding').locator('[data-verdict]')).toHaveText('Verified');
  await expect(card('Welding')).toBeFocused();

  await page.keyboard.press('Control+z');
  await expect(page.getByText('Undone: Add “Town School” to known issuers')).toBeVisible();
  await expect(card('Welding').locator('[data-verdict]')).toHaveText('Signer not confirmed');
  await page.keyboard.press('Control+Shift+z');
  await expect(card('First aid').locator('[data-verdict]')).toHaveText('Verified');

  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').waitFor();
  await page.keyboard.type('known issuers');
  await page.keyboard.press('Enter');
  await expect(dialog('Known issuers')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(card('Welding')).toBeFocused();

  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').waitFor();
  await page.keyboard.type('add the issuer');
  await expect(page.getByRole('option', { name: /Add the issuer to known/ })).toHaveCount(0);
});

test('the button gives the focus to the details when it goes', async () => {
  await card('Welding').click();
  await details().getByRole('button', { name: 'Add to known issuers…' }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog('Do you know this issuer?').getByLabel('Your name for them')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(card('Welding').locator('[data-verdict]')).toHaveText('Verified');
  await expect(details()).toBeFocused();
});

test('a registry is shown before it is taken in; it confirms as of its date, and is removed again', async () => {
  const anchor = await testAnchor();
  const statements = [await anchor.configuration(), await anchor.statement(other.did)].join('\n');
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').waitFor();
  await page.keyboard.type('from a file');
  await answerOpenDialog(app, [await put('statements.txt', statements)]);
  await page.keyboard.press('Enter');
  const take = dialog('Add the registry “Registry of Schools”?');
  await expect(take.getByText('It lists 1 issuer, as of 1 October 2026.')).toBeVisible();
  await expect(take.getByText(anchor.id)).toBeVisible();
  expect(await accessibilityViolations(page)).toEqual([]);
  await take.getByRole('button', { name: 'Cancel' }).click();
  await expect(
    dialog('Known issuers').getByRole('list', { name: 'Registries' }).getByRole('listitem'),
  ).toHaveCount(0);

  await dialog('Known issuers').getByRole('button', { name: 'Add from a file…' }).click();
  await take.getByRole('button', { name: 'Add the registry' }).click();
  await expect(dialog('Known issuers').getByText('1 issuer, as of 1 October 2026')).toBeVisible();
  await expect(dialog('Known issuers').getByRole('button', { name: 'Ask registry.example' })).toBeEnabled();
  await expect(
    dialog('Known issuers').getByText(/Asking tells registry\.example which issuers/),
  ).toBeVisible();
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(card('Chess').locator('[data-verdict]')).toHaveText('Verified earlier');
  await card('Chess').click();
  await expect(
    details().getByText('Listed in Registry of Schools as “Trade School”, as of 1 October 2026.').first(),
  ).toBeVisible();

  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').waitFor();
  await page.keyboard.type('known issuers');
  await page.keyboard.press('Enter');
  await dialog('Known issuers').getByRole('button', { name: 'Remove Registry of Schools' }).click();
  await page.keyboard.press('Escape');
  await expect(card('Chess').locator('[data-verdict]')).toHaveText('Signer not confirmed');
});

test('a file that is no list, or a forged one, says why and adds nothing', async () => {
  const anchor = await testAnchor();
  const stranger = await testAnchor();
  const forged = await stranger.configuration({ jwks: { keys: [anchor.jwk] } });
  for (const [name, text, words] of [
    ['note.txt', 'Harvard', 'This file is not a list of issuers.'],
    ['forged.txt', forged, 'does not carry a good signature'],
    [
      'pins.json',
      `{"issuers":[{"id":"${other.did}","keys":["junk"]}]}`,
      'The list pins a key that cannot be read.',
    ],
  ] as const) {
    await answerOpenDialog(app, [await put(name, text)]);
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').waitFor();
    await page.keyboard.type('from a file');
    await page.keyboard.press('Enter');
    await expect(page.getByText(words)).toBeVisible();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  expect(await page.evaluate(() => window.backpack.getLibrary())).toMatchObject({
    value: { knownIssuers: [], registries: [] },
  });
});

test('C10 a badge whose issuer looks like a known one is pointed out', async () => {
  const name = String(Object(achievementCredential(key.did).issuer).name ?? '');
  expect(name).not.toBe('');
  const alike = JSON.stringify({
    issuers: [{ id: 'did:key:z6MkSomebodyElse', name: name.replaceAll('o', 'о') }],
  });
  await answerOpenDialog(app, [await put('alike.json', alike)]);
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').waitFor();
  await page.keyboard.type('from a file');
  await page.keyboard.press('Enter');
  await dialog('Add these issuers?').getByRole('button', { name: 'Add them' }).click();
  await page.keyboard.press('Escape');
  await card('Welding').click();
  await expect(
    details().getByText(/this issuer looks like “.*”, whom you know, but it is another one/),
  ).toHaveCount(1);
});
