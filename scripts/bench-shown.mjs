/// <reference lib="dom" />
/**
 * What badges that are shown cost: memory of all processes after everything was scrolled through and garbage collected,
 * beside the same app with no badges; how the frames come while 10 000 are scrolled through, beside those of the page at
 * rest; small pictures drawn, beside reading and inflating the files. What is measured is looked at first: the number
 * of badges, and every picture's size. Needs a display, Linux, and `out/`, the command line too. `--quick`: without the
 * ten thousand.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { fillLibrary } from './lib/bench-library.mjs';
import { benchResults, median, quantile } from './lib/bench-results.mjs';
import { openApp } from './lib/drive-app.mjs';
import { memoryOf } from './lib/process-memory.mjs';

const quick = process.argv.includes('--quick');
const folder = mkdtempSync(path.join(tmpdir(), 'shown-'));
const results = benchResults('shown');
try {
  const none = await memoryShown(0, 64);
  const some = await memoryShown(1_000, 600);
  const added = some.all - none.all;
  results.row('memory of 1 000 badges, beyond none', added, { most: 40, unit: 'MiB' });
  if (!quick) {
    const many = await memoryShown(10_000, 64);
    results.row('memory of 10 000 badges / 1 000', many.all / some.all, { most: 1.5, unit: '×' });
    results.tell('memory of 10 000 badges, beyond none', `${(many.all - none.all).toFixed(0)} MiB`);
  }
  await drawPictures(quick ? 100 : 500);
} finally {
  results.save();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

async function memoryShown(count, sidePixels) {
  const place = path.join(folder, `${count}`);
  if (count > 0) fillLibrary(path.join(place, 'library'), count, sidePixels);
  const { app, page, quit } = await openApp({ folder: place, args: ['--disable-gpu'] });
  try {
    if (count === 0) await page.getByText('Your badges will live here').waitFor();
    else await hasAll(page, count);
    const rest = await page.evaluate(framesAtRest);
    if (count > 0) {
      // Once for the pictures to be drawn and kept, once to be seen.
      await page.evaluate(scrollThrough);
      const frames = await page.evaluate(scrollThrough);
      tellFrames(count, rest, frames);
    }
    const memory = await settledMemory(app, page);
    const kinds = Object.entries(memory.byKind).map(([kind, mebibytes]) => `${kind} ${mebibytes.toFixed(0)}`);
    results.tell(`memory, ${count} badges shown`, `${memory.all.toFixed(0)} MiB (${kinds.join(', ')})`);
    return memory;
  } finally {
    await quit();
  }
}

/** The grid says how many it holds, and the window shows the first of them with their pictures. */
async function hasAll(page, count) {
  const words = new RegExp(`\\b${count.toLocaleString('en')}\\b|\\b${count}\\b`);
  await page.getByText(words).first().waitFor({ timeout: 60_000 });
  await page.getByRole('option').first().waitFor();
}

function tellFrames(count, rest, frames) {
  const usual = median(rest);
  const p95 = quantile(frames, 0.95);
  const figures = `p50 ${median(frames).toFixed(0)}, p95 ${p95.toFixed(0)}, worst ${Math.max(...frames).toFixed(0)} ms`;
  results.tell(
    `scrolled, ${count} badges`,
    `${figures}; at rest p50 ${usual.toFixed(0)}, p95 ${quantile(rest, 0.95).toFixed(0)} ms`,
  );
  results.row(`scroll ${count}, p95`, p95 / usual, {
    most: 1.25,
    unit: 'frames',
    limit: 'one frame at rest',
  });
}

/** Runs in the page: how long two seconds of frames took while nothing happens. */
async function framesAtRest() {
  const frames = [];
  let last = await new Promise((resolve) => requestAnimationFrame(resolve));
  for (const end = last + 2_000; last < end; ) {
    const now = await new Promise((resolve) => requestAnimationFrame(resolve));
    frames.push(now - last);
    last = now;
  }
  return frames;
}

/** Runs in the page: from the top to the end in at most 300 steps, one in each frame; answers how long each took. */
async function scrollThrough() {
  const list = document.querySelector('[role=listbox][aria-label=Badges]');
  if (list === null) throw new TypeError('there is no grid');
  const frames = [];
  const step = Math.max(120, list.scrollHeight / 300);
  list.scrollTop = 0;
  let last = await new Promise((resolve) => requestAnimationFrame(resolve));
  for (let top = 0; top < list.scrollHeight; top += step) {
    list.scrollTop = top;
    const now = await new Promise((resolve) => requestAnimationFrame(resolve));
    frames.push(now - last);
    last = now;
  }
  return frames;
}

