import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { nodeFs } from '../../electron/node/fs-port.ts';
import type { Library } from '../../electron/node/library/library.ts';
import { applyChange } from '../../renderer/state/apply-change.ts';
import type { BadgeCard, LibraryChange } from '../../shared/ipc/views.ts';
import type { EditRequest } from '../../shared/library/edits.ts';
import { emptySearch } from '../../shared/library/search.ts';
import { limits } from '../../shared/limits.ts';
import {
  badgeSource,
  badgeSources,
  frozenMs,
  openAt,
  type Place,
  temporaryFolder,
  temporaryPlace,
} from '../support/temporary-library.ts';

/** What a person sees of a library, with the details of every badge. */
async function seen(library: Library): Promise<unknown> {
  const { badges, bin, collections, identities } = library.view();
  const details = [];
  for (const { id } of badges) {
    const { note, evidence, collectionIds } = await library.details(id);
    details.push({ note, evidence, collectionIds });
  }
  return { badges, bin, collections, identities, details };
}

/** A library with three badges, a collection of two, a smart one, a tag, a note, evidence and one badge in the bin. */
async function filled(): Promise<{
  readonly place: Place;
  readonly ids: readonly string[];
  readonly names: Names;
}> {
  const place = temporaryPlace();
  const library = await openAt(place);
  await library.importFiles(badgeSources(4));
  const ids = library.view().badges.map(({ id }) => id);
  const [a = '', b = '', , d = ''] = ids;
  const create = { kind: 'collection.create', parentId: null, search: null } as const;
  const work = (await library.edit({ ...create, name: 'Work', badgeIds: [b, a] })).createdId ?? '';
  const home = (await library.edit({ ...create, name: 'Home', badgeIds: [] })).createdId ?? '';
  const smart = { ...create, name: 'Smart', badgeIds: [], search: { ...emptySearch, tags: ['craft'] } };
  const clever = (await library.edit(smart)).createdId ?? '';
  await library.edit({ kind: 'tags.add', badgeIds: [a], tags: ['craft'] });
  await library.edit({ kind: 'note.set', badgeId: a, text: 'first' });
  const story = { kind: 'text', title: 'Story', text: 'Once' } as const;
  const evidence =
    (await library.edit({ kind: 'evidence.add', badgeId: a, evidence: story })).createdId ?? '';
  await library.edit({ kind: 'identity.add', address: 'ada@home.example', label: 'home' });
  await library.edit({ kind: 'badges.remove', badgeIds: [d] });
  await library.close();
  return { place, ids, names: { work, home, clever, evidence } };
}

interface Names {
  readonly work: string;
  readonly home: string;
  readonly clever: string;
  readonly evidence: string;
}

type Make = (ids: readonly string[], names: Names) => EditRequest;

