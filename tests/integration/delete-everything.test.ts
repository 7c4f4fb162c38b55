import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { backUpWhenDue } from '../../electron/node/backup/automatic-backup.ts';
import { inProcessEngine } from '../../electron/node/check/in-process-engine.ts';
import { nodeFs } from '../../electron/node/fs-port.ts';
import { deleteEverything } from '../../electron/node/library/delete-everything.ts';
import { packKey } from '../../electron/node/trust/pack-key.ts';
import { badgeSource, frozenMs, openAt, type Place, temporaryPlace } from '../support/temporary-library.ts';

/** A library with something in each of its folders, and what the app keeps of it elsewhere. */
async function fullPlace() {
  const place = temporaryPlace();
  const around = path.dirname(place.dir);
  const library = await openAt(place);
  await library.importFiles([badgeSource(1), badgeSource(2)]);
  const [first] = library.view().badges;
  if (first === undefined) throw new Error('no badge');
  const file = { kind: 'bytes', name: 'report.txt', bytes: new TextEncoder().encode('I was there') } as const;
  const facts = { kind: 'file', title: 'Report' } as const;
  await library.edit({ kind: 'evidence.add', badgeId: first.id, evidence: facts }, file);
  await library.edit({ kind: 'note.set', badgeId: first.id, text: 'private' });
  await packKey(nodeFs, place.cacheDir, library.id);
  await library.close();
  for (const name of ['documents/ab', 'quarantine', '.restore', '.tmp']) {
    mkdirSync(path.join(place.dir, name), { recursive: true });
    writeFileSync(path.join(place.dir, name, 'something'), 'captured or set aside');
  }
  writeFileSync(path.join(place.dir, 'journal', 'other (conflicted copy).jsonl'), 'of another device');
  const backups = path.join(around, 'Backups');
  await backUpWhenDue({
    ...place,
    folder: backups,
    version: '1.0.0',
    engine: inProcessEngine(),
    clock: { now: () => frozenMs },
  });
  const thumbnails = path.join(around, 'Thumbnails');
  mkdirSync(thumbnails);
  writeFileSync(path.join(thumbnails, first.id), 'small picture');
  const importLog = path.join(around, 'Last imports.json');
  writeFileSync(importLog, '{}');
  return { place, around, backups, elsewhere: [thumbnails, importLog] };
}

const namesIn = (folder: string) => readdirSync(folder, { recursive: true }).map(String).sort();

test('L12 N16 everything is deleted: of every folder of the library and beside it nothing is left', async () => {
  const { place, around, backups, elsewhere } = await fullPlace();
  const before = namesIn(place.dir).map((name) => name.split(path.sep)[0]);
  expect(new Set(before)).toEqual(
    new Set('library.json badges documents evidence journal .locks .tmp quarantine .restore'.split(' ')),
  );
  expect(
    readdirSync(place.cacheDir)
      .map((name) => name.replace(/^[0-9a-f-]{36}/, ''))
      .sort(),
  ).toEqual(expect.arrayContaining(['.device', '.pack-key.pem', '.snapshot']));
  await deleteEverything({ ...place, elsewhere, backups });
  expect(namesIn(around)).toEqual([]);
});

test('L12 N16 backups stay unless they are asked for, and of the folder only ours go', async () => {
  const { place, around, backups, elsewhere } = await fullPlace();
  await deleteEverything({ ...place, elsewhere, backups: null });
  expect(readdirSync(around)).toEqual(['Backups']);
  expect(readdirSync(backups)).toHaveLength(1);

  const other = await fullPlace();
  writeFileSync(
    path.join(other.backups, 'Badge Backpack ffffffff 2026-01-01 120000 v1.0.0.zip'),
    'another’s',
  );
  writeFileSync(path.join(other.backups, 'letter.txt'), 'mine');
  await deleteEverything({ ...other.place, elsewhere: other.elsewhere, backups: other.backups });
  expect(readdirSync(other.backups).sort()).toEqual([
    'Badge Backpack ffffffff 2026-01-01 120000 v1.0.0.zip',
    'letter.txt',
  ]);
});

