/**
 * What badges that are shown cost. Memory of all processes (PSS) once every badge was seen with its picture, garbage is
 * collected and nothing is given back any more, since the runtime's allocators return what they hold in reserve only by
 * and by (the figure before that is told, too): beside the same app with no badges, and beside bare Electron. A library
 * was opened once before: only the first time it is read from its journal. The app is driven from within: a debugger
 * would keep each picture that it notes. Then frames, with a debugger, while 10 000 are scrolled through, as fast as
 * reaches the end and at paces at which pictures are seen; beside those of the page at rest, and beside an empty page and
 * as many plain boxes, not windowed, in a bare window. What is measured is looked at first: the number of badges and of
 * pictures seen. Needs a display, Linux, no other Electron at work, and `out/`, the command line too. `--quick`: without
 * the ten thousand.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron } from '@playwright/test';
import { fillLibrary } from './lib/bench-library.mjs';
import { benchResults, median, quantile } from './lib/bench-results.mjs';
import { openApp } from './lib/drive-app.mjs';
import { fillPlainly, framesAtRest, scrollThrough, seeAll } from './lib/grid-in-page.mjs';
import { root } from './lib/paths.mjs';

const quick = process.argv.includes('--quick');
/** Pixels in each frame. null: the end is reached in 300; 120: a strong push; 40: three windows in a second. */
const paces = [null, 120, 40];
const electron = createRequire(import.meta.url)('electron');
const folder = mkdtempSync(path.join(tmpdir(), 'shown-'));
const results = benchResults('shown');
try {
  const bare = await memoryOf('bare', 'bare Electron');
  const none = await memoryShown(0, 64);
  const some = await memoryShown(1_000, 600);
  results.tell('memory of the app with no badges, beyond bare', mebibytes(none - bare));
  results.tell('memory of 1 000 badges, beyond bare', mebibytes(some - bare));
  results.row('memory of 1 000 badges, beyond none', some - none, { most: 40, unit: 'MiB' });
  if (!quick) {
    const many = await memoryShown(10_000, 64);
    results.tell('memory of 10 000 badges, beyond none', mebibytes(many - none));
    results.tell('  for each 1 000 after the first', mebibytes((many - some) / 9));
    results.row('memory of 10 000 badges / 1 000', many / some, { most: 1.5, unit: '×' });
  }
  await scrollBare(quick ? 1_000 : 10_000);
  await scrollShown(1_000);
  if (!quick) await scrollShown(10_000);
} finally {
  results.save();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

async function memoryShown(count, sidePixels) {
  const place = path.join(folder, `${count}`);
  withoutBackups(path.join(place, 'user'));
  if (count > 0) {
    fillLibrary(path.join(place, 'library'), count, sidePixels);
    await askApp(`${count}`, { SHOWN: `${count}`, SHOWN_ONCE: 'yes' });
  }
  return await memoryOf(`${count}`, `${count} badges shown`, { SHOWN: `${count}` });
}

/** The day's backup, a minute after the start, would be measured too. */
function withoutBackups(user) {
  mkdirSync(user, { recursive: true });
  writeFileSync(path.join(user, 'preferences.json'), JSON.stringify({ backups: { isOn: false } }));
}

/** After every badge was seen, in MiB. `name` of its folder; `bare`: an empty window. */
async function memoryOf(name, what, environment = {}) {
  const { seen, atOnce, all, byKind, strangers } = await askApp(name, environment);
  if (seen !== Number(environment.SHOWN ?? 0)) throw new Error(`${seen} pictures were seen, not all`);
  results.tell(`memory, ${what}, at once`, mebibytes(atOnce));
  if (strangers > 0)
    results.tell('memory cannot be compared', `${strangers} other processes of this Electron share it`);
  const kinds = Object.entries(byKind).map(([kind, each]) => `${kind} ${each.toFixed(0)}`);
  results.tell(`memory, ${what}`, `${all.toFixed(0)} MiB (${kinds.join(', ')})`);
  return all;
}

/** What `tests/bench/shown-memory.cjs` tells, which drives the app from within. */
async function askApp(name, environment) {
  const place = path.join(folder, name);
  const words = [
    ...['-r', path.join(root, 'tests/bench/shown-memory.cjs')],
    name === 'bare' ? 'tests/bench/bare-app' : '.',
    ...[`--user-data-dir=${path.join(place, 'user')}`, `--library=${path.join(place, 'library')}`],
    ...['--disable-gpu', '--js-flags=--expose-gc', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  ];
  const child = spawn(electron, words, {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  const texts = { errors: '', answer: '' };
  child.stderr?.on('data', (piece) => {
    texts.errors += piece;
  });
  child.stdio[3]?.on('data', (piece) => {
    texts.answer += piece;
  });
  await once(child, 'close');
  if (texts.answer === '') throw new Error(`The app ended without an answer. ${texts.errors}`);
  return JSON.parse(texts.answer);
}

/** What the machine gives at best, and what no window would. */
async function scrollBare(count) {
  const user = `--user-data-dir=${path.join(folder, 'bare/user')}`;
  const app = await _electron.launch({ args: ['tests/bench/bare-app', user, '--disable-gpu'], cwd: root });
  try {
    const page = await app.firstWindow();
    await page.waitForLoadState();
    const rest = await page.evaluate(framesAtRest);
    await page.evaluate(fillPlainly, 0);
    for (const pixels of paces) {
      const { frames } = await page.evaluate(scrollThrough, pixels);
      tellFrames(`an empty page${paceOf(pixels)}`, rest, frames);
    }
    await page.evaluate(fillPlainly, count);
    const { frames } = await page.evaluate(scrollThrough, null);
    tellFrames(`${count} plain boxes, not windowed`, rest, frames);
  } finally {
    await app.close();
  }
}

async function scrollShown(count) {
  const { page, quit } = await openApp({ folder: path.join(folder, `${count}`), args: ['--disable-gpu'] });
  try {
    await seeEachBadge(page, count);
    await scrollGrid(page, count);
  } finally {
    await quit();
  }
}

/** The grid says how many it holds, and shows each of them with its picture. */
async function seeEachBadge(page, count) {
  const first = page.getByRole('option').first();
  await first.waitFor({ timeout: 60_000 });
  await page.locator(`[role=option][aria-setsize="${count}"]`).first().waitFor();
  const seen = await page.evaluate(seeAll);
  if (seen !== count) throw new Error(`${seen} of ${count} pictures were seen`);
}

async function scrollGrid(page, count) {
  await page.waitForTimeout(1_000);
  const rest = await page.evaluate(framesAtRest);
  for (const pixels of paces) {
    const { frames, picturesMs } = await page.evaluate(scrollThrough, pixels);
    const what = `${count} badges${paceOf(pixels)}`;
    tellFrames(what, rest, frames);
    results.tell('  pictures are there after', `${picturesMs.toFixed(0)} ms`);
    results.row(`scroll ${what}, p95`, quantile(frames, 0.95) / median(rest), {
      most: 1.25,
      unit: 'frames',
      limit: 'one frame at rest',
    });
  }
}

function paceOf(pixels) {
  return pixels === null ? '' : `, ${pixels} px a frame`;
}

function tellFrames(what, rest, frames) {
  const figures = `p50 ${median(frames).toFixed(0)}, p95 ${quantile(frames, 0.95).toFixed(0)}, worst ${Math.max(...frames).toFixed(0)} ms`;
  const still = `at rest p50 ${median(rest).toFixed(0)}, p95 ${quantile(rest, 0.95).toFixed(0)} ms`;
  results.tell(`scrolled, ${what}`, `${figures}; ${still}`);
}

function mebibytes(value) {
  return `${value.toFixed(1)} MiB`;
}