const edits: readonly (readonly [string, Make])[] = [
  ['badges.remove', ([a = '']) => ({ kind: 'badges.remove', badgeIds: [a] })],
  ['badges.restore', ([, , , d = '']) => ({ kind: 'badges.restore', badgeIds: [d] })],
  [
    'collection.create',
    ([a = ''], { work }) => ({
      kind: 'collection.create',
      name: 'New',
      badgeIds: [a],
      parentId: work,
      search: null,
    }),
  ],
  ['collection.rename', (_, { work }) => ({ kind: 'collection.rename', id: work, name: 'Jobs' })],
  ['collection.move', (_, { work, home }) => ({ kind: 'collection.move', id: home, parentId: work })],
  [
    'collection.search',
    (_, { clever }) => ({
      kind: 'collection.search',
      id: clever,
      search: { ...emptySearch, text: 'bicycle' },
    }),
  ],
  ['collection.delete', (_, { work }) => ({ kind: 'collection.delete', id: work })],
  ['collection.add', ([, , c = ''], { work }) => ({ kind: 'collection.add', id: work, badgeIds: [c] })],
  ['collection.take-out', ([a = ''], { work }) => ({ kind: 'collection.take-out', id: work, badgeIds: [a] })],
  [
    'collection.place',
    ([a = '', b = ''], { work }) => ({ kind: 'collection.place', id: work, badgeIds: [a], before: b }),
  ],
  [
    'collection.sort',
    (_, { work }) => ({ kind: 'collection.sort', id: work, by: 'added', descending: true, locale: null }),
  ],
  ['identity.add', () => ({ kind: 'identity.add', address: 'https://ada.example/', label: '' })],
  ['identity.relabel', () => ({ kind: 'identity.relabel', address: 'ada@home.example', label: 'old' })],
  ['identity.remove', () => ({ kind: 'identity.remove', address: 'ada@home.example' })],
  ['tags.add', ([a = '', b = '']) => ({ kind: 'tags.add', badgeIds: [a, b], tags: ['craft', 'new'] })],
  ['tags.take-off', ([a = '']) => ({ kind: 'tags.take-off', badgeIds: [a], tags: ['craft'] })],
  ['tag.rename', () => ({ kind: 'tag.rename', from: 'craft', to: 'trade' })],
  ['tag.delete', () => ({ kind: 'tag.delete', tag: 'craft' })],
  ['note.set', ([a = '']) => ({ kind: 'note.set', badgeId: a, text: 'second' })],
  [
    'evidence.add',
    ([, b = '']) => ({
      kind: 'evidence.add',
      badgeId: b,
      evidence: { kind: 'link', title: '', url: 'https://a.example/' },
    }),
  ],
  [
    'evidence.change',
    ([a = ''], { evidence }) => ({
      kind: 'evidence.change',
      badgeId: a,
      id: evidence,
      title: 'New',
      text: 'Twice',
    }),
  ],
  ['evidence.remove', ([a = ''], { evidence }) => ({ kind: 'evidence.remove', badgeId: a, id: evidence })],
];

/** Does something, and proves that a window which is told only what changed shows what one shows that begins after it. */
async function toldWhole<Value>(library: Library, act: () => Promise<Value>): Promise<Value> {
  const before = library.view();
  const told: LibraryChange[] = [];
  const stop = library.subscribe((change) => told.push(change));
  const value = await act();
  stop();
  expect(told).toHaveLength(1);
  const [followed, anew] = [told.reduce(applyChange, before), library.view()];
  expect({ ...followed, badges: followed.badges.toSorted(byId) }).toEqual({
    ...anew,
    badges: anew.badges.toSorted(byId),
  });
  return value;
}

const byId = (a: BadgeCard, b: BadgeCard): number => (a.id < b.id ? -1 : 1);

describe('each edit', () => {
  test.each(edits)(
    '%s is told whole, and there after a restart, with and without a snapshot; so are its undo and its redo',
    async (_, make) => {
      const { place, ids, names } = await filled();
      let library = await openAt(place);
      async function restarted(loseCache: boolean): Promise<void> {
        await library.close();
        if (loseCache) rmSync(place.cacheDir, { recursive: true });
        library = await openAt(place);
      }
      const before = await seen(library);
      const { label } = await toldWhole(library, () => library.edit(make(ids, names)));
      const after = await seen(library);
      expect(after).not.toEqual(before);
      for (const loseCache of [false, true]) {
        await restarted(loseCache);
        expect(await seen(library)).toEqual(after);
        expect(await toldWhole(library, () => library.undo())).toBe(label);
        expect(await seen(library)).toEqual(before);
        await restarted(loseCache);
        expect(await seen(library)).toEqual(before);
        expect(await toldWhole(library, () => library.redo())).toBe(label);
        expect(await seen(library)).toEqual(after);
      }
      await library.close();
    },
  );
});

