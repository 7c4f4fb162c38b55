import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { inProcessEngine } from '../../electron/node/check/in-process-engine.ts';
import { nodeFs } from '../../electron/node/fs-port.ts';
import { examineLibrary } from '../../electron/node/library/doctor.ts';
import type { Library } from '../../electron/node/library/library.ts';
import {
  badgeSource,
  badgeSources,
  frozenMs,
  openAt,
  type Place,
  temporaryPlace,
} from '../support/temporary-library.ts';

const dayMs = 86_400_000;

/** Opens the library so many days after the first time. */
function onDay(place: Place, day: number): Promise<Library> {
  return openAt(place, { clock: { now: () => frozenMs + day * dayMs } });
}

function originals(place: Place): readonly string[] {
  return readdirSync(path.join(place.dir, 'badges'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    /[0-9a-f]{64}/.test(name),
  );
}

function evidenceFiles(place: Place): readonly string[] {
  const folder = path.join(place.dir, 'evidence');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /[0-9a-f]{64}/.test(name),
  );
}

async function findings(place: Place, repair = false) {
  const clock = { now: () => frozenMs };
  return (await examineLibrary({ ...place, engine: inProcessEngine(), clock, repair })).findings;
}

/** Two badges; the first one in a collection, with a tag, a note and a file, and then in the bin. */
async function withBin(): Promise<{ readonly place: Place; readonly id: string; readonly other: string }> {
  const place = temporaryPlace();
  const library = await onDay(place, 0);
  await library.importFiles(badgeSources(2));
  const [id = '', other = ''] = library.view().badges.map((card) => card.id);
  await library.edit({
    kind: 'collection.create',
    name: 'Work',
    badgeIds: [other, id],
    parentId: null,
    search: null,
  });
  await library.edit({ kind: 'tags.add', badgeIds: [id], tags: ['craft'] });
  await library.edit({ kind: 'note.set', badgeId: id, text: 'of my own' });
  const file = { kind: 'bytes', name: 'report.pdf', bytes: Uint8Array.of(1, 2, 3) } as const;
  await library.edit({ kind: 'evidence.add', badgeId: id, evidence: { kind: 'file', title: '' } }, file);
  await library.edit({ kind: 'badges.remove', badgeIds: [id] });
  await library.close();
  return { place, id, other };
}

test('M21 a removed badge lies in the bin for thirty days, with its days left', async () => {
  const { place, id, other } = await withBin();
  for (const [day, daysLeft] of [
    [0, 30],
    [1, 29],
    [29.5, 1],
  ] as const) {
    const library = await onDay(place, day);
    expect(library.view().badges.map((card) => card.id)).toEqual([other]);
    expect(library.view().bin).toMatchObject([{ id, daysLeft, tags: ['craft'], noteText: 'of my own' }]);
    expect(library.view().bin[0]?.removedAt.slice(0, 10)).toBe('2026-11-22');
    await library.close();
  }
});

test('M21 it is restored with its collections in their order, its tags, note and evidence, and that can be undone', async () => {
  const { place, id, other } = await withBin();
  let library = await onDay(place, 3);
  const result = await library.edit({ kind: 'badges.restore', badgeIds: [id] });
  expect(result.label).toBe('Restore “Bicycle repair”');
  await library.close();
  library = await onDay(place, 3);
  expect(library.view().bin).toEqual([]);
  expect(library.view().badges.find((card) => card.id === id)).toMatchObject({
    tags: ['craft'],
    noteText: 'of my own',
    evidenceCount: 1,
  });
  expect(library.view().collections[0]?.badgeIds).toEqual([other, id]);
  expect(await library.undo()).toBe('Restore “Bicycle repair”');
  expect(library.view().bin).toMatchObject([{ id }]);
  await library.close();
});

test('M21 at the first opening after thirty days it is deleted for good: a durable tombstone, then its files', async () => {
  const { place, id, other } = await withBin();
  // The library was in use meanwhile: the clock is to be trusted.
  const between = await onDay(place, 15);
  await between.edit({ kind: 'note.set', badgeId: other, text: 'x' });
  await between.close();
  const operations: string[] = [];
  const fs = {
    ...nodeFs,
    unlink: async (file: string) => {
      if (/[0-9a-f]{64}/.test(file)) operations.push(`${journalText(place).includes('badge.purged')} unlink`);
      await nodeFs.unlink(file);
    },
  };
  const library = await openAt(place, { fs, clock: { now: () => frozenMs + 31 * dayMs } });
  expect(operations).toEqual(['true unlink', 'true unlink']);
  expect(library.view().bin).toEqual([]);
  expect(library.view().badges.map((card) => card.id)).toEqual([other]);
  expect(library.view().collections[0]?.badgeIds).toEqual([other]);
  await library.close();
  expect(originals(place)).toHaveLength(1);
  expect(evidenceFiles(place)).toEqual([]);
  expect(await findings(place)).toEqual([]);
  await expect(
    (await onDay(place, 32)).edit({ kind: 'badges.restore', badgeIds: [id] }),
  ).rejects.toMatchObject({
    code: 'store/not-found',
  });
});

