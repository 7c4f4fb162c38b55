import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeBackup } from '../../electron/node/backup/backup.ts';
import { newRecoveryCode } from '../../electron/node/backup/backup-keys.ts';
import type { BackupOptions } from '../../electron/node/backup/backup-options.ts';
import { previewRestore, type RestoreOptions, restoreBackup } from '../../electron/node/backup/restore.ts';
import { inProcessEngine } from '../../electron/node/check/in-process-engine.ts';
import { nodeFs } from '../../electron/node/fs-port.ts';
import { examineLibrary } from '../../electron/node/library/doctor.ts';
import { encodeLine, writtenLines } from '../../electron/node/library/journal-line.ts';
import type { Library } from '../../electron/node/library/library.ts';
import { faultyFs } from '../support/faulty-fs.ts';
import {
  badgeSource,
  badgeSources,
  frozenMs,
  openAt,
  type Place,
  temporaryPlace,
} from '../support/temporary-library.ts';
import { yauzlContents } from '../support/yauzl-contents.ts';

const base = { engine: inProcessEngine(), clock: { now: () => frozenMs } };
const passphrase = 'seven wet stones';

const targetIn = (place: Place, name = 'backup.zip') => path.join(path.dirname(place.dir), name);

async function backUp(place: Place, changes: Partial<BackupOptions> = {}) {
  return await makeBackup({ ...base, ...place, target: targetIn(place), passphrase: null, ...changes });
}

async function restore(place: Place, file: string, changes: Partial<RestoreOptions> = {}) {
  return await restoreBackup({
    ...base,
    ...place,
    file,
    passphrase: null,
    isMine: true,
    bringBack: false,
    ...changes,
  });
}

/** A library with badges, a collection, an address and checks. */
async function filledLibrary(count = 5): Promise<Place> {
  const place = temporaryPlace();
  const library = await openAt(place);
  await library.importFiles(badgeSources(count));
  const ids = library.view().badges.map(({ id }) => id);
  await makeCollection(library, 'Work', ids.slice(0, 2));
  await library.edit({ kind: 'identity.add', address: 'ada@home.example', label: 'home' });
  await library.check(ids.slice(0, 2));
  await library.close();
  return place;
}

async function makeCollection(
  library: Library,
  name: string,
  badgeIds: readonly string[] = [],
): Promise<void> {
  await library.edit({ kind: 'collection.create', name, badgeIds, parentId: null, search: null });
}

async function contentOf(place: Place) {
  const library = await openAt(place, { mode: 'read' });
  const { badges, collections, identities } = library.view();
  const originals = await Promise.all(
    badges.map(async ({ id }) => Buffer.from((await library.original(id)).bytes).toString('base64')),
  );
  await library.close();
  const byId = [...badges].sort((a, b) => (a.id < b.id ? -1 : 1));
  return { badges: byId, collections, identities, originals: originals.sort() };
}

/** The library takes the id of another one and gives its badges a name, in journals whose lines are all sound. */
function forge({ dir }: Place, other: Place, name: string): void {
  const [own, theirs] = [dir, other.dir].map((each) => readFileSync(path.join(each, 'library.json'), 'utf8'));
  const idOf = (text = ''): string => String(JSON.parse(text).id);
  writeFileSync(path.join(dir, 'library.json'), theirs ?? '');
  for (const file of readdirSync(path.join(dir, 'journal'))) {
    const journal = path.join(dir, 'journal', file);
    const lines = [...writtenLines(readFileSync(journal))].map(({ raw }) => {
      const text = JSON.stringify(raw).replaceAll('Bicycle repair', name);
      return encodeLine(JSON.parse(text.replaceAll(idOf(own), idOf(theirs))));
    });
    writeFileSync(journal, Buffer.concat(lines));
  }
}

async function expectSound(place: Place): Promise<void> {
  const { findings } = await examineLibrary({ ...base, ...place, repair: false });
  expect(findings).toEqual([]);
}

/** Every file of a folder with its bytes, but for locks. */
function filesOf(dir: string): ReadonlyMap<string, string> {
  const names = readdirSync(dir, { recursive: true, withFileTypes: true });
  return new Map(
    names
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [path.relative(dir, file), readFileSync(file).toString('base64')]),
  );
}