describe('files as own evidence', () => {
  const add = (badgeId: string) =>
    ({ kind: 'evidence.add', badgeId, evidence: { kind: 'file', title: 'Report' } }) as const;

  async function one(): Promise<{ readonly place: Place; readonly library: Library; readonly id: string }> {
    const place = temporaryPlace();
    const library = await openAt(place);
    await library.importFiles([badgeSource(1)]);
    return { place, library, id: library.view().badges[0]?.id ?? '' };
  }

  test('are kept byte for byte by their hash, their owner’s alone, and come back after a restart', async () => {
    const { place, library, id } = await one();
    const file = path.join(temporaryFolder(), 'My “report” (final).PDF');
    writeFileSync(file, 'of three pages');
    const { createdId, label } = await library.edit(add(id), { kind: 'path', path: file });
    expect(label).toBe('Add evidence to “Bicycle repair”');
    await library.close();
    const again = await openAt(place);
    const [evidence] = (await again.details(id)).evidence;
    expect(evidence).toMatchObject({
      id: createdId,
      kind: 'file',
      title: 'Report',
      fileName: 'My “report” (final).PDF',
      mediaType: 'application/pdf',
      sizeBytes: 14,
    });
    const stored = await again.evidenceFile(id, createdId ?? '');
    expect(new TextDecoder().decode(stored.bytes)).toBe('of three pages');
    expect(again.view().badges[0]?.evidenceCount).toBe(1);
    await again.close();
    expect(readFileSync(file, 'utf8')).toBe('of three pages');
  });

  test.each([
    ['a folder', (folder: string) => folder, 'input/not-a-file'],
    ['a file that is not there', (folder: string) => path.join(folder, 'gone'), 'input/unreadable'],
    ['a device', () => '/dev/zero', 'input/not-a-file'],
  ])('L07 %s is refused, and nothing is kept of it', async (_, pathOf, code) => {
    const { place, library, id } = await one();
    const source = { kind: 'path', path: pathOf(temporaryFolder()) } as const;
    await expect(library.edit(add(id), source)).rejects.toMatchObject({ code });
    await expect(library.edit(add(id))).rejects.toMatchObject({ code: 'input/unreadable' });
    expect(library.view().history.undo).toBe('Add “Bicycle repair”');
    expect(readdirSync(place.dir)).not.toContain('evidence');
    await library.close();
  });

  test('one that is too large is refused, and so is one for a badge that is not here', async () => {
    const { place, library, id } = await one();
    const bytes = new Uint8Array(limits.evidenceFileBytes + 1);
    const large = { kind: 'bytes', name: 'large.bin', bytes } as const;
    await expect(library.edit(add(id), large)).rejects.toMatchObject({ code: 'input/too-large' });
    const small = { kind: 'bytes', name: 'small.txt', bytes: Uint8Array.of(1) } as const;
    await expect(library.edit(add('0'.repeat(64)), small)).rejects.toMatchObject({ code: 'store/not-found' });
    expect(readdirSync(place.dir)).not.toContain('evidence');
    await library.close();
  });

  test('the same file on two badges lies there once, and stays while one of them needs it', async () => {
    const place = temporaryPlace();
    const library = await openAt(place);
    await library.importFiles(badgeSources(2));
    const [a = '', b = ''] = library.view().badges.map(({ id }) => id);
    const file = { kind: 'bytes', name: 'x.txt', bytes: Uint8Array.of(1) } as const;
    await library.edit(add(a), file);
    const kept = (await library.edit(add(b), file)).createdId ?? '';
    await library.edit({ kind: 'badges.remove', badgeIds: [a] });
    await library.edit({ kind: 'bin.empty' });
    expect((await library.evidenceFile(b, kept)).bytes).toEqual(file.bytes);
    await library.close();
  });

  test('L03 a link in the place of a shelf is not written through', async () => {
    const { place, library, id } = await one();
    const outside = temporaryFolder();
    mkdirSync(path.join(place.dir, 'evidence'));
    for (let shelf = 0; shelf < 256; shelf += 1) {
      symlinkSync(outside, path.join(place.dir, 'evidence', shelf.toString(16).padStart(2, '0')));
    }
    const file = { kind: 'bytes', name: 'x.txt', bytes: Uint8Array.of(1) } as const;
    await expect(library.edit(add(id), file)).rejects.toMatchObject({ code: 'store/damaged' });
    expect(readdirSync(outside)).toEqual([]);
    await library.close();
  });

  test('M03 a full disk refuses it whole: no file, no record', async () => {
    const { place, library, id } = await one();
    await library.close();
    const fs = {
      ...nodeFs,
      rename: async (from: string, to: string) => {
        if (to.includes('evidence')) throw Object.assign(new Error(), { code: 'ENOSPC' });
        await nodeFs.rename(from, to);
      },
    };
    const full = await openAt(place, { fs });
    const file = { kind: 'bytes', name: 'x.txt', bytes: Uint8Array.of(1) } as const;
    await expect(full.edit(add(id), file)).rejects.toMatchObject({ code: 'store/disk-full' });
    expect(full.view().badges[0]?.evidenceCount).toBe(0);
    await full.close();
    const again = await openAt(place);
    expect((await again.details(id)).evidence).toEqual([]);
    await again.close();
  });
});

