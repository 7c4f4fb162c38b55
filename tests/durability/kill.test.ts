import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { examineLibrary } from '../../electron/node/doctor.ts';
import { inProcessEngine } from '../../electron/node/in-process-engine.ts';
import { builtCli, startCli } from '../support/built-cli.ts';
import { badgeSources, frozenMs, openAt, type Place, temporaryFolder } from '../support/temporary-library.ts';

const badgeCount = 100;
const kills = process.env.LONG === '1' ? 200 : 20;
/** Kills of one library before a fresh one: later ones also meet what earlier ones left. */
const killsPerLibrary = 4;

interface Run {
  /** Ids that were printed as imported, in whole lines. */
  readonly imported: readonly string[];
  readonly elapsedMs: number;
  readonly killed: boolean;
}

/** Imports a folder with the command line; killed after a time, or left to its end. */
async function importWithCli(place: Place, inbox: string, killAfterMs: number | null): Promise<Run> {
  const startedAt = performance.now();
  const child = startCli(['import', '--json', '--offline', '--library', place.dir, inbox], {
    environment: { XDG_CACHE_HOME: place.cacheDir },
  });
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    output += chunk.toString('utf8');
  });
  child.stderr?.resume();
  const timer = killAfterMs === null ? null : setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  const [, signal] = await once(child, 'close');
  if (timer !== null) clearTimeout(timer);
  const lines = output.split('\n').slice(0, -1);
  const imported = lines.flatMap((line) => {
    const parsed: unknown = JSON.parse(line);
    return typeof parsed === 'object' && parsed !== null && 'imported' in parsed
      ? [String(parsed.imported)]
      : [];
  });
  return { imported, elapsedMs: performance.now() - startedAt, killed: signal === 'SIGKILL' };
}

function freshPlace(folder: string, number: number): Place {
  return { dir: path.join(folder, `library-${number}`), cacheDir: path.join(folder, `cache-${number}`) };
}

test(`M01 kill -9 at ${kills} random points of an import of ${badgeCount} badges: whatever was printed is there and intact`, async () => {
  builtCli();
  const folder = temporaryFolder();
  const inbox = path.join(folder, 'inbox');
  mkdirSync(inbox);
  for (const [index, source] of badgeSources(badgeCount).entries()) {
    if (source.kind === 'bytes') writeFileSync(path.join(inbox, `badge-${index}.json`), source.bytes);
  }
  const whole = await importWithCli(freshPlace(folder, 0), inbox, null);
  expect(whole.imported).toHaveLength(badgeCount);

  let killed = 0;
  let inTheMiddle = 0;
  let told = new Set<string>();
  for (let kill = 0; kill < kills; kill += 1) {
    const place = freshPlace(folder, 1 + Math.floor(kill / killsPerLibrary));
    if (kill % killsPerLibrary === 0) told = new Set();
    const afterMs = whole.elapsedMs * (0.2 + 0.8 * Math.random());
    const run = await importWithCli(place, inbox, afterMs);
    for (const id of run.imported) told.add(id);
    if (run.killed) killed += 1;
    if (run.imported.length > 0 && run.imported.length < badgeCount) inTheMiddle += 1;
    await expectIntact(place, told, `kill ${kill} after ${afterMs.toFixed(1)} ms`);
  }
  expect(killed).toBeGreaterThan(kills / 4);
  // So that the test proves something: some kills did fall between the first line and the last.
  // A few kills may all fall outside it; `cli-kill.test.ts` aims at lines that were printed.
  if (kills >= 100) expect(inTheMiddle).toBeGreaterThan(0);
}, 600_000);

async function expectIntact(place: Place, told: ReadonlySet<string>, when: string): Promise<void> {
  if (told.size > 0) {
    const { findings, badges } = await examine(place);
    expect({ when, damage: findings.filter(({ severity }) => severity === 'damage') }).toEqual({
      when,
      damage: [],
    });
    expect(badges, when).toBeGreaterThanOrEqual(told.size);
  }
  const library = await openAt(place, { mode: 'write' });
  const here = new Set(library.view().badges.map(({ id }) => id));
  for (const id of told) {
    expect(here.has(id), `${when}: ${id}`).toBe(true);
    expect((await library.original(id)).sha256, when).toBe(id);
  }
  await library.close();
  const after = await examine(place);
  expect({ when, findings: after.findings }).toEqual({ when, findings: [] });
}

async function examine(place: Place) {
  return await examineLibrary({
    ...place,
    engine: inProcessEngine(),
    clock: { now: () => frozenMs },
    repair: false,
  });
}