describe('a backup', () => {
  test.each([null, passphrase])(
    'M15 comes back whole in an empty place, byte for byte (passphrase: %s)',
    async (secret) => {
      const place = await filledLibrary();
      const made = await backUp(place, { passphrase: secret });
      expect(made).toMatchObject({ badges: 5, isLocked: secret !== null, missing: [] });
      const other = temporaryPlace();
      const result = await restore(other, targetIn(place), { passphrase: secret });
      expect(result).toMatchObject({ isNew: true, badges: 5, newBadges: 5, isChanged: true, leftOut: [] });
      expect(await contentOf(other)).toEqual(await contentOf(place));
      await expectSound(other);
      const [then, now] = [place, other].map(({ dir }) => filesOf(dir));
      for (const [name, bytes] of then ?? []) expect(now?.get(name), name).toBe(bytes);
    },
  );

  test('can be opened without the program, and the same library makes the same bytes', async () => {
    const place = await filledLibrary();
    await backUp(place);
    const archive = readFileSync(targetIn(place));
    const files = await yauzlContents(archive);
    const pictures = [...(files ?? [])].filter(([name]) => name.startsWith('badges/'));
    expect(pictures).toHaveLength(5);
    expect(files?.get('README.txt')?.toString()).toContain('It holds 5 badges.');
    await backUp(place, { target: targetIn(place, 'again.zip') });
    expect(readFileSync(targetIn(place, 'again.zip')).equals(archive)).toBe(true);
  });

  test('M15 is consistent while the app writes', async () => {
    const place = temporaryPlace();
    const library = await openAt(place);
    await library.importFiles(badgeSources(5));
    const importing = library.importFiles(badgeSources(80));
    const made = [];
    for (let round = 0; round < 4; round += 1) {
      const target = targetIn(place, `round-${round}.zip`);
      made.push({ target, ...(await backUp(place, { target })) });
      await makeCollection(library, `Round ${round}`);
    }
    await importing;
    await library.close();
    for (const { target, badges, missing } of made) {
      expect(missing).toEqual([]);
      const other = temporaryPlace();
      expect((await restore(other, target)).badges).toBe(badges);
      await expectSound(other);
    }
    expect(made[0]?.badges).toBeGreaterThanOrEqual(5);
  });

  test('says what the library itself had lost, and holds the rest', async () => {
    const place = await filledLibrary();
    const [lost = ''] = (await contentOf(place)).badges.map(({ id }) => id);
    writeFileSync(path.join(place.dir, 'badges', lost.slice(0, 2), `${lost}.json`), 'other bytes');
    const made = await backUp(place);
    expect(made.missing).toEqual([`badges/${lost}`]);
    const other = temporaryPlace();
    await restore(other, targetIn(place));
    const { findings } = await examineLibrary({ ...base, ...other, repair: false });
    expect(findings.map(({ kind }) => kind)).toEqual(['original-missing']);
  });

  test('M09 brings a damaged original back', async () => {
    const place = await filledLibrary();
    await backUp(place);
    const [lost = ''] = (await contentOf(place)).badges.map(({ id }) => id);
    const whole = await contentOf(place);
    writeFileSync(path.join(place.dir, 'badges', lost.slice(0, 2), `${lost}.json`), 'other bytes');
    expect(await restore(place, targetIn(place))).toMatchObject({ newBadges: 0, isChanged: true });
    expect(await contentOf(place)).toEqual(whole);
    await expectSound(place);
  });

  test('is refused inside the library, with a short passphrase, and of what is no library', async () => {
    const place = await filledLibrary(1);
    const inside = path.join(place.dir, 'badges', 'backup.zip');
    await expect(backUp(place, { target: inside })).rejects.toMatchObject({ code: 'backup/inside-library' });
    await expect(backUp(place, { passphrase: 'short' })).rejects.toMatchObject({
      code: 'backup/short-passphrase',
    });
    await expect(backUp({ ...place, dir: path.join(place.cacheDir, 'none') })).rejects.toMatchObject({
      code: 'store/not-found',
    });
    await expect(backUp(place, { target: path.join(place.cacheDir, 'no/such/x.zip') })).rejects.toMatchObject(
      {
        code: 'export/cannot-write',
      },
    );
  });

  test.each(['EACCES', 'EPERM', 'EROFS', 'EIO'])(
    'a target that answers %s is what the error speaks of, and not the backpack; a full disk stays one',
    async (code) => {
      const place = await filledLibrary(1);
      const steps = faultyFs({ failsAt: () => false, code });
      await backUp(place, { fs: steps });
      for (const [failing, expected] of [
        [code, 'export/cannot-write'],
        ['ENOSPC', 'store/disk-full'],
      ] as const) {
        for (const step of [1, steps.steps() - 1, steps.steps()]) {
          const fs = faultyFs({ failsAt: (now) => now === step, code: failing });
          await expect(backUp(place, { fs }), `step ${step}`).rejects.toMatchObject({ code: expected });
        }
      }
    },
  );

  test('a cancelled one leaves nothing behind, and what was under its name is untouched', async () => {
    const place = await filledLibrary(20);
    writeFileSync(targetIn(place), 'an older backup');
    const whole = filesOf(path.dirname(place.dir));
    for (const stopAt of ['writing', 'testing'] as const) {
      const controller = new AbortController();
      const making = backUp(place, {
        signal: controller.signal,
        onProgress: ({ step, done }) => {
          if (step === stopAt && done >= 3) controller.abort();
        },
      });
      await expect(making).rejects.toMatchObject({ code: 'input/cancelled' });
      expect(filesOf(path.dirname(place.dir))).toEqual(whole);
    }
  });

  test.each(['ENOSPC', 'EIO', 'EROFS', 'EMFILE'])(
    'M03 %s at any step leaves no half backup, and the one before stays',
    async (code) => {
      const place = await filledLibrary(3);
      await backUp(place);
      const target = targetIn(place);
      const before = readFileSync(target);
      const whole = faultyFs({ failsAt: () => false, code });
      await backUp(place, { fs: whole, target: targetIn(place, 'other.zip') });
      expect(whole.steps()).toBeGreaterThan(20);
      for (let step = 1; step <= whole.steps(); step += 1) {
        const fs = faultyFs({ failsAt: (at) => at === step, code });
        const outcome = await backUp(place, { fs }).then(
          () => 'made',
          (error) => String(error.code),
        );
        expect([
          'made',
          'store/disk-full',
          'store/io',
          'store/read-only',
          'export/cannot-write',
          'backup/not-confirmed',
        ]).toContain(outcome);
        expect(readFileSync(target).equals(before), `step ${step}: ${outcome}`).toBe(true);
        const left = readdirSync(path.dirname(place.dir)).filter((name) => name.endsWith('.tmp'));
        expect(left, `step ${step}`).toEqual([]);
      }
    },
  );

  test('a backup that reads back wrong is never called done', async () => {
    const place = await filledLibrary(3);
    const failing = {
      ...nodeFs,
      open: async (file: string, flags: number, mode?: number) => {
        const handle = await nodeFs.open(file, flags, mode);
        if (!file.endsWith('.tmp') || !path.basename(file).startsWith('.backup')) return handle;
        return {
          ...handle,
          write: (bytes: Uint8Array) => {
            // A disk that flips a bit in what it is given.
            const bad = bytes.slice();
            if (bad.length > 600) bad[500] = (bad[500] ?? 0) ^ 1;
            return handle.write(bad);
          },
        };
      },
    };
    await expect(backUp(place, { fs: failing })).rejects.toMatchObject({ code: 'backup/not-confirmed' });
    expect(readdirSync(path.dirname(place.dir)).filter((name) => name.includes('backup.zip'))).toEqual([]);
  });

  test('N14 a recovery code that does not open what was written is never told', async () => {
    const place = await filledLibrary(1);
    const recoveryCode = newRecoveryCode();
    const locked = { passphrase, recoveryCode };
    let readings = 0;
    /** From the reading with this number on, the beginning of the backup reads back otherwise. */
    const failingFrom = (first: number) => ({
      ...nodeFs,
      open: async (file: string, flags: number, mode?: number) => {
        const handle = await nodeFs.open(file, flags, mode);
        const isDraft = /^\.(?:backup|other)\..*\.tmp$/.test(path.basename(file));
        if (!isDraft || mode !== undefined) return handle;
        readings += 1;
        if (readings < first) return handle;
        return {
          ...handle,
          read: async (buffer: Uint8Array, offset: number, length: number, position?: number) => {
            const count = await handle.read(buffer, offset, length, position);
            buffer.fill(0, offset, offset + count);
            return count;
          },
        };
      },
    });
    await backUp(place, { passphrase, fs: failingFrom(Number.POSITIVE_INFINITY) });
    const byPassphrase = readings;
    readings = 0;
    const target = targetIn(place, 'other.backup');
    await expect(
      backUp(place, { ...locked, target, fs: failingFrom(byPassphrase + 1) }),
    ).rejects.toMatchObject({
      code: 'backup/not-confirmed',
    });
    expect(readdirSync(path.dirname(target)).filter((name) => /other|\.tmp$/.test(name))).toEqual([]);
  });
});

