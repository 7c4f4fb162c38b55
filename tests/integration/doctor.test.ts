import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { inProcessEngine } from '../../electron/node/check/in-process-engine.ts';
import { examineLibrary } from '../../electron/node/library/doctor.ts';
import type { LibraryView } from '../../shared/ipc/views.ts';
import { badgeSources, frozenMs, openAt, type Place, temporaryPlace } from '../support/temporary-library.ts';

async function examine(place: Place, repair = false) {
  return await examineLibrary({
    ...place,
    engine: inProcessEngine(),
    clock: { now: () => frozenMs },
    repair,
  });
}

/** A library of five badges, two of them in a collection, with one address, closed. */
async function filledPlace(): Promise<{ readonly place: Place; readonly view: LibraryView }> {
  const place = temporaryPlace();
  const library = await openAt(place);
  await library.importFiles(badgeSources(5));
  const ids = library.view().badges.map(({ id }) => id);
  await library.edit({
    kind: 'collection.create',
    name: 'Work',
    badgeIds: ids.slice(0, 2),
    parentId: null,
    search: null,
  });
  await library.edit({ kind: 'identity.add', address: 'ada@home.example', label: '' });
  await library.edit({ kind: 'tags.add', badgeIds: ids.slice(1, 3), tags: ['craft'] });
  await library.edit({ kind: 'note.set', badgeId: ids[1] ?? '', text: 'of my own' });
  await library.edit(
    { kind: 'evidence.add', badgeId: ids[1] ?? '', evidence: { kind: 'file', title: 'Report' } },
    { kind: 'bytes', name: 'report.pdf', bytes: Uint8Array.of(1, 2, 3) },
  );
  await library.check(ids.slice(0, 1));
  const view = library.view();
  await library.close();
  return { place, view };
}

async function viewOf(place: Place): Promise<LibraryView> {
  const library = await openAt(place);
  const view = library.view();
  await library.close();
  return view;
}

function journalOf(place: Place): string {
  const folder = path.join(place.dir, 'journal');
  const [name = ''] = readdirSync(folder);
  return path.join(folder, name);
}

function originalOf(place: Place, id: string): string {
  return path.join(place.dir, 'badges', id.slice(0, 2), `${id}.json`);
}

function snapshotOf(place: Place): string {
  const name = readdirSync(place.cacheDir).find((one) => one.endsWith('.snapshot')) ?? '';
  return path.join(place.cacheDir, name);
}

function flipBit(file: string, at: number): void {
  const bytes = readFileSync(file);
  bytes[at] = (bytes[at] ?? 0) ^ 0x10;
  writeFileSync(file, bytes);
}

test('a healthy library has no findings', async () => {
  const { place } = await filledPlace();
  expect(await examine(place)).toMatchObject({ badges: 5, findings: [], isSound: true });
});

test('a library is sound right after an import, whatever the badge states', async () => {
  const place = temporaryPlace();
  const library = await openAt(place);
  const sample = path.join(import.meta.dirname, '../../resources/samples/watershed-field-methods.png');
  await library.importFiles([{ kind: 'path', path: sample }]);
  expect(library.view().badges[0]?.skills).toContain('Collect water samples');
  await library.close();
  expect(await examine(place)).toMatchObject({ badges: 1, findings: [], isSound: true });
});

test('M07 a snapshot that is deleted, zeroed or flipped anywhere costs nothing', async () => {
  const { place, view } = await filledPlace();
  const length = readFileSync(snapshotOf(place)).length;
  const damages: (() => void)[] = [
    () => rmSync(place.cacheDir, { recursive: true }),
    () => writeFileSync(snapshotOf(place), new Uint8Array(length)),
    () => truncateSync(snapshotOf(place), length >> 1),
    ...Array.from({ length: 20 }, (_, index) => () => flipBit(snapshotOf(place), (index * 7_919) % length)),
  ];
  for (const damage of damages) {
    damage();
    expect(await viewOf(place)).toEqual(view);
  }
  flipBit(snapshotOf(place), 100);
  expect((await examine(place)).findings).toMatchObject([{ kind: 'snapshot-damaged', severity: 'leftover' }]);
  expect(await examine(place, true)).toMatchObject({ isSound: true, findings: [{ repaired: true }] });
  expect((await examine(place)).findings).toEqual([]);
});

test('M08 a torn last line is ignored and reported, and the next record does not glue on to it', async () => {
  const { place, view } = await filledPlace();
  appendFileSync(journalOf(place), '{"sum":"0123456789abcdef","record":{"form');
  expect((await examine(place)).findings).toMatchObject([{ kind: 'line-torn', severity: 'leftover' }]);
  const library = await openAt(place);
  expect(library.view()).toEqual(view);
  await library.edit({
    kind: 'collection.create',
    name: 'Later',
    badgeIds: [],
    parentId: null,
    search: null,
  });
  await library.close();
  expect((await viewOf(place)).collections.map(({ name }) => name)).toEqual(['Work', 'Later']);
  expect((await examine(place)).findings).toEqual([]);
  expect(readdirSync(path.join(place.dir, 'quarantine'))).toHaveLength(1);
});

