import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { inProcessEngine } from '../../electron/node/check/in-process-engine.ts';
import { sha256Hex } from '../../electron/node/files.ts';
import type { ImportSource } from '../../electron/node/library/library.ts';
import type { LibraryChange } from '../../shared/ipc/views.ts';
import { makeChange } from '../factories/library-view.ts';
import { reportOf } from '../factories/report.ts';
import {
  badgeSource,
  badgeSources,
  openAt,
  temporaryFolder,
  temporaryPlace,
} from '../support/temporary-library.ts';

test('an imported badge is there after the library was closed and opened again', async () => {
  const place = temporaryPlace();
  const library = await openAt(place);
  const source = badgeSource(1);
  const result = await library.importFiles([source]);
  const [file] = result.files;
  expect(file?.row).toMatchObject({
    outcome: 'imported',
    fileName: 'badge-1.json',
    found: '“Bicycle repair” by Town School',
    failure: null,
  });
  const before = library.view();
  await library.close();
  const again = await openAt(place);
  expect(again.view()).toEqual(before);
  const id = file?.row.badgeIds[0] ?? '';
  const original = await again.original(id);
  expect(original.bytes).toEqual(source.kind === 'bytes' ? source.bytes : null);
  expect(original).toMatchObject({ fileName: 'badge-1.json', mediaType: 'application/json' });
  await again.close();
});

test('the same bytes are already here; the same badge in other bytes is kept and said to be the same', async () => {
  const library = await openAt(temporaryPlace());
  await library.importFiles([badgeSource(1)]);
  const again = await library.importFiles([badgeSource(1)]);
  expect(again.files[0]?.row).toMatchObject({ outcome: 'already', badgeIds: [library.view().badges[0]?.id] });
  const { bytes } = badgeSource(1) as Extract<ImportSource, { kind: 'bytes' }>;
  const spaced = { kind: 'bytes' as const, name: 'spaced.json', bytes: new Uint8Array([...bytes, 10]) };
  const other = await library.importFiles([spaced]);
  expect(other.files[0]?.row.outcome).toBe('imported');
  expect(other.files[0]?.row.notes.join()).toContain('same badge is here already');
  const [first, second] = library.view().badges;
  expect(second?.sameAs).toBe(first?.id);
  expect(first?.sameAs).toBeNull();
  await library.close();
});

test.each([
  ['says something else', { issuedOn: '2025-05-03T10:00:00Z' }],
  ['has more in it', { narrative: 'Other contents.' }],
])('a badge of the same issuer and id that %s is another edition, and both are kept', async (_, changes) => {
  const library = await openAt(temporaryPlace());
  await library.importFiles([badgeSource(1)]);
  const { files } = await library.importFiles([badgeSource(1, changes)]);
  expect(files[0]?.row).toMatchObject({
    outcome: 'edition',
    found: '“Bicycle repair” by Town School',
    notes: [
      'It is another edition of “Bicycle repair”, which is here already with other contents. Both are kept.',
    ],
  });
  expect(library.view().badges).toHaveLength(2);
  expect((await library.importFiles([badgeSource(1, changes)])).files[0]?.row.outcome).toBe('already');
  await library.close();
});

test('the same file twice in one import is imported once and already here once', async () => {
  const library = await openAt(temporaryPlace());
  const { files } = await library.importFiles([badgeSource(1), badgeSource(1)]);
  expect(files.map(({ row }) => row.outcome).sort()).toEqual(['already', 'imported']);
  expect(library.view().badges).toHaveLength(1);
  await library.close();
});

test('a file that is no badge gets a row with a reason and a next step, and stores nothing', async () => {
  const place = temporaryPlace();
  const library = await openAt(place);
  const { files } = await library.importFiles([
    { kind: 'bytes', name: 'notes.json', bytes: new TextEncoder().encode('{"hello": 1}') },
    { kind: 'path', path: path.join(place.dir, 'nowhere.png') },
  ]);
  expect(files.map(({ row }) => row.outcome)).toEqual(['refused', 'refused']);
  for (const { row } of files) {
    expect(row.failure?.message).not.toBe('');
    expect(row.failure?.next).not.toBe('');
    expect(JSON.stringify(row)).not.toContain(place.dir);
  }
  expect(readdirSync(path.join(place.dir, 'badges'))).toEqual([]);
  await library.close();
});

test('an import of a folder takes its files in the order of their names and counts up to the end', async () => {
  const place = temporaryPlace();
  const library = await openAt(place);
  const folder = temporaryFolder();
  for (const [index, source] of badgeSources(5).entries()) {
    if (source.kind === 'bytes') writeFileSync(path.join(folder, `b${index}.json`), source.bytes);
  }
  const progress: number[] = [];
  const { files } = await library.importFiles([{ kind: 'path', path: folder }], {
    onProgress: ({ done, finished }) => {
      if (!finished) progress.push(done);
    },
  });
  expect(files.map(({ row }) => row.fileName)).toEqual([
    'b0.json',
    'b1.json',
    'b2.json',
    'b3.json',
    'b4.json',
  ]);
  expect(progress.at(-1)).toBe(5);
  await library.close();
});

