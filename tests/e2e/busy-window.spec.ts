import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { type ElectronApplication, expect, type Page, test } from '@playwright/test';
import { writeBadges } from '../../scripts/lib/bench-badges.mjs';
import { dropFiles, openApp } from '../../scripts/lib/drive-app.mjs';
import { limits } from '../../shared/limits.ts';
import { credential30 } from '../factories/badges.ts';
import { end, header, iTXt, pngOf, pngWith } from '../factories/png.ts';

let app: ElectronApplication;
let page: Page;
let close: () => Promise<void>;
let folder: string;

test.beforeEach(async () => {
  ({ app, page, close, folder } = await openApp());
  await expect(page.getByText('Your badges will live here')).toBeVisible();
});
test.afterEach(() => close());

const cards = () => page.getByRole('listbox', { name: 'Badges' }).getByRole('option');
const progress = () => page.getByRole('progressbar', { name: 'Added files' });
const pictures = () => cards().locator('canvas[data-picture]');

async function writeManyBadges(count: number): Promise<string> {
  const target = path.join(folder, 'in');
  await mkdir(target);
  for (let number = 0; number < count; number += 1) {
    const text = JSON.stringify(credential30({ id: `urn:uuid:${number}` }));
    await writeFile(path.join(target, `badge-${number}.png`), pngWith([iTXt('openbadgecredential', text)]));
  }
  return target;
}

test('while a thousand files come in the count goes up, the search is typed into and the dialogs open', async () => {
  test.setTimeout(180_000);
  await dropFiles(page, [await writeManyBadges(1_000)]);
  // There is something to search in once the first badge is there.
  await expect(cards().first()).toBeVisible();
  const counts = new Set<string>();
  const typed = 'Welding';
  await page.keyboard.press('Control+f');
  for (const letter of typed) {
    await page.keyboard.type(letter);
    counts.add((await progress().textContent()) ?? '');
  }
  await expect(page.getByRole('searchbox')).toHaveValue(typed);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  counts.add((await progress().textContent()) ?? '');
  // All of that happened while badges came in, or it would prove nothing.
  expect([...counts].every((text) => /^Adding badges: \d+ of 1000/.test(text))).toBe(true);
  expect(counts.size).toBeGreaterThan(1);
  await expect(progress()).toHaveCount(0, { timeout: 120_000 });
  await expect(page.getByRole('heading', { name: '1000 badge files added' })).toBeVisible();
  await expect(cards().first()).toHaveAttribute('aria-setsize', '1000');
});

test('the first badges take the place of the welcome; nothing is called empty in between', async () => {
  await page.evaluate(() => {
    const titles = new Set<string>();
    Object.assign(window, { titles });
    new MutationObserver(() => {
      for (const { textContent } of document.querySelectorAll('main h2')) titles.add(textContent ?? '');
    }).observe(document.body, { childList: true, subtree: true });
  });
  await dropFiles(page, [await writeManyBadges(3)]);
  await expect(cards()).toHaveCount(3);
  const titles = await page.evaluate(() => [...(Reflect.get(window, 'titles') as Set<string>)]);
  expect(titles).toContain('Your badges will live here');
  expect(titles).not.toContain('Nothing in this collection yet');
});

test('“Stop” ends an import from the window: what came in stays, the rest is named', async () => {
  await dropFiles(page, [await writeManyBadges(600)]);
  await expect(progress()).toContainText(/Adding badges: [1-9]\d* of 600/);
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(progress()).toHaveCount(0, { timeout: 30_000 });
  await expect(page.getByRole('heading', { name: /badge files? added.*not looked at/ })).toBeVisible();
  const library = await page.evaluate(() => window.backpack.getLibrary());
  const count = library.ok ? library.value.badges.length : -1;
  expect(count).toBeGreaterThan(0);
  expect(count).toBeLessThan(600);
});

