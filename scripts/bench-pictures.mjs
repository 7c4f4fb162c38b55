/**
 * How long small pictures take that nobody has looked at yet: 500 of 600 pixels, asked for by the screenful as a grid
 * does, four drawn at a time: read, checked, decoded by Chromium in a process of its own, drawn, packed as WebP, kept, and
 * handed to the window. Beside @napi-rs/image in a Node process of its own before and after, which reads, draws, packs and
 * keeps, four at a time, and beside reading and inflating the files. The same of sharp, the usual peer, where
 * `BENCH_SHARP` names a folder that it is installed in: its libvips is LGPL, so that it is no dependency here.
 *
 * What is the same: the files, 256 pixels, WebP of quality 85, and a file for each that nobody waits for to be on disk
 * (no fsync on either side: what is torn is drawn again). What ours does beyond that: it looks each file up by its hash and
 * checks it, sends it to another process and back, looks whether anything is to be seen, and gives the drawing to the
 * window. What the peers do beyond that: they scale with Lanczos over all pixels, where Chromium's best looks at sixteen,
 * and sharp packs with its usual effort of 4, which is not Chromium's to choose.
 *
 * Nobody looks on: no debugger is at the app, which would note each picture on its way, and the window decodes nothing in
 * the meantime. A wait for `decode()` would be one for the next frame of the window, and the peer decodes nothing again;
 * what that takes is told beside. "Blocked" is how far beyond 50 ms (W3C Long Tasks) the main process worked without
 * coming to its timers; its own work alone, since the machine may hold it up too. Needs a display, Linux, and `out/`,
 * the command line too.
 * `--quick`: 100.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { fillLibrary } from './lib/bench-library.mjs';
import { benchResults } from './lib/bench-results.mjs';
import { root } from './lib/paths.mjs';

const count = process.argv.includes('--quick') ? 100 : 500;
const folder = mkdtempSync(path.join(tmpdir(), 'pictures-'));
const library = path.join(folder, 'library');
const electron = createRequire(import.meta.url)('electron');
const results = benchResults('pictures');
const sharp = process.env.BENCH_SHARP;
/** By name, what `pictures-by-peer.mjs` is told. */
const peers = { '@napi-rs/image': [], ...(sharp === undefined ? {} : { sharp: [sharp] }) };
try {
  fillLibrary(library, count, 600);
  const limitMs = readAndInflate();
  const before = drawByPeers();
  const ours = await drawOurs();
  const after = drawByPeers();
  tell('ours', ours);
  for (const peer of Object.keys(peers)) compare(peer, ours, [before[peer], after[peer]]);
  results.tell('  / read and inflate', `${(ours.ms / limitMs).toFixed(1)}× (${each(limitMs)})`);
  results.tell('  decoded again in the window', each(ours.decodeMs));
  results.tell('main process at rest', longest(ours.rest));
  results.tell('main process while they are drawn', longest(ours.held));
  results.row('main process blocked', Math.max(0, ours.held.workedMs - 50), { most: 0, unit: 'ms' });
} finally {
  results.save();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

function compare(peer, ours, [before, after]) {
  tell(`${peer} before`, before);
  tell(`${peer} after`, after);
  const mean = (figure) => (before[figure] + after[figure]) / 2;
  results.row(`${count} small pictures / ${peer}`, ours.ms / mean('ms'), { most: 1.2, unit: '×' });
  const share = `${(ours.cpuMs / mean('cpuMs')).toFixed(2)}×, in all processes of the app`;
  results.tell('  the processor alone', share);
}

function tell(who, { ms, cpuMs }) {
  results.tell(`${count} small pictures, ${who}`, `${each(ms)}; processor ${each(cpuMs)}`);
}

/** Those that the window shows at its start were drawn already: the time of the others stands for all. */
async function drawOurs() {
  const { ms, cpuMs, sides, keptBefore, keptAfter, ...rest } = await askApp();
  if (sides.length !== count || sides.some((side) => side !== 256))
    throw new Error(`${sides.length} pictures of ${[...new Set(sides)].join(', ')} pixels were drawn`);
  if (keptAfter !== count) throw new Error(`${keptAfter} of ${count} pictures were kept`);
  const share = count / (count - keptBefore);
  return { ms: ms * share, cpuMs: cpuMs * share, ...rest };
}

/** What `tests/bench/small-pictures.cjs` tells, which drives the app from within. */
async function askApp() {
  const hook = path.join(root, 'tests/bench/small-pictures.cjs');
  const places = [`--user-data-dir=${path.join(folder, 'user')}`, `--library=${library}`];
  const switches = ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  const child = spawn(electron, ['-r', hook, '.', ...places, ...switches], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  let text = '';
  child.stdio[3]?.on('data', (piece) => {
    text += piece;
  });
  await once(child, 'close');
  if (text === '') throw new Error('The app ended without an answer.');
  return JSON.parse(text);
}

function drawByPeers() {
  return Object.fromEntries(Object.entries(peers).map(([peer, words]) => [peer, drawByPeer(words)]));
}

function drawByPeer(where) {
  const to = path.join(folder, 'peer');
  mkdirSync(to, { recursive: true });
  const words = ['scripts/lib/pictures-by-peer.mjs', library, to, ...where];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  const drawn = JSON.parse(stdout);
  if (drawn.count !== count || `${drawn.sides}` !== '256') throw new Error(`the peer drew ${stdout}`);
  rmSync(to, { recursive: true });
  return drawn;
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