/** After forced garbage collection in the page and in the main process, when nothing is drawn any more. */
async function settledMemory(app, page) {
  const session = await page.context().newCDPSession(page);
  // The painter has gone when the window is alone.
  const pages = () => app.evaluate(({ webContents }) => webContents.getAllWebContents().length);
  for (let waited = 0; (await pages()) > 1; waited += 500) {
    if (waited > 60_000) throw new Error('the painter did not end');
    await page.waitForTimeout(500);
  }
  for (let time = 0; time < 3; time += 1) {
    await session.send('HeapProfiler.collectGarbage');
    await app.evaluate(() => {
      process.getBuiltinModule('node:v8').setFlagsFromString('--expose-gc');
      process.getBuiltinModule('node:vm').runInNewContext('gc')();
    });
    await page.waitForTimeout(500);
  }
  const { pid } = app.process();
  if (pid === undefined) throw new Error('the app has no process');
  return memoryOf(pid);
}

/** Small pictures of badges that nobody has looked at yet, four at a time, as a grid asks for them. */
async function drawPictures(count) {
  const place = path.join(folder, 'pictures');
  fillLibrary(path.join(place, 'library'), count, 600);
  const limitMs = readAndInflate(path.join(place, 'library'), count);
  const { app, page, quit } = await openApp({ folder: place, args: ['--disable-gpu'] });
  try {
    await hasAll(page, count);
    await app.evaluate(() => {
      const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks');
      const delay = monitorEventLoopDelay({ resolution: 1 });
      delay.enable();
      Object.assign(globalThis, { delay });
    });
    const { ms, sides } = await page.evaluate(drawAll);
    if (sides.length !== count || sides.some((side) => side !== sides[0] || side < 128 || side > 512))
      throw new Error(`${sides.length} pictures of ${[...new Set(sides)].join(', ')} pixels were drawn`);
    const blocked = await app.evaluate(() => Reflect.get(globalThis, 'delay').max / 1e6);
    results.tell(
      `${count} small pictures of 600 pixels`,
      `${(ms / count).toFixed(1)} ms each, all of ${sides[0]} pixels; main process blocked at most ${blocked.toFixed(0)} ms`,
    );
    results.tell(
      '  / read and inflate',
      `${(ms / limitMs).toFixed(1)}× (${(limitMs / count).toFixed(1)} ms each)`,
    );
  } finally {
    await quit();
  }
}

/** Runs in the page: asks for every badge's small picture; answers the time and the width of each. */
async function drawAll() {
  const answer = await Reflect.get(window, 'backpack').getLibrary();
  const left = answer.value.badges.map(({ imageUrl }) =>
    imageUrl.replace('badge-img://badge/', 'badge-img://thumbnail/'),
  );
  const sides = [];
  const started = performance.now();
  const draw = async () => {
    for (let url = left.pop(); url !== undefined; url = left.pop()) {
      const image = new Image();
      image.src = url;
      await image.decode();
      sides.push(image.naturalWidth);
    }
  };
  await Promise.all([draw(), draw(), draw(), draw()]);
  return { ms: performance.now() - started, sides };
}

/** What no drawing can do without. */
function readAndInflate(library, count) {
  const started = performance.now();
  let seen = 0;
  for (const name of readdirSync(library, { recursive: true, encoding: 'utf8' })) {
    const file = path.join(library, name);
    if (!statSync(file).isFile()) continue;
    const bytes = readFileSync(file);
    if (bytes.readUInt32BE(0) !== 0x89504e47) continue;
    seen += 1;
    const parts = [];
    for (let at = 8; at < bytes.length; at += bytes.readUInt32BE(at) + 12)
      if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT')
        parts.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
    if (inflateSync(Buffer.concat(parts)).length !== 600 * (1 + 600 * 4))
      throw new Error(`${name} is not as it was drawn`);
  }
  if (seen !== count) throw new Error(`${seen} pictures were found, not ${count}`);
  return performance.now() - started;
}
