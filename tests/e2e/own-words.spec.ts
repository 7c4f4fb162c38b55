import { type ElectronApplication, expect, type Page, test } from '@playwright/test';
import { openApp } from '../../scripts/lib/drive-app.mjs';
import type { EditRequest } from '../../shared/library/edits.ts';
import { plainPortfolio } from '../../shared/portfolio/portfolio.ts';
import { xssPayloads } from '../factories/xss-payloads.ts';
import { badgeBytes } from '../support/library-session.ts';

let app: ElectronApplication;
let page: Page;
let close: () => Promise<void>;
const asked: string[] = [];

test.beforeEach(async () => {
  ({ app, page, close } = await openApp());
  page.on('request', (request) => asked.push(request.url()));
  await expect(page.getByText('Your badges will live here')).toBeVisible();
});
test.afterEach(() => close());

test('H09 K01 hostile texts in tags, notes, evidence, collections, addresses and portfolios stay texts', async () => {
  test.setTimeout(180_000);
  const text = new TextDecoder().decode(badgeBytes(1));
  await page.evaluate((badge) => window.backpack.importText(badge), text);
  const cards = page.getByRole('listbox', { name: 'Badges' }).getByRole('option');
  await expect(cards).toHaveCount(1);
  const badgeId = await page.evaluate(async () => {
    const answer = await window.backpack.getLibrary();
    return answer.ok ? (answer.value.badges[0]?.id ?? '') : '';
  });
  const edits = xssPayloads.flatMap((payload): readonly EditRequest[] => {
    // Some say nothing without their blanks, which a name must do.
    const short = payload.trim().slice(0, 90) || 'x';
    const link = `https://a.example/?${new URLSearchParams({ x: payload })}`;
    return [
      { kind: 'collection.create', name: short, badgeIds: [badgeId], parentId: null, search: null },
      { kind: 'tags.add', badgeIds: [badgeId], tags: [short] },
      { kind: 'note.set', badgeId, text: payload },
      { kind: 'evidence.add', badgeId, evidence: { kind: 'text', title: short, text: payload } },
      { kind: 'evidence.add', badgeId, evidence: { kind: 'link', title: short, url: link } },
      {
        kind: 'identity.add',
        address: `${new URLSearchParams({ x: short })}@home.example`,
        label: short,
      },
      {
        kind: 'portfolio.save',
        id: null,
        portfolio: { ...plainPortfolio(short, [badgeId]), introduction: payload },
      },
    ];
  });
  const codes = await page.evaluate(async (all) => {
    const found: string[] = [];
    for (const edit of all) {
      const answer = await window.backpack.edit(edit);
      found.push(answer.ok ? 'ok' : answer.failure.code);
    }
    return found;
  }, edits);
  const refused = new Set(codes.filter((code) => code !== 'ok'));
  // Limits on how much one badge may carry, and addresses that are none, are said by their codes.
  for (const code of refused) expect(code).toMatch(/^(edit\/|ipc\/bad-payload$)/);
  expect(codes.filter((code) => code === 'ok').length).toBeGreaterThan(4 * xssPayloads.length);

  await cards.first().click();
  for (const kind of ['Control+,', 'Control+k']) {
    await page.keyboard.press(kind);
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.type('<img src=x onerror=window.pwned=1>');
    await page.keyboard.press('Escape');
    if (await page.getByRole('dialog').isVisible()) await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  }
  await page.reload();
  await expect(cards).toHaveCount(1);
  await cards.first().click();
  await expect(page.getByText('window.pwned=1', { exact: false }).first()).toBeVisible();
  const state = await page.evaluate(() => ({
    pwned: (window as { pwned?: unknown }).pwned ?? null,
    strange: document.querySelectorAll(
      'img[src="x"], iframe, object, embed, base, math, svg script, [onerror], [onload]',
    ).length,
    scripts: [...document.scripts].filter(({ src }) => !src.startsWith('app://bundle/')).length,
    links: [...document.querySelectorAll('a[href]')].filter(
      (link) => !/^(?:https:|app:|#)/.test(link.getAttribute('href') ?? ''),
    ).length,
  }));
  expect(state).toEqual({ pwned: null, strange: 0, scripts: 0, links: 0 });
  expect(asked.filter((url) => !/^(?:app|badge-img|data|blob):/.test(url))).toEqual([]);
  const windows = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  expect(windows).toBe(1);
});