test('the grid shows small pictures alone, of PNG and SVG, drawn by a process of their own and kept', async () => {
  const samples = path.resolve('resources/samples');
  const images = (await readdir(samples)).filter((name) => /\.(?:png|svg)$/.test(name));
  await dropFiles(
    page,
    images.map((name) => path.join(samples, name)),
  );
  await expect(pictures()).toHaveCount(images.length, { timeout: 30_000 });
  const shown = () =>
    pictures().evaluateAll((all) =>
      Promise.all(
        // The selector names canvases alone.
        (all as HTMLCanvasElement[]).map(async ({ dataset, width, height }) => {
          const image = new Image();
          image.src = dataset.picture ?? '';
          await image.decode();
          const drawn = Math.max(width, height);
          return [
            new URL(image.src).host,
            Math.max(image.naturalWidth, image.naturalHeight),
            dataset.drawn === 'true' && drawn > 64 && drawn <= 256,
          ];
        }),
      ),
    );
  await expect.poll(shown, { timeout: 30_000 }).toEqual(images.map(() => ['thumbnail', 256, true]));
  const kept = path.join(folder, 'user', 'Thumbnails');
  expect(await readdir(kept)).toHaveLength(images.length);
  const pages = await app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((each) => [each.getURL(), each.getOSProcessId()]),
  );
  expect(pages.map(([url]) => url).sort()).toEqual(['app://bundle/index.html', 'app://painter/painter.html']);
  expect(new Set(pages.map(([, pid]) => pid)).size).toBe(2);

  // The whole picture is for the details alone.
  await cards().first().click();
  await expect(page.getByRole('complementary', { name: 'Details' }).locator('img').first()).toHaveAttribute(
    'src',
    /^badge-img:\/\/badge\//,
  );
});

test('whoever flies over hundreds of badges waits for none of their pictures, and sees those where the flight ends', async () => {
  test.setTimeout(120_000);
  await dropFiles(page, [await writeManyBadges(400)]);
  await expect(page.getByRole('heading', { name: '400 badge files added' })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/^Checking \d/)).toHaveCount(0, { timeout: 60_000 });
  const [changed, wrong] = await page.getByRole('listbox', { name: 'Badges' }).evaluate(async (list) => {
    let [changes, drawnBefore] = [0, 0];
    const look = (records: readonly MutationRecord[]): void => {
      changes += records.length;
      // A place that becomes another badge's and still has the picture of the last.
      for (const { target } of records) if ((target as HTMLElement).dataset.drawn) drawnBefore += 1;
    };
    const observer = new MutationObserver(look);
    observer.observe(list, { subtree: true, attributeFilter: ['data-picture'] });
    for (let top = 0; top < list.scrollHeight; top += list.clientHeight) {
      list.scrollTop = top;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    observer.disconnect();
    return [changes, drawnBefore];
  });
  // Places are used again, or this would prove nothing.
  expect(changed).toBeGreaterThan(0);
  expect(wrong).toBe(0);
  await expect(cards().last()).toHaveAttribute('aria-posinset', '400');
  await expect(pictures().last()).toHaveAttribute('data-drawn', 'true');
  expect((await readdir(path.join(folder, 'user', 'Thumbnails'))).length).toBeLessThan(200);
});

test('a picture that is too large to be decoded beside others is drawn like them', async () => {
  const target = path.join(folder, 'in');
  const side = 1 + Math.ceil(Math.sqrt(limits.besidePixels));
  writeBadges(target, 2, side);
  await dropFiles(page, [target]);
  await expect(cards()).toHaveCount(2, { timeout: 30_000 });
  await expect.poll(() => loadedPictures(), { timeout: 30_000 }).toBe(2);
  const sizes = await pictures().evaluateAll((all) =>
    Promise.all(
      // The selector names canvases alone.
      (all as HTMLCanvasElement[]).map(async ({ dataset }) => {
        const image = new Image();
        image.src = dataset.picture ?? '';
        await image.decode();
        return [image.naturalWidth, image.naturalHeight];
      }),
    ),
  );
  expect(sizes).toEqual([
    [256, 256],
    [256, 256],
  ]);
});

