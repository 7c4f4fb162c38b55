import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { answerOpenDialog, answerSaveDialog, openApp } from '../../scripts/lib/drive-app.mjs';
import { endingBadge } from '../factories/ending-badge.ts';
import { accessibilityViolations } from '../support/accessibility.ts';
import { lineOf, readCalendar, textOf } from '../support/read-calendar.ts';

let folder: string;

test.beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'backpack-watch-'));
});
test.afterEach(() => rm(folder, { recursive: true, force: true }));

/** A badge that ends so many days from now, in a file. */
async function badgeFile(name: string, days: number): Promise<string> {
  const file = path.join(folder, `${name}.json`);
  await writeFile(file, endingBadge(name, days));
  return file;
}

const notice = (page: Page) => page.getByText('1 badge in your backpack ends within a month.');

test('ends are told once over restarts, saved as a calendar, and checking again names its one site first and keeps what came of it', async () => {
  const first = await openApp();
  const { app, page } = first;
  await expect(page.getByText('Your badges will live here')).toBeVisible();
  await answerOpenDialog(app, [
    await badgeFile('Rowing', 9),
    await badgeFile('Sailing', 90),
    await badgeFile('Climbing', 800),
  ]);
  await page.keyboard.press('Control+o');
  await expect(page.getByRole('listbox', { name: 'Badges', exact: true }).getByRole('option')).toHaveCount(3);
  await expect(notice(page)).toBeVisible();
  await page.keyboard.press('Control+4');
  const list = page.getByRole('listbox', { name: 'Badges that end' });
  await expect(list.getByRole('option')).toHaveCount(2);
  await expect(list.getByRole('option').first()).toContainText('Rowing');
  await expect(page.getByText(/Badges that end within a year.*: the calendar has it too\.$/)).toBeVisible();
  expect(await accessibilityViolations(page)).toEqual([]);

  const calendar = path.join(folder, 'ends.ics');
  await answerSaveDialog(app, calendar);
  await page.getByRole('button', { name: 'Save as calendar…' }).click();
  await expect(page.getByText('Saved “ends.ics”')).toBeVisible();
  const { inside } = readCalendar(await readFile(calendar, 'utf8'));
  expect(inside.map((event) => textOf(lineOf(event, 'SUMMARY')))).toEqual([
    '“Rowing” ends',
    '“Sailing” ends',
    '“Climbing” ends',
  ]);

  await page.getByRole('button', { name: 'Check all again…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Check 3 badges again?' });
  await expect(dialog.getByText('school.example')).toBeVisible();
  await expect(dialog.getByText('3 badges', { exact: true })).toBeVisible();
  await dialog.getByRole('button', { name: 'Ask 1 site' }).click();
  const changed = page.getByRole('region', { name: 'What changed' });
  await expect(changed.getByText(/^Checked 3 badges again on .*: nothing changed\.$/)).toBeVisible({
    timeout: 45_000,
  });
  await page.getByRole('button', { name: 'Dismiss: 1 badge in your backpack' }).click();
  await expect(notice(page)).toHaveCount(0);
  await first.quit();

  const second = await openApp({ folder: first.folder });
  await expect(second.page.getByText(/^Checked 3 badges again on/)).toBeVisible();
  await expect(notice(second.page)).toHaveCount(0);
  await second.page.getByRole('button', { name: /^Dismiss: Checked 3 badges/ }).click();
  await expect(second.page.getByText(/^Checked 3 badges again on/)).toHaveCount(0);
  await second.close();
});