test('M21 while the library is open for long, the daily round deletes for good as well', async () => {
  const { place } = await withBin();
  let day = 0;
  const library = await openAt(place, { clock: { now: () => frozenMs + day * dayMs } });
  day = 20;
  expect(await library.purgeDue()).toBe(0);
  await library.edit({ kind: 'identity.add', address: 'ada@home.example', label: '' });
  day = 30;
  expect(await library.purgeDue()).toBe(1);
  expect(library.view().bin).toEqual([]);
  await library.close();
});

test('M18 a clock that leapt ahead deletes nothing before something was recorded at the new time', async () => {
  const { place } = await withBin();
  const leapt = await onDay(place, 4_000);
  expect(leapt.view().bin).toHaveLength(1);
  await leapt.close();
  const right = await onDay(place, 1);
  expect(right.view().bin).toMatchObject([{ daysLeft: 29 }]);
  await right.close();
});

test('M18 a clock that was set back makes no badge older, and the order of what was done stays', async () => {
  const { place, id } = await withBin();
  const library = await onDay(place, -400);
  expect(library.view().bin).toMatchObject([{ id, daysLeft: 30 }]);
  await library.edit({ kind: 'badges.restore', badgeIds: [id] });
  expect(library.view().badges).toHaveLength(2);
  await library.close();
  const again = await onDay(place, 1);
  expect(again.view().badges).toHaveLength(2);
  await again.close();
});

describe('M21 deleted for good', () => {
  test.each(['the snapshot', 'nothing'])('it stays deleted after a rebuild without %s', async (lost) => {
    const { place, id } = await withBin();
    const library = await onDay(place, 1);
    const result = await library.edit({ kind: 'badges.purge', badgeIds: [id] });
    expect(result).toEqual({ createdId: null, matched: null, label: null });
    await library.close();
    if (lost === 'the snapshot') rmSync(place.cacheDir, { recursive: true });
    const again = await openAt(place, { recover: true });
    expect(again.view().badges).toHaveLength(1);
    expect(again.view().bin).toEqual([]);
    await again.close();
  });

  test('undo does not bring back a badge that has no file any more, and goes on with what was before', async () => {
    const { place, id } = await withBin();
    const library = await onDay(place, 1);
    await library.edit({ kind: 'bin.empty' });
    expect(library.view().history.undo).toBe('Change the note on “Bicycle repair”');
    await library.undo();
    expect(library.view().badges.map((card) => card.id)).not.toContain(id);
    await library.close();
  });

  test('undoing its import puts it not back into the bin, and doing that again makes no badge without a file', async () => {
    const place = temporaryPlace();
    const library = await openAt(place);
    await library.importFiles([badgeSource(1), badgeSource(2)]);
    const [id = '', other = ''] = library.view().badges.map((card) => card.id);
    const file = { kind: 'bytes', name: 'mine.txt', bytes: new TextEncoder().encode('mine') } as const;
    await library.edit({ kind: 'evidence.add', badgeId: id, evidence: { kind: 'file', title: '' } }, file);
    await library.edit({ kind: 'badges.remove', badgeIds: [id] });
    await library.edit({ kind: 'bin.empty' });
    expect(await library.undo()).toBe('Add 2 badges');
    expect(library.view().badges).toEqual([]);
    expect(library.view().bin.map((card) => card.id)).toEqual([other]);
    expect(await library.redo()).toBe('Add 2 badges');
    expect(library.view().badges.map((card) => card.id)).toEqual([other]);
    expect(library.view().bin).toEqual([]);
    await library.close();
    expect(await findings(place)).toEqual([]);
  });

  test('importing it again brings it back, here and after a restart, with what was said of it', async () => {
    const { place, id } = await withBin();
    let library = await onDay(place, 1);
    await library.edit({ kind: 'bin.empty' });
    const source = [badgeSource(1), badgeSource(2)];
    await library.importFiles(source);
    expect(library.view().badges.map((card) => card.id)).toContain(id);
    await library.close();
    library = await onDay(place, 2);
    const back = library.view().badges.find((card) => card.id === id);
    expect(back).toMatchObject({ tags: ['craft'], evidenceCount: 0 });
    expect((await library.original(id)).bytes.length).toBeGreaterThan(0);
    expect(await findings(place)).toEqual([]);
    await library.close();
  });

  test('a crash between the tombstone and the file leaves a file that doctor names and removes', async () => {
    const { place, id } = await withBin();
    const fs = {
      ...nodeFs,
      unlink: async (file: string) => {
        if (/[0-9a-f]{64}/.test(file)) throw Object.assign(new Error(), { code: 'EIO' });
        await nodeFs.unlink(file);
      },
    };
    const library = await openAt(place, { fs });
    await library.edit({ kind: 'badges.purge', badgeIds: [id] });
    await library.close();
    expect((await findings(place)).map(({ kind, severity }) => [kind, severity])).toEqual([
      ['deleted-left-over', 'leftover'],
      ['deleted-left-over', 'leftover'],
    ]);
    const again = await openAt(place, { recover: true });
    expect(again.view().badges.map((card) => card.id)).not.toContain(id);
    await again.close();
    expect((await findings(place, true)).every(({ repaired }) => repaired)).toBe(true);
    expect(originals(place)).toHaveLength(1);
  });

  test('a file that another badge needs stays: one badge of a file with two', async () => {
    const place = temporaryPlace();
    const library = await openAt(place);
    await library.importFiles([twoInOne()]);
    const [first = '', second = ''] = library.view().badges.map((card) => card.id);
    await library.edit({ kind: 'badges.remove', badgeIds: [first] });
    await library.edit({ kind: 'bin.empty' });
    expect((await library.original(second)).bytes.length).toBeGreaterThan(0);
    await library.edit({ kind: 'badges.remove', badgeIds: [second] });
    await library.edit({ kind: 'bin.empty' });
    expect(originals(place)).toEqual([]);
    await library.close();
    expect(await findings(place)).toEqual([]);
  });

  test('a badge that is not in the bin cannot be deleted for good, and one that is here cannot be restored', async () => {
    const { place, id, other } = await withBin();
    const library = await onDay(place, 1);
    const missing = { code: 'store/not-found' };
    await expect(library.edit({ kind: 'badges.purge', badgeIds: [id, other] })).rejects.toMatchObject(
      missing,
    );
    await expect(library.edit({ kind: 'badges.restore', badgeIds: [other] })).rejects.toMatchObject(missing);
    expect(library.view().bin).toHaveLength(1);
    await library.close();
  });
});