describe('a note', () => {
  test('M22 that is written on is one step of undo, saved at each writing; another edit begins a new step', async () => {
    const place = temporaryPlace();
    let nowMs = frozenMs;
    const library = await openAt(place, { clock: { now: () => nowMs } });
    await library.importFiles(badgeSources(2));
    const [a = '', b = ''] = library.view().badges.map(({ id }) => id);
    const note = (badgeId: string, text: string) => library.edit({ kind: 'note.set', badgeId, text });
    const noteOf = (id: string) => library.view().badges.find((card) => card.id === id)?.noteText;
    for (const text of ['W', 'We', 'Well']) {
      await note(a, text);
      const reader = await openAt(place, { mode: 'read' });
      expect(reader.view().badges.find((card) => card.id === a)?.noteText).toBe(text);
      await reader.close();
    }
    await note(b, 'other');
    await note(a, 'Well done');
    nowMs += limits.noteTypingMs + 1;
    await note(a, 'Well done.');
    await library.undo();
    expect(noteOf(a)).toBe('Well done');
    await library.undo();
    expect(noteOf(a)).toBe('Well');
    await library.undo();
    expect([noteOf(a), noteOf(b)]).toEqual(['Well', '']);
    await library.undo();
    expect(noteOf(a)).toBe('');
    await library.redo();
    expect(noteOf(a)).toBe('Well');
    await note(a, 'Well, again');
    await library.undo();
    expect(noteOf(a)).toBe('Well');
    await library.close();
  });

  test('H09 H10 of any text comes back as it was', async () => {
    const place = temporaryPlace();
    const library = await openAt(place);
    await library.importFiles([badgeSource(1)]);
    const id = library.view().badges[0]?.id ?? '';
    const texts = [
      '<img src=x onerror=alert(1)>',
      "'; DROP TABLE x; --",
      '\u2028\u202e\u0000 \n\t',
      '\ud83d\ude00 \u00e9 e\u0301',
      '__proto__',
    ];
    for (const text of texts) {
      await library.edit({ kind: 'note.set', badgeId: id, text });
      const reader = await openAt(place, { mode: 'read' });
      expect((await reader.details(id)).note).toBe(text);
      await reader.close();
    }
    await library.close();
  });
});

test('three hundred badges are tagged and put into the bin in one step each', async () => {
  const place = temporaryPlace();
  const library = await openAt(place);
  await library.importFiles(badgeSources(300));
  const badgeIds = library.view().badges.map(({ id }) => id);
  await library.edit({ kind: 'tags.add', badgeIds, tags: ['all'] });
  expect(library.view().badges.every(({ tags }) => tags.includes('all'))).toBe(true);
  await library.edit({ kind: 'badges.remove', badgeIds });
  expect(library.view().bin).toHaveLength(300);
  await library.undo();
  expect(library.view().badges).toHaveLength(300);
  await library.close();
});