test('M08 a flipped bit spoils one line alone: it is named, and its badge comes back from its original', async () => {
  const { place, view } = await filledPlace();
  flipBit(journalOf(place), 900);
  const { findings, isSound } = await examine(place);
  expect(isSound).toBe(false);
  expect(findings.map(({ kind }) => kind)).toEqual(['line-damaged', 'original-unrecorded']);
  const after = await viewOf(place);
  expect(after.badges.map(({ id }) => id).sort()).toEqual(view.badges.map(({ id }) => id).sort());
  expect(after.collections).toEqual(view.collections);
  expect(after.problems).toMatchObject([{ code: 'store/damaged' }]);
  expect(await examine(place, true)).toMatchObject({ isSound: true });
  expect((await examine(place)).findings).toEqual([]);
  expect((await viewOf(place)).problems).toEqual([]);
});

test('M08 a journal that a synchronisation cut short or took away: acknowledged badges come from their originals', async () => {
  for (const damage of [
    (file: string) => truncateSync(file, readFileSync(file).indexOf('\n', 2_000) + 1),
    (file: string) => truncateSync(file, 0),
    (file: string) => rmSync(file),
  ]) {
    const { place, view } = await filledPlace();
    damage(journalOf(place));
    const after = await viewOf(place);
    expect(after.badges.map(({ id }) => id).sort()).toEqual(view.badges.map(({ id }) => id).sort());
    expect((await examine(place)).isSound).toBe(true);
  }
});

test('M08 a line of another library has no effect', async () => {
  const { place, view } = await filledPlace();
  const stranger = await filledPlace();
  copyFileSync(journalOf(stranger.place), path.join(place.dir, 'journal', 'stranger.jsonl'));
  const after = await viewOf(place);
  expect(after.collections).toEqual(view.collections);
  expect(after.badges).toEqual(view.badges);
  expect((await examine(place)).findings.every(({ kind }) => kind === 'line-damaged')).toBe(true);
});

test('M14 a conflict copy of a journal is merged as a journal, once', async () => {
  const { place, view } = await filledPlace();
  const journal = journalOf(place);
  const lines = readFileSync(journal, 'utf8').split(/(?<=\n)/);
  const copy = journal.replace('.jsonl', ' (conflicted copy).jsonl');
  copyFileSync(journal, copy);
  expect(await viewOf(place)).toEqual(view);
  writeFileSync(journal, lines.slice(0, 4).join(''));
  writeFileSync(copy, lines.slice(2).join(''));
  expect(await viewOf(place)).toEqual(view);
  expect((await examine(place)).findings).toEqual([]);
});

test('M09 a damaged original is named and set aside; adding the file again heals it', async () => {
  const { place, view } = await filledPlace();
  const id = view.badges[2]?.id ?? '';
  flipBit(originalOf(place, id), 50);
  const { findings, isSound } = await examine(place);
  expect(isSound).toBe(false);
  expect(findings).toMatchObject([{ kind: 'original-damaged', severity: 'damage' }]);
  expect(findings[0]?.subject).toContain(id);
  const library = await openAt(place);
  await expect(library.original(id)).rejects.toMatchObject({ code: 'store/damaged' });
  await library.close();
  expect(await examine(place, true)).toMatchObject({ isSound: false, setAside: 1 });
  expect((await examine(place)).findings).toMatchObject([{ kind: 'original-missing' }]);
  const again = await openAt(place);
  const { files } = await again.importFiles(badgeSources(5));
  expect(files.map(({ row }) => row.outcome)).toEqual(Array(5).fill('already'));
  const isPutBack = files.map(({ row }) => row.notes.some((note) => note.includes('Now it is whole again.')));
  expect(isPutBack).toEqual(files.map(({ sha256 }) => sha256 === id));
  expect((await again.original(id)).sha256).toBe(id);
  await again.close();
  expect((await examine(place)).findings).toEqual([]);
});

test('a lost or damaged library.json is written again with the id that the journals name', async () => {
  for (const damage of [(file: string) => rmSync(file), (file: string) => writeFileSync(file, '{"format')]) {
    const { place, view } = await filledPlace();
    damage(path.join(place.dir, 'library.json'));
    expect((await examine(place)).findings).toMatchObject([{ kind: 'identity-lost' }]);
    expect(await viewOf(place)).toEqual(view);
    expect((await examine(place)).findings).toEqual([]);
  }
});

