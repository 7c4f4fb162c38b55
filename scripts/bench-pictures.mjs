/// <reference lib="dom" />
/**
 * How long small pictures take that nobody has looked at yet: 500 of 600 pixels, four asked for at a time as a grid does,
 * read, checked, decoded by Chromium in a process of its own, drawn, packed as WebP, kept, and decoded again in the
 * window. Beside @napi-rs/image in a Node process of its own before and after, which reads, draws, packs and keeps (sharp
 * would be the usual peer, but its libvips is LGPL), and beside reading and inflating the files. "Blocked" is how far
 * beyond 50 ms (W3C Long Tasks) the main process worked without coming to its timers; its own work alone, since the
 * machine may hold it up too. Needs a display, Linux, and `out/`, the command line too.
 * `--quick`: 100.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { fillLibrary } from './lib/bench-library.mjs';
import { benchResults } from './lib/bench-results.mjs';
import { openApp } from './lib/drive-app.mjs';
import { root } from './lib/paths.mjs';
import { processorMsOf } from './lib/process-memory.mjs';

const count = process.argv.includes('--quick') ? 100 : 500;
const folder = mkdtempSync(path.join(tmpdir(), 'pictures-'));
const library = path.join(folder, 'library');
const results = benchResults('pictures');
const names = { before: '@napi-rs/image before', ours: 'ours', after: '@napi-rs/image after' };
try {
  fillLibrary(library, count, 600);
  const limitMs = readAndInflate();
  const before = drawByPeer();
  const ours = await drawOurs();
  const after = drawByPeer();
  for (const [who, { ms, cpuMs }] of Object.entries({ before, ours, after }))
    results.tell(`${count} small pictures, ${names[who]}`, `${each(ms)}; processor ${each(cpuMs)}`);
  const peerMs = (before.ms + after.ms) / 2;
  results.row(`${count} small pictures / @napi-rs/image`, ours.ms / peerMs, { most: 1.2, unit: '×' });
  const cpuMs = (before.cpuMs + after.cpuMs) / 2;
  results.tell('  the processor alone', `${(ours.cpuMs / cpuMs).toFixed(1)}×, in all processes of the app`);
  results.tell(
    '  the peer',
    '@napi-rs/image (MIT), four at a time; sharp is not measured: its libvips is LGPL',
  );
  results.tell('  / read and inflate', `${(ours.ms / limitMs).toFixed(1)}× (${each(limitMs)})`);
  results.tell('main process at rest', longest(ours.rest));
  results.tell('main process while they are drawn', longest(ours.held));
  results.row('main process blocked', Math.max(0, ours.held.workedMs - 50), { most: 0, unit: 'ms' });
} finally {
  results.save();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

async function drawOurs() {
  const { app, page, quit } = await openApp({ folder, args: ['--disable-gpu'] });
  try {
    await page.getByRole('option').first().waitFor({ timeout: 60_000 });
    await page.waitForTimeout(2_000);
    // Those that the window shows at its start are drawn already.
    const fresh = count - keptPictures();
    await app.evaluate(watchWork);
    await page.waitForTimeout(3_000);
    const rest = await app.evaluate(takeWork);
    const pid = app.process().pid ?? 0;
    const processorBefore = processorMsOf(pid);
    const { ms, sides } = await page.evaluate(drawAll);
    const cpuMs = ((processorMsOf(pid) - processorBefore) * count) / fresh;
    const held = await app.evaluate(takeWork);
    if (sides.length !== count || sides.some((side) => side !== 256))
      throw new Error(`${sides.length} pictures of ${[...new Set(sides)].join(', ')} pixels were drawn`);
    if (keptPictures() !== count) throw new Error(`${keptPictures()} of ${count} pictures were kept`);
    return { ms: (ms * count) / fresh, cpuMs, rest, held };
  } finally {
    await quit();
  }
}

function keptPictures() {
  return readdirSync(path.join(folder, 'user/Thumbnails')).length;
}

function drawByPeer() {
  const to = path.join(folder, 'peer');
  mkdirSync(to, { recursive: true });
  const words = ['scripts/lib/pictures-by-peer.mjs', library, to];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  const drawn = JSON.parse(stdout);
  if (drawn.count !== count || `${drawn.sides}` !== '256') throw new Error(`the peer drew ${stdout}`);
  rmSync(to, { recursive: true });
  return drawn;
}

/** Runs in the main process: notes how long its thread works, and how long it is away, between two turns of a timer. */
function watchWork() {
  const { readFileSync } = process.getBuiltinModule('node:fs');
  const workedNow = () => Number(readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ')[0]) / 1e6;
  /** @type {{ worked: number[], away: number[] }} */
  const seen = { worked: [], away: [] };
  Object.assign(globalThis, { seen });
  let [worked, now] = [workedNow(), performance.now()];
  const look = () => {
    const [lastWorked, last] = [worked, now];
    [worked, now] = [workedNow(), performance.now()];
    seen.worked.push(worked - lastWorked);
    seen.away.push(now - last);
    setTimeout(look, 1);
  };
  look();
}

/** Runs in the main process: what was noted since the last time. */
function takeWork() {
  const { worked, away } = Reflect.get(globalThis, 'seen');
  return { workedMs: Math.max(...worked.splice(0)), awayMs: Math.max(...away.splice(0)) };
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
function readAndInflate() {
  const started = performance.now();
  let seen = 0;
  for (const name of readdirSync(library, { recursive: true, encoding: 'utf8' })) {
    const file = path.join(library, name);
    if (!name.endsWith('.png') || !statSync(file).isFile()) continue;
    const bytes = readFileSync(file);
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

function each(ms) {
  return `${(ms / count).toFixed(1)} ms each`;
}

function longest({ workedMs, awayMs }) {
  return `worked ${workedMs.toFixed(0)} ms at once at most, was away for ${awayMs.toFixed(0)} ms`;
}
