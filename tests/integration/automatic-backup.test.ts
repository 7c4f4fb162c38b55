import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type AutomaticBackupOptions, backUpWhenDue } from '../../electron/node/backup/automatic-backup.ts';
import { withBackup } from '../../electron/node/backup/open-backup.ts';
import { inProcessEngine } from '../../electron/node/check/in-process-engine.ts';
import { nodeFs } from '../../electron/node/fs-port.ts';
import { limits } from '../../shared/limits.ts';
import { faultyFs } from '../support/faulty-fs.ts';
import { badgeSource, frozenMs, openAt, type Place, temporaryPlace } from '../support/temporary-library.ts';

const dayMs = 24 * 60 * 60 * 1000;

const folderOf = (place: Place) => path.join(path.dirname(place.dir), 'Backups');

function backUp(place: Place, nowMs: number, changes: Partial<AutomaticBackupOptions> = {}) {
  return backUpWhenDue({
    ...place,
    folder: folderOf(place),
    version: '1.0.0',
    engine: inProcessEngine(),
    clock: { now: () => nowMs },
    ...changes,
  });
}

async function addBadge(place: Place, number: number, nowMs: number): Promise<void> {
  const library = await openAt(place, { clock: { now: () => nowMs } });
  await library.importFiles([badgeSource(number)]);
  await library.close();
}

const backups = (place: Place) => readdirSync(folderOf(place)).sort();

test('M16 a backup is made once a day while there is something new, outside the library, and seven are kept', async () => {
  const place = temporaryPlace();
  await (await openAt(place)).close();
  expect((await backUp(place, frozenMs)).kind).toBe('not-due');
  for (let day = 0; day < 10; day += 1) {
    const now = frozenMs + day * dayMs;
    await addBadge(place, day + 1, now);
    expect((await backUp(place, now)).kind, `day ${day}`).toBe('made');
    expect((await backUp(place, now + dayMs / 2)).kind, `day ${day}`).toBe('not-due');
  }
  expect(backups(place)).toHaveLength(limits.automaticBackups);
  expect(backups(place)[0]).toMatch(/^Badge Backpack [0-9a-f]{8} 2026-11-25 120000 v1\.0\.0\.zip$/);
  // Nothing is new.
  expect((await backUp(place, frozenMs + 20 * dayMs)).kind).toBe('not-due');
  const newest = path.join(folderOf(place), backups(place).at(-1) ?? '');
  expect(await withBackup(nodeFs, newest, null, async ({ list }) => list.badges)).toBe(10);
});

test('M16 a new version of the program makes one at once, before it has written anything new of its own', async () => {
  const place = temporaryPlace();
  await addBadge(place, 1, frozenMs);
  await backUp(place, frozenMs);
  await addBadge(place, 2, frozenMs + 1_000);
  expect((await backUp(place, frozenMs + 2_000)).kind).toBe('not-due');
  expect((await backUp(place, frozenMs + 3_000, { version: '2.0.0' })).kind).toBe('made');
  expect((await backUp(place, frozenMs + 4_000, { version: '2.0.0' })).kind).toBe('not-due');
});

