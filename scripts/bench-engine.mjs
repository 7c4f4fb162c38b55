/**
 * Reading and checking beside the established packages and the physical limit, in Node and in Electron's Node. Each
 * variant runs in a process of its own, in turn, with the order rotated each round; a ratio is taken per round, the
 * median counts, on cpu time (tokens: by the clock, since a peer that waits for other threads is slow without working). A number is printed only when its run proved the results. `--quick`: fewer rounds.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { rowsOf } from './lib/bench-rows.mjs';
import { root } from './lib/paths.mjs';
import { runTool } from './lib/tools.mjs';

const quick = process.argv.includes('--quick');
const only = process.argv.find((word) => word.startsWith('--only='))?.slice('--only='.length);
const runtimes = runtimesOf(
  process.argv.find((word) => word.startsWith('--runtime='))?.slice('--runtime='.length),
);

const bundle = path.join(root, 'out/bench/engine/ours.mjs');
const folder = mkdtempSync(path.join(tmpdir(), 'bench-engine-'));
const results = [];
process.stdout.write(
  'Without openbadges-bakery: its licence (MPL-2.0) is none that this project builds with. Peers that unbake: png-itxt, png-chunks-extract.\n' +
    'Import: read, SHA-256, unbake, verify, for all three; nothing is kept, so no fsync is in it.\n',
);
try {
  if ((await runTool('vite', ['build', '--config', 'vite.bench.config.ts', '--logLevel', 'error'])) !== 0)
    process.exit(1);
  const { makeFixtures } = await import(pathToFileURL(bundle).href);
  await makeFixtures(folder, 10_000);
  writeImportOf(1_000);
  const { credentials } = JSON.parse(readFileSync(path.join(folder, 'fixtures.json'), 'utf8'));
  writeFileSync(path.join(folder, 'credential.json'), credentials.typical[0].text);
  for (const runtime of runtimes) for (const row of rowsOf(quick)) if (isChosen(row)) measure(row, runtime);
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
mkdirSync(path.join(root, 'out/bench'), { recursive: true });
writeFileSync(path.join(root, 'out/bench/engine.json'), `${JSON.stringify(results, null, 2)}\n`);
process.exit(results.some((result) => result.failed) ? 1 : 0);

function measure(row, runtime) {
  const rounds = [];
  const variants = [...row.variants];
  for (let round = 0; round < row.rounds; round++) {
    const figures = {};
    for (const variant of variants)
      figures[variant] = row.process ? whole(variant, runtime) : child(row, variant, runtime);
    rounds.push(figures);
    variants.push(variants.shift());
  }
  const result = summary(row, runtime, rounds);
  results.push(result);
  print(result);
}

function child(row, variant, { program, environment }) {
  const words = ['tests/bench/child.mjs', row.fixtures ? path.join(folder, row.fixtures) : folder];
  words.push(pathToFileURL(bundle).href, row.row, row.name, variant, row.mode);
  return answerOf(program, words, environment, `${row.title}, ${variant}`);
}

function answerOf(program, words, environment, what) {
  const done = spawnSync(program, words, {
    cwd: root,
    env: { ...process.env, ...environment },
    encoding: 'utf8',
  });
  if (done.status === 0) return JSON.parse(done.stdout);
  process.stderr.write(
    `${what}: ${done.stderr.split('\n').find((line) => line.includes('Error')) ?? 'failed'}\n`,
  );
  return { failed: true };
}

/** A whole process by the clock and by its cpu time: what it adds to an empty one. */
function whole(variant, { program, environment }) {
  const words = {
    empty: ['-e', ''],
    ours: [path.join(root, 'out/bench/engine/first.mjs'), path.join(folder, 'credential.json')],
    '@digitalbazaar/vc': [
      'tests/bench/peers/first.mjs',
      path.join(folder, 'fixtures.json'),
      path.join(folder, 'credential.json'),
    ],
  }[variant];
  const since = performance.now();
  const done = spawnSync(program, words, {
    cwd: root,
    env: { ...process.env, ...environment },
    encoding: 'utf8',
  });
  const wallMs = performance.now() - since;
  if (done.status !== 0) return { failed: true };
  return { wallMs, cpuMs: wallMs };
}

