import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeBackup } from '../../electron/node/backup/backup.ts';
import { verifyBackup, withBackup } from '../../electron/node/backup/open-backup.ts';
import { inProcessEngine } from '../../electron/node/check/in-process-engine.ts';
import { nodeFs } from '../../electron/node/fs-port.ts';
import { examineLibrary } from '../../electron/node/library/doctor.ts';
import { badgeBytes, digestOf, type SessionPlace } from '../support/library-session.ts';
import { bundleSession } from '../support/session-bundle.ts';
import { frozenMs, openAt } from '../support/temporary-library.ts';

const kills = process.env.LONG === '1' ? 1_000 : 30;
const base = { engine: inProcessEngine(), clock: { now: () => frozenMs } };

let folder: string;
let script: string;
let foreign: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'session-kill-'));
  script = await bundleSession(path.join(folder, 'script'));
  const other = { dir: path.join(folder, 'other'), cacheDir: path.join(folder, 'other-cache') };
  const library = await openAt(other);
  for (const number of [20, 21, 22]) {
    await library.importFiles([{ kind: 'bytes', name: `${number}.json`, bytes: badgeBytes(number) }]);
  }
  await library.close();
  foreign = path.join(folder, 'foreign.zip');
  await makeBackup({ ...base, ...other, target: foreign, passphrase: null });
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function placeNamed(name: string | number): SessionPlace {
  const backups = path.join(folder, `backups-${name}`);
  mkdirSync(backups);
  return {
    dir: path.join(folder, `library-${name}`),
    cacheDir: path.join(folder, `cache-${name}`),
    foreign,
    backups,
  };
}

interface Run {
  /** Digest after each step that was told in a whole line. */
  readonly told: readonly string[];
  readonly elapsedMs: number;
  readonly firstMs: number;
}

/** Runs the session; killed after a number of steps and some milliseconds more, or left to its end. */
async function session(
  place: SessionPlace,
  aim: { readonly steps: number; readonly thenMs: number } | null,
): Promise<Run> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [script, JSON.stringify(place)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  let firstMs = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const aimNow = (): void => {
    const steps = output.split('\n').length - 1;
    if (aim === null || steps < aim.steps || timer !== undefined) return;
    timer = setTimeout(() => child.kill('SIGKILL'), aim.thenMs);
  };
  child.stdout.on('data', (chunk: Buffer) => {
    if (output === '') firstMs = performance.now() - startedAt;
    output += chunk.toString('utf8');
    aimNow();
  });
  aimNow();
  await once(child, 'close');
  clearTimeout(timer);
  const told = output
    .split('\n')
    .slice(0, -1)
    .map((line) => line.split(' ')[1] ?? '');
  return { told, elapsedMs: performance.now() - startedAt, firstMs };
}

test(`M01 kill -9 at ${kills} points of a first start, imports, edits, moves, deletions, undo, a backup and a restore: what was told is there, and the step under way happened whole or not at all`, {
  timeout: kills * 10_000,
}, async () => {
  const whole = await session(placeNamed('whole'), null);
  const steps = whole.told.length;
  expect(steps).toBe(21);
  const stepMs = (whole.elapsedMs - whole.firstMs) / steps;
  const killedAfter = new Map<number, number>();
  for (let kill = 0; kill < kills; kill += 1) {
    const place = placeNamed(kill);
    // Step 0 is the first start, of which most is Node itself.
    const aimed = kill % steps;
    const thenMs = aimed === 0 ? whole.firstMs * (0.5 + Math.random()) : Math.random() * stepMs * 2;
    const { told } = await session(place, { steps: aimed, thenMs });
    const when = `kill ${kill}, after ${told.length} of ${steps} steps`;
    expect(told, when).toEqual(whole.told.slice(0, told.length));
    killedAfter.set(told.length, (killedAfter.get(told.length) ?? 0) + 1);
    await expectWhole(place, whole.told, told.length, when);
    for (const name of ['library', 'cache', 'backups']) {
      rmSync(path.join(folder, `${name}-${kill}`), { recursive: true, force: true });
    }
  }
  // So that the test proves something: the kills did fall into many different steps.
  expect(killedAfter.size).toBeGreaterThan(Math.min(steps, kills) / 3);
});

async function expectWhole(
  place: SessionPlace,
  digests: readonly string[],
  told: number,
  when: string,
): Promise<void> {
  const library = await openAt(place, { mode: 'write' });
  const now = digestOf(library);
  const before = told === 0 ? digestOf({ view: library.view }) : digests[told - 1];
  expect([before, digests[told]], when).toContain(now);
  if (told === 0) expect(library.view().badges, when).toEqual([]);
  for (const { id } of library.view().badges) expect((await library.original(id)).sha256, when).toBe(id);
  await library.close();
  const { findings } = await examineLibrary({ ...base, ...place, repair: false });
  expect({ when, findings }).toEqual({ when, findings: [] });
  for (const name of readdirSync(place.backups)) {
    if (name.startsWith('.')) continue;
    await withBackup(nodeFs, path.join(place.backups, name), null, (backup) => verifyBackup(backup));
  }
}