test('M06 a library that only can be read refuses every edit, and shows everything', async () => {
  const { place, ids, names } = await filled();
  const reader = await openAt(place, { mode: 'read' });
  for (const [, make] of edits) {
    await expect(reader.edit(make(ids, names))).rejects.toMatchObject({ code: 'store/read-only' });
  }
  expect(await reader.purgeDue()).toBe(0);
  expect(reader.view().badges).toHaveLength(3);
  await reader.close();
});

describe('where a library lies', () => {
  test.each(['with spaces', 'été 📛 مرحبا', '#50% [a] {b}', 'line\nfeed', `${'long '.repeat(45)}end`])(
    'L02 M13 in a folder called “%s”, and moved elsewhere, all of it is there',
    async (name) => {
      const folder = temporaryFolder();
      const place = { dir: path.join(folder, name), cacheDir: path.join(folder, 'cache') };
      const library = await openAt(place);
      await library.importFiles([badgeSource(1)]);
      const id = library.view().badges[0]?.id ?? '';
      const file = { kind: 'bytes', name: 'x.txt', bytes: Uint8Array.of(1) } as const;
      await library.edit({ kind: 'evidence.add', badgeId: id, evidence: { kind: 'file', title: '' } }, file);
      const before = await seen(library);
      await library.close();
      const moved = { dir: path.join(folder, 'moved', 'here'), cacheDir: path.join(folder, 'cache') };
      await nodeFs.mkdir(path.join(folder, 'moved'), 0o700);
      await nodeFs.rename(place.dir, moved.dir);
      const again = await openAt(moved);
      expect(await seen(again)).toEqual(before);
      await again.close();
    },
  );

  test('L01 its files have plain names, none a link, no two the same but for letter case', async () => {
    const { place } = await filled();
    const names = readdirSync(place.dir, { recursive: true, withFileTypes: true });
    expect(names.every((entry) => entry.isFile() || entry.isDirectory())).toBe(true);
    const all = names.map((entry) => path.join(entry.parentPath, entry.name).slice(place.dir.length));
    expect(new Set(all.map((name) => name.toLowerCase())).size).toBe(all.length);
    for (const name of all) expect(name).toMatch(/^[/a-z0-9.-]+$/);
  });

  test('L03 reached through a link it is the same library', async () => {
    const { place } = await filled();
    const link = path.join(temporaryFolder(), 'link');
    symlinkSync(place.dir, link);
    const library = await openAt({ ...place, dir: link });
    expect(library.view().badges).toHaveLength(3);
    await library.edit({ kind: 'tag.delete', tag: 'craft' });
    await library.close();
    const again = await openAt(place);
    expect(again.view().badges.every(({ tags }) => tags.length === 0)).toBe(true);
    await again.close();
  });

  test('L05 whatever the mask of the process, own evidence is its owner’s alone', async () => {
    const before = process.umask(0);
    try {
      const place = temporaryPlace();
      const library = await openAt(place);
      await library.importFiles([badgeSource(1)]);
      const id = library.view().badges[0]?.id ?? '';
      const file = { kind: 'bytes', name: 'x.txt', bytes: Uint8Array.of(1) } as const;
      await library.edit({ kind: 'evidence.add', badgeId: id, evidence: { kind: 'file', title: '' } }, file);
      await library.close();
      for (const entry of readdirSync(path.join(place.dir, 'evidence'), {
        recursive: true,
        withFileTypes: true,
      })) {
        const { mode } = statSync(path.join(entry.parentPath, entry.name));
        expect(mode & 0o077).toBe(0);
      }
    } finally {
      process.umask(before);
    }
  });
});
