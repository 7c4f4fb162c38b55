/**
 * Searching 1 000 and 10 000 badges at every keystroke, beside one pass over their text, which no search can do without.
 * Each size in a process of its own; every answer is compared with a scan. Index packages are no peers here: building
 * one takes longer than all keystrokes together.
 */
import { spawnSync } from 'node:child_process';
import { benchResults, quantile } from './lib/bench-results.mjs';
import { root } from './lib/paths.mjs';
import { runTool } from './lib/tools.mjs';

const results = benchResults('search');
const built = await runTool('vite', ['build', '--config', 'vite.bench.config.ts', '--logLevel', 'error']);
if (built !== 0) process.exit(1);
for (const count of [1_000, 10_000]) measure(count);
results.save();

function measure(count) {
  const done = spawnSync(process.execPath, ['out/bench/engine/search.mjs', `${count}`], {
    cwd: root,
    encoding: 'utf8',
  });
  if (done.status !== 0) throw new Error(done.stderr);
  const { keystrokes, buildMs, ours, limit } = JSON.parse(done.stdout);
  const [p95, limitP95] = [quantile(ours, 0.95), quantile(limit, 0.95)];
  const figures = `p50 ${quantile(ours, 0.5).toFixed(2)}, p95 ${p95.toFixed(2)} ms; limit p95 ${limitP95.toFixed(2)} ms`;
  results.tell(`search ${count}, ${keystrokes} keystrokes`, `${figures}; ready in ${buildMs.toFixed(0)} ms`);
  results.row(`search ${count}, p95`, p95, { most: 8, unit: 'ms', limit: 'half a frame' });
  results.row(`search ${count}, p95 / limit`, p95 / limitP95, { most: 5, unit: '×', limit: 'one pass' });
}
