/**
 * How long the app takes from the start of its process to its first frame, as a ratio to a bare Electron window with the
 * same switches: with an empty library, and with one of a thousand badges to the frame in which they are seen. Absolute
 * times move with the machine's mood, so that all are started in turn, round by round, and nothing but Electron itself
 * is between; a bare/bare ratio tells the noise, and processor time stands beside the clock's. Needs a display and
 * `out/`, the command line too. `--pairs=N`: rounds, 15 if not said.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fillLibrary } from './lib/bench-library.mjs';
import { benchResults, median } from './lib/bench-results.mjs';
import { root } from './lib/paths.mjs';

const asked = process.argv.find((word) => word.startsWith('--pairs='))?.slice('--pairs='.length);
const pairs = Number(asked ?? 15);
const badges = 1_000;
const folder = mkdtempSync(path.join(tmpdir(), 'start-'));
const electron = createRequire(import.meta.url)('electron');
const results = benchResults('start');

const variants = {
  bare: {
    words: ['tests/bench/bare-app', `--user-data-dir=${path.join(folder, 'bare')}`],
    selector: 'body',
    least: 1,
  },
  empty: { words: appWords('empty'), selector: 'main h2', least: 1 },
  // In the smallest window that the app opens some ten cards are seen.
  full: { words: appWords('full'), selector: '[role=option]', least: 6 },
};

try {
  fillLibrary(path.join(folder, 'full'), badges, 200);
  for (const variant of Object.values(variants)) await start(variant);
  const rounds = [];
  for (let round = 0; round < pairs; round += 1) {
    rounds.push({
      bare: await start(variants.bare),
      empty: await start(variants.empty),
      full: await start(variants.full),
      again: await start(variants.bare),
    });
  }
  print(rounds);
} finally {
  results.save();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

function appWords(library) {
  return [
    '.',
    `--user-data-dir=${path.join(folder, `user-${library}`)}`,
    `--library=${path.join(folder, library)}`,
  ];
}

/** One start and one end; the times are in milliseconds since the process was asked for. */
function start({ words, selector, least }) {
  const hook = path.join(root, 'tests/bench/first-frame.cjs');
  const switches = ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  const startedAt = Date.now();
  const child = spawn(electron, ['-r', hook, ...words, ...switches], {
    cwd: root,
    env: { ...process.env, FIRST_FRAME_SELECTOR: selector },
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdio[3]?.on('data', (piece) => {
      text += piece;
    });
    child.once('error', reject);
    child.once('close', () => {
      if (text === '') return reject(new Error(`${words[0]} ended without a frame.`));
      const seen = JSON.parse(text);
      if (seen.count < least) return reject(new Error(`${seen.count} of “${selector}” were seen.`));
      resolve({ painted: seen.painted - startedAt, drawn: seen.drawn - startedAt, cpuMs: seen.cpuMs.all });
    });
  });
}

function print(rounds) {
  const of = (name, key) => median(rounds.map((round) => round[name][key]));
  const ratio = (name, key) => median(rounds.map((round) => round[name][key] / round.bare[key]));
  results.tell(
    'start, rounds',
    `${rounds.length}; bare / bare (noise) ${ratio('again', 'drawn').toFixed(2)}`,
  );
  for (const name of ['bare', 'empty', 'full']) {
    const words = ['painted', 'drawn', 'cpuMs'].map((key) => `${key} ${of(name, key).toFixed(0)}`);
    results.tell(`${name}, ms`, words.join(', '));
  }
  const goal = { most: 1.25, unit: '×', limit: 'bare Electron' };
  results.row('start to the first frame, no badges', ratio('empty', 'painted'), goal);
  results.row('start to the first frame, 1 000 badges', ratio('full', 'painted'), goal);
  results.row('start to badges seen, 1 000 badges', ratio('full', 'drawn'), goal);
  results.tell('the same by processor time', `${ratio('full', 'cpuMs').toFixed(2)} × bare Electron`);
}