test('M16 a failing disk takes no earlier backup with it, and nothing of others is ever touched', async () => {
  const place = temporaryPlace();
  for (let day = 0; day < 8; day += 1) {
    await addBadge(place, day + 1, frozenMs + day * dayMs);
    await backUp(place, frozenMs + day * dayMs);
  }
  writeFileSync(path.join(folderOf(place), 'my own notes.zip'), 'not ours');
  writeFileSync(
    path.join(folderOf(place), 'Badge Backpack 00000000 2001-01-01 000000 v1.zip'),
    'of another library',
  );
  const before = new Map(
    backups(place).map((name) => [name, readFileSync(path.join(folderOf(place), name), 'base64')]),
  );
  await addBadge(place, 20, frozenMs + 9 * dayMs);
  const whole = faultyFs({ failsAt: () => false, code: 'EIO' });
  const other = { fs: whole, folder: path.join(path.dirname(place.dir), 'Other') };
  await backUp(place, frozenMs + 9 * dayMs, other);
  for (let step = 1; step <= whole.steps(); step += 3) {
    const fs = faultyFs({ failsAt: (at) => at >= step, code: 'ENOSPC' });
    const isMade = await backUp(place, frozenMs + 9 * dayMs, { fs }).then(
      () => true,
      (error) => {
        expect(error.code).toMatch(/^store|^backup/);
        return backups(place).some((name) => name.includes('2026-12-01'));
      },
    );
    if (isMade) break;
    for (const [name, bytes] of before)
      expect(readFileSync(path.join(folderOf(place), name), 'base64')).toBe(bytes);
  }
  await backUp(place, frozenMs + 9 * dayMs);
  const newest = path.join(
    folderOf(place),
    backups(place)
      .filter((name) => name.includes(' v1.0.0'))
      .at(-1) ?? '',
  );
  expect(await withBackup(nodeFs, newest, null, async ({ list }) => list.badges)).toBe(9);
  await addBadge(place, 21, frozenMs + 10 * dayMs);
  expect((await backUp(place, frozenMs + 10 * dayMs)).kind).toBe('made');
  expect(backups(place)).toContain('my own notes.zip');
  expect(backups(place)).toContain('Badge Backpack 00000000 2001-01-01 000000 v1.zip');
  expect(backups(place)).toHaveLength(limits.automaticBackups + 2);
});

test('M16 backups of a library that has lost something never push out the last one that holds all', async () => {
  const place = temporaryPlace();
  await addBadge(place, 1, frozenMs);
  await backUp(place, frozenMs);
  const [whole = ''] = backups(place);
  const shelf = readdirSync(path.join(place.dir, 'badges'))[0] ?? '';
  const file = readdirSync(path.join(place.dir, 'badges', shelf))[0] ?? '';
  writeFileSync(path.join(place.dir, 'badges', shelf, file), 'damaged');
  for (let day = 1; day < 10; day += 1) {
    await addBadge(place, day + 1, frozenMs + day * dayMs);
    const outcome = await backUp(place, frozenMs + day * dayMs);
    expect(outcome.kind === 'made' && outcome.result.missing).toHaveLength(1);
  }
  expect(backups(place)).toContain(whole);
  expect(backups(place).filter((name) => name.includes('partial'))).toHaveLength(limits.automaticBackups);
});

test('M18 a clock that was set back does not stop the backups', async () => {
  const place = temporaryPlace();
  await addBadge(place, 1, frozenMs);
  await backUp(place, frozenMs + 100 * dayMs);
  await addBadge(place, 2, frozenMs + dayMs);
  expect((await backUp(place, frozenMs + dayMs)).kind).toBe('made');
});

test('M18 what was done since the clock was set back is backed up, and no backup of the wrong time pushes the new one out', async () => {
  const place = temporaryPlace();
  for (let day = 400; day < 400 + limits.automaticBackups; day += 1) {
    await addBadge(place, day, frozenMs + day * dayMs);
    await backUp(place, frozenMs + day * dayMs);
  }
  for (let day = 1; day < 3; day += 1) {
    await addBadge(place, day, frozenMs + day * dayMs);
    const outcome = await backUp(place, frozenMs + day * dayMs);
    const file = outcome.kind === 'made' ? outcome.file : '';
    expect(await withBackup(nodeFs, file, null, async ({ list }) => list.badges)).toBe(
      limits.automaticBackups + day,
    );
    expect(backups(place)).toHaveLength(limits.automaticBackups);
    expect((await backUp(place, frozenMs + day * dayMs)).kind).toBe('not-due');
  }
});

test('M16 what a crash left of an earlier backup is removed once it is old', async () => {
  const place = temporaryPlace();
  await addBadge(place, 1, frozenMs);
  await backUp(place, frozenMs);
  const [made = ''] = backups(place);
  const draft = (letter: string) => path.join(folderOf(place), `.${made}.${letter}.tmp`);
  for (const letter of ['a', 'b']) writeFileSync(draft(letter), 'half a backup');
  utimesSync(draft('a'), new Date(Date.now() - 2 * dayMs), new Date(Date.now() - 2 * dayMs));
  await addBadge(place, 2, frozenMs + dayMs);
  expect((await backUp(place, frozenMs + dayMs)).kind).toBe('made');
  expect(backups(place).filter((name) => name.endsWith('.tmp'))).toEqual([path.basename(draft('b'))]);
});