test('M21 a damaged record of a badge in the bin brings it back from its original into the bin', async () => {
  const { place, id } = await withBin();
  const [name = ''] = readdirSync(path.join(place.dir, 'journal'));
  const journal = path.join(place.dir, 'journal', name);
  const lines = readFileSync(journal, 'utf8').split('\n');
  const damaged = lines.map((line) =>
    line.includes('badge.added') && line.includes(id) ? `x${line}` : line,
  );
  writeFileSync(journal, damaged.join('\n'));
  const library = await onDay(place, 1);
  expect(library.view().bin.map((card) => card.id)).toEqual([id]);
  expect(library.view().badges).toHaveLength(1);
  await library.close();
});

test('a file of evidence that was removed stays for undo, and is deleted for good with what else is old', async () => {
  const place = temporaryPlace();
  let day = 0;
  const library = await openAt(place, { clock: { now: () => frozenMs + day * dayMs } });
  await library.importFiles(badgeSources(1));
  const [id = ''] = library.view().badges.map((card) => card.id);
  const file = { kind: 'bytes', name: 'report.pdf', bytes: Uint8Array.of(1, 2, 3) } as const;
  const add = { kind: 'evidence.add', badgeId: id, evidence: { kind: 'file', title: 'Report' } } as const;
  const evidenceId = (await library.edit(add, file)).createdId ?? '';
  await library.edit({ kind: 'evidence.remove', badgeId: id, id: evidenceId });
  await library.undo();
  expect((await library.evidenceFile(id, evidenceId)).bytes).toEqual(file.bytes);
  await library.redo();
  expect(evidenceFiles(place)).toHaveLength(1);
  day = 30;
  await library.purgeDue();
  expect(evidenceFiles(place)).toEqual([]);
  expect(library.view().history.undo).not.toContain('Remove evidence');
  await library.close();
  expect(await findings(place)).toEqual([]);
});

test('the picture of a badge in the bin can be shown, its details cannot be asked for', async () => {
  const { place, id } = await withBin();
  const library = await onDay(place, 1);
  expect(await library.image(id)).toBeNull();
  await expect(library.details(id)).rejects.toMatchObject({ code: 'store/not-found' });
  expect((await library.history(id))[0]?.text).toBe('Put into the bin');
  await library.close();
});

function journalText(place: Place): string {
  const folder = path.join(place.dir, 'journal');
  return readdirSync(folder)
    .map((name) => readFileSync(path.join(folder, name), 'utf8'))
    .join('\n');
}

/** One file with two badges. */
function twoInOne() {
  const read = (number: number): unknown => {
    const source = badgeSource(number);
    return source.kind === 'bytes' ? JSON.parse(new TextDecoder().decode(source.bytes)) : null;
  };
  const bytes = new TextEncoder().encode(JSON.stringify([read(1), read(2)]));
  return { kind: 'bytes', name: 'two.json', bytes } as const;
}
