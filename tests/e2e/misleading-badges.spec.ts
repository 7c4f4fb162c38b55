import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { dropFiles, openApp } from '../../scripts/lib/drive-app.mjs';
import { iTXt, pngWith } from '../factories/png.ts';
import { testIssuer } from '../support/signed-badge.ts';

// Badges that look better, or say more, than they do: the real window tells what is behind them.
let opened: Awaited<ReturnType<typeof openApp>>;
let folder: string;

test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'misleading-'));
  const issuer = await testIssuer('did:jwk');
  const files = {
    'bidi.jwt': await issuer.sign({}, 'Welding \u202eLEVEL 9\u202c done'),
    'mixed.jwt': await issuer.sign({}, 'M\u0430chine \u0412uilding'),
    'odd-date.jwt': await issuer.sign({ awardedDate: 'next summer' }, 'Odd date'),
    'address.png': pngWith([iTXt('openbadges', 'https://school.example/assertions/77')]),
  };
  const paths = Object.keys(files).map((name) => path.join(folder, name));
  for (const [name, bytes] of Object.entries(files)) await writeFile(path.join(folder, name), bytes);
  opened = await openApp();
  await dropFiles(opened.page, paths);
  await expect(badges()).toHaveCount(4, { timeout: 30_000 });
});

test.afterAll(async () => {
  await opened.close();
  await rm(folder, { recursive: true, force: true });
});

const badges = () => opened.page.getByRole('listbox', { name: 'Badges' }).getByRole('option');
const details = () => opened.page.getByRole('complementary', { name: 'Details' });

test('C09 a name that was cleaned of characters that turn text around says so', async () => {
  await badges().filter({ hasText: 'LEVEL 9' }).click();
  await expect(details().getByRole('heading', { name: 'Welding LEVEL 9 done' })).toBeVisible();
  await expect(details()).toContainText('Hidden characters were taken out of its name.');
});

test('C10 a name of mixed alphabets carries a sign in every list, and on the desk', async () => {
  const sign = { name: 'Careful: letters of different alphabets' };
  for (const view of ['List', 'Timeline', 'Grid']) {
    await opened.page.getByRole('button', { name: view, exact: true }).click();
    await expect(badges().getByRole('img', sign)).toHaveCount(1);
    await expect(badges().filter({ has: opened.page.getByRole('img', sign) })).toContainText('uilding');
  }
  await opened.page.getByRole('button', { name: 'Check badges' }).click();
  await dropFiles(opened.page, [path.join(folder, 'mixed.jwt'), path.join(folder, 'odd-date.jwt')]);
  const table = opened.page.getByRole('grid', { name: 'Checked files' });
  await expect(table.getByRole('row').filter({ hasText: 'mixed.jwt' }).getByRole('img', sign)).toHaveCount(1);
  await expect(table.getByRole('img', sign)).toHaveCount(1);
  await opened.page.getByRole('option', { name: 'All badges' }).click();
});

test('a key in the place of an issuer takes one line, and is copied whole', async () => {
  await badges().filter({ hasText: 'Odd date' }).click();
  const short = details()
    .locator('header')
    .getByText(/^did:jwk:ey…/);
  await expect(short).toBeVisible();
  const whole = await short.getAttribute('title');
  expect(whole?.length).toBeGreaterThan(100);
  const box = await short.boundingBox();
  expect(box?.height).toBeLessThan(30);
  await details().getByRole('button', { name: 'Copy the whole identifier' }).click();
  await expect.poll(() => opened.app.evaluate(({ clipboard }) => clipboard.readText())).toBe(whole);
});

test('a badge whose issuer is only a key does not claim that a site would be asked', async () => {
  await badges().filter({ hasText: 'Odd date' }).click();
  await expect(details()).toContainText('Checking again asks no site');
});

test('a date that cannot be read is shown as it stands there, as unreadable', async () => {
  await badges().filter({ hasText: 'Odd date' }).click();
  await expect(details()).toContainText('“next summer”, which cannot be read');
});

test('a file that holds only an address is not said to expire never', async () => {
  await badges().filter({ hasText: 'address.png' }).click();
  await expect(details()).toContainText('The file holds only the badge’s address');
  await expect(details()).toContainText('Not known: the file holds only the badge’s address');
  await expect(details()).not.toContainText('Never');
  await expect(details()).not.toContainText('It has no end date');
});