describe('restoring', () => {
  test('M15 into a library that went on merges, and twice changes nothing', async () => {
    const place = await filledLibrary();
    await backUp(place);
    const library = await openAt(place);
    const [gone = ''] = library.view().badges.map(({ id }) => id);
    await library.importFiles(badgeSources(8));
    await library.edit({ kind: 'badges.remove', badgeIds: [gone] });
    await makeCollection(library, 'Later');
    await library.close();
    const later = await contentOf(place);
    expect(await restore(place, targetIn(place))).toMatchObject({
      isChanged: false,
      isSameLibrary: true,
      newBadges: 0,
      staysRemoved: 1,
    });
    expect(await contentOf(place)).toEqual(later);
    const preview = await previewRestore({
      ...base,
      ...place,
      file: targetIn(place),
      passphrase: null,
      isMine: true,
      bringBack: true,
    });
    expect(preview).toMatchObject({ newBadges: 1, isChanged: true });
    expect(await contentOf(place)).toEqual(later);
    expect(await restore(place, targetIn(place), { bringBack: true })).toMatchObject({ newBadges: 1 });
    const brought = await contentOf(place);
    expect(brought.badges.map(({ id }) => id)).toContain(gone);
    expect(await restore(place, targetIn(place), { bringBack: true })).toMatchObject({ isChanged: false });
    await expectSound(place);
    const opened = await openAt(place);
    expect(await opened.undo()).toBe('Brought back a badge from a backup');
    expect(opened.view().badges.map(({ id }) => id)).not.toContain(gone);
    await opened.close();
  });

  test('M15 a backup of another library brings its badges and collections, once', async () => {
    const from = await filledLibrary(4);
    await backUp(from);
    const place = temporaryPlace();
    const library = await openAt(place);
    await library.importFiles(badgeSources(2));
    await makeCollection(library, 'Mine');
    await library.close();
    const result = await restore(place, targetIn(from));
    expect(result).toMatchObject({ isSameLibrary: false, newBadges: 2, badges: 4, isChanged: true });
    const merged = await contentOf(place);
    expect(merged.collections.map(({ name }) => name).sort()).toEqual(['Mine', 'Work']);
    expect(merged.badges.filter(({ verdict }) => verdict !== null)).toHaveLength(2);
    await expectSound(place);
    const files = filesOf(place.dir);
    expect(await restore(place, targetIn(from))).toMatchObject({ isChanged: false });
    expect(filesOf(place.dir)).toEqual(files);
    const opened = await openAt(place);
    expect(await opened.undo()).toContain('Mine');
    await opened.close();
  });

  test.each([
    { what: 'lie in the bin', purge: false },
    { what: 'are deleted for good', purge: true },
  ])('badges that $what in another library stay here, with their notes', async ({ purge }) => {
    const at = (days: number) => ({ clock: { now: () => frozenMs - days * 86_400_000 } });
    const [from, place] = [temporaryPlace(), temporaryPlace()];
    const theirs = await openAt(from, at(50));
    await theirs.importFiles(badgeSources(3));
    const [gone = '', binned = '', noted = ''] = theirs.view().badges.map(({ id }) => id);
    await theirs.edit({ kind: 'note.set', badgeId: noted, text: 'of the other library' });
    await theirs.edit({ kind: 'badges.remove', badgeIds: [gone, binned] });
    if (purge) await theirs.edit({ kind: 'bin.empty' });
    await theirs.close();
    await backUp(from);
    const mine = await openAt(place, at(60));
    await mine.importFiles(badgeSources(3));
    await mine.edit({ kind: 'note.set', badgeId: noted, text: 'of my own' });
    await mine.edit({ kind: 'badges.remove', badgeIds: [binned] });
    await mine.close();

    const library = await openAt(place, at(51));
    await library.edit({ kind: 'note.set', badgeId: gone, text: 'kept' });
    await library.close();
    for (const isMine of [false, true]) {
      await restore(place, targetIn(from), { isMine });
      const { badges, bin } = await openedView(place);
      expect([...badges, ...bin].map(({ id }) => id)).toEqual(expect.arrayContaining([gone, binned, noted]));
      expect(badges.find(({ id }) => id === gone)?.noteText).toBe('kept');
      expect(badges.find(({ id }) => id === noted)?.noteText).toBe('of my own');
      expect(await restore(place, targetIn(from), { isMine })).toMatchObject({ isChanged: false });
    }
    await expectSound(place);
  });

  test('G11 M18 a stranger’s record of the end of time is none: what is done after it is kept', async () => {
    const from = await filledLibrary(1);
    const [journal = ''] = readdirSync(path.join(from.dir, 'journal'));
    const file = path.join(from.dir, 'journal', journal);
    const lines = writtenLines(readFileSync(file));
    const late = lines.map(({ raw }) => encodeLine({ ...raw, id: `late-${raw.id}`, at: 'zzzzzzzzzzz-zzzz' }));
    writeFileSync(file, Buffer.concat([...lines.map(({ raw }) => encodeLine(raw)), ...late]));
    await backUp(from);
    const place = temporaryPlace();
    expect(await restore(place, targetIn(from), { isMine: false })).toMatchObject({ badges: 1 });
    const library = await openAt(place);
    const [id = ''] = library.view().badges.map((card) => card.id);
    await library.edit({ kind: 'note.set', badgeId: id, text: 'mine' });
    await library.close();
    rmSync(place.cacheDir, { recursive: true });
    expect((await openedView(place)).badges[0]?.noteText).toBe('mine');
    await expectSound(place);
  });

  test('M05 a disk that is full at its last step: the library can be read, and is the new one once there is room', async () => {
    const from = await filledLibrary(3);
    await backUp(from);
    const place = await filledLibrary(1);
    const fs = {
      ...nodeFs,
      open: async (file: string, flags: number, mode?: number) => {
        const isLast = /journal.restored-.*[.]tmp$/.test(file);
        if (isLast) throw Object.assign(new Error(), { code: 'ENOSPC' });
        return await nodeFs.open(file, flags, mode);
      },
    };
    await expect(restore(place, targetIn(from), { fs })).rejects.toMatchObject({ code: 'store/disk-full' });
    const full = await openAt(place, { fs });
    expect([full.readOnly, full.view().badges.length]).toEqual([true, 1]);
    await full.close();
    const library = await openAt(place);
    expect([library.readOnly, library.view().badges.length]).toEqual([false, 3]);
    await library.close();
    await expectSound(place);
  });

  test('two devices that restore the same backup of another library agree', async () => {
    const from = await filledLibrary(3);
    await backUp(from);
    const here = await filledLibrary(1);
    const there = temporaryPlace();
    await backUp(here);
    await restore(there, targetIn(here));
    await restore(here, targetIn(from));
    await restore(there, targetIn(from));
    const journals = (place: Place) =>
      [...filesOf(place.dir)].filter(([name]) => name.includes('restored-')).map(([, bytes]) => bytes);
    expect(journals(there)).toEqual(journals(here));
    expect(journals(here)).toHaveLength(1);
  });

  test('G11 known issuers do not come without a question, nor does a stranger’s word on a check', async () => {
    const from = await filledLibrary(3);
    const library = await openAt(from);
    await library.addKnownIssuer({
      id: 'https://school.example/',
      name: 'Town School',
      keys: [],
      since: '2026-11-22T00:00:00Z',
    });
    await library.close();
    await backUp(from);
    const fresh = temporaryPlace();
    const first = await restore(fresh, targetIn(from), { isMine: false });
    expect(first).toMatchObject({ badges: 3, isSameLibrary: false });
    expect(new Set(first.leftOut)).toEqual(new Set(['issuer.known', 'badge.reported']));
    expect((await openedView(fresh)).knownIssuers).toEqual([]);
    expect((await contentOf(fresh)).badges.filter(({ verdict }) => verdict !== null)).toEqual([]);
    expect(await restore(fresh, targetIn(from), { isMine: false })).toMatchObject({ isChanged: false });
    expect(await restore(fresh, targetIn(from), { isMine: true })).toMatchObject({ leftOut: [] });
    expect((await contentOf(fresh)).badges.filter(({ verdict }) => verdict !== null)).toHaveLength(2);

    const place = await filledLibrary(1);
    const stranger = await restore(place, targetIn(from), { isMine: false });
    expect(new Set(stranger.leftOut)).toEqual(new Set(['issuer.known', 'badge.reported']));
    const view = await openedView(place);
    expect(view.knownIssuers).toEqual([]);
    expect(view.badges.filter(({ verdict }) => verdict !== null)).toHaveLength(1);
    expect(await restore(place, targetIn(from), { isMine: false })).toMatchObject({ isChanged: false });

    expect(await restore(place, targetIn(from), { isMine: true })).toMatchObject({
      isChanged: true,
      leftOut: [],
    });
    expect((await openedView(place)).knownIssuers.map(({ name }) => name)).toEqual(['Town School']);
    expect(await restore(place, targetIn(from), { isMine: true })).toMatchObject({ isChanged: false });
    await expectSound(place);
  });

  test('G11 a stranger’s backup that bears this library’s id brings neither their checks nor a name that the badge has not', async () => {
    const place = await filledLibrary(1);
    const forged = temporaryPlace();
    const library = await openAt(forged);
    await library.importFiles([badgeSource(9)]);
    await library.check(library.view().badges.map(({ id }) => id));
    await library.close();
    forge(forged, place, 'Brain surgery');
    await backUp(forged);

    const taken = await restore(place, targetIn(forged), { isMine: false });
    expect(taken).toMatchObject({ isSameLibrary: true, newBadges: 1 });
    expect(new Set(taken.leftOut)).toEqual(new Set(['badge.reported']));
    const { badges } = await openedView(place);
    expect(badges.map(({ name }) => name)).toEqual(['Bicycle repair', 'Bicycle repair']);
    expect(badges.filter(({ verdict }) => verdict !== null)).toHaveLength(1);
    expect(await restore(place, targetIn(forged), { isMine: false })).toMatchObject({ isChanged: false });
    await expectSound(place);
  });

  test('N14 a wrong passphrase, a missing one and a file that is no backup say so, and change nothing', async () => {
    const place = await filledLibrary(2);
    await backUp(place, { passphrase });
    const whole = filesOf(place.dir);
    await expect(restore(place, targetIn(place), { passphrase: 'wrong one' })).rejects.toMatchObject({
      code: 'backup/wrong-passphrase',
    });
    await expect(restore(place, targetIn(place))).rejects.toMatchObject({ code: 'backup/needs-passphrase' });
    const odd = path.join(path.dirname(place.dir), 'odd');
    for (const bytes of ['', 'x', 'PK\u0003\u0004', '%PDF-1.7 ...', '\u0089PNG']) {
      writeFileSync(odd, bytes, 'latin1');
      await expect(restore(place, odd), bytes).rejects.toMatchObject({
        code: expect.stringMatching(/^backup\/(?:not-a-backup|damaged)$/),
      });
    }
    mkdirSync(`${odd}-folder`);
    await expect(restore(place, `${odd}-folder`)).rejects.toMatchObject({ code: expect.any(String) });
    expect(filesOf(place.dir)).toEqual(whole);
  });

  test('cut anywhere it is refused whole; a bit flipped anywhere is found, or changes nothing that is kept', async () => {
    const from = await filledLibrary(3);
    await backUp(from);
    const archive = readFileSync(targetIn(from));
    const place = await filledLibrary(1);
    const whole = filesOf(place.dir);
    const bad = path.join(path.dirname(place.dir), 'bad.zip');
    const look = async (bytes: Uint8Array) => {
      writeFileSync(bad, bytes);
      const options = { ...base, ...place, file: bad, passphrase: null, isMine: true, bringBack: false };
      return await previewRestore(options).catch((error) => String(error.code));
    };
    const good = await look(archive);
    let harmless = 0;
    for (let part = 0; part < 256; part += 1) {
      const at = Math.floor((archive.length * part) / 256);
      const refusal = expect.stringMatching(/^backup\/(?:damaged|not-a-backup|newer-format)$/);
      expect(await look(archive.subarray(0, at)), `cut at ${at}`).toEqual(refusal);
      const outcome = await look(flipped(archive, at));
      if (typeof outcome === 'string') expect(outcome, `flipped at ${at}`).toEqual(refusal);
      else {
        // A date or a version in a header, which nobody reads.
        expect(outcome, `flipped at ${at}`).toEqual(good);
        harmless += 1;
      }
    }
    expect(harmless).toBeLessThan(40);
    expect(filesOf(place.dir)).toEqual(whole);
  });
});

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 0x10;
  return copy;
}

async function openedView(place: Place) {
  const library = await openAt(place, { mode: 'read' });
  const view = library.view();
  await library.close();
  return view;
}
