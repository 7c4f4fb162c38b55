import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Library } from '../../electron/node/library/library.ts';
import { faultyFs } from '../support/faulty-fs.ts';
import { badgeSources, openAt, type Place, temporaryPlace } from '../support/temporary-library.ts';

test('M11 a second writer is refused within two seconds, or reads alone; the library is free when the first lets go', async () => {
  const place = temporaryPlace();
  const first = await openAt(place);
  await first.importFiles(badgeSources(1));
  const start = performance.now();
  await expect(openAt(place, { mode: 'write' })).rejects.toMatchObject({ code: 'store/locked' });
  expect(performance.now() - start).toBeLessThan(2_000);
  const reader = await openAt(place);
  expect(reader.readOnly).toBe(true);
  expect(reader.view()).toMatchObject({ readOnly: true, badges: [{ name: 'Bicycle repair' }] });
  const change = { code: 'store/read-only' };
  await expect(
    reader.edit({ kind: 'collection.create', name: 'x', badgeIds: [], parentId: null, search: null }),
  ).rejects.toMatchObject(change);
  await expect(reader.importFiles(badgeSources(2))).rejects.toMatchObject(change);
  await expect(reader.undo()).rejects.toMatchObject(change);
  await reader.close();
  await first.close();
  const next = await openAt(place, { mode: 'write' });
  expect(next.readOnly).toBe(false);
  await next.close();
});

test('M11 the claim of a process that died is cleared, one of another computer does not count', async () => {
  const place = temporaryPlace();
  const library = await openAt(place);
  await library.importFiles(badgeSources(1));
  const locks = path.join(place.dir, '.locks');
  const [claim = ''] = readdirSync(locks).filter((name) => name.endsWith('.claim'));
  const [host = '', , , token = ''] = claim.split('.');
  await library.close();
  const { pid: deadPid } = spawnSync(process.execPath, ['-e', '']);
  for (const state of ['claim', 'held']) {
    writeFileSync(path.join(locks, `${host}.${deadPid}.0.${token}.${state}`), '');
    writeFileSync(path.join(locks, `000000000000.1.0.${token}.${state}`), '');
    // A number that was given again: this process lives, but it started at another time.
    writeFileSync(path.join(locks, `${host}.${process.pid}.1.${token}.${state}`), '');
  }
  const again = await openAt(place, { mode: 'write' });
  expect(again.readOnly).toBe(false);
  await again.close();
  expect(readdirSync(locks).every((name) => name.startsWith('000000000000'))).toBe(true);
});

test('M11 of several that start at once, never more than one writes', async () => {
  const place = temporaryPlace();
  await (await openAt(place)).close();
  let rounds = 0;
  for (let round = 0; round < 25; round += 1) {
    const opened = await Promise.all(Array.from({ length: 4 }, () => openOrNull(place)));
    const writers = opened.filter((library) => library !== null);
    expect(writers.length).toBeLessThanOrEqual(1);
    rounds += writers.length;
    for (const library of writers) await library.close();
  }
  expect(rounds).toBeGreaterThan(15);
});

test('M06 a library on a disk that cannot be written opens read-only', async () => {
  const place = temporaryPlace();
  const library = await openAt(place);
  await library.importFiles(badgeSources(2));
  await library.close();
  for (const code of ['EROFS', 'EACCES', 'EPERM']) {
    const reader = await openAt(place, { fs: faultyFs({ failsAt: () => true, code }) });
    expect(reader.readOnly).toBe(true);
    expect(reader.view().badges).toHaveLength(2);
    await reader.close();
    const strict = openAt(place, { mode: 'write', fs: faultyFs({ failsAt: () => true, code }) });
    await expect(strict).rejects.toMatchObject({
      code: code === 'EROFS' ? 'store/read-only' : 'store/no-permission',
    });
  }
});

test('M11 a library that was closed writes nothing more: another process may have it by now', async () => {
  const place = temporaryPlace();
  const library = await openAt(place);
  await library.importFiles(badgeSources(1));
  const adding = library.edit({ kind: 'identity.add', address: 'ada@home.example', label: '' });
  const closing = library.close();
  await adding;
  const late = library.edit({ kind: 'identity.add', address: 'late@home.example', label: '' });
  await expect(late).rejects.toMatchObject({ code: 'store/read-only' });
  await closing;
  const { files } = await library.importFiles(badgeSources(2)).catch(() => ({ files: [] }));
  expect(files.map(({ row }) => row.outcome)).not.toContain('imported');
  const other = await openAt(place, { mode: 'write' });
  expect(other.view().identities.map(({ address }) => address)).toEqual(['ada@home.example']);
  expect(other.view().badges).toHaveLength(1);
  await other.close();
});

test('reading a library leaves no trace in its folder', async () => {
  const place = temporaryPlace();
  const library = await openAt(place);
  await library.importFiles(badgeSources(1));
  await library.close();
  const before = readdirSync(place.dir, { recursive: true }).sort();
  const reader = await openAt(place, { mode: 'read' });
  expect(reader.view().badges).toHaveLength(1);
  await reader.close();
  expect(readdirSync(place.dir, { recursive: true }).sort()).toEqual(before);
  await expect(openAt(temporaryPlace(), { mode: 'read' })).rejects.toMatchObject({ code: 'store/not-found' });
});

async function openOrNull(place: Place): Promise<Library | null> {
  try {
    return await openAt(place, { mode: 'write' });
  } catch {
    return null;
  }
}
