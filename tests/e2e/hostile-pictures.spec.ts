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
  const files = await Promise.all(
    Object.entries(attacks(canaryUrl)).map(async ([name, attack], number) => {
      const credential = JSON.stringify(credential30({ id: `urn:uuid:${number}` }));
      const file = path.join(folder, `${name}.svg`);
      await writeFile(file, svgWith(credentialElement(cdata(credential)) + attack));
      return file;
    }),
  );
  await dropFiles(page, files);
  const cards = page.getByRole('listbox', { name: 'Badges' }).getByRole('option');
  await expect(cards).toHaveCount(names.length);
  await cards.first().click();
  const seen = new Set<string | null>();
  for (const _ of names) {
    const picture = page.locator('img[src^="badge-img://badge/"]').first();
    await expect(picture).toBeVisible();
    seen.add(await picture.getAttribute('src'));
    await page.keyboard.press('ArrowRight');
    if (seen.size < names.length) await expect(picture).not.toHaveAttribute('src', [...seen].at(-1) ?? '');
  }
  expect(seen.size).toBe(names.length);
  await page.waitForTimeout(1_000);
  expect(await page.title()).toBe(title);
  expect(asked).toEqual([]);
  await expect(page.locator('svg script, foreignObject, iframe')).toHaveCount(0);
});
