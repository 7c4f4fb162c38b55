import { cpSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { badgeSource, frozenMs, openAt, type Place, temporaryPlace } from '../support/temporary-library.ts';

const dayMs = 24 * 60 * 60 * 1000;
const onDay = (place: Place, day: number) => openAt(place, { clock: { now: () => frozenMs + day * dayMs } });
const shown = async (place: Place) => {
  const library = await onDay(place, 40);
  const { badges, bin } = library.view();
  const files = await Promise.all(
    badges.map(({ id }) =>
      library.original(id).then(
        ({ sha256 }) => sha256 === id,
        () => false,
      ),
    ),
  );
  await library.close();
  return { badges: badges.map(({ id }) => id), bin: bin.length, files };
};

/** Two devices with the same two badges, of which one lies in the bin; each has a copy of the folder. */
async function twoDevices() {
  const first = temporaryPlace();
  const library = await onDay(first, 0);
  await library.importFiles([badgeSource(1), badgeSource(2)]);
  const [id = '', other = ''] = library.view().badges.map((card) => card.id);
  await library.edit({ kind: 'badges.remove', badgeIds: [id] });
  await library.close();
  const second = temporaryPlace();
  cpSync(first.dir, second.dir, { recursive: true });
  return { first, second, id, other };
}

/** Something is done on the 31st day, and at the next start what is due is deleted for good. */
async function purgeOn(place: Place, other: string): Promise<void> {
  const library = await onDay(place, 31);
  await library.edit({ kind: 'note.set', badgeId: other, text: path.basename(path.dirname(place.dir)) });
  await library.close();
  await (await onDay(place, 31)).close();
  expect(holds(place, other)).toBe(true);
}

const holds = (place: Place, id: string) =>
  readdirSync(path.join(place.dir, 'badges'), { recursive: true }).join().includes(id);

/** What a program that synchronises brings: every file that the other folder has and this one has not, and its journals. */
function bring(from: Place, to: Place): void {
  cpSync(path.join(from.dir, 'badges'), path.join(to.dir, 'badges'), { recursive: true, force: false });
  for (const name of readdirSync(path.join(from.dir, 'journal'))) {
    cpSync(path.join(from.dir, 'journal', name), path.join(to.dir, 'journal', name));
  }
}

test('M11 M21 one device deletes for good what another one restored meanwhile: the restored one is there on both', async () => {
  const { first, second, id, other } = await twoDevices();
  const restoring = await onDay(second, 29);
  await restoring.edit({ kind: 'badges.restore', badgeIds: [id] });
  await restoring.close();
  await purgeOn(first, other);
  expect(holds(first, id)).toBe(false);
  expect((await shown(first)).badges).toEqual([other]);
  bring(second, first);
  bring(first, second);
  for (const place of [first, second]) {
    expect(await shown(place)).toEqual({
      badges: expect.arrayContaining([id, other]),
      bin: 0,
      files: [true, true],
    });
  }
});

test('M11 M21 both delete for good: the same on both, and what was not in the bin is untouched', async () => {
  const { first, second, id, other } = await twoDevices();
  for (const place of [first, second]) await purgeOn(place, other);
  expect([holds(first, id), holds(second, id)]).toEqual([false, false]);
  bring(second, first);
  bring(first, second);
  for (const place of [first, second]) {
    expect(await shown(place)).toEqual({ badges: [other], bin: 0, files: [true] });
  }
});

test('M21 a restore that comes too late for the file is not silent: the badge is there, and its file is named as missing', async () => {
  const { first, second, id, other } = await twoDevices();
  const restoring = await onDay(second, 29);
  await restoring.edit({ kind: 'badges.restore', badgeIds: [id] });
  await restoring.close();
  await purgeOn(first, other);
  const own = readdirSync(path.join(second.dir, 'journal'));
  for (const name of own) {
    cpSync(path.join(second.dir, 'journal', name), path.join(first.dir, 'journal', name), { force: false });
  }
  const library = await onDay(first, 32);
  const card = library.view().badges.find((one) => one.id === id);
  expect(card).toMatchObject({ id });
  await expect(library.original(id)).rejects.toMatchObject({ code: 'store/file-missing' });
  // Adding the file again heals it.
  await library.importFiles([badgeSource(1), badgeSource(2)]);
  expect((await library.original(id)).sha256).toBe(id);
  await library.close();
});