test('an original without a record is a leftover, and is taken in by a repair', async () => {
  const { place, view } = await filledPlace();
  const other = temporaryPlace();
  const library = await openAt(other);
  await library.importFiles(badgeSources(6));
  const extra =
    library.view().badges.find(({ id }) => !view.badges.some((badge) => badge.id === id))?.id ?? '';
  await library.close();
  mkdirSync(path.dirname(originalOf(place, extra)), { recursive: true });
  copyFileSync(originalOf(other, extra), originalOf(place, extra));
  expect(await examine(place)).toMatchObject({ isSound: true, findings: [{ kind: 'original-unrecorded' }] });
  expect(await examine(place, true)).toMatchObject({ badges: 6, isSound: true });
  expect((await viewOf(place)).badges.map(({ id }) => id)).toContain(extra);
});

test('temporary files of long ago are found and removed, fresh ones are left alone', async () => {
  const { place } = await filledPlace();
  const folder = path.join(place.dir, '.tmp');
  for (const name of ['old.tmp', 'fresh.tmp']) writeFileSync(path.join(folder, name), 'x');
  utimesSync(path.join(folder, 'old.tmp'), 1_000, 1_000);
  expect((await examine(place)).findings).toMatchObject([{ kind: 'temporary-old', subject: 'old.tmp' }]);
  await examine(place, true);
  expect(readdirSync(folder)).toEqual(['fresh.tmp']);
});

test('a folder that is no library is not found, and a library of a later format is refused without a change', async () => {
  const empty = temporaryPlace();
  await expect(examine(empty)).rejects.toMatchObject({ code: 'store/not-found' });
  const { place } = await filledPlace();
  const file = path.join(place.dir, 'library.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace('"format":1', '"format":2'));
  await expect(examine(place)).rejects.toMatchObject({ code: 'store/newer-format' });
  await expect(openAt(place)).rejects.toMatchObject({ code: 'store/newer-format' });
  expect(readdirSync(path.join(place.dir, '.locks'))).toEqual([]);
});

test('M09 a file of own evidence that is damaged or gone is named, set aside, and hurts nothing else', async () => {
  const { place, view } = await filledPlace();
  const folder = path.join(place.dir, 'evidence');
  const [name = ''] = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((one) =>
    one.endsWith('.pdf'),
  );
  writeFileSync(path.join(folder, name), 'other bytes');
  const damaged = await examine(place);
  expect(damaged.isSound).toBe(false);
  expect(damaged.findings).toMatchObject([{ kind: 'evidence-damaged', severity: 'damage' }]);
  expect(damaged.findings[0]?.message).toContain('Report');
  expect((await examine(place, true)).isSound).toBe(false);
  expect(readdirSync(path.join(place.dir, 'quarantine'))).toHaveLength(1);
  expect((await examine(place)).findings).toMatchObject([{ kind: 'evidence-missing' }]);
  expect(await viewOf(place)).toEqual(view);
});

test('a file of evidence without a record is a leftover, and is set aside, not thrown away', async () => {
  const { place } = await filledPlace();
  const folder = path.join(place.dir, 'evidence');
  const [name = ''] = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((one) =>
    one.endsWith('.pdf'),
  );
  const stray = '9'.repeat(64);
  mkdirSync(path.join(folder, '99'), { recursive: true });
  copyFileSync(path.join(folder, name), path.join(folder, '99', `${stray}.pdf`));
  expect((await examine(place)).findings).toMatchObject([
    { kind: 'evidence-unrecorded', severity: 'leftover' },
  ]);
  expect((await examine(place, true)).isSound).toBe(true);
  expect((await examine(place)).findings).toEqual([]);
  expect(readdirSync(path.join(place.dir, 'quarantine'))).toHaveLength(1);
});

test('M08 a badge that was deleted for good and imported again, of which the later record is damaged, keeps its file', async () => {
  const place = temporaryPlace();
  const library = await openAt(place);
  await library.importFiles(badgeSources(2));
  const [id = ''] = library.view().badges.map((card) => card.id);
  await library.edit({ kind: 'badges.remove', badgeIds: [id] });
  await library.edit({ kind: 'badges.purge', badgeIds: [id] });
  await library.importFiles(badgeSources(2));
  await library.close();
  const [name = ''] = readdirSync(path.join(place.dir, 'journal'));
  const journal = path.join(place.dir, 'journal', name);
  const bytes = readFileSync(journal);
  const at = bytes.lastIndexOf('badge.added');
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(journal, bytes);
  const kept = () =>
    readdirSync(place.dir, { recursive: true, encoding: 'utf8' }).filter((file) => file.includes(`${id}.`));
  expect(kept()).toHaveLength(1);
  const { findings, setAside } = await examine(place, true);
  expect(findings.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['line-damaged', 'deleted-left-over']),
  );
  expect(kept()).toEqual([expect.stringContaining('quarantine')]);
  expect(setAside).toBe(2);
});
