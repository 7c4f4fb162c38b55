import { expect, type Page, test } from '@playwright/test';
import { accessibilityViolations } from '../support/accessibility.ts';
import type { FakeOptions } from './fake-bridge/fake-bridge.ts';
import { type PageView, stagePages } from './fake-bridge/stage-pages.ts';

// The real page over a backpack of its own memory: what main tells it is what it shows.
const openPage = stagePages();
let page: Page;

async function open(options: FakeOptions, view: PageView = {}) {
  page = await openPage(options, view);
}

const endingBadges: FakeOptions = { badges: 14, ending: true };
const places = () => page.getByRole('listbox', { name: 'Places' });
const list = () => page.getByRole('listbox', { name: 'Badges that end' });
const notice = () => page.getByText('2 badges in your backpack end within a month.');
const recheck = () => page.getByRole('dialog', { name: 'Check 14 badges again?' });

async function checkAll(): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').waitFor();
  await page.keyboard.type('Check all again');
  await page.keyboard.press('Enter');
  await recheck().getByRole('button', { name: 'Ask 3 sites' }).click();
}

test('a quiet notice says which badges end within a month, leads there, and is gone for good once it was read', async () => {
  await open(endingBadges);
  await expect(notice()).toBeVisible();
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Show: 2 badges in your backpack' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Watch' })).toBeVisible();
  await page.getByRole('button', { name: 'Dismiss: 2 badges in your backpack' }).click();
  await expect(notice()).toHaveCount(0);
  await places().getByRole('option', { name: 'All badges' }).click();
  await expect(page.getByRole('listbox', { name: 'Badges', exact: true })).toBeVisible();
  await expect(notice()).toHaveCount(0);
});

test('what ends is listed by month with its days left, by keyboard, with the details beside it', async () => {
  await open(endingBadges);
  await page.keyboard.press('Control+4');
  await expect(list().getByRole('group').first()).toBeVisible();
  const titles = await list()
    .getByRole('group')
    .evaluateAll((groups) =>
      groups.map(
        (group) => document.getElementById(group.getAttribute('aria-labelledby') ?? '')?.textContent,
      ),
    );
  expect(titles.length).toBeGreaterThanOrEqual(3);
  expect(titles.at(-1)).toBe('Ended lately');
  await expect(list().getByRole('option').first()).toContainText('9 days left');
  await list().getByRole('option').first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(list().getByRole('option').nth(1)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary', { name: 'Details' })).toBeFocused();
  const name = await page
    .getByRole('complementary', { name: 'Details' })
    .getByRole('heading', { level: 2 })
    .textContent();
  await expect(list().locator('[aria-selected="true"]')).toContainText(name ?? 'none');
  expect(await accessibilityViolations(page)).toEqual([]);
});

test('checking all again names every site first; what changed is told in sentences, leads to its badge, and stays until it was read', async () => {
  await open(endingBadges);
  await expect(notice()).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').waitFor();
  await page.keyboard.type('Check all again');
  await page.keyboard.press('Enter');
  await expect(recheck().getByText('harbour.example')).toBeVisible();
  await expect(recheck().getByText('3 badges')).toBeVisible();
  expect(await accessibilityViolations(page)).toEqual([]);
  await recheck().getByRole('button', { name: 'Ask 3 sites' }).click();
  await expect(page.getByText('2 changed: “First Aid at Sea”, “Welding, Level 1”.')).toBeVisible();
  await page.getByRole('button', { name: 'Show: 2 changed' }).click();
  const changed = page.getByRole('region', { name: 'What changed' });
  await expect(changed.getByText('Since 3 May 2026 the issuer has changed its key.')).toBeVisible();
  await expect(changed.getByText('cdn.status.example')).toBeVisible();
  await changed.getByRole('button', { name: 'Ask it too…' }).click();
  const further = page.getByRole('dialog', { name: 'Check 2 badges again?' });
  await expect(further.getByText('harbour.example')).toBeVisible();
  await further.getByRole('button', { name: 'Cancel' }).click();
  expect(await accessibilityViolations(page)).toEqual([]);
  await changed.getByRole('button', { name: 'Welding, Level 1' }).click();
  await expect(
    page.getByRole('complementary', { name: 'Details' }).getByRole('heading', { level: 2 }),
  ).toHaveText('Welding, Level 1');
  await expect(page.getByText('2 changed:')).toBeVisible();
  await page.getByRole('button', { name: 'Dismiss: 2 changed' }).click();
  await expect(page.getByText('2 changed:')).toHaveCount(0);
});

test('N02 who stays offline is told which sites would be asked, and cannot ask them', async () => {
  await open({ ...endingBadges, settings: { stayOffline: true } });
  await expect(notice()).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').waitFor();
  await page.keyboard.type('Check all again');
  await page.keyboard.press('Enter');
  await expect(recheck().getByText('You have chosen to stay offline.')).toBeVisible();
  await expect(recheck().getByRole('button', { name: 'Ask 3 sites' })).toBeDisabled();
});

test('N04 an address that tells whose badge is looked at is told before it is asked', async () => {
  await open({ badges: 3, ending: true });
  await page.getByRole('listbox', { name: 'Badges', exact: true }).getByRole('option').first().click();
  const details = page.getByRole('complementary', { name: 'Details' });
  await expect(
    details.getByText('Careful: the address at status.example that is asked names you'),
  ).toBeVisible();
  await page.getByRole('listbox', { name: 'Badges', exact: true }).getByRole('option').nth(1).click();
  await expect(details.getByRole('heading', { level: 2 })).toHaveText('Welding, Level 1');
  await expect(details.getByText('that is asked')).toHaveCount(0);
});

test('both things that happen by themselves are off, and say what they mean before they are turned on', async () => {
  await open(endingBadges);
  await page.keyboard.press('Control+,');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  for (const name of ['Ask issuers again by itself', 'Let the system tell when badges end soon']) {
    await expect(settings.getByRole('switch', { name })).not.toBeChecked();
  }
  await expect(settings.getByText('at most once a week')).toBeVisible();
  await settings.getByRole('switch', { name: 'Ask issuers again by itself' }).press('Space');
  await expect(settings.getByRole('switch', { name: 'Ask issuers again by itself' })).toBeChecked();
  expect(await accessibilityViolations(page)).toEqual([]);
});

test('nothing that ends is said so, and a search that finds nothing can be cleared', async () => {
  await open({ badges: 4 });
  await page.keyboard.press('Control+4');
  await expect(page.getByText('Nothing to watch for now')).toBeVisible();
  expect(await accessibilityViolations(page)).toEqual([]);
});

for (const [width, height] of [
  [1280, 800],
  [900, 600],
] as const) {
  for (const dark of [false, true]) {
    test(`the watch fits ${width} × ${height}${dark ? ', dark' : ''}`, async () => {
      await open(endingBadges, { width, height, dark });
      await expect(notice()).toBeVisible();
      const picture = (name: string) =>
        page.screenshot({ path: `out/test/watch-${name}-${width}${dark ? '-dark' : ''}.png` });
      await picture('notice');
      await page.keyboard.press('Control+4');
      await checkAll();
      await expect(page.getByRole('region', { name: 'What changed' })).toBeVisible();
      await list().getByRole('option').nth(1).click();
      await picture('place');
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').getByRole('combobox').waitFor();
      await page.keyboard.type('Check all again');
      await page.keyboard.press('Enter');
      await expect(recheck().getByText('harbour.example')).toBeVisible();
      await picture('dialog');
      expect(await accessibilityViolations(page)).toEqual([]);
      const isCut = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
      expect(isCut).toBe(false);
    });
  }
}
