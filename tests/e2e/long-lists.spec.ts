import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ElectronApplication, expect, type Page, test } from '@playwright/test';
import { writeBadges } from '../../scripts/lib/bench-badges.mjs';
import { dropFiles, openApp } from '../../scripts/lib/drive-app.mjs';
import { accessibilityViolations } from '../support/accessibility.ts';

// Lists that hold a whole library: only what is seen is drawn, and headings stay in sight while their badges pass.

const count = 1_000;
let app: ElectronApplication;
let page: Page;
let close: () => Promise<void>;
let files: string;

test.beforeEach(async () => {
  files = await mkdtemp(path.join(tmpdir(), 'headings-'));
  writeBadges(files, count, 32);
  ({ app, page, close } = await openApp());
  await dropFiles(page, [files]);
  await expect(page.getByRole('option', { name: `All badges ${count}` })).toBeVisible({ timeout: 60_000 });
});
test.afterEach(async () => {
  await close();
  await rm(files, { recursive: true, force: true });
});

/** What stands at the top of the badges, and whether the badge that has the focus lies free of it. */
function look(): Promise<{ readonly atTop: string; readonly isFree: boolean }> {
  return page.evaluate(() => {
    const list = document.querySelector('[role="listbox"][aria-label="Badges"]');
    const box = list?.getBoundingClientRect();
    const focused = document.activeElement?.getBoundingClientRect();
    if (list === null || box === undefined || focused === undefined) return { atTop: '', isFree: false };
    const stuck = [...list.querySelectorAll('header')].filter((header) => {
      const { top, bottom } = header.getBoundingClientRect();
      return top <= box.top && bottom > box.top;
    });
    // Of two that pass each other the lower one is the one of what is seen.
    const heading = stuck.at(-1);
    const bottom = heading?.getBoundingClientRect().bottom ?? box.top;
    const isFree = focused.top >= bottom && focused.bottom <= box.bottom;
    return { atTop: heading?.textContent ?? '', isFree };
  });
}

async function groupOfFocused(): Promise<string> {
  return await page.evaluate(
    () => document.activeElement?.closest('section')?.querySelector('header')?.textContent ?? '',
  );
}

test('by mouse and by keys the heading of what is seen is in sight, and never lies over the badge that has the focus', async () => {
  test.setTimeout(180_000);
  const list = page.getByRole('listbox', { name: 'Badges' });
  for (const [width, height] of [
    [1280, 800],
    [900, 600],
  ] as const) {
    await app.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size[0], size[1]),
      [width, height] as const,
    );
    for (const view of ['grid', 'list'] as const) {
      const when = `${view} at ${width}`;
      await page.evaluate(
        (chosen) => window.backpack.changeSettings({ groupBy: 'issuer', view: chosen }),
        view,
      );
      await expect(list.getByRole('group').first()).toBeVisible();
      const box = await list.boundingBox();
      await page.mouse.move((box?.x ?? 0) + 100, (box?.y ?? 0) + 200);
      const seen = new Set<string>();
      for (let turn = 0; turn < 12; turn += 1) {
        await page.mouse.wheel(0, 1_700);
        await page.waitForTimeout(120);
        const { atTop } = await look();
        expect(atTop, when).toMatch(/^School \d+ 50$/);
        seen.add(atTop);
      }
      expect(seen.size, when).toBeGreaterThan(2);

      await page.keyboard.press('Control+f');
      await page.keyboard.press('Enter');
      for (const key of [
        'End',
        ...Array<string>(8).fill('ArrowUp'),
        'PageUp',
        'PageUp',
        'PageDown',
        'Home',
      ]) {
        await page.keyboard.press(key);
        await expect.poll(async () => (await look()).isFree, { message: `${when}, ${key}` }).toBe(true);
        const { atTop } = await look();
        // The group above may end in the row that is cut by the heading.
        if (key === 'Home' || key === 'End') expect(atTop, when).toMatch(/^School/);
      }
      expect((await look()).atTop, when).toBe(await groupOfFocused());
    }
  }
  for (const theme of ['light', 'dark'] as const) {
    await page.evaluate((chosen) => window.backpack.changeSettings({ theme: chosen }), theme);
    await list.evaluate((element) => element.scrollTo(0, 2_345));
    await page.waitForTimeout(300);
    expect(await accessibilityViolations(page), theme).toEqual([]);
  }
});

test('a bin that holds a whole library is there at once, and all of it comes back', async () => {
  await page.getByRole('listbox', { name: 'Badges' }).getByRole('option').first().click();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await expect(page.getByRole('heading', { name: 'Your badges are in the bin' })).toBeVisible();
  await page.getByRole('button', { name: 'Show the bin' }).click();
  const bin = page.getByRole('listbox', { name: 'Bin' });
  await expect(bin.getByRole('option').first()).toBeVisible();
  expect(await bin.getByRole('option').count()).toBeLessThan(60);
  await bin.getByRole('option').first().click();
  await page.keyboard.press('End');
  const last = bin.locator(':focus');
  await expect(last).toHaveAttribute('aria-posinset', String(count));
  await expect(last).toBeInViewport({ ratio: 1 });
  // None of them is shown by a drawing: each picture that is seen was asked for, and came.
  await expect(bin.locator('canvas:not([data-drawn])')).toHaveCount(0);
  await expect(bin.locator('canvas[data-drawn]').first()).toBeVisible();
  await page.keyboard.press('Control+a');
  await page.getByRole('button', { name: 'Restore' }).click();
  await expect(page.getByRole('option', { name: `All badges ${count}` })).toBeVisible();
  await expect(page.getByRole('option', { name: 'Bin 0' })).toBeVisible();
});