test('a picture whose file says that it is turned is drawn the way the details show it', async () => {
  const [width, height, red, blue] = [600, 300, [255, 0, 0, 255], [0, 0, 255, 255]];
  // Each row begins with its filter, which is none; its left half is red, its right half blue.
  const row = [0, ...Array.from({ length: width }, (_none, x) => (x < 300 ? red : blue)).flat()];
  const rows = Buffer.from(Array.from({ length: height }, () => row).flat());
  // Orientation 6 (CIPA DC-008, section 4.6.6.1): the first row is the right side.
  const turned = Buffer.from('4d4d002a000000080001011200030000000100060000' + '00000000', 'hex');
  const credential = iTXt('openbadgecredential', JSON.stringify(credential30()));
  const chunks = [header(width, height), { type: 'eXIf', data: turned }, credential];
  const file = path.join(folder, 'turned.png');
  await writeFile(file, pngOf([...chunks, { type: 'IDAT', data: deflateSync(rows) }, end()]));
  await dropFiles(page, [file]);
  await expect.poll(() => loadedPictures()).toBe(1);
  const [small, whole] = await pictures()
    .first()
    .evaluate(async ({ dataset }: HTMLCanvasElement) => {
      const looksOf = async (address: string) => {
        const image = new Image();
        image.src = address;
        await image.decode();
        const context = new OffscreenCanvas(100, 100).getContext('2d');
        context?.drawImage(image, 0, 0, 100, 100);
        const colours = [
          [10, 10],
          [90, 10],
          [10, 90],
        ].map(([x = 0, y = 0]) => ((context?.getImageData(x, y, 1, 1).data[0] ?? 0) > 128 ? 'red' : 'blue'));
        return { shape: image.naturalWidth / image.naturalHeight, colours };
      };
      const address = dataset.picture ?? '';
      return [await looksOf(address), await looksOf(address.replace('//thumbnail/', '//badge/'))];
    });
  expect(new Set(small?.colours).size).toBe(2);
  expect(small).toEqual(whole);
});

test('what is transparent leaves no rim around a small picture', async () => {
  const side = 600;
  // Each row begins with its filter, which is none.
  const rows = Buffer.alloc(side * (1 + 4 * side));
  for (let index = 0; index < side * side; index += 1) {
    const [x, y] = [index % side, Math.floor(index / side)];
    if (Math.hypot(x - side / 2, y - side / 2) < 250)
      rows.writeUInt32BE(0xffff_ffff, y * (1 + 4 * side) + 1 + 4 * x);
  }
  const credential = iTXt('openbadgecredential', JSON.stringify(credential30()));
  const baked = pngOf([header(side, side), credential, { type: 'IDAT', data: deflateSync(rows) }, end()]);
  const file = path.join(folder, 'disc.png');
  await writeFile(file, baked);
  await dropFiles(page, [file]);
  await expect.poll(() => loadedPictures()).toBe(1);
  const [seen, darkest] = await pictures()
    .first()
    .evaluate(async (place: HTMLCanvasElement) => {
      const image = new Image();
      image.src = place.dataset.picture ?? '';
      await image.decode();
      const bitmap = await createImageBitmap(image);
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      context?.drawImage(bitmap, 0, 0);
      const { data } = context?.getImageData(0, 0, bitmap.width, bitmap.height) ?? { data: [] };
      const reds = Array.from(data).filter((_value, at) => at % 4 === 0 && (data[at + 3] ?? 0) > 40);
      return [reds.length, Math.min(...reds)];
    });
  expect(seen).toBeGreaterThan(30_000);
  expect(darkest).toBeGreaterThan(200);
});

test('a picture that cannot be drawn gets a drawing from its name, and is not tried again', async () => {
  const text = JSON.stringify(credential30({ id: 'urn:uuid:broken' }));
  const whole = Buffer.from(pngWith([iTXt('openbadgecredential', text)]));
  // Its pixels are no zlib stream any more; the badge inside is untouched.
  const pixels = whole.indexOf('IDAT');
  whole.fill(0xff, pixels + 4, pixels + 12);
  const file = path.join(folder, 'broken.png');
  await writeFile(file, whole);
  await dropFiles(page, [file]);
  await expect(cards()).toHaveCount(1);
  await expect(pictures()).toHaveCount(0);
  const [name] = await readdir(path.join(folder, 'user', 'Thumbnails'));
  expect(name).toMatch(/^[0-9a-f]{64}$/);
});

test('J15 a painter that is killed costs no thumbnail', async () => {
  const samples = path.resolve('resources/samples');
  await dropFiles(page, [path.join(samples, 'chess-club.png')]);
  await expect.poll(() => loadedPictures()).toBe(1);
  await app.evaluate(({ webContents }) => {
    const painter = webContents
      .getAllWebContents()
      .find((each) => each.getURL().startsWith('app://painter/'));
    painter?.forcefullyCrashRenderer();
  });
  await dropFiles(page, [path.join(samples, 'first-aid-at-work.png')]);
  await expect.poll(() => loadedPictures()).toBe(2);
  await expect(page.getByRole('listbox', { name: 'Badges' })).toBeVisible();
});

function loadedPictures(): Promise<number> {
  return pictures().evaluateAll(
    // The selector names canvases alone.
    (all) => (all as HTMLCanvasElement[]).filter(({ dataset }) => dataset.drawn === 'true').length,
  );
}
