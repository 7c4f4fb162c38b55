/**
 * A portfolio of 500 badges as a page and as an archive, beside what reading, turning and writing the same bytes takes:
 * each variant in a process of its own, in turn, the order rotated; the ratio of each
 * round, the median counts, on cpu time: the disk of a shared machine is nobody's merit.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { root } from './lib/paths.mjs';
import { runTool } from './lib/tools.mjs';

const count = 500;
const rounds = process.argv.includes('--quick') ? 3 : 7;
const folder = mkdtempSync(path.join(tmpdir(), 'bench-export-'));
const rows = [
  {
    title: 'HTML portfolio 500',
    variants: ['html limit', 'html ours', 'html one string'],
    limit: 2.5,
    peer: 0,
    peakMB: 100,
  },
  {
    title: 'ZIP 500 originals',
    variants: ['zip limit', 'zip ours', 'zip fflate'],
    limit: 1.3,
    peer: 2,
    peakMB: 1_000,
  },
];
let failed = false;
try {
  const words = ['build', '--ssr', 'tests/bench/exports/exports.ts', '--outDir', 'out/bench/exports'];
  if ((await runTool('vite', [...words, '--logLevel', 'error'])) !== 0) process.exit(1);
  const bytes = makeOriginals();
  process.stdout.write(
    `${count} pictures, ${(bytes / 1e6).toFixed(1)} MB; every variant ends with a sync.\n`,
  );
  for (const row of rows) measure(row);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(failed ? 1 : 0);

/** Pictures of 100 to 180 kB, each its own. */
function makeOriginals() {
  const art = ['chess-club', 'first-aid-at-work', 'library-explorer', 'watershed-field-methods'];
  const pictures = art.map((name) => readFileSync(path.join(root, `scripts/sample-art/${name}.png`)));
  mkdirSync(path.join(folder, 'in'));
  let total = 0;
  for (let index = 0; index < count; index++) {
    const picture = pictures[index % pictures.length] ?? Buffer.alloc(0);
    const bytes = Buffer.concat([picture, Buffer.from(String(index).padStart(6, '0'))]);
    const name = createHash('sha256').update(bytes).digest('hex');
    writeFileSync(path.join(folder, 'in', `${name}.png`), bytes);
    total += bytes.length;
  }
  return total;
}

function measure({ title, variants, limit, peer, peakMB }) {
  const order = [...variants];
  const taken = [];
  for (let round = 0; round < rounds; round++) {
    taken.push(Object.fromEntries(order.map((variant) => [variant, run(variant)])));
    order.push(order.shift());
  }
  const [floor, ours, other] = variants;
  const ratio = (one, two) => median(taken.map((round) => round[one].wallMs / round[two].wallMs));
  const cpu = (one, two) => median(taken.map((round) => round[one].cpuMs / round[two].cpuMs));
  const peak = Math.max(...taken.map((round) => round[ours].peakMB));
  const ms = (variant) => median(taken.map((round) => round[variant].wallMs)).toFixed(0);
  const isGood = ratio(ours, floor) <= limit && ratio(other, ours) >= peer && peak <= peakMB;
  failed ||= !isGood;
  const goals = [
    `≤ ${limit}× limit`,
    ...(peer ? [`≥ ${peer}× peer`] : []),
    ...(peakMB ? [`≤ ${peakMB} MB`] : []),
  ];
  process.stdout.write(
    `${isGood ? '✓' : '✗'} ${title}: limit ${ms(floor)} ms, ours ${ms(ours)} ms (${ratio(ours, floor).toFixed(2)}× limit, cpu ${cpu(ours, floor).toFixed(2)}×), ${other} ${ms(other)} ms (${ratio(other, ours).toFixed(2)}× ours, cpu ${cpu(other, ours).toFixed(2)}×), peak ${peak.toFixed(0)} MB; goal ${goals.join(', ')}\n`,
  );
}

function run(variant) {
  const target = path.join(folder, 'out');
  const words = [path.join(root, 'out/bench/exports/exports.js'), variant, path.join(folder, 'in'), target];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  prove(variant, target);
  return JSON.parse(stdout);
}

/** A figure counts only if all pictures are in what was written. */
function prove(variant, target) {
  const bytes = readFileSync(target);
  if (variant === 'html ours' && bytes.toString('latin1').split('data-original=').length !== count + 1)
    throw new Error('the page does not hold every picture');
  if (variant.startsWith('zip') && variant !== 'zip limit' && Object.keys(unzipSync(bytes)).length !== count)
    throw new Error('the archive does not hold every picture');
}

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}
