import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type ElectronApplication, expect, type Page, test } from '@playwright/test';
import { answerSaveDialog, openApp } from '../../scripts/lib/drive-app.mjs';
import { plainPortfolio } from '../../shared/portfolio/portfolio.ts';
import { leastShareSwitches } from '../../shared/social/share-switches.ts';
import { displayName } from '../../shared/text/display-text.ts';
import { xssPayloads } from '../factories/xss-payloads.ts';
import { accessibilityViolations } from '../support/accessibility.ts';
import { complaintsOf, takeSamples } from '../support/window-of-samples.ts';

// The real app with the six sample badges: what is shown elsewhere, from the dialog to the file, the clipboard and the link.
let app: ElectronApplication;
let page: Page;
let folder: string;
let close: () => Promise<void>;
let complaints: string[];

test.beforeEach(async () => {
  ({ app, page, folder, close } = await openApp());
  complaints = complaintsOf(page);
  await takeSamples(page);
});

test.afterEach(async () => {
  await close();
  expect(complaints).toEqual([]);
});

const cards = () => page.getByRole('listbox', { name: 'Badges' }).getByRole('option');
const dialog = () => page.getByRole('dialog');
const button = (name: string | RegExp) => page.getByRole('button', { name });
const tab = (name: string) => dialog().getByRole('tab', { name });

/** What the app was asked to open, and what it asked before; it opens nothing. */
async function watchLinks(agrees: boolean): Promise<() => Promise<{ asked: string[]; opened: string[] }>> {
  await app.evaluate(
    ({ dialog: dialogs, shell }, response) => {
      const seen = { asked: [] as string[], opened: [] as string[] };
      Object.assign(globalThis, { seen });
      shell.openExternal = async (url) => {
        seen.opened.push(url);
      };
      dialogs.showMessageBox = (async (...args: unknown[]) => {
        seen.asked.push(JSON.stringify(args.at(-1)));
        return { response, checkboxChecked: false };
      }) as typeof dialogs.showMessageBox;
    },
    agrees ? 1 : 0,
  );
  return () =>
    app.evaluate(() => (globalThis as unknown as { seen: { asked: string[]; opened: string[] } }).seen);
}

async function openShare(name: RegExp): Promise<void> {
  // What was just imported may still be moving in the grid.
  await expect(async () => {
    await cards().filter({ hasText: name }).click();
    await expect(page.getByRole('article').getByRole('heading', { name })).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await button('Share…').click();
  await expect(tab('LinkedIn')).toBeVisible({ timeout: 30_000 });
}

function clipboardText(): Promise<string> {
  return app.evaluate(({ clipboard }) => clipboard.readText());
}

/** The pixels of a part of a picture, drawn by the browser that shows it. */
async function differentPixels(bytes: Buffer): Promise<number> {
  return await page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0);
    const pixels = context?.getImageData(60, 60, 340, 340).data ?? [];
    const colours = new Set<number>();
    for (let at = 0; at < pixels.length; at += 4)
      colours.add(((pixels[at] ?? 0) << 16) | ((pixels[at + 1] ?? 0) << 8) | (pixels[at + 2] ?? 0));
    return colours.size;
  }, bytes.toString('base64'));
}

/** The names of all chunks of a PNG, in order. */
function chunkNames(png: Buffer): readonly string[] {
  const names: string[] = [];
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12)
    names.push(png.toString('latin1', at + 4, at + 8));
  return names;
}

