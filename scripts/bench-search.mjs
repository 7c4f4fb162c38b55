/**
 * Searching 1 000 and 10 000 badges at every keystroke, beside one pass over their text, which no search can do without.
 * In Electron's own Node, whose engine runs the window, too; each size in a process of its own. Every answer is compared
 * with a scan. "Ready" is the time from the cards to the first answer, of a word that none holds, in a process that has
 * done nothing before.
 *
 * Where `BENCH_INDEXES` names a folder that libsql, minisearch and flexsearch are installed in, the same texts are also
 * put into an index by each, in processes of their own, in turn with ours; an index is ready before its first answer.
 * Those that find what ours finds, words inside of words too, are compared; what they find is asserted to be the same.
 * Beside them stands what an index takes that finds words by their beginning alone.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { benchResults, median, quantile } from './lib/bench-results.mjs';
import { root } from './lib/paths.mjs';
import { runTool } from './lib/tools.mjs';

const rounds = 5;
const electron = createRequire(import.meta.url)('electron');
const indexes = process.env.BENCH_INDEXES;
const peers = ['libsql', 'minisearch', 'flexsearch'].flatMap((name) => [
  [name, 'inside'],
  [name, 'beginning'],
]);
const folder = mkdtempSync(path.join(tmpdir(), 'search-'));
const results = benchResults('search');
const built = await runTool('vite', ['build', '--config', 'vite.bench.config.ts', '--logLevel', 'error']);
if (built !== 0) process.exit(1);
try {
  for (const count of [1_000, 10_000]) {
    const file = path.join(folder, `${count}.json`);
    measure(count, file);
    if (indexes !== undefined) compare(count, file, indexes);
  }
} finally {
  results.save();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

function measure(count, file) {
  const { ours, limit, held, characters } = run(['out/bench/engine/search.mjs', `${count}`, file]);
  const [p95, limitP95] = [quantile(ours, 0.95), quantile(limit, 0.95)];
  const figures = `p50 ${quantile(ours, 0.5).toFixed(2)}, p95 ${p95.toFixed(2)} ms; limit p95 ${limitP95.toFixed(2)} ms`;
  results.tell(`search ${count}, ${ours.length} keystrokes`, figures);
  results.row(`search ${count}, p95`, p95, { most: 8, unit: 'ms', limit: 'half a frame' });
  results.row(`search ${count}, p95 / limit`, p95 / limitP95, { most: 5, unit: '×', limit: 'one pass' });
  results.row(`search ${count}, memory / text`, held / characters, { most: 1.5, unit: '×' });
  const ready = Array.from({ length: rounds }, () => readyMsOf(count));
  results.tell(
    `search ${count}, ready`,
    `${median(ready).toFixed(1)} ms, which the search field does when it is gone to`,
  );
}

/** Ratios are taken per round, and the median counts. */
function compare(count, file, indexes) {
  const turns = Array.from({ length: rounds }, () => ({
    ours: readyMsOf(count),
    peers: peers.map((peer) => run(['tests/bench/peers/search.mjs', ...peer, indexes, file])),
  }));
  const ratios = peers.map(([name, which], at) => {
    const turnsOfPeer = turns.map(({ peers }) => peers[at]);
    const ready = median(turnsOfPeer.map(({ readyMs }) => readyMs));
    const p95 = quantile(
      turnsOfPeer.flatMap(({ queriesMs }) => queriesMs),
      0.95,
    );
    const ratio = median(turns.map(({ ours, peers }) => ours / peers[at].readyMs));
    results.tell(
      `search ${count}, ${name}, words ${which === 'inside' ? 'inside of words' : 'by their beginning'}`,
      `ready in ${ready.toFixed(0)} ms, ours ${(1 / ratio).toFixed(1)}× quicker; its p95 ${p95.toFixed(2)} ms`,
    );
    return ratio;
  });
  const same = Math.max(...ratios.filter((_ratio, at) => peers[at]?.[1] === 'inside'));
  const row = `search ${count}, ready / quickest index of the same hits`;
  // With few badges both are ready before a person could tell, and the goal is set for many.
  if (count < 10_000) results.tell(row, `${same.toFixed(2)} ×`);
  else results.row(row, same, { most: 0.05, unit: '×' });
}

function readyMsOf(count) {
  return run(['out/bench/engine/search-ready.mjs', `${count}`]).readyMs;
}

function run(words) {
  const done = spawnSync(electron, ['--expose-gc', ...words], {
    cwd: root,
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  if (done.status !== 0) throw new Error(done.stderr);
  return JSON.parse(done.stdout);
}
