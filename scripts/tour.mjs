/**
 * The guided tour, for a machine without a display and for looking at what a person sees: the built app imports the
 * sample badges by a real drop, checks them, puts them in order, checks badges of others, backs everything up, puts a
 * portfolio together and exports a page; each step leaves a picture in out/tour/. Run it under a display: `npm run tour`.
 */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { chromium, expect } from '@playwright/test';
import { answerSaveDialog, dragFiles, dropFiles, openApp } from './lib/drive-app.mjs';
import { root } from './lib/paths.mjs';

const pictures = path.join(root, 'out/tour');
const samplesFolder = path.join(root, 'resources/samples');
const samples = readdirSync(samplesFolder)
  .filter((name) => /\.(?:png|svg|json|jws|jwt)$/.test(name))
  .map((name) => path.join(samplesFolder, name));

rmSync(pictures, { recursive: true, force: true });
mkdirSync(pictures, { recursive: true });
const { app, page, folder, close } = await openApp();
let step = 0;

try {
  await takeTour();
  process.stdout.write(
    `\nThe pictures of the tour are in ${path.relative(process.cwd(), pictures) || '.'}/\n`,
  );
} catch (error) {
  await picture(page, 'where it stopped').catch(() => undefined);
  process.stderr.write(`\nThe tour stopped: ${stripVTControlCharacters(error.message)}\n`);
  process.exitCode = 1;
} finally {
  await close();
}

async function takeTour() {
  await page.setViewportSize({ width: 1280, height: 800 });
  await fillTheBackpack();
  await findBadges();
  await writeAboutOne();
  await makeACollection();
  await lookAround();
  await watch();
  await checkForOthers();
  await backUp();
  await putAPortfolioTogether();
  await exportAPage();
}

/** From nothing to six badges, each with its verdict. */
async function fillTheBackpack() {
  await expect(page.getByText('Your badges will live here')).toBeVisible();
  await picture(page, 'an empty backpack');

  const drag = await dragFiles(page, samples);
  await expect(page.getByText(/Drop to add/)).toBeVisible();
  await picture(page, 'badges dragged over the window');
  await drag.drop();

  await expect(badges()).toHaveCount(samples.length, { timeout: 30_000 });
  await expect(badges().getByText('Checking…')).toHaveCount(0, { timeout: 30_000 });
  await picture(page, 'added and checked');
  await page.getByRole('region', { name: 'Added files' }).getByRole('button', { name: 'Dismiss' }).click();

  await badges().filter({ hasText: 'Verified' }).first().click();
  await expect(page.getByRole('complementary', { name: 'Details' }).getByRole('article')).toBeVisible();
  await picture(page, 'everything about a badge');
}

async function findBadges() {
  await page.getByRole('button', { name: 'Filter' }).click();
  await page.getByRole('menuitem', { name: 'Issuer' }).click();
  await page.getByRole('menuitemcheckbox').first().click();
  await expect(page.getByRole('region', { name: 'Filters' })).toBeVisible();
  await picture(page, 'filters');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+f');

  await page.keyboard.press('Control+Shift+3');
  await picture(page, 'a timeline');
  await page.keyboard.press('Control+Shift+1');
}

/** A tag and a note, on the badge that is looked at. */
async function writeAboutOne() {
  const details = page.getByRole('complementary', { name: 'Details' });
  await badges().filter({ hasText: 'Verified' }).first().click();
  await details.getByRole('combobox', { name: 'Add a tag' }).fill('school');
  await page.keyboard.press('Enter');
  await expect(details.getByRole('button', { name: 'Take off the tag school' })).toBeVisible();
  await badges().filter({ hasText: 'Verified' }).first().focus();
  await page.keyboard.press('Control+Shift+n');
  await page.keyboard.type('Three days at the river. My first team that measured twice.');
  await expect(details.getByText('Saved', { exact: true })).toBeVisible();
  await picture(page, 'a tag and a note');
  await badges().first().click();
}

