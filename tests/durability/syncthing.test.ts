import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { inProcessEngine } from '../../electron/node/check/in-process-engine.ts';
import { examineLibrary } from '../../electron/node/library/doctor.ts';
import type { Library } from '../../electron/node/library/library.ts';
import { digestOf } from '../support/library-session.ts';
import { type SyncedFolders, synchronise, syncthingMissing } from '../support/syncthing.ts';
import { badgeSource, badgeSources, frozenMs, openAt } from '../support/temporary-library.ts';

const missing = syncthingMissing();
const rounds = process.env.LONG === '1' ? 40 : 6;
const patienceMs = 120_000;
const base = { engine: inProcessEngine(), clock: { now: () => frozenMs } };

describe.skipIf(missing !== null)(
  `two devices with Syncthing between them${missing === null ? '' : ` (${missing})`}`,
  () => {
    test('M14 both edit at the same time, and both end with the same library, in which nothing is missing', {
      timeout: patienceMs * 2 + rounds * 5_000,
    }, async () => {
      const folder = mkdtempSync(path.join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'syncthing-'));
      const places = ['here', 'there'].map((name) => ({
        dir: path.join(folder, name, 'library'),
        cacheDir: path.join(folder, name, 'cache'),
      }));
      const [here, there] = places;
      if (here === undefined || there === undefined) throw new Error('two places');
      let synced: SyncedFolders | null = null;
      const open: Library[] = [];
      try {
        const first = await openAt(here);
        await first.importFiles(badgeSources(3));
        await first.close();
        // On one computer a claim of the other folder would look like a second writer of this one.
        writeFileSync(path.join(here.dir, '.stignore'), '.locks\n.tmp\n');
        cpSync(here.dir, there.dir, { recursive: true });
        open.push(
          await openAt(here, { watch: true, mode: 'write' }),
          await openAt(there, { watch: true, mode: 'write' }),
        );
        synced = await synchronise(folder, [here.dir, there.dir]);
        for (let round = 0; round < rounds; round += 1) {
          await Promise.all(open.map((library, side) => editOnce(library, side, round)));
          await pause(400);
        }
        await until(async () => {
          const [a, b] = open.map(digestOf);
          return a === b && open.every(isComplete) && (await isAllHere(open));
        });
        for (const library of open) expect(isComplete(library)).toBe(true);
        // What is on disk says the same, on both sides, without what is in memory.
        const shown = open.map(digestOf);
        for (const library of open.splice(0)) await library.close();
        await synced.stop();
        for (const [index, place] of places.entries()) {
          rmSync(place.cacheDir, { recursive: true, force: true });
          const { findings } = await examineLibrary({ ...base, ...place, repair: false });
          expect(findings.map(({ kind, subject }) => `${kind}: ${subject}`)).toEqual([]);
          const again = await openAt(place, { mode: 'read' });
          expect(digestOf(again)).toBe(shown[index]);
          for (const { id } of again.view().badges) expect((await again.original(id)).sha256).toBe(id);
          await again.close();
        }
      } finally {
        await synced?.stop();
        for (const library of open) await library.close().catch(() => undefined);
        rmSync(folder, { recursive: true, force: true });
      }
    });
  },
);

/** Each side adds badges and collections of its own and edits what both have. */
async function editOnce(library: Library, side: number, round: number): Promise<void> {
  await library.importFiles([badgeSource(100 + side * 1_000 + round)]);
  const ids = library
    .view()
    .badges.map(({ id }) => id)
    .sort();
  const name = `${side}-${round}`;
  await library.edit({
    kind: 'collection.create',
    name,
    badgeIds: ids.slice(0, 3),
    parentId: null,
    search: null,
  });
  const shared = ids[round % ids.length] ?? '';
  await library.edit({ kind: 'tags.add', badgeIds: [shared], tags: [`side ${side}`] });
  await library.edit({ kind: 'note.set', badgeId: shared, text: `round ${round} of side ${side}` });
  if (round % 3 === 2) await library.undo();
}

/** Every badge and every collection that either side ever made is here. */
function isComplete(library: Library): boolean {
  const { badges, collections } = library.view();
  const names = new Set(collections.map(({ name }) => name));
  const wanted = [0, 1].flatMap((side) => Array.from({ length: rounds }, (_, round) => `${side}-${round}`));
  return badges.length === 3 + 2 * rounds && wanted.every((name) => names.has(name));
}

/** Records may come before the files that they name. */
async function isAllHere(libraries: readonly Library[]): Promise<boolean> {
  const originals = libraries.flatMap((library) =>
    library.view().badges.map(({ id }) => library.original(id)),
  );
  return (await Promise.allSettled(originals)).every(({ status }) => status === 'fulfilled');
}

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  const endMs = performance.now() + patienceMs;
  while (!(await isTrue()) && performance.now() < endMs) await pause(250);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