test('by mouse: a badge becomes a picture without hidden data, a form of LinkedIn that is agreed to, and a snippet', async () => {
  await openShare(/Community Gardener/);
  const picture = dialog().getByRole('img');
  await expect(picture).toHaveAttribute(
    'alt',
    'Community Gardener. Issued by City Garden Network. Issued on 22 June 2024. Verified earlier, as of 1 June 2026, by Badge Backpack. A picture proves nothing: ask garden-network.example, or check the badge with Badge Backpack.',
  );
  const target = path.join(folder, 'card.png');
  await answerSaveDialog(app, target);
  await button('Save the picture…').click();
  await expect(page.getByText('Saved “card.png”')).toBeVisible();
  const png = await readFile(target);
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1_200, 630]);
  const chunks = new Set(chunkNames(png));
  expect([...chunks].filter((name) => !['IHDR', 'sRGB', 'sBIT', 'IDAT', 'IEND'].includes(name))).toEqual([]);
  expect(await differentPixels(png)).toBeGreaterThan(200);
  expect(await picture.getAttribute('src')).toBe(`data:image/png;base64,${png.toString('base64')}`);

  await button('Copy the picture').click();
  await expect(page.getByText('The picture is on the clipboard.')).toBeVisible();
  const size = await app.evaluate(({ clipboard }) =>
    // The Electron that tests run in reads pictures by this name.
    (clipboard as unknown as { readImage(): { getSize(): unknown } }).readImage().getSize(),
  );
  expect(size).toEqual({ width: 1_200, height: 630 });

  const links = await watchLinks(true);
  await tab('LinkedIn').click();
  await expect(dialog().getByRole('definition')).toHaveText([
    'Community Gardener',
    'City Garden Network',
    '2024',
    '6',
  ]);
  await dialog()
    .getByLabel(/^Its id/)
    .check();
  await expect(dialog().getByRole('definition')).toHaveCount(5);
  await dialog()
    .getByLabel(/^Its dates/)
    .uncheck();
  await expect(dialog().getByRole('definition')).toHaveCount(3);
  await button('Copy the link').click();
  const link = await clipboardText();
  expect([...new URL(link).searchParams.keys()]).toEqual(['startTask', 'name', 'organizationName', 'certId']);
  expect(await links()).toEqual({ asked: [], opened: [] });
  await button('Open LinkedIn…').click();
  await expect.poll(async () => (await links()).opened).toEqual([link]);
  expect((await links()).asked.join()).toContain('www.linkedin.com');

  await tab('Embed').click();
  await button('Copy the snippet').click();
  const snippet = await clipboardText();
  expect(snippet).toMatch(
    /^<figure><img src="data:image\/webp;base64,[^"]+" width="600" height="315" alt="Community Gardener\./,
  );
  expect(snippet).toContain('<a href="https://garden-network.example/" rel="noopener noreferrer">');
  expect(snippet.length).toBeLessThan(60_000);
  await page.keyboard.press('Escape');
  await expect(dialog()).toHaveCount(0);

  await button('Portfolios').click();
  await expect(page.getByText(/card\.png, 1 badge/)).toBeVisible();
  await expect(page.getByText(/www\.linkedin\.com, 1 badge/)).toBeVisible();
});

test('by keyboard alone: from the palette to a saved picture; a closed dialog and a refused link leave nothing', async () => {
  await cards().first().focus();
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').waitFor();
  await page.keyboard.type('linkedin');
  await page.keyboard.press('Enter');
  await expect(tab('LinkedIn')).toBeVisible({ timeout: 30_000 });
  const links = await watchLinks(false);
  const tabTo = async (name: RegExp): Promise<void> => {
    for (let step = 0; step < 40; step += 1) {
      await page.keyboard.press('Tab');
      if (name.test((await page.evaluate(() => document.activeElement?.textContent)) ?? '')) return;
    }
    throw new Error(`nothing called ${String(name)} is reached by Tab`);
  };
  await tabTo(/^Picture card$/);
  await page.keyboard.press('ArrowRight');
  await expect(tab('LinkedIn')).toHaveAttribute('aria-selected', 'true');
  await tabTo(/^Open LinkedIn…$/);
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await links()).asked.length).toBe(1);
  expect((await links()).opened).toEqual([]);
  await tab('LinkedIn').focus();
  await page.keyboard.press('ArrowLeft');
  await answerSaveDialog(app, null);
  await tabTo(/^Save the picture…$/);
  await page.keyboard.press('Enter');
  await expect(button('Save the picture…')).toBeFocused();
  await expect(button('Save the picture…')).not.toHaveAttribute('aria-disabled', 'true');
  const target = path.join(folder, 'kept.png');
  const before = await readdir(folder);
  await answerSaveDialog(app, target);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Saved “kept.png”')).toBeVisible();
  expect((await readdir(folder)).filter((name) => !before.includes(name))).toEqual(['kept.png']);
  await page.keyboard.press('Escape');
  await expect(dialog()).toHaveCount(0);
  await expect(cards().first()).toBeFocused();
  await page.keyboard.press('Control+Shift+P');
  await expect(page.getByRole('button', { name: /Remove the receipt/ })).toHaveCount(1);
});

test('a badge that is not in order says so in the dialog and on its picture, and is not called verified', async () => {
  await openShare(/Chess Club/);
  await expect(dialog().getByText(/This badge is not in order/)).toBeVisible();
  await expect(dialog().getByRole('img')).toHaveAttribute(
    'alt',
    /: found on \d+ \w+ \d{4} by Badge Backpack/,
  );
  await expect(dialog().getByRole('img')).not.toHaveAttribute('alt', /verified/i);
});

