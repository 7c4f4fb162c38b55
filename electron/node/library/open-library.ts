import { CodedError, codeOf } from '../../../shared/errors.ts';
import type { Failure } from '../../../shared/ipc/views.ts';
import { wordsFor } from '../../../shared/text/errors.ts';
import { dropUnnamed, resumeRestore } from '../backup/restore-marker.ts';
import { ensureFolder } from '../files.ts';
import { type FsPort, nodeFs } from '../fs-port.ts';
import { storing } from '../store-error.ts';
import { createLibrary } from './create-library.ts';
import { createJournalWriter } from './journal.ts';
import { createJournalTracker } from './journal-tracker.ts';
import type { Library, OpenLibraryOptions } from './library.ts';
import { createLibraryCore } from './library-core.ts';
import {
  createLibraryFiles,
  deviceName,
  type LibraryPaths,
  libraryIdOfJournals,
  libraryPaths,
  readLibraryId,
} from './library-files.ts';
import { type Loaded, loadJournals } from './load.ts';
import { acquireLock, type Lock } from './lock.ts';
import { createObjectStore } from './object-store.ts';
import { purgeDue } from './purge.ts';
import { adoptOrphans, oldTemporaryFiles, orphansOf } from './recover.ts';
import { finishDeletion } from './remove-library.ts';
import { readSnapshot } from './snapshot.ts';

/**
 * Opens the library in a folder, makes it where there is none, and mends what a crash or a damaged journal left: badges
 * whose records are lost are read from their originals again. Rejects with `store/locked`, `store/read-only`,
 * `store/no-permission`, `store/newer-format`, `store/not-found` or `store/io`.
 */
export async function openLibrary(options: OpenLibraryOptions): Promise<Library> {
  const { cacheDir, engine, clock, fs = nodeFs, mode = 'write-or-read' } = options;
  const paths = libraryPaths(options.dir);
  let lock = mode === 'read' ? null : await lockFor(fs, paths, mode);
  try {
    const unfinished = lock === null ? [] : await endRestore(fs, paths, mode);
    if (unfinished === null) {
      await lock?.release();
      lock = null;
    }
    const id = await libraryIdFor(fs, paths, lock, cacheDir);
    // A copy or a synchronisation may have left it out. Made now and not when it is written to: what is gone while the
    // library is open went with its drive or its folder, and nothing is to be kept in its place.
    if (lock !== null) await storing(() => ensureFolder(fs, paths.journal));
    const store = (folder: string) =>
      createObjectStore({ fs, folder, temporary: paths.temporary, quarantine: paths.quarantine });
    const originals = createObjectStore({
      fs,
      folder: paths.badges,
      temporary: paths.temporary,
      quarantine: paths.quarantine,
      missing: 'store/file-missing',
    });
    const snapshot = await readSnapshot(fs, cacheDir, id);
    const loaded = await storing(() => loadJournals(fs, paths, id, snapshot));
    const device = lock === null ? '' : await deviceName(fs, cacheDir, id);
    const writer =
      lock === null
        ? null
        : createJournalWriter({ fs, folder: paths.journal, device, quarantine: paths.quarantine });
    const { state, reports } = loaded;
    const core = createLibraryCore({ state, reports, libraryId: id, device, clock, writer });
    if (unfinished !== null && unfinished.length > 0)
      await storing(() => dropUnnamed(fs, paths, state, unfinished));
    if (lock !== null && (options.recover === true || lock.tookOver || mayHaveLost(loaded))) {
      await adoptOrphans({ core, originals, engine, clock }, await orphansOf(state, originals));
      await removeOldTemporaryFiles(fs, paths);
    }
    const evidence = store(paths.evidence);
    // What cannot be deleted now is still in the bin tomorrow.
    await purgeDue({ core, originals, evidence, clock, loaded }).catch(() => 0);
    return createLibrary({
      id,
      fs,
      paths,
      cacheDir,
      core,
      writer,
      lock,
      originals,
      documents: store(paths.documents),
      evidence,
      tracker: createJournalTracker({ fs, folder: paths.journal, libraryId: id, device, writer, loaded }),
      isWatching: options.watch === true,
      engine,
      clock,
      loaded,
      problems: problemsOf(loaded),
    });
  } catch (error) {
    await lock?.release();
    throw error;
  }
}

/** The lock; null where the library may be read without one. */
async function lockFor(
  fs: FsPort,
  paths: LibraryPaths,
  mode: 'write' | 'write-or-read',
): Promise<Lock | null> {
  try {
    await storing(() => ensureFolder(fs, paths.dir));
    return await acquireLock(fs, paths.locks);
  } catch (error) {
    if (mode === 'write' || !readableStates.has(codeOf(error))) throw error;
    if ((await readLibraryId(fs, paths)) === null) throw error;
    return null;
  }
}

/** What a restore left; null: a full disk lets it not come to its end, and what was there before may only be read. */
async function endRestore(
  fs: FsPort,
  paths: LibraryPaths,
  mode: OpenLibraryOptions['mode'],
): Promise<readonly string[] | null> {
  try {
    return await storing(() => resumeRestore(fs, paths));
  } catch (error) {
    const isReadable = readableStates.has(codeOf(error)) && (await readLibraryId(fs, paths)) !== null;
    if (mode === 'write' || !isReadable) throw error;
    return null;
  }
}

const readableStates: ReadonlySet<string> = new Set([
  'store/locked',
  'store/read-only',
  'store/no-permission',
  'store/disk-full',
]);

async function libraryIdFor(
  fs: FsPort,
  paths: LibraryPaths,
  lock: Lock | null,
  cacheDir: string,
): Promise<string> {
  const known = await readLibraryId(fs, paths);
  const isDeleted =
    known !== null && lock !== null && (await storing(() => finishDeletion(fs, paths, cacheDir, known)));
  if (known !== null && !isDeleted) return known;
  if (lock !== null) return await createLibraryFiles(fs, paths);
  const remembered = await libraryIdOfJournals(fs, paths);
  if (remembered === null) throw new CodedError('store/not-found');
  return remembered;
}

/** True where a record may be missing that was once there. */
function mayHaveLost({ journals, torn, unreadable, state, snapshotWasVoid }: Loaded): boolean {
  const isDamaged = journals.some(({ badLines }) => badLines.length > 0);
  return isDamaged || torn.length > 0 || unreadable.length > 0 || snapshotWasVoid || state.badges.size === 0;
}

function problemsOf({ journals, unreadable }: Loaded): readonly Failure[] {
  const damaged = journals.filter(({ badLines }) => badLines.length > 0).map(({ file }) => file);
  return [...damaged, ...unreadable].map((file) => ({
    code: 'store/damaged' as const,
    ...wordsFor('store/damaged', { file }),
  }));
}

async function removeOldTemporaryFiles(fs: FsPort, paths: LibraryPaths): Promise<void> {
  const old = await oldTemporaryFiles(fs, paths.temporary).catch(() => []);
  for (const file of old) await fs.unlink(file).catch(() => undefined);
}
