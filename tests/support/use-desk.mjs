/**
 * Uses the check desk as an employer would: `node use-desk.mjs FOLDER KNOWN-ISSUERS PACK REPORT offline|online`. Says in one
 * line of JSON which hosts the app named before it asked them; the report is written to REPORT. Offline, “Stay offline” is
 * on, and a page that asks all the same is not heard.
 */
import { answerOpenDialog, answerSaveDialog, openApp } from '../../scripts/lib/drive-app.mjs';

const [folder = '', issuers = '', pack = '', report = '', mode = 'offline'] = process.argv.slice(2);
const { app, page, close } = await openApp();
try {
  await page.getByText('Your badges will live here').waitFor();
  await answerOpenDialog(app, [issuers]);
  await page.evaluate(async () => {
    await window.backpack.chooseIssuerList();
    await window.backpack.takeIssuerList();
  });
  await answerOpenDialog(app, [pack]);
  /** @type {any} */
  const taken = await page.evaluate(async () => {
    await window.backpack.desk('pack-choose', {});
    return await window.backpack.desk('pack-take', {});
  });
  if (!taken.ok) throw new Error(taken.failure.message);
  await page.keyboard.press('Control+Shift+c');
  await answerOpenDialog(app, [folder]);
  await page.getByRole('button', { name: 'Choose a folder…' }).click();
  await settled();
  /** @type {string[]} */
  let hosts = [];
  if (mode === 'offline') await page.evaluate(() => window.backpack.changeSettings({ stayOffline: true }));
  await page.getByRole('button', { name: /^Check \d+ online…$/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Ask these sites?' });
  hosts = await dialog.getByRole('listitem').allTextContents();
  const ask = dialog.getByRole('button', { name: /^Ask/ });
  if (mode === 'online') {
    await ask.click();
    await settled();
  } else {
    if (await ask.isEnabled()) throw new Error('sites could be asked');
    await page.keyboard.press('Escape');
    await page.evaluate(async (named) => {
      const ids = Array.from({ length: 100 }, (_, file) => `f${file}.0`);
      await window.backpack.desk('online', { ids, hosts: named });
    }, hosts);
  }
  await answerSaveDialog(app, report);
  await page.evaluate(() => window.backpack.desk('report', { format: 'json' }));
  process.stdout.write(`${JSON.stringify({ hosts })}\n`);
} finally {
  await close();
}

/** Waits until work was seen and is over. */
async function settled() {
  const stop = page.getByRole('button', { name: 'Stop' });
  await stop.waitFor({ state: 'visible', timeout: 10_000 }).catch(() => undefined);
  await stop.waitFor({ state: 'hidden', timeout: 120_000 });
}