test('a cancelled import keeps what it told as imported, and leaves nothing half done', async () => {
  const place = temporaryPlace();
  const library = await openAt(place);
  const controller = new AbortController();
  const { files, cancelled } = await library.importFiles(badgeSources(200), {
    signal: controller.signal,
    onFile: ({ index }) => {
      if (index === 10) controller.abort();
    },
  });
  expect(cancelled).toBe(true);
  const imported = files.filter(({ row }) => row.outcome === 'imported');
  expect(imported.length).toBeGreaterThan(0);
  expect(files.filter(({ row }) => row.outcome === 'cancelled').length).toBe(200 - imported.length);
  expect(
    library
      .view()
      .badges.map(({ id }) => id)
      .sort(),
  ).toEqual(imported.flatMap(({ row }) => row.badgeIds).sort());
  await library.close();
  expect(readdirSync(path.join(place.dir, '.tmp'))).toEqual([]);
});

test('L05 files are their owner’s alone', async () => {
  const place = temporaryPlace();
  const library = await openAt(place);
  await library.importFiles(badgeSources(2));
  await library.close();
  const walk = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const full = path.join(folder, entry.name);
      expect(statSync(full).mode & 0o777, full).toBe(entry.isDirectory() ? 0o700 : 0o600);
      if (entry.isDirectory()) walk(full);
    }
  };
  walk(place.dir);
});

