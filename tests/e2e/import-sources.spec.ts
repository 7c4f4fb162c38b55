import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { dropFiles, openApp } from '../../scripts/lib/drive-app.mjs';
import { assertion20, credential30 } from '../factories/badges.ts';
import { codeJpeg, codePng } from '../factories/codes.ts';
import { pageOf } from '../factories/pages.ts';
import { pdfOf, pdfStream, pdfString, pdfWithAttachments } from '../factories/pdf.ts';
import { iTXt, pngWith } from '../factories/png.ts';

const rowsOf = (page: Page) => page.getByRole('region', { name: 'Added files' }).getByRole('listitem');
const cardsOf = (page: Page) => page.getByRole('listbox', { name: 'Badges' }).getByRole('option');

test('PDFs, a saved page, codes and a shortcut dropped on the window: a badge, or a row that says what to do', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'backpack-sources-'));
  const png = pngWith([iTXt('openbadges', JSON.stringify(assertion20()))]);
  const files = {
    'certificate.pdf': pdfWithAttachments([
      { name: 'bicycle.png', bytes: png },
      { name: 'welding.json', bytes: JSON.stringify(credential30()) },
    ]),
    'bomb.pdf': pdfOf({
      objects: [pdfStream(10, new Uint8Array(60_000_000), '/Type /ObjStm /N 1 /First 4')],
    }),
    'locked.pdf': pdfOf({ trailer: '/Encrypt 9 0 R', info: `/openbadges ${pdfString('x')}` }),
    'page.html': pageOf(
      '<link rel="alternate" type="application/json" href="https://badges.invalid/assertions/1">',
    ),
    'code.png': codePng('https://badges.invalid/assertions/2'),
    'code.jpg': codeJpeg('https://badges.invalid/assertions/3'),
    'link.url': '[InternetShortcut]\r\nURL=https://badges.invalid/assertions/4\r\n',
    'photo.webp': 'RIFF\0\0\0\0WEBPVP8 ',
  };
  for (const [name, content] of Object.entries(files)) await writeFile(path.join(folder, name), content);
  const opened = await openApp();
  try {
    const { page } = opened;
    await dropFiles(
      page,
      Object.keys(files).map((name) => path.join(folder, name)),
    );
    const rows = rowsOf(page);
    await expect(rows).toHaveCount(8);
    const row = (name: string) => rows.filter({ hasText: name });
    await expect(row('certificate.pdf')).toContainText('2 badges: “Bicycle repair” and others');
    await expect(row('bomb.pdf')).toContainText('far more than badges need');
    await expect(row('locked.pdf')).toContainText('Save it without a password');
    await expect(row('photo.webp')).toContainText('A WebP picture cannot carry a badge');
    for (const name of ['page.html', 'code.png', 'code.jpg', 'link.url'])
      await expect(row(name).getByRole('button')).toHaveText('Fetch from badges.invalid');
    await expect(cardsOf(page)).toHaveCount(2);
    // The picture attached to the PDF is the badge's; the other badge, which has none, gets its own art.
    await expect(cardsOf(page).filter({ hasText: 'Bicycle repair' }).locator('canvas')).toHaveCount(1);

    await row('code.png').getByRole('button').click();
    await expect(row('badges.invalid/assertions/2')).toContainText('inside a private network');
  } finally {
    await opened.close();
    await rm(folder, { recursive: true, force: true });
  }
});

test('the rows of an import are there again after a restart', async () => {
  const first = await openApp();
  const { folder } = first;
  await first.page.evaluate(() => window.backpack.importText('{"hello": 1}'));
  await first.quit();
  const again = await openApp({ folder });
  try {
    const { page } = again;
    await expect(page.getByRole('button', { name: 'Add badges…' }).first()).toBeVisible();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('last imports');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog').getByRole('listitem')).toContainText(
      'no Open Badge and no credential',
    );
  } finally {
    await again.close();
  }
});

test('what the page agrees to is all that is asked: addresses inside the network and other schemes are refused', async () => {
  const { page, close } = await openApp();
  try {
    const codeOf = (url: string, hosts: readonly string[]) =>
      page.evaluate(
        async ([given, agreed]) => {
          const answer = await window.backpack.importFrom({ kind: 'address', url: given, hosts: agreed });
          return answer.ok ? (answer.value.rows[0]?.failure?.code ?? 'taken') : answer.failure.code;
        },
        [url, hosts] as const,
      );
    expect(await codeOf('https://127.0.0.1/a', ['127.0.0.1'])).toBe('network/private-host');
    expect(await codeOf('file:///etc/passwd', ['x'])).toBe('network/bad-url');
    expect(await codeOf('https://school.example/a', ['other.example'])).toBe('link/leads-on');
    expect(await codeOf('https://school.example/a', [])).toBe('ipc/bad-payload');
    await page.evaluate(() => window.backpack.changeSettings({ stayOffline: true }));
    expect(await codeOf('https://school.example/a', ['school.example'])).toBe('network/offline');
  } finally {
    await close();
  }
});