test('L10 L12 files that are not ours stay in the library’s folder, and a link is not followed out of it', async () => {
  const { place, around, elsewhere } = await fullPlace();
  const outside = path.join(around, 'outside');
  mkdirSync(outside);
  writeFileSync(path.join(outside, 'letter.txt'), 'mine');
  writeFileSync(path.join(place.dir, 'shopping.txt'), 'milk');
  symlinkSync(outside, path.join(place.dir, 'badges', 'ff'));
  symlinkSync(outside, path.join(place.dir, 'quarantine', 'link'));
  await deleteEverything({ ...place, elsewhere, backups: null });
  expect(namesIn(place.dir)).toEqual(['shopping.txt']);
  expect(readFileSync(path.join(outside, 'letter.txt'), 'utf8')).toBe('mine');
});

test('L12 afterwards there is an empty backpack with another identity', async () => {
  const { place, elsewhere } = await fullPlace();
  const before = JSON.parse(readFileSync(path.join(place.dir, 'library.json'), 'utf8')).id;
  await deleteEverything({ ...place, elsewhere, backups: null });
  const library = await openAt(place);
  expect(library.view().badges).toEqual([]);
  expect(library.view().bin).toEqual([]);
  expect(library.id).not.toBe(before);
  await library.close();
});

test('L12 nothing is deleted while another process has the library', async () => {
  const { place, around, elsewhere, backups } = await fullPlace();
  const before = namesIn(around);
  const library = await openAt(place);
  await expect(deleteEverything({ ...place, elsewhere, backups })).rejects.toMatchObject({
    code: 'store/locked',
  });
  await library.close();
  expect(namesIn(around)).toEqual(before);
});

test('L12 M01 killed at any step, the library is whole or its deletion ends at the next start', async () => {
  let last = 0;
  for (let stopsAt = 1; last === 0; stopsAt += 1) {
    const { place, elsewhere } = await fullPlace();
    const fs = stopping(stopsAt);
    const isStopped = await deleteEverything({ ...place, elsewhere, backups: null, fs }).then(
      () => false,
      () => true,
    );
    // This process lives on, unlike the one that it stands for.
    rmSync(path.join(place.dir, '.locks'), { recursive: true, force: true });
    const library = await openAt(place);
    const { badges } = library.view();
    expect([0, 2], `stopped at ${stopsAt}`).toContain(badges.length);
    for (const { id } of badges) expect((await library.original(id)).sha256).toBe(id);
    await library.close();
    if (badges.length === 0) expect(leftOf(place), `stopped at ${stopsAt}`).toEqual([]);
    if (!isStopped) last = stopsAt;
  }
  expect(last).toBeGreaterThan(20);
});

/** Of the library that was, beside the new one. */
function leftOf({ dir }: Place): readonly string[] {
  const places = ['badges', 'documents', 'evidence', 'quarantine', '.restore', '.tmp'];
  return places.flatMap((name) => {
    const folder = path.join(dir, name);
    return existsSync(folder) ? namesIn(folder) : [];
  });
}

/** Does nothing more from a step on that removes or makes something, as a process that was killed. */
function stopping(at: number): typeof nodeFs {
  let steps = 0;
  const dead =
    <Words extends readonly unknown[], Value>(step: (...words: Words) => Promise<Value>) =>
    (...words: Words): Promise<Value> => {
      steps += 1;
      if (steps >= at) return Promise.reject(Object.assign(new Error('killed'), { code: 'EIO' }));
      return step(...words);
    };
  return {
    ...nodeFs,
    rename: dead(nodeFs.rename),
    unlink: dead(nodeFs.unlink),
    rmdir: dead(nodeFs.rmdir),
    mkdir: dead(nodeFs.mkdir),
  };
}

test('M11 a claim that another process puts down while the last one is let go stays, one of another computer does not', async () => {
  const { place } = await fullPlace();
  const locks = path.join(place.dir, '.locks');
  const foreign = path.join(locks, `000000000000.1.1.${'0'.repeat(20)}.held`);
  mkdirSync(locks, { recursive: true });
  writeFileSync(foreign, '');
  let other = '';
  const fs = {
    ...nodeFs,
    unlink: async (file: string) => {
      await nodeFs.unlink(file);
      const name = path.basename(file);
      if (path.dirname(file) !== locks || !name.endsWith('.claim')) return;
      other = `${name.split('.')[0]}.${process.ppid}.0.${'f'.repeat(20)}.claim`;
      writeFileSync(path.join(locks, other), '');
    },
  };
  await deleteEverything({ dir: place.dir, cacheDir: place.cacheDir, elsewhere: [], backups: null, fs });
  expect(other).not.toBe('');
  expect(namesIn(place.dir)).toEqual(['.locks', path.join('.locks', other)]);
});
