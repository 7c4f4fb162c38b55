import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { inProcessEngine } from '../../electron/node/check/in-process-engine.ts';
import { nodeFs } from '../../electron/node/fs-port.ts';
import { examineLibrary } from '../../electron/node/library/doctor.ts';
import type { Library } from '../../electron/node/library/library.ts';
import type { LibraryChange } from '../../shared/ipc/views.ts';
import {
  badgeSource,
  badgeSources,
  frozenMs,
  openAt,
  type Place,
  temporaryPlace,
} from '../support/temporary-library.ts';

/** Two devices with one library each in a folder of its own, which began as the same. */
async function twoDevices(): Promise<readonly [Place, Place]> {
  const [a, b] = [temporaryPlace(), temporaryPlace()];
  const first = await openAt(a);
  await first.importFiles(badgeSources(2));
  await first.close();
  cpSync(a.dir, b.dir, { recursive: true });
  return [a, b];
}

/** What a synchronisation does: each file of one folder is in the other as well. */
function sync(
  from: Place,
  to: Place,
  parts: readonly string[] = ['badges', 'evidence', 'documents', 'journal'],
): void {
  for (const part of parts) {
    try {
      cpSync(path.join(from.dir, part), path.join(to.dir, part), { recursive: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
}

function shown(library: Library): unknown {
  const { badges, bin, collections, identities, history } = library.view();
  return { badges, bin, collections, identities, history };
}

/** Waits until the library tells what is asked for. */
async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; !isSo(); tries += 1) {
    if (tries > 400) throw new Error('it never came');
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

function journals(place: Place): readonly string[] {
  return readdirSync(path.join(place.dir, 'journal')).map((name) => path.join(place.dir, 'journal', name));
}

test('M14 what another device writes while the library is open comes in by itself, and whoever listens is told', async () => {
  const [a, b] = await twoDevices();
  const [one, two] = [await openAt(a), await openAt(b, { watch: true })];
  const changes: LibraryChange[] = [];
  two.subscribe((change) => changes.push(change));
  const [id = ''] = one.view().badges.map((card) => card.id);
  await one.edit({ kind: 'tags.add', badgeIds: [id], tags: ['work'] });
  await one.importFiles([badgeSource(3)]);
  sync(a, b);
  await until(() => two.view().badges.length === 3);
  expect(changes.flatMap(({ upserted }) => upserted)).toContainEqual(
    expect.objectContaining({ id, tags: ['work'] }),
  );
  await two.edit({ kind: 'note.set', badgeId: id, text: 'from the other side' });
  sync(b, a);
  await one.refresh();
  expect(shown(one)).toEqual(shown(two));
  expect(one.view().badges.find((card) => card.id === id)?.noteText).toBe('from the other side');
  await one.close();
  await two.close();
});

test('M14 the snapshot after that says what the journals say, and so does the next start', async () => {
  const [a, b] = await twoDevices();
  const [one, two] = [await openAt(a), await openAt(b)];
  await one.edit({ kind: 'identity.add', address: 'ada@home.example', label: '' });
  sync(a, b);
  await two.refresh();
  await two.edit({
    kind: 'collection.create',
    name: 'Work',
    badgeIds: [],
    parentId: null,
    search: null,
  });
  const before = shown(two);
  await one.close();
  await two.close();
  const report = await examineLibrary({
    ...b,
    engine: inProcessEngine(),
    clock: { now: () => frozenMs },
    repair: false,
  });
  expect(report.findings).toEqual([]);
  const again = await openAt(b);
  expect(shown(again)).toEqual(before);
  await again.close();
});

describe('M14 files that a synchronisation brings late or in part', () => {
  test.each([
    ['not yet', () => undefined],
    ['in part', (file: string, bytes: Uint8Array) => writeFileSync(file, bytes.subarray(0, 40))],
  ])('a badge whose file is here %s is named, and shown whole once its file is', async (_, half) => {
    const [a, b] = await twoDevices();
    const [one, two] = [await openAt(a), await openAt(b)];
    const picture = `data:image/png;base64,${Buffer.from('picture').toString('base64')}`;
    const badge = { type: 'BadgeClass', name: 'Late', description: 'd', image: picture };
    await one.importFiles([badgeSource(3, { badge })]);
    const late = one.view().badges.find(({ name }) => name === 'Late');
    const shelf = path.join('badges', late?.id.slice(0, 2) ?? '');
    const file = path.join(shelf, `${late?.id}.json`);
    sync(a, b, ['journal']);
    mkdirSync(path.join(b.dir, shelf), { recursive: true });
    half(path.join(b.dir, file), readFileSync(path.join(a.dir, file)));
    await two.refresh();
    const card = () => two.view().badges.find(({ id }) => id === late?.id);
    expect(card()).toMatchObject({ name: 'Late', imageUrl: null });
    expect(two.view().problems).toMatchObject([{ code: 'store/file-missing' }]);
    expect(two.view().problems[0]?.message).toContain('Late');
    const changes: LibraryChange[] = [];
    two.subscribe((change) => changes.push(change));
    sync(a, b);
    await two.refresh();
    expect(changes).toMatchObject([{ upserted: [{ id: late?.id, imageUrl: late?.imageUrl }], problems: [] }]);
    expect(two.view().problems).toEqual([]);
    await one.close();
    await two.close();
  });

  test('a file that is gone when its picture is asked for is named at once', async () => {
    const place = temporaryPlace();
    const library = await openAt(place, { watch: true });
    const picture = `data:image/png;base64,${Buffer.from('picture').toString('base64')}`;
    await library.importFiles([
      badgeSource(1, { badge: { type: 'BadgeClass', name: 'Gone', image: picture } }),
    ]);
    const id = library.view().badges[0]?.id ?? '';
    const told = new Promise<LibraryChange>((resolve) => library.subscribe(resolve));
    rmSync(path.join(place.dir, 'badges', id.slice(0, 2), `${id}.json`));
    await expect(library.image(id)).rejects.toMatchObject({ code: 'store/file-missing' });
    expect(await told).toMatchObject({
      upserted: [{ id, imageUrl: null }],
      problems: [{ code: 'store/file-missing', message: expect.stringContaining('Gone') }],
    });
    await library.close();
  });

  test('a line that is not whole yet waits for its end, and then counts', async () => {
    const [a, b] = await twoDevices();
    const [one, two] = [await openAt(a), await openAt(b)];
    const [id = ''] = one.view().badges.map((card) => card.id);
    const [journal = ''] = journals(a);
    const before = readFileSync(journal).length;
    await one.edit({ kind: 'note.set', badgeId: id, text: 'whole' });
    const line = readFileSync(journal).subarray(before);
    const there = path.join(b.dir, 'journal', path.basename(journal));
    const note = () => two.view().badges.find((card) => card.id === id)?.noteText;
    appendFileSync(there, line.subarray(0, 100));
    await two.refresh();
    expect(note()).toBe('');
    appendFileSync(there, line.subarray(100));
    await two.refresh();
    expect(note()).toBe('whole');
    await one.close();
    await two.close();
  });
});

test('M14 a conflict copy of a journal is merged as a journal, and its records count once', async () => {
  const [a] = await twoDevices();
  const library = await openAt(a);
  const [journal = ''] = journals(a);
  const copy = journal.replace('.jsonl', '.sync-conflict-20261122-120000-ABCDEFG.jsonl');
  const before = shown(library);
  cpSync(journal, copy);
  await library.refresh();
  expect(shown(library)).toEqual(before);
  await library.close();
  const again = await openAt(a);
  expect(shown(again)).toEqual(before);
  await again.close();
});

test('M08 a journal that a synchronisation cut short takes nothing away, now or after a restart', async () => {
  const [a, b] = await twoDevices();
  const [one, two] = [await openAt(a), await openAt(b)];
  await one.importFiles([badgeSource(3)]);
  sync(a, b);
  await two.refresh();
  const before = two.view().badges;
  expect(before).toHaveLength(3);
  const [cut = ''] = journals(b).filter((file) =>
    journals(a).some((other) => path.basename(other) === path.basename(file)),
  );
  writeFileSync(cut, readFileSync(cut).subarray(0, 60));
  await two.refresh();
  expect(two.view().badges).toEqual(before);
  await one.close();
  await two.close();
  const again = await openAt(b);
  expect(
    again
      .view()
      .badges.map(({ id }) => id)
      .sort(),
  ).toEqual(before.map(({ id }) => id).sort());
  await again.close();
});

test('M14 a conflict copy that was deleted again leaves no snapshot that says more than the journals', async () => {
  const [a, b] = await twoDevices();
  const other = await openAt(b);
  await other.edit({ kind: 'identity.add', address: 'ada@home.example', label: '' });
  await other.close();
  const library = await openAt(a);
  const [extra = ''] = journals(b).filter(
    (file) => !journals(a).some((one) => path.basename(one) === path.basename(file)),
  );
  const copy = path.join(a.dir, 'journal', path.basename(extra));
  cpSync(extra, copy);
  await library.refresh();
  expect(library.view().identities).toHaveLength(1);
  rmSync(copy);
  await library.refresh();
  await library.close();
  const again = await openAt(a);
  expect(again.view().identities).toEqual([]);
  await again.close();
});

test('a second instance that only reads sees what the first one writes', async () => {
  const place = temporaryPlace();
  const writer = await openAt(place);
  const reader = await openAt(place, { mode: 'read', watch: true });
  await writer.importFiles(badgeSources(2));
  await until(() => reader.view().badges.length === 2);
  expect(reader.readOnly).toBe(true);
  await reader.close();
  await writer.close();
});

test('M14 a library that is opened before the journals have come takes them as they come: what was removed stays removed, names stay', async () => {
  const first = temporaryPlace();
  const one = await openAt(first);
  await one.importFiles(badgeSources(3));
  const [gone = '', kept = ''] = one.view().badges.map(({ id }) => id);
  const { fileName } = await one.original(kept);
  await one.edit({ kind: 'badges.remove', badgeIds: [gone] });
  await one.close();
  const second = temporaryPlace();
  for (const name of ['badges', 'library.json']) {
    cpSync(path.join(first.dir, name), path.join(second.dir, name), { recursive: true });
  }
  const early = await openAt(second, { clock: { now: () => frozenMs + 1_000 } });
  expect(early.view().badges).toHaveLength(3);
  await early.close();
  cpSync(path.join(first.dir, 'journal'), path.join(second.dir, 'journal'), { recursive: true });
  const two = await openAt(second, { clock: { now: () => frozenMs + 2_000 } });
  expect(two.view().badges).toHaveLength(2);
  expect(two.view().bin.map(({ id }) => id)).toEqual([gone]);
  expect((await two.original(kept)).fileName).toBe(fileName);
  await two.close();
});

describe('M11 M14 a home folder that was copied to another computer: both write a journal of the same name', () => {
  /** Both write one record of the same length; then the second one's journal takes the place of the first one's. */
  async function clash() {
    const [a, b] = [temporaryPlace(), temporaryPlace()];
    const first = await openAt(a);
    await first.importFiles(badgeSources(2));
    await first.close();
    for (const folder of ['dir', 'cacheDir'] as const) cpSync(a[folder], b[folder], { recursive: true });
    const [one, two] = [await openAt(a), await openAt(b)];
    const [here = '', there = ''] = one.view().badges.map(({ id }) => id);
    await one.edit({ kind: 'note.set', badgeId: here, text: 'one' });
    await two.edit({ kind: 'note.set', badgeId: there, text: 'two' });
    await two.close();
    const [mine = ''] = journals(a);
    const [theirs = ''] = journals(b);
    expect(readFileSync(theirs).length).toBe(readFileSync(mine).length);
    cpSync(mine, mine.replace('.jsonl', '.sync-conflict-20261122.jsonl'));
    cpSync(theirs, `${mine}.arriving`);
    renameSync(`${mine}.arriving`, mine);
    const notes = (library: Library) =>
      [here, there].map((id) => library.view().badges.find((card) => card.id === id)?.noteText);
    return { place: a, one, here, notes };
  }

  test('what the other one wrote comes in, and what is written from then on is kept', async () => {
    const { place, one, here, notes } = await clash();
    await one.refresh();
    expect(notes(one)).toEqual(['one', 'two']);
    await one.edit({ kind: 'note.set', badgeId: here, text: 'kept' });
    await one.close();
    rmSync(place.cacheDir, { recursive: true });
    const again = await openAt(place);
    expect(notes(again)).toEqual(['kept', 'two']);
    await again.close();
  });

  test('written to before it is looked at, nothing goes into the file that is gone', async () => {
    const { place, one, here, notes } = await clash();
    await one.edit({ kind: 'note.set', badgeId: here, text: 'kept' });
    await one.close();
    const again = await openAt(place);
    expect(notes(again)).toEqual(['kept', 'two']);
    await again.close();
  });

  test('closed before it is looked at, no snapshot hides what the other one wrote', async () => {
    const { place, one, notes } = await clash();
    await one.close();
    const again = await openAt(place);
    expect(notes(again)).toEqual(['one', 'two']);
    await again.close();
  });
});

describe('M14 a journal that cannot be read now', () => {
  const journalOf = (place: Place, from: Place) =>
    journals(place).find(
      (file) => !journals(from).some((other) => path.basename(other) === path.basename(file)),
    );

  test('keeps nothing back of what came in another one at the same moment, now or after a restart', async () => {
    const [a, b] = await twoDevices();
    const c = temporaryPlace();
    cpSync(a.dir, c.dir, { recursive: true });
    const [two, three] = [await openAt(b), await openAt(c)];
    await two.edit({ kind: 'identity.add', address: 'two@home.example', label: '' });
    await three.edit({ kind: 'identity.add', address: 'three@home.example', label: '' });
    await Promise.all([two.close(), three.close()]);
    const late = path.basename([journalOf(b, a), journalOf(c, a)].sort().at(-1) ?? '');
    let isGone = true;
    const fs = {
      ...nodeFs,
      readdir: async (folder: string) =>
        [...(await nodeFs.readdir(folder))].sort((x, y) => (x.name < y.name ? -1 : 1)),
      lstat: async (file: string) => {
        if (isGone && path.basename(file) === late) throw Object.assign(new Error(), { code: 'ENOENT' });
        return await nodeFs.lstat(file);
      },
    };
    const one = await openAt(a, { fs });
    sync(b, a, ['journal']);
    sync(c, a, ['journal']);
    await one.refresh();
    expect(one.view().identities).toHaveLength(1);
    isGone = false;
    await one.refresh();
    expect(one.view().identities).toHaveLength(2);
    await one.close();
    const again = await openAt(a);
    expect(again.view().identities).toHaveLength(2);
    await again.close();
  });

  test('may tell that a badge was restored: nothing is deleted for good meanwhile', async () => {
    const [a, b] = await twoDevices();
    const one = await openAt(a);
    const [id = '', other = ''] = one.view().badges.map((card) => card.id);
    await one.edit({ kind: 'badges.remove', badgeIds: [id] });
    await one.close();
    sync(a, b);
    const two = await openAt(b);
    await two.edit({ kind: 'badges.restore', badgeIds: [id] });
    await two.close();
    const theirs = path.basename(journalOf(b, a) ?? '');
    sync(b, a);
    const fs = {
      ...nodeFs,
      open: async (file: string, flags: number, mode?: number) => {
        if (path.basename(file) === theirs) throw Object.assign(new Error(), { code: 'EIO' });
        return await nodeFs.open(file, flags, mode);
      },
    };
    for (const day of [31, 32]) {
      const late = await openAt(a, { fs, clock: { now: () => frozenMs + day * 86_400_000 } });
      await late.edit({ kind: 'note.set', badgeId: other, text: `${day}` });
      await late.close();
    }
    const again = await openAt(a, { clock: { now: () => frozenMs + 32 * 86_400_000 } });
    expect((await again.original(id)).sha256).toBe(id);
    await again.close();
  });
});