async function makeACollection() {
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+l');
  const chooser = page.getByRole('dialog', { name: `Add ${samples.length} badges to…` });
  await chooser.getByPlaceholder('Find a collection, or name a new one').fill('School');
  await chooser.getByRole('option', { name: 'New collection “School”' }).click();
  await page.getByRole('option', { name: /^School\b/ }).click();
  await expect(page.getByRole('heading', { name: 'School', level: 1 })).toBeVisible();
  await picture(page, 'a collection');
}

async function lookAround() {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('theme dark');
  await picture(page, 'every command by name');
  await page.keyboard.press('Enter');
  await picture(page, 'in the dark');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('theme light');
  await page.keyboard.press('Enter');
}

/** Which sites would be asked, before any is. None is. */
async function watch() {
  await page.keyboard.press('Control+4');
  await page.getByRole('button', { name: 'Check all again…' }).click();
  const dialog = page.getByRole('dialog', { name: `Check ${samples.length} badges again?` });
  await expect(dialog).toBeVisible({ timeout: 30_000 });
  await picture(page, 'which sites would be asked');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+1');
}

/** Badges that are not one's own: nothing of them is kept. */
async function checkForOthers() {
  await page.keyboard.press('Control+Shift+c');
  await dropFiles(page, samples);
  const rows = page.getByRole('row');
  await expect(rows).toHaveCount(samples.length + 1, { timeout: 30_000 });
  await expect(rows.getByText('Checking…')).toHaveCount(0, { timeout: 30_000 });
  await rows.nth(1).click();
  await picture(page, 'badges of others, checked');
  await page.keyboard.press('Control+1');
}

async function backUp() {
  await answerSaveDialog(app, path.join(folder, 'My backpack.zip'));
  await page.keyboard.press('Control+k');
  await page.keyboard.type('back up');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Back up' });
  await dialog.getByRole('button', { name: 'Choose where…' }).click();
  await expect(dialog.getByText(/backed up to “My backpack.zip”/)).toBeVisible({ timeout: 30_000 });
  await picture(page, 'a backup, tested');
  await dialog.getByRole('button', { name: 'Close' }).last().click();
}

/** From a template, with words of one's own, beside the page as its reader will see it. */
async function putAPortfolioTogether() {
  await page.keyboard.press('Control+Shift+p');
  await page.getByRole('button', { name: 'New portfolio' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Everything' }).click();
  await page.getByLabel('Introduction').fill('What I learned at the river, at the club and at work.');
  const preview = page.frameLocator('iframe');
  await expect(preview.getByText('What I learned at the river').first()).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await picture(page, 'a portfolio and its preview');
  await page.keyboard.press('Control+1');
}

async function exportAPage() {
  const exported = path.join(pictures, 'My badges.html');
  await answerSaveDialog(app, exported);
  await page.keyboard.press('Control+e');
  await expect(page.getByRole('dialog', { name: 'Export', exact: true })).toBeVisible();
  await picture(page, 'what leaves with an export');
  await page.getByRole('button', { name: 'Save…' }).click();
  await expect(page.getByText(/Saved/).first()).toBeVisible();
  await lookAtExport(exported);
}

function badges() {
  return page.getByRole('listbox', { name: 'Badges' }).getByRole('option');
}

/** Opens the page as its reader does: from the disk, in another browser. */
async function lookAtExport(file) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium' });
  const reader = await browser.newPage({ viewport: { width: 1000, height: 900 } });
  await reader.goto(pathToFileURL(file).href);
  await picture(reader, 'the exported page in a browser');
  await browser.close();
}

/** One numbered picture, once movements have come to rest. */
async function picture(where, name) {
  step += 1;
  const file = `${String(step).padStart(2, '0')}-${name.replaceAll(',', '').replaceAll(' ', '-')}.png`;
  await where.waitForTimeout(300);
  await where.screenshot({ path: path.join(pictures, file) });
  process.stdout.write(`  ${file}\n`);
}
