import { rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeBackup } from '../../electron/node/backup/backup.ts';
import { restoreBackup } from '../../electron/node/backup/restore.ts';
import { inProcessEngine } from '../../electron/node/check/in-process-engine.ts';
import type { FsPort } from '../../electron/node/fs-port.ts';
import { examineLibrary } from '../../electron/node/library/doctor.ts';
import { codeOf } from '../../shared/errors.ts';
import { faultyFs } from '../support/faulty-fs.ts';
import { type PowerCutFs, powerCutFs } from '../support/power-cut-fs.ts';
import {
  badgeSource,
  badgeSources,
  frozenMs,
  openAt,
  type Place,
  temporaryFolder,
} from '../support/temporary-library.ts';

const statesPerStep = process.env.LONG === '1' ? 20 : 2;
const base = { engine: inProcessEngine(), clock: { now: () => frozenMs } };
const files = { from: '/from', here: '/here', cache: '/cache', backup: '/backups/backup.zip' };

/** A backup of five badges and a collection, and a library with badges of its own; `isSame`: of the same library. */
async function prepare(fs: FsPort, root: string, isSame: boolean): Promise<void> {
  const from = placeOf(root, files.from);
  const first = await openAt(from, { fs });
  await first.importFiles(badgeSources(3));
  const ids = first.view().badges.map(({ id }) => id);
  await first.edit({ kind: 'collection.create', name: 'Work', badgeIds: ids, parentId: null, search: null });
  await first.close();
  await fs.mkdir(`${root}/backups`, 0o700);
  const target = `${root}${files.backup}`;
  await makeBackup({ ...base, ...from, target, passphrase: null, fs });
  const here = placeOf(root, files.here);
  if (isSame) {
    // A library that was made from the backup and lost two of its journals' lines would be one; an older backup is.
    await restore(fs, root);
    const again = await openAt(from, { fs });
    await again.importFiles([badgeSource(4), badgeSource(5)]);
    await again.close();
    await fs.unlink(target);
    await makeBackup({ ...base, ...from, target, passphrase: null, fs });
  }
  const library = await openAt(here, { fs });
  await library.importFiles([badgeSource(9)]);
  await library.close();
}

const placeOf = (root: string, dir: string): Place => ({
  dir: `${root}${dir}`,
  cacheDir: `${root}${files.cache}${dir}`,
});

async function restore(fs: FsPort, root: string) {
  const options = { ...base, fs, file: `${root}${files.backup}`, passphrase: null };
  return await restoreBackup({ ...options, dir: `${root}${files.here}`, isMine: true, bringBack: false });
}

async function contents(fs: FsPort, place: Place): Promise<string> {
  const library = await openAt(place, { fs, mode: 'write' });
  const { badges, collections } = library.view();
  for (const { id } of badges) expect((await library.original(id)).sha256).toBe(id);
  const shown = {
    badges: badges.map(({ id }) => id).sort(),
    collections: collections.map(({ name }) => name),
  };
  await library.close();
  return JSON.stringify(shown);
}

async function expectNoDamage(fs: FsPort, place: Place, when: string): Promise<void> {
  const { findings } = await examineLibrary({ ...base, ...place, fs, repair: false });
  expect({ when, findings: findings.filter(({ kind }) => kind !== 'temporary-old') }).toEqual({
    when,
    findings: [],
  });
}

describe.each([
  ['another library', false],
  ['the same library', true],
])('M10 a restore of a backup of %s', (_, isSame) => {
  test('that a power cut ends at any step leaves the old library or the new one, never a mix', async () => {
    const crashes: { fs: PowerCutFs; step: number; done: boolean }[] = [];
    const random = generator(20_261_122);
    let step = 0;
    let isWatching = false;
    let done = false;
    const fs: PowerCutFs = powerCutFs(() => {
      if (!isWatching) return;
      step += 1;
      for (let state = 0; state < statesPerStep; state += 1) {
        crashes.push({ fs: fs.afterPowerCut(random), step, done });
      }
    });
    await prepare(fs, '', isSame);
    await syncAll(fs, '/');
    const here = placeOf('', files.here);
    const before = await contents(
      fs.afterPowerCut(() => 0),
      here,
    );
    isWatching = true;
    await restore(fs, '');
    isWatching = false;
    done = true;
    crashes.push({ fs: fs.afterPowerCut(random), step: step + 1, done });
    const after = await contents(fs, here);
    expect(after).not.toBe(before);
    expect(step).toBeGreaterThan(40);
    let old = 0;
    for (const crash of crashes) {
      await forgetClaims(crash.fs, here.dir);
      const left = await contents(crash.fs, here);
      expect(crash.done ? [after] : [before, after], `step ${crash.step}`).toContain(left);
      if (left === before) old += 1;
      await expectNoDamage(crash.fs, here, `step ${crash.step}`);
    }
    expect(old).toBeGreaterThan(10);
    expect(old).toBeLessThan(crashes.length);
  });

  test.each(['ENOSPC', 'EIO', 'EROFS', 'EMFILE'])(
    'M03 that meets %s at any step leaves the old library or the new one, and works when it is tried again',
    async (code) => {
      const count = faultyFs({ failsAt: () => false, code });
      const root = temporaryFolder();
      await prepare(count, root, isSame);
      const from = count.steps();
      const here = placeOf(root, files.here);
      await restore(count, root);
      const after = await contents(count, here);
      const steps = count.steps() - from;
      const stride = process.env.LONG === '1' ? 1 : code === 'ENOSPC' ? 2 : 6;
      for (let step = 1; step <= steps; step += stride) {
        const folder = temporaryFolder();
        await prepare(count, folder, isSame);
        const place = placeOf(folder, files.here);
        const before = await contents(count, place);
        const failing = faultyFs({ failsAt: (at) => at === step, code });
        const outcome = await restore(failing, folder).then(() => 'restored', codeOf);
        expect(['restored', 'store/disk-full', 'store/io', 'store/read-only']).toContain(outcome);
        const left = await contents(count, place);
        expect(outcome === 'restored' ? [after] : [before, after], `${code} at ${step}`).toContain(left);
        await expectNoDamage(count, place, `${code} at ${step}: ${outcome}`);
        await restore(count, folder);
        expect(await contents(count, place)).toBe(after);
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );
});

/** What was there before the restore was safe long ago. */
async function syncAll(fs: FsPort, folder: string): Promise<void> {
  await fs.syncFolder(folder);
  for (const { name, isFolder } of await fs.readdir(folder))
    if (isFolder) await syncAll(fs, path.join(folder, name));
}

/** The claims name this process, which lives on here as it would not after a power cut. */
async function forgetClaims(fs: FsPort, dir: string): Promise<void> {
  const claims = await fs.readdir(`${dir}/.locks`).catch(() => []);
  for (const { name } of claims) await fs.unlink(`${dir}/.locks/${name}`);
}

/** Chance that is the same in every run (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
