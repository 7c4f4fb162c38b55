// Measures one variant of one row in a process of its own: proves its results, warms up, then prints wall and cpu
// milliseconds a unit as JSON. Words: folder of the fixtures, file of our bundle, row, name, variant, `cold` or `warm`.
import { readFileSync } from 'node:fs';
import path from 'node:path';

const [folder, bundle, row, name, variant, mode] = process.argv.slice(2);
const startedAt = performance.now();
// A whole check is much more code than a signature: on a busy machine it takes this long until all of it is compiled.
const warmUpMs = row === 'di' ? 3_000 : 1_200;
const startedWith = process.cpuUsage();
const fixtures = JSON.parse(readFileSync(path.join(folder, 'fixtures.json'), 'utf8'));
// What the index of the fixtures took is nobody's work.
const index = { wallMs: performance.now() - startedAt, ...process.cpuUsage(startedWith) };
const work = await prepared();
if (work === null) {
  process.stdout.write('null');
} else {
  if (mode === 'warm') {
    await work.check();
    await repeated(warmUpMs);
    await work.check();
  }
  const measured = mode === 'warm' ? await repeated(800) : await once();
  process.stdout.write(JSON.stringify({ ...measured, peakMB: process.resourceUsage().maxRSS / 1_000 }));
}

async function prepared() {
  if (variant === 'ours' || variant === 'limit') {
    const { limits, ours } = await import(bundle);
    return (variant === 'ours' ? ours : limits)[row](fixtures, name);
  }
  const { peers } = await import('./peers/peers.mjs');
  return await peers[row][variant](fixtures, name);
}

/** For so much cpu time, not clock time: a busy machine must not cut the warm-up short. */
async function repeated(forMs) {
  const cpu = process.cpuUsage();
  const since = performance.now();
  let units = 0;
  for (let usedMs = 0; usedMs < forMs; usedMs = cpuMsSince(cpu)) {
    await work.run();
    units += work.units;
  }
  return result(since, cpu, units);
}

/** From the start of the script, so that loading and compiling count. */
async function once() {
  await work.run();
  return result(startedAt + index.wallMs, index, work.units);
}

function result(since, before, units) {
  return { wallMs: (performance.now() - since) / units, cpuMs: cpuMsSince(before) / units };
}

function cpuMsSince(before) {
  const { user, system } = process.cpuUsage();
  return (user + system - before.user - before.system) / 1_000;
}
