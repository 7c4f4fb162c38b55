/**
 * How long the app takes from the start of its process to its first painted content, as a ratio to a bare Electron
 * window, with an empty library and with one of a thousand badges. Absolute times move with the machine's mood, so that
 * all are started in turn, round by round; a bare/bare ratio tells the noise. Needs a display and `out/`, the command
 * line too. `--pairs=N`: rounds, 11 if not said.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron } from '@playwright/test';
import { writeBadges } from './lib/bench-badges.mjs';
import { root } from './lib/paths.mjs';

const asked = process.argv.find((word) => word.startsWith('--pairs='))?.slice('--pairs='.length);
const pairs = Number(asked ?? 11);
const folder = mkdtempSync(path.join(tmpdir(), 'start-'));
const bare = ['tests/bench/bare-app', `--user-data-dir=${path.join(folder, 'bare')}`];
const ours = appWith('empty');
const full = appWith('full');

try {
  fillLibrary(path.join(folder, 'full'));
  for (const warmUp of [bare, ours, full]) await firstPaintMs(warmUp);
  const rounds = [];
  for (let round = 0; round < pairs; round += 1) {
    rounds.push({
      bare: await firstPaintMs(bare),
      ours: await firstPaintMs(ours),
      full: await firstPaintMs(full),
      again: await firstPaintMs(bare),
    });
  }
  print(rounds);
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** The app on a library of its own. */
function appWith(library) {
  return [
    '.',
    `--user-data-dir=${path.join(folder, `user-${library}`)}`,
    `--library=${path.join(folder, library)}`,
  ];
}

/** A thousand badges with pictures, imported and checked by the command line. */
function fillLibrary(library) {
  const files = path.join(folder, 'files');
  writeBadges(files, 1_000, 200);
  const words = ['out/cli/index.js', 'import', '--offline', '--library', library, files];
  const { status } = spawnSync(process.execPath, words, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error(`The import of the badges ended with ${status}.`);
}

async function firstPaintMs(args) {
  const startedAt = Date.now();
  const app = await _electron.launch({ args: [...args, '--disable-gpu'], cwd: root });
  try {
    const page = await app.firstWindow();
    // The page's policy forbids code out of a string, which waiting inside the page would be.
    /** @type {number | null} */
    let paintedAt = null;
    while (paintedAt === null) paintedAt = await page.evaluate(firstPaint);
    return paintedAt - startedAt;
  } finally {
    await app.close();
  }
}

/** Runs in the page: when its first content was painted, in milliseconds since 1970; null: not yet. */
function firstPaint() {
  const [entry] = performance.getEntriesByName('first-contentful-paint');
  return entry === undefined ? null : performance.timeOrigin + entry.startTime;
}

function print(rounds) {
  const line = (name, value) => process.stdout.write(`${name.padEnd(32)} ${value}\n`);
  line('start-up, pairs', rounds.length);
  line('bare Electron, median', `${median(rounds.map((round) => round.bare)).toFixed(0)} ms`);
  line('the app, median', `${median(rounds.map((round) => round.ours)).toFixed(0)} ms`);
  line('the app, 1 000 badges, median', `${median(rounds.map((round) => round.full)).toFixed(0)} ms`);
  line('app / bare, median', median(rounds.map((round) => round.ours / round.bare)).toFixed(2));
  line('app, 1 000 / bare, median', median(rounds.map((round) => round.full / round.bare)).toFixed(2));
  line('bare / bare (noise), median', median(rounds.map((round) => round.again / round.bare)).toFixed(2));
}

function median(values) {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)];
}
