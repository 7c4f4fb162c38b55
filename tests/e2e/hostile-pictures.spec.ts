import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { dropFiles, openApp } from '../../scripts/lib/drive-app.mjs';
import { credential30 } from '../factories/badges.ts';
import { cdata, credentialElement, svgWith } from '../factories/svg.ts';

let opened: Awaited<ReturnType<typeof openApp>>;
let canary: Server;
let canaryUrl: string;
const asked: string[] = [];

test.beforeAll(async () => {
  canary = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => canary.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address of this kind.
  canaryUrl = `http://127.0.0.1:${(canary.address() as AddressInfo).port}`;
  opened = await openApp();
  await expect(opened.page.getByText('Your badges will live here')).toBeVisible();
});
test.afterAll(async () => {
  await opened.close();
  await new Promise((resolve) => canary.close(resolve));
});

/** What each picture tries, by the threat's id. Each says “ran” in a way that the page would hear. */
const attacks = (url: string): Readonly<Record<string, string>> => ({
  'F04 script': '<script>parent.document.title = "ran"; document.title = "ran"</script>',
  'F04 onload': '<rect width="9" height="9" onload="top.document.title = \'ran\'"/>',
  'F04 onbegin': '<animate attributeName="x" begin="0s" dur="1s" onbegin="top.document.title = \'ran\'"/>',
  'F04 link': '<a href="javascript:top.document.title = \'ran\'"><rect width="99" height="99"/></a>',
  'F04 set href':
    '<a id="a"><rect width="99" height="99"/><set attributeName="href" to="javascript:top.document.title=1"/></a>',
  'F05 foreignObject': `<foreignObject width="99" height="99"><iframe xmlns="http://www.w3.org/1999/xhtml" src="${url}/f05"/></foreignObject>`,
  'F06 image': `<image href="${url}/image" width="9" height="9"/>`,
  'F06 use': `<use href="${url}/use#a"/>`,
  'F06 import': `<style>@import url("${url}/import"); rect { fill: url("${url}/fill#a") }</style><rect width="9" height="9"/>`,
  'F06 feImage': `<filter id="f"><feImage href="${url}/fe"/></filter><rect width="9" height="9" filter="url(#f)"/>`,
});

test('F04 F05 F06 pictures that carry scripts, frames and addresses are shown, run nothing and load nothing', async () => {
  const { page, folder } = opened;
  const title = await page.title();
  const names = Object.keys(attacks(canaryUrl));
  const digests = new Map<string, string>();
  const files = await Promise.all(
    Object.entries(attacks(canaryUrl)).map(async ([name, attack], number) => {
      const credential = JSON.stringify(credential30({ id: `urn:uuid:${number}` }));
      const file = path.join(folder, `${name}.svg`);
      const bytes = svgWith(credentialElement(cdata(credential)) + attack);
      digests.set(createHash('sha256').update(bytes).digest('hex'), name);
      await writeFile(file, bytes);
      return file;
    }),
  );
  await dropFiles(page, files);
  const cards = page.getByRole('listbox', { name: 'Badges' }).getByRole('option');
  await expect(cards).toHaveCount(names.length);
  await cards.first().click();
  const shown: string[] = [];
  const seen = new Set<string>();
  for (const _ of names) {
    const digest = page.getByRole('complementary').locator('code').first();
    await expect(digest).toHaveText(/^[0-9a-f]{64}$/);
    const sha256 = (await digest.textContent()) ?? '';
    const name = digests.get(sha256) ?? '';
    seen.add(name);
    const picture = page.locator(`img[src="badge-img://badge/${sha256}"]`);
    // A drawing with a page inside cannot be drawn beforehand, so it is never shown whole.
    if (name !== 'F05 foreignObject') {
      await expect(picture).toBeVisible();
      shown.push(name);
    }
    await page.keyboard.press('ArrowRight');
    if (seen.size < names.length) await expect(digest).not.toHaveText(sha256);
  }
  expect([...seen].sort()).toEqual([...names].sort());
  expect(shown).toHaveLength(names.length - 1);
  await page.waitForTimeout(1_000);
  expect(await page.title()).toBe(title);
  expect(asked).toEqual([]);
  await expect(page.locator('svg script, foreignObject, iframe')).toHaveCount(0);
});

/** Pictures that would fill the window, or take for ever. */
const monsters: Readonly<Record<string, string>> = {
  'F12 blur':
    '<filter id="f"><feGaussianBlur stdDeviation="1000000000"/></filter><rect width="9" height="9" filter="url(#f)"/>',
  'F12 use': Array.from({ length: 20 }, (_, n) =>
    n === 0
      ? '<g id="u0"><rect width="1" height="1"/></g>'
      : `<g id="u${n}">${`<use href="#u${n - 1}"/>`.repeat(10)}</g>`,
  ).join(''),
  'F14 overlay':
    '<style>svg { position: fixed; inset: 0; z-index: 99999; width: 100vw; height: 100vh }</style><rect width="99999" height="99999" fill="#123456"/>',
};

test('F12 F14 pictures that would take for ever or cover the window: it goes on, and each stays in its box', async () => {
  const fresh = await openApp();
  const { page, folder } = fresh;
  const files = await Promise.all(
    Object.entries(monsters).map(async ([name, monster], number) => {
      const credential = JSON.stringify(credential30({ id: `urn:uuid:monster-${number}`, name }));
      const size = ' width="1000000000" height="1000000000" viewBox="NaN 0 1e99 -1"';
      const file = path.join(folder, `${name}.svg`);
      await writeFile(file, svgWith(credentialElement(cdata(credential)) + monster, size));
      return file;
    }),
  );
  await dropFiles(page, files);
  const cards = page.getByRole('listbox', { name: 'Badges' }).getByRole('option');
  await expect(cards).toHaveCount(files.length);
  const window = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  for (const index of files.keys()) {
    await cards.nth(index).click();
    const start = Date.now();
    expect(await page.evaluate(() => 1 + 1)).toBe(2);
    expect(Date.now() - start).toBeLessThan(2_000);
    const boxes = await page.evaluate(() =>
      [...document.images].map((picture) => picture.getBoundingClientRect().toJSON()),
    );
    for (const { width, height } of boxes) {
      expect(width < window.width / 2 && height < window.height / 2).toBe(true);
    }
    await expect(page.getByRole('button', { name: 'Add badges…' })).toBeVisible();
  }
  await fresh.close();
});