function summary(row, runtime, rounds) {
  const figure = (variant) => median(rounds.map((round) => round[variant]?.[row.by] ?? Number.NaN));
  const failed = rounds.some((round) => Object.values(round).some((value) => value?.failed));
  const present = row.variants.filter((variant) => rounds.every((round) => round[variant] !== null));
  const base = (round) => (row.process ? round.empty[row.by] : 0);
  const ratio = (of, to, by = row.by) =>
    median(rounds.map((round) => (round[of][by] - base(round)) / (round[to][by] - base(round))));
  const peers = present.filter((variant) => !['ours', 'limit', 'empty'].includes(variant));
  const againstPeers = Object.fromEntries(peers.map((peer) => [peer, failed ? null : ratio(peer, 'ours')]));
  const againstLimit = failed || !present.includes('limit') ? null : ratio('ours', 'limit', row.limitBy);
  const counted = row.peer === undefined ? Object.values(againstPeers) : [againstPeers[row.peer]];
  const best = Math.min(...counted.map((value) => value ?? 0));
  const reached =
    !failed &&
    (row.timesPeer === undefined || best >= row.timesPeer) &&
    (row.timesLimit === undefined || (againstLimit ?? Number.POSITIVE_INFINITY) <= row.timesLimit);
  return {
    runtime: runtime.name,
    title: row.title,
    goal: row.goal,
    reached,
    failed,
    by: row.by,
    ms: Object.fromEntries(present.map((variant) => [variant, round3(figure(variant))])),
    wallMs: Object.fromEntries(
      present.map((variant) => [variant, round3(median(rounds.map((r) => r[variant].wallMs ?? Number.NaN)))]),
    ),
    peakMB: Object.fromEntries(
      present.map((variant) => [variant, round3(median(rounds.map((r) => r[variant].peakMB ?? Number.NaN)))]),
    ),
    againstPeers,
    againstLimit,
  };
}

function print({ runtime, title, goal, reached, failed, by, ms, againstPeers, againstLimit }) {
  const figures = Object.entries(ms).map(([variant, value]) => `${variant} ${value}`);
  const ratios = Object.entries(againstPeers).map(([peer, value]) => `${value?.toFixed(1)}× ${peer}`);
  if (againstLimit !== null) ratios.push(`${againstLimit.toFixed(2)}× limit`);
  process.stdout.write(
    `${runtime.padEnd(9)} ${title.padEnd(30)} ${failed ? 'FAILED' : ratios.join(', ')}\n` +
      `${' '.repeat(10)}${by === 'cpuMs' ? 'cpu' : 'wall'} ms: ${figures.join(', ')}\n${' '.repeat(10)}goal ${goal}: ${reached ? 'reached' : 'NOT reached'}\n`,
  );
}

/** A second index of the fixtures with the first files only. */
function writeImportOf(count) {
  const fixtures = JSON.parse(readFileSync(path.join(folder, 'fixtures.json'), 'utf8'));
  mkdirSync(path.join(folder, 'some'));
  const some = { ...fixtures, imports: fixtures.imports.slice(0, count) };
  writeFileSync(path.join(folder, 'some/fixtures.json'), JSON.stringify(some));
}

function isChosen(row) {
  return only === undefined || row.title.includes(only);
}

function runtimesOf(name) {
  const node = { name: 'Node', program: process.execPath, environment: {} };
  const electron = createRequire(import.meta.url)('electron');
  const inElectron = { name: 'Electron', program: electron, environment: { ELECTRON_RUN_AS_NODE: '1' } };
  const all = typeof electron === 'string' && existsSync(electron) ? [node, inElectron] : [node];
  return name === undefined ? all : all.filter((runtime) => runtime.name.toLowerCase() === name);
}

function median(values) {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)];
}

function round3(value) {
  return Number(value.toPrecision(3));
}
