import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { inProcessEngine } from '../../electron/node/check/in-process-engine.ts';
import { examineLibrary } from '../../electron/node/library/doctor.ts';
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

/** When to kill: after a time, wherever that falls, or as soon as so many badges were acknowledged. */
type Aim = { readonly afterMs: number } | { readonly afterAcknowledged: number };

/** Imports a folder with the command line; killed, or left to its end. */
async function importWithCli(place: Place, inbox: string, aim: Aim | null): Promise<Run> {
  const startedAt = performance.now();
  const child = startCli(['import', '--json', '--offline', '--library', place.dir, inbox], {
    environment: { XDG_CACHE_HOME: place.cacheDir },
  });
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    output += chunk.toString('utf8');
    const isAimed = aim !== null && 'afterAcknowledged' in aim;
    if (isAimed && output.split('"imported"').length > aim.afterAcknowledged) child.kill('SIGKILL');
  });
  child.stderr?.resume();
  const isTimed = aim !== null && 'afterMs' in aim;
  const timer = isTimed ? setTimeout(() => child.kill('SIGKILL'), aim.afterMs) : undefined;
  const [, signal] = await once(child, 'close');
  clearTimeout(timer);
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
  let aimed = 0;
  let inTheMiddle = 0;
  let told = new Set<string>();
  for (let kill = 0; kill < kills; kill += 1) {
    const place = freshPlace(folder, 1 + Math.floor(kill / killsPerLibrary));
    if (kill % killsPerLibrary === 0) told = new Set();
    const rest = badgeCount - told.size;
    const aim: Aim =
      kill % 2 === 0 && rest > 1
        ? { afterAcknowledged: 1 + Math.floor((Math.random() * rest) / 4) }
        : { afterMs: whole.elapsedMs * (0.2 + 0.8 * Math.random()) };
    const run = await importWithCli(place, inbox, aim);
    for (const id of run.imported) told.add(id);
    if (run.killed) killed += 1;
    if ('afterAcknowledged' in aim) {
      aimed += 1;
      if (run.killed && run.imported.length > 0 && run.imported.length < rest) inTheMiddle += 1;
    }
    await expectIntact(place, told, `kill ${kill} at ${JSON.stringify(aim)}`);
  }
  expect(killed).toBeGreaterThan(kills / 4);
  // So that the test proves something: those that were aimed between the first line and the last fell there.
  expect(aimed).toBeGreaterThan(0);
  expect(inTheMiddle).toBeGreaterThan(aimed / 2);
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