test('M13 no file of a library names a place on this computer', async () => {
  const place = temporaryPlace();
  const folder = path.dirname(place.dir);
  const [source] = badgeSources(1);
  if (source?.kind === 'bytes') writeFileSync(path.join(folder, 'mine.json'), source.bytes);
  const library = await openAt(place);
  await library.importFiles([{ kind: 'path', path: path.join(folder, 'mine.json') }]);
  await library.check(library.view().badges.map(({ id }) => id));
  await library.close();
  const files = readdirSync(place.dir, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  expect(files.length).toBeGreaterThan(2);
  for (const entry of files) {
    expect(readFileSync(path.join(entry.parentPath, entry.name), 'utf8')).not.toContain(folder);
  }
});

test('collections: a badge may be in many, and every step is undone and done again across restarts', async () => {
  const place = temporaryPlace();
  let library = await openAt(place);
  await library.importFiles(badgeSources(3));
  const [a = '', b = '', c = ''] = library.view().badges.map(({ id }) => id);
  const work =
    (
      await library.edit({
        kind: 'collection.create',
        name: 'Work',
        badgeIds: [a, b],
        parentId: null,
        search: null,
      })
    ).createdId ?? '';
  const school =
    (
      await library.edit({
        kind: 'collection.create',
        name: 'School',
        badgeIds: [a],
        parentId: null,
        search: null,
      })
    ).createdId ?? '';
  await library.edit({ kind: 'collection.add', id: school, badgeIds: [c, b] });
  await library.edit({ kind: 'collection.rename', id: work, name: 'Jobs' });
  await library.edit({ kind: 'collection.take-out', id: school, badgeIds: [a] });
  await library.edit({ kind: 'collection.delete', id: work });
  const states = [library.view().collections];
  expect(states[0]).toEqual([{ id: school, name: 'School', parentId: null, search: null, badgeIds: [c, b] }]);
  const labels: (string | null)[] = [];
  for (let step = 0; step < 6; step += 1) {
    await library.close();
    library = await openAt(place);
    labels.push(await library.undo());
    states.push(library.view().collections);
  }
  expect(labels).toEqual([
    'Delete collection “Work”'.replace('Work', 'Jobs'),
    'Take 1 badge out of collection “School”',
    'Rename collection to “Jobs”',
    'Add 2 badges to collection “School”',
    'Create collection “School”',
    'Create collection “Work”',
  ]);
  expect(library.view().collections).toEqual([]);
  expect(library.view().badges).toHaveLength(3);
  for (const expected of states.slice(0, -1).reverse()) {
    expect(await library.redo()).not.toBeNull();
    expect(library.view().collections).toEqual(expected);
  }
  expect(await library.redo()).toBeNull();
  await library.close();
});

test('M21 a deleted badge comes back by undo, and stays deleted when everything is rebuilt', async () => {
  const place = temporaryPlace();
  let library = await openAt(place);
  await library.importFiles(badgeSources(2));
  const [a = '', b = ''] = library.view().badges.map(({ id }) => id);
  await library.edit({
    kind: 'collection.create',
    name: 'Both',
    badgeIds: [a, b],
    parentId: null,
    search: null,
  });
  await library.edit({ kind: 'badges.remove', badgeIds: [a] });
  expect(library.view().collections[0]?.badgeIds).toEqual([b]);
  await expect(library.original(a)).rejects.toMatchObject({ code: 'store/not-found' });
  await library.close();
  rmSync(place.cacheDir, { recursive: true });
  library = await openAt(place);
  expect(library.view().badges.map(({ id }) => id)).toEqual([b]);
  expect(library.view().history.undo).toBe('Move “Bicycle repair” to the bin');
  await library.undo();
  expect(library.view().collections[0]?.badgeIds).toEqual([a, b]);
  expect(sha256Hex((await library.original(a)).bytes)).toBe(a);
  await library.close();
});

test('undo of an import takes its badges out; importing them again brings them back with a word about it', async () => {
  const library = await openAt(temporaryPlace());
  await library.importFiles(badgeSources(40));
  expect(library.view().history.undo).toBe('Add 40 badges');
  await library.undo();
  expect(library.view().badges).toEqual([]);
  const { files } = await library.importFiles([badgeSource(1)]);
  expect(files[0]?.row.outcome).toBe('imported');
  expect(files[0]?.row.notes).toContain('It was deleted before. Now it is back.');
  await library.close();
});

test('adding an address turns earlier badges into the person’s own, removing it turns them back', async () => {
  const library = await openAt(temporaryPlace());
  await library.importFiles([
    badgeSource(1),
    badgeSource(2, { recipient: { type: 'email', hashed: false, identity: 'eve@other.example' } }),
  ]);
  expect(library.view().badges.map(({ recipient }) => recipient)).toEqual(['not-checked', 'not-checked']);
  const changes: LibraryChange[] = [];
  library.subscribe((change) => changes.push(change));
  expect(
    await library.edit({ kind: 'identity.add', address: 'Ada@Home.example', label: 'home' }),
  ).toMatchObject({ matched: 1 });
  expect(new Set(library.view().badges.map(({ recipient }) => recipient))).toEqual(
    new Set(['yours', 'not-yours']),
  );
  expect(changes.at(-1)?.upserted).toHaveLength(2);
  expect(library.view().identities).toEqual([
    { address: 'Ada@Home.example', kind: 'email', label: 'home', badgeCount: 1 },
  ]);
  await library.edit({ kind: 'identity.remove', address: 'ada@home.example' });
  expect(library.view().identities).toEqual([]);
  expect(library.view().badges[0]?.recipient).toBe('not-checked');
  await library.close();
});

test('a check is recorded: its report and its verdict are there after a restart', async () => {
  const place = temporaryPlace();
  let library = await openAt(place);
  await library.importFiles(badgeSources(2));
  const [a = '', b = ''] = library.view().badges.map(({ id }) => id);
  expect(library.view().badges[0]?.verdict).toBeNull();
  const { reports } = await library.check([a]);
  const report = reports.get(a);
  expect(report).toBeDefined();
  const { verdict } = library.view().badges[0] ?? {};
  expect(verdict).not.toBeNull();
  for (const loseCache of [false, true]) {
    await library.close();
    if (loseCache) rmSync(place.cacheDir, { recursive: true });
    library = await openAt(place);
    expect(await library.report(a)).toEqual(report);
    expect(await library.report(b)).toBeNull();
    expect(library.view().badges[0]?.verdict).toBe(verdict);
    expect((await library.details(a)).headline?.verdict).toBe(verdict);
  }
  await library.close();
});

test('the picture of a badge is the file itself, a picture inside it, or none; the details hold all of it', async () => {
  const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  const dataUri = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
  const issuer = { type: 'Profile', id: 'https://school.example/', name: 'Town School' };
  const withPicture = { type: 'BadgeClass', name: 'Pictured', description: 'd', image: dataUri, issuer };
  const library = await openAt(temporaryPlace());
  await library.importFiles([badgeSource(1), badgeSource(2, { badge: withPicture })]);
  const [pictured] = library.view().badges.filter(({ name }) => name === 'Pictured');
  const [plain] = library.view().badges.filter(({ name }) => name !== 'Pictured');
  expect(pictured?.imageUrl).toBe(`badge-img://badge/${pictured?.id}`);
  expect(await library.image(pictured?.id ?? '')).toEqual({ bytes: png, mediaType: 'image/png' });
  expect(plain?.imageUrl).toBeNull();
  expect(await library.image(plain?.id ?? '')).toBeNull();
  const id =
    (
      await library.edit({
        kind: 'collection.create',
        name: 'Work',
        badgeIds: [plain?.id ?? ''],
        parentId: null,
        search: null,
      })
    ).createdId ?? '';
  const details = await library.details(plain?.id ?? '');
  expect(details).toMatchObject({
    card: plain,
    report: null,
    headline: null,
    fileName: 'badge-1.json',
    container: 'json',
    collectionIds: [id],
    badge: { name: 'Bicycle repair' },
  });
  expect(details.rawText).toContain('Mends a bicycle.');
  await expect(library.details('0'.repeat(64))).rejects.toMatchObject({ code: 'store/not-found' });
  await library.close();
});

test('a change tells the window what to put in, what to take out and what can be undone, and nothing else', async () => {
  const library = await openAt(temporaryPlace());
  const changes: LibraryChange[] = [];
  const stop = library.subscribe((change) => changes.push(change));
  await library.importFiles(badgeSources(1));
  const [card] = library.view().badges;
  expect(changes.splice(0)).toEqual([
    makeChange({ upserted: library.view().badges, history: { undo: 'Add “Bicycle repair”', redo: null } }),
  ]);
  await library.edit({ kind: 'badges.remove', badgeIds: [card?.id ?? ''] });
  expect(changes.splice(0)).toMatchObject([{ upserted: [], removed: [card?.id] }]);
  await library.undo();
  expect(changes.splice(0)).toMatchObject([
    { upserted: [card], removed: [], history: { redo: 'Move “Bicycle repair” to the bin' } },
  ]);
  await library.undo();
  await library.redo();
  changes.length = 0;
  stop();
  await library.undo();
  expect(changes).toEqual([]);
  await library.close();
});

test('a badge expires while it lies in the library, with nobody asking anybody', async () => {
  const place = temporaryPlace();
  let nowMs = Date.UTC(2026, 0, 1);
  const checkedAt = '2026-01-01T00:00:00.000Z';
  const report = reportOf({ checkedAt, validity: { from: null, until: '2026-06-01T00:00:00.000Z' } });
  const library = await openAt(place, {
    clock: { now: () => nowMs },
    engine: { ...inProcessEngine(), verify: async () => report },
  });
  await library.importFiles(badgeSources(1));
  await library.check(library.view().badges.map(({ id }) => id));
  expect(library.view().badges[0]?.verdict).toBe('verified');
  nowMs = Date.UTC(2026, 6, 1);
  expect(library.view().badges[0]?.verdict).toBe('expired');
  await library.close();
});

test('what a person does with things that are not there is refused, and nothing changes', async () => {
  const library = await openAt(temporaryPlace());
  const missing = { code: 'store/not-found' };
  const id = '0'.repeat(64);
  await expect(library.edit({ kind: 'badges.remove', badgeIds: [id] })).rejects.toMatchObject(missing);
  await expect(
    library.edit({ kind: 'collection.create', name: 'x', badgeIds: [id], parentId: null, search: null }),
  ).rejects.toMatchObject(missing);
  await expect(library.edit({ kind: 'collection.rename', id: 'none', name: 'x' })).rejects.toMatchObject(
    missing,
  );
  await expect(library.edit({ kind: 'collection.delete', id: 'none' })).rejects.toMatchObject(missing);
  await expect(
    library.edit({ kind: 'identity.remove', address: 'nobody@home.example' }),
  ).rejects.toMatchObject(missing);
  expect(await library.undo()).toBeNull();
  expect(library.view()).toMatchObject({ badges: [], collections: [], identities: [] });
  await library.close();
});

test('M13 a library folder that is moved away while it is open: nothing is begun in its place, and once it is back it goes on', async () => {
  const place = temporaryPlace();
  const library = await openAt(place);
  await library.importFiles([badgeSource(1)]);
  const elsewhere = `${place.dir} elsewhere`;
  renameSync(place.dir, elsewhere);
  const lost = await library.importFiles(badgeSources(20));
  expect(new Set(lost.files.map(({ row }) => row.failure?.code))).toEqual(new Set(['store/io']));
  await expect(
    library.edit({ kind: 'identity.add', address: 'ada@home.example', label: '' }),
  ).rejects.toMatchObject({ code: 'store/io' });
  expect(existsSync(place.dir)).toBe(false);
  renameSync(elsewhere, place.dir);
  const found = await library.importFiles(badgeSources(20));
  expect(found.files.filter(({ row }) => row.outcome === 'imported')).toHaveLength(19);
  await library.close();
  const again = await openAt(place);
  expect(again.view().badges).toHaveLength(20);
  await again.close();
});

test('a folder of the library that somebody removed while it is open stops nothing but what came meanwhile', async () => {
  const place = temporaryPlace();
  const library = await openAt(place);
  await library.importFiles([badgeSource(1)]);
  rmSync(path.join(place.dir, '.tmp'), { recursive: true });
  await library.importFiles([badgeSource(2)]);
  const later = await library.importFiles([badgeSource(2)]);
  expect(later.files[0]?.row.outcome).toBe('imported');
  await library.close();
});
