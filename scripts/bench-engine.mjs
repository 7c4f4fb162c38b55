/**
 * Reading and checking beside the established packages and the physical limit, in Node and in Electron's Node. Each
 * variant runs in a process of its own, in turn, with the order rotated each round; a ratio is taken per round, the
 * median counts, on cpu time (tokens: by the clock, since a peer that waits for other threads is slow without working). A number is printed only when its run proved the results. `--quick`: fewer rounds.
 */
import { spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildCli } from './build.mjs';
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
const hasBakery = process.env.BENCH_BAKERY !== undefined;
const chosen = rowsOf(quick, { hasBakery }).filter(({ title }) => only === undefined || title.includes(only));
const results = [];
const schema = schemaOfOb3();
process.stdout.write(
  (hasBakery
    ? ''
    : 'Without openbadges-bakery, whose licence (MPL-2.0) is none that this project builds with: BENCH_BAKERY names a folder that it is installed in.\n') +
    'Import: read, SHA-256, unbake, verify, for all three; nothing is kept, so no fsync is in it.\n' +
    `${runtimes.map(described).join(', ')}. How soon a runtime compiles is part of each figure of a whole process.\n`,
);
try {
  await bundleEngine();
  if (chosen.some((row) => row.process === 'structure')) await bundleEngine('structure');
  if (chosen.some(({ variants }) => variants.includes('command'))) buildCli();
  const { makeFixtures } = await import(pathToFileURL(bundle).href);
  await makeFixtures(folder, chosen.some(({ row }) => row === 'import') ? 10_000 : 0);
  writeImportOf(1_000);
  const { credentials, contexts } = JSON.parse(readFileSync(path.join(folder, 'fixtures.json'), 'utf8'));
  writeFileSync(path.join(folder, 'credential.json'), credentials.typical[0].text);
  writeFileSync(path.join(folder, 'contexts.json'), JSON.stringify(contexts));
  for (const runtime of runtimes) for (const row of chosen) measure(row, runtime);
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
mkdirSync(path.join(root, 'out/bench'), { recursive: true });
writeFileSync(path.join(root, 'out/bench/engine.json'), `${JSON.stringify(results, null, 2)}\n`);
process.exit(results.some((result) => result.failed) ? 1 : 0);

/** All of it, or a part by itself. */
async function bundleEngine(part) {
  const environment = part === undefined ? {} : { BENCH_PART: part };
  const words = ['build', '--config', 'vite.bench.config.ts', '--logLevel', 'error'];
  if ((await runTool('vite', words, { environment })) !== 0) process.exit(1);
}

function measure(row, runtime) {
  const rounds = [];
  const variants = [...row.variants];
  for (let round = 0; round < row.rounds; round++) {
    const figures = {};
    for (const variant of variants) {
      figures[variant] = figuresOf(row, variant, runtime);
    }
    rounds.push(figures);
    variants.push(variants.shift());
  }
  for (const shown of row.shown ?? [{}]) {
    const result = summary({ ...row, ...shown }, runtime, rounds);
    results.push(result);
    print(result);
  }
}

function figuresOf(row, variant, runtime) {
  if (row.process !== undefined) return whole(row, variant, runtime);
  return variant === 'command' ? command(row, runtime) : child(row, variant, runtime);
}

function child(row, variant, { program, environment }) {
  const words = ['tests/bench/child.mjs', row.fixtures ? path.join(folder, row.fixtures) : folder];
  words.push(pathToFileURL(bundle).href, row.row, row.name, variant, row.mode);
  return answerOf(program, words, environment, `${row.title}, ${variant}`);
}

function answerOf(program, words, environment, what) {
  const done = spawnSync(program, words, {
    cwd: root,
    env: { ...process.env, ...environment, ...(schema === null ? {} : { BENCH_SCHEMA: schema }) },
    encoding: 'utf8',
  });
  if (done.status === 0) return JSON.parse(done.stdout);
  process.stderr.write(
    `${what}: ${done.stderr.split('\n').find((line) => line.includes('Error')) ?? 'failed'}\n`,
  );
  return { failed: true };
}

/** A whole process: what it adds to one that reads the same file and does no more. Null where there is nothing to compare with. */
function whole({ process: work }, variant, { program, environment }) {
  const credential = path.join(folder, 'credential.json');
  const words = {
    empty: ['tests/bench/peers/empty.mjs', credential],
    ours: [path.join(root, 'out/bench', work === 'first' ? 'engine' : work, `${work}.mjs`), credential],
    '@digitalbazaar/vc': ['tests/bench/peers/first.mjs', path.join(folder, 'contexts.json'), credential],
    ajv: schema === null ? null : ['tests/bench/peers/structure.mjs', schema, credential],
  }[variant];
  if (words === null) return null;
  const since = performance.now();
  const done = spawnSync(program, ['--require', path.join(root, 'tests/bench/usage.cjs'), ...words], {
    cwd: root,
    env: { ...process.env, ...environment },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const wallMs = performance.now() - since;
  if (done.status !== 0) return { failed: true };
  return { ...JSON.parse(String(done.output[3])), wallMs };
}

/** The command line on the files of the import: each named in order, each with its verdict. By the file, start included. */
function command({ title }, { program, environment }) {
  const output = path.join(folder, 'check.jsonl');
  const out = openSync(output, 'w');
  const since = performance.now();
  const words = ['check', '--offline', '--json', '--documents', path.join(folder, 'documents.json')];
  const done = spawnSync(
    program,
    [
      '--require',
      path.join(root, 'tests/bench/usage.cjs'),
      path.join(root, 'out/cli/index.js'),
      ...words,
      path.join(folder, 'import'),
    ],
    { env: { ...process.env, ...environment }, stdio: ['ignore', out, 'inherit', 'pipe'] },
  );
  const wallMs = performance.now() - since;
  closeSync(out);
  const { imports } = JSON.parse(readFileSync(path.join(folder, 'fixtures.json'), 'utf8'));
  const wrong = wrongIn(readFileSync(output, 'utf8').split('\n').slice(0, -1), imports);
  if (wrong !== null || done.status !== 1) {
    process.stderr.write(`${title}: ${wrong ?? `status ${done.status}`}\n`);
    return { failed: true };
  }
  const { cpuMs, peakMB } = JSON.parse(String(done.output[3]));
  return { wallMs: wallMs / imports.length, cpuMs: cpuMs / imports.length, peakMB };
}

/** What is wrong with the lines: one a file, in the order of the names, with what is known of each; null: nothing. */
function wrongIn(lines, imports) {
  const wanted = imports.toSorted((one, other) => (one.file < other.file ? -1 : 1));
  if (lines.length !== wanted.length) return `${lines.length} lines, not ${wanted.length}`;
  for (const [index, { file, kind, altered }] of wanted.entries()) {
    const line = JSON.parse(lines[index]);
    const integrity = altered ? 'altered' : kind === 'hosted' ? 'unsigned' : 'intact';
    if (line.file !== file || line.badges[0]?.integrity !== integrity) return `wrong result: ${lines[index]}`;
  }
  return null;
}

function summary(row, runtime, rounds) {
  const figure = (variant) => median(rounds.map((round) => round[variant]?.[row.by] ?? Number.NaN));
  const failed = rounds.some((round) => Object.values(round).some((value) => value?.failed));
  const { own = 'ours' } = row;
  const others = ['ours', 'command'].filter((variant) => variant !== own);
  const present = row.variants.filter(
    (variant) => !others.includes(variant) && rounds.every((round) => round[variant] !== null),
  );
  const base = (round) => (row.process ? round.empty[row.by] : 0);
  const ratio = (of, to, by = row.by) =>
    median(rounds.map((round) => (round[of][by] - base(round)) / (round[to][by] - base(round))));
  const peers = present.filter((variant) => ![own, 'limit', 'empty'].includes(variant));
  const againstPeers = Object.fromEntries(peers.map((peer) => [peer, failed ? null : ratio(peer, own)]));
  const againstLimit = failed || !present.includes('limit') ? null : ratio(own, 'limit', row.limitBy);
  const counted = row.peer === undefined ? Object.values(againstPeers) : [againstPeers[row.peer]];
  // With no peer at hand nothing is shown.
  const best = counted.length === 0 ? 0 : Math.min(...counted.map((value) => value ?? 0));
  const reached =
    !failed &&
    (row.timesPeer === undefined || best >= row.timesPeer) &&
    (row.timesLimit === undefined || (againstLimit ?? Number.POSITIVE_INFINITY) <= row.timesLimit) &&
    (row.mostMB === undefined || rounds.every((round) => round[own].peakMB <= row.mostMB));
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

function print({
  runtime,
  title,
  goal,
  reached,
  failed,
  by,
  ms,
  wallMs,
  peakMB,
  againstPeers,
  againstLimit,
}) {
  const listed = (values) =>
    Object.entries(values)
      .map(([variant, value]) => `${variant} ${value}`)
      .join(', ');
  const ratios = Object.entries(againstPeers).map(([peer, value]) => `${value?.toFixed(1)}× ${peer}`);
  if (Object.keys(againstPeers).length === 0) ratios.push('no peer at hand');
  if (againstLimit !== null) ratios.push(`${againstLimit.toFixed(2)}× limit`);
  process.stdout.write(
    `${runtime.padEnd(9)} ${title.padEnd(30)} ${failed ? 'FAILED' : ratios.join(', ')}\n` +
      `${' '.repeat(10)}${by === 'cpuMs' ? 'cpu' : 'wall'} ms: ${listed(ms)}\n` +
      (by === 'cpuMs'
        ? `${' '.repeat(10)}wall ms: ${listed(wallMs)}; peak MB: ${listed(peakMB)}; each on one thread, with the runtime's own helpers\n`
        : '') +
      `${' '.repeat(10)}goal ${goal}: ${reached ? 'reached' : 'NOT reached'}\n`,
  );
}

/** A second index of the fixtures with the first files only. */
function writeImportOf(count) {
  const fixtures = JSON.parse(readFileSync(path.join(folder, 'fixtures.json'), 'utf8'));
  mkdirSync(path.join(folder, 'some'));
  const some = { ...fixtures, imports: fixtures.imports.slice(0, count) };
  writeFileSync(path.join(folder, 'some/fixtures.json'), JSON.stringify(some));
}

/** The published schema of Open Badges 3.0, of a corpus at hand; null: what is compared with it is left out. */
function schemaOfOb3() {
  const file = path.join(
    process.env.BADGE_CORPUS ?? path.join(root, '../shared/corpus'),
    'documents/surf-obv3/purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json',
  );
  return existsSync(file) ? file : null;
}

function runtimesOf(name) {
  const node = { name: 'Node', program: process.execPath, environment: {} };
  const electron = createRequire(import.meta.url)('electron');
  const inElectron = { name: 'Electron', program: electron, environment: { ELECTRON_RUN_AS_NODE: '1' } };
  const all = typeof electron === 'string' && existsSync(electron) ? [node, inElectron] : [node];
  return name === undefined ? all : all.filter((runtime) => runtime.name.toLowerCase() === name);
}

/** A runtime by its name and version, and what it runs JavaScript with. */
function described({ name, program, environment }) {
  const script =
    "const { electron, node, v8 } = process.versions; console.log(electron ?? node, 'with V8', v8)";
  const env = { ...process.env, ...environment };
  return `${name} ${spawnSync(program, ['-e', script], { env, encoding: 'utf8' }).stdout.trim()}`;
}

function median(values) {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)];
}

function round3(value) {
  return Number(value.toPrecision(3));
}
