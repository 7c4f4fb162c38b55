/// <reference lib="dom" />
/**
 * How the window keeps up: while badges are dropped on it, and while a person scrolls through them. Frames are counted
 * in the page; beside them stand those of the same page at rest, since the machine has a say in both. "blocked" is
 * Chromium's own figure: how long a frame kept the page from answering. Needs a display, `out/`, and a temporary folder
 * with some hundred megabytes. `--quick`: without the ten thousand.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeBadges } from './lib/bench-badges.mjs';
import { dropFiles, openApp } from './lib/drive-app.mjs';

const sizes = [{ count: 1_000, sidePixels: 600 }];
if (!process.argv.includes('--quick')) sizes.push({ count: 10_000, sidePixels: 64 });

for (const size of sizes) await measure(size);

async function measure({ count, sidePixels }) {
  const folder = mkdtempSync(path.join(tmpdir(), 'window-'));
  const { app, page, close } = await openApp({ args: ['--disable-gpu'] });
  try {
    writeBadges(folder, count, sidePixels);
    await page.getByText('Your badges will live here').waitFor();
    await page.evaluate(watchFrames);
    await page.waitForTimeout(2_000);
    line(`${count} badges of ${sidePixels} pixels`, '');
    report('at rest', await page.evaluate(takeFrames));

    const started = Date.now();
    await dropFiles(page, [folder]);
    await page.getByRole('heading', { name: `${count} badge files added` }).waitFor({ timeout: 600_000 });
    const seconds = (Date.now() - started) / 1_000;
    report(`dropped, ${seconds.toFixed(1)} s`, await page.evaluate(takeFrames));

    await page.getByText(/^Checking \d/).waitFor({ state: 'detached', timeout: 600_000 });
    const pageBefore = await pageMiB(app, page);
    await page.evaluate(scrollThrough);
    report('scrolled, pictures drawn', await page.evaluate(takeFrames));
    await page.evaluate(scrollThrough);
    report('scrolled again', await page.evaluate(takeFrames));
    line('  the page grew while scrolled', `${(await pageMiB(app, page)) - pageBefore} MiB`);
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Runs in the page: notes each frame's length, and how long frames kept the page from answering. */
function watchFrames() {
  /** @type {{ frames: number[], blocked: number[] }} */
  const seen = { frames: [], blocked: [] };
  Object.assign(window, { seen });
  let last = performance.now();
  const next = () => {
    const now = performance.now();
    seen.frames.push(now - last);
    last = now;
    requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.blocked.push(Reflect.get(entry, 'blockingDuration'));
  }).observe(/** @type {any} */ ({ type: 'long-animation-frame' }));
}

/** Runs in the page: what was noted since the last time. */
function takeFrames() {
  const { frames, blocked } = Reflect.get(window, 'seen');
  return { frames: frames.splice(0), blocked: blocked.splice(0) };
}

/** Runs in the page: from the top to the end in at most 300 steps, one in each frame. */
async function scrollThrough() {
  const list = document.querySelector('[role=listbox][aria-label=Badges]');
  if (list === null) throw new TypeError('there is no grid');
  const step = Math.max(120, list.scrollHeight / 300);
  list.scrollTop = 0;
  for (let top = 0; top < list.scrollHeight; top += step) {
    list.scrollTop = top;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

/** The working set of the window's own process, after its garbage is gone. */
async function pageMiB(app, page) {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await page.waitForTimeout(1_000);
  return app.evaluate(({ app: electron, BrowserWindow }) => {
    const pid = BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId();
    const metric = electron.getAppMetrics().find((each) => each.pid === pid);
    return Math.round((metric?.memory.workingSetSize ?? 0) / 1_024);
  });
}

function report(what, { frames, blocked }) {
  const sorted = frames.toSorted((left, right) => left - right);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(0);
  const worst = Math.max(0, ...blocked).toFixed(0);
  line(`  ${what}`, `frames p50 ${at(0.5)}, p95 ${at(0.95)}, worst ${at(1)} ms; blocked at most ${worst} ms`);
}

function line(name, value) {
  process.stdout.write(`${name.padEnd(32)} ${value}\n`);
}
