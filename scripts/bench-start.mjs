/**
 * How long the app takes from the start of its process to its first painted content, as a ratio to a bare Electron
 * window. Absolute times move with the machine's mood, so that both are started in turn, pair by pair; a bare/bare
 * ratio tells the noise. Needs a display and `out/`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron } from '@playwright/test';
import { root } from './lib/paths.mjs';

const pairs = 11;
const folder = mkdtempSync(path.join(tmpdir(), 'start-'));
const bare = ['tests/bench/bare-app', `--user-data-dir=${path.join(folder, 'bare')}`];
const ours = [
  '.',
  `--user-data-dir=${path.join(folder, 'ours')}`,
  `--library=${path.join(folder, 'library')}`,
];

try {
  for (const warmUp of [bare, ours]) await firstPaintMs(warmUp);
  const rounds = [];
  for (let round = 0; round < pairs; round += 1) {
    rounds.push({
      bare: await firstPaintMs(bare),
      ours: await firstPaintMs(ours),
      again: await firstPaintMs(bare),
    });
  }
  print(rounds);
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
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
  const line = (name, value) => process.stdout.write(`${name.padEnd(28)} ${value}\n`);
  line('start-up, pairs', rounds.length);
  line('bare Electron, median', `${median(rounds.map((round) => round.bare)).toFixed(0)} ms`);
  line('the app, median', `${median(rounds.map((round) => round.ours)).toFixed(0)} ms`);
  line('app / bare, median', median(rounds.map((round) => round.ours / round.bare)).toFixed(2));
  line('bare / bare (noise), median', median(rounds.map((round) => round.again / round.bare)).toFixed(2));
}

function median(values) {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)];
}