test('a badge that nothing confirms for others is not called out of order', async () => {
  await openShare(/Open Source Contributor/);
  await expect(dialog().getByText(/For others nothing confirms this badge so far/)).toBeVisible();
  await expect(dialog()).not.toContainText('not in order');
});

test('K15 fifty hostile titles run nothing: in the dialog, on the picture, in the snippet on a page of somebody else', async () => {
  const [id, portfolio] = await page.evaluate(async () => {
    const answer = await window.backpack.getLibrary();
    return [answer.ok ? (answer.value.badges[0]?.id ?? '') : '', null];
  });
  const snippets: string[] = [];
  for (const title of xssPayloads) {
    const given = {
      ...plainPortfolio(title, [id]),
      person: { name: title.slice(0, 300), contact: title.slice(0, 300) },
    };
    const answer = await page.evaluate((request) => window.backpack.exportPortfolio(request), {
      do: 'share',
      act: 'look',
      of: { kind: 'portfolio', portfolio: given },
      switches: { ...leastShareSwitches, name: true },
    } as const);
    if (!answer.ok || answer.value.kind !== 'share') throw new Error(JSON.stringify(answer));
    expect(answer.value.share.card?.words).toContain(displayName(title));
    snippets.push(answer.value.share.embed ?? '');
  }
  expect(portfolio).toBeNull();
  expect(await page.evaluate(() => 'pwned' in window)).toBe(false);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);

  // As somebody's site would hold them: with scripts, and with nothing that forbids them. The window's own page may not.
  const found = await app.evaluate(async ({ BrowserWindow, session }, html) => {
    const asked: string[] = [];
    const other = session.fromPartition('somebody');
    other.webRequest.onBeforeRequest(({ url }, callback) => {
      if (!url.startsWith('data:')) asked.push(url);
      callback({ cancel: !url.startsWith('data:') });
    });
    const window = new BrowserWindow({ show: false, webPreferences: { session: other, sandbox: true } });
    await window.loadURL(
      `data:text/html;charset=utf-8,${encodeURIComponent(`<!doctype html><body>${html}`)}`,
    );
    const seen: unknown = await window.webContents.executeJavaScript(
      `new Promise((done) => setTimeout(() => done({ pwned: 'pwned' in window || document.title !== '', tags: [...new Set([...document.body.querySelectorAll('*')].map((one) => one.localName))].sort(), figures: document.querySelectorAll('figure').length, drawn: [...document.images].every((one) => one.naturalWidth === 600) }), 500))`,
    );
    window.destroy();
    return { asked, seen };
  }, snippets.slice(0, 60).join('\n'));
  expect(found.asked).toEqual([]);
  expect(found.seen).toEqual({
    pwned: false,
    tags: ['figcaption', 'figure', 'img'],
    figures: xssPayloads.length,
    drawn: true,
  });
});

test('a portfolio is shared from the list: its picture counts its badges, and each of them has its own form', async () => {
  await page.keyboard.press('Control+Shift+P');
  await button('New portfolio').click();
  await dialog()
    .getByRole('button', { name: /^Everything/ })
    .click();
  await page.getByLabel('Your name (optional)').fill('Ada Example');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await button('All portfolios').click();
  await button('More about this portfolio').click();
  await page.getByRole('menuitem', { name: 'Share…' }).click();
  const picture = dialog().getByRole('img');
  await expect(picture).toHaveAttribute(
    'alt',
    /^All my badges\. 6 badges\. Badge Backpack on .* 1 altered, /,
    {
      timeout: 30_000,
    },
  );
  await dialog()
    .getByLabel(/^Your name: Ada Example/)
    .check();
  await expect(picture).toHaveAttribute('alt', /^All my badges\. Ada Example\. 6 badges\./);
  await tab('LinkedIn').click();
  await button('Share “Community Gardener”…').click();
  await expect(dialog().getByRole('heading', { name: 'Share a badge' })).toBeVisible();
  await expect(dialog().getByRole('img')).toHaveAttribute('alt', /^Community Gardener\./);
});

test('a right click on a badge leads to it too', async () => {
  await cards().first().click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Share…' }).click();
  await expect(tab('Picture card')).toBeVisible({ timeout: 30_000 });
  await button('Close').first().click();
  await expect(dialog()).toHaveCount(0);
});

test('axe finds nothing in any of the three parts, light and dark', async () => {
  await openShare(/Community Gardener/);
  for (const name of ['Picture card', 'LinkedIn', 'Embed']) {
    await tab(name).click();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await accessibilityViolations(page)).toEqual([]);
    }
  }
});
