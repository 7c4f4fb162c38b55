/**
 * Uses the app as a person would who asks it for nothing online, and says in one line of JSON what it did. Runs in a
 * network of its own: `node use-app.mjs FOLDER-OF-BADGES IDLE-MILLISECONDS quiet|online`.
 */
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { answerSaveDialog, dropFiles, openApp } from '../../scripts/lib/drive-app.mjs';

const [badges = '', idleMs = '0', mode = 'quiet'] = process.argv.slice(2);
const exports = await mkdtemp(path.join(tmpdir(), 'use-app-'));
const { app, page, close } = await openApp();
try {
  await page.getByText('Your badges will live here').waitFor();
  await sleep(Number(idleMs));
  /** @type {any} The bridge of the preload. */
  const samples = await page.evaluate(() => window.backpack.importFrom({ kind: 'samples' }));
  const files = (await readdir(badges)).map((name) => path.join(badges, name));
  await dropFiles(page, files);
  const cards = page.getByRole('listbox', { name: 'Badges' }).getByRole('option');
  await page.waitForFunction(
    (count) =>
      document.querySelectorAll('[role="listbox"][aria-label="Badges"] [role="option"]').length > count,
    samples.value.rows.length,
    { timeout: 60_000 },
  );
  await sleep(3_000);
  const ids = await page.evaluate(async () => {
    /** @type {any} */
    const library = await window.backpack.getLibrary();
    return library.value.badges.map((badge) => badge.id);
  });
  for (const id of ids) await page.evaluate((badge) => window.backpack.getBadge(badge), id);
  for (let at = 0; at < Math.min(8, await cards.count()); at += 1) {
    await cards.nth(at).click();
    await sleep(200);
  }
  await page.getByRole('searchbox').first().fill('open source');
  await sleep(500);
  const found = await cards.count();
  const file = path.join(exports, 'portfolio.html');
  await answerSaveDialog(app, file);
  const exported = await page.evaluate((badgeIds) => {
    const entries = badgeIds.map((badge) => ({ badge, story: '', evidence: [] }));
    const portfolio = {
      title: 'Portfolio',
      introduction: '',
      person: { name: '', contact: '' },
      sections: [{ title: '', text: '', entries }],
      theme: 'plain',
      language: 'en',
    };
    const switches = {
      originals: true,
      'person-name': false,
      'person-contact': false,
      'own-words': false,
      recipients: false,
      'badge-page': false,
      evidence: false,
      results: false,
      dates: true,
    };
    return window.backpack.exportPortfolio({
      do: 'save',
      portfolio,
      switches,
      format: 'html',
      forWhom: '',
    });
  }, ids);
  if (!exported.ok) throw new Error(JSON.stringify(exported));
  const exportedBytes = (await stat(file)).size;
  if (mode === 'online') await page.evaluate((badgeIds) => window.backpack.checkBadges(badgeIds, true), ids);
  await sleep(Number(idleMs));
  process.stdout.write(`${JSON.stringify({ badges: ids.length, found, exportedBytes })}\n`);
} finally {
  await close();
  await rm(exports, { recursive: true, force: true });
}
