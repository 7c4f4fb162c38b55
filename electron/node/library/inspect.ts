import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { codeOf } from '../../../shared/errors.ts';
import { sha256Of } from '../../../shared/library/facts-of.ts';
import { isPurged, isShown } from '../../../shared/library/presence.ts';
import type { LibraryState } from '../../../shared/library/state.ts';
import { recordOfState } from '../../../shared/library/state-record.ts';
import { limits } from '../../../shared/limits.ts';
import { displayName } from '../../../shared/text/display-text.ts';
import type { FindingKind } from '../../../shared/text/doctor.ts';
import { readOptional } from '../files.ts';
import type { FsPort } from '../fs-port.ts';
import { type LibraryPaths, libraryIdOfJournals, readLibraryId } from './library-files.ts';
import { type Loaded, loadJournals } from './load.ts';
import { createObjectStore, type ObjectStore } from './object-store.ts';
import { evidenceInUse, evidenceOfAll, originalsInUse } from './purge.ts';
import { oldTemporaryFiles, orphansOf } from './recover.ts';
import { readSnapshot, snapshotFile } from './snapshot.ts';

/** Something found in a library, with all that mending it needs. */
export interface Found {
  readonly kind: FindingKind;
  /** For a person: a file's or a badge's name, or a hash. Never a whole path. */
  readonly subject: string;
  /** The file to set aside or to remove; null where there is none. */
  readonly file: string | null;
}

export interface Inspection {
  /** null: nothing here names the library. */
  readonly libraryId: string | null;
  /** Badges that are in the library now. */
  readonly badges: number;
  readonly found: readonly Found[];
  readonly loaded: Loaded | null;
}

/** Looks at every invariant of a library, and changes nothing. */
export async function inspect(fs: FsPort, paths: LibraryPaths, cacheDir: string): Promise<Inspection> {
  const found: Found[] = [];
  const named = await readLibraryId(fs, paths);
  if (named === null)
    found.push({ kind: 'identity-lost', subject: path.basename(paths.identity), file: null });
  const libraryId = named ?? (await libraryIdOfJournals(fs, paths));
  if (libraryId === null) return { libraryId, badges: 0, found, loaded: null };

  const loaded = await loadJournals(fs, paths, libraryId, null);
  const { state } = loaded;
  const store = (folder: string) =>
    createObjectStore({ fs, folder, temporary: paths.temporary, quarantine: paths.quarantine });
  const originals = store(paths.badges);
  found.push(...journalFindings(loaded));
  found.push(...(await missingOrDamaged(originals, originalsOf(state), 'original')));
  const evidence = store(paths.evidence);
  found.push(...(await missingOrDamaged(evidence, evidenceFilesOf(state), 'evidence')));
  found.push(...(await leftovers(state, originals, evidence)));
  found.push(...(await missingOrDamaged(store(paths.documents), documentsOf(state), 'document')));
  found.push(...(await snapshotFindings(fs, paths, cacheDir, libraryId, state)));
  for (const file of await oldTemporaryFiles(fs, paths.temporary)) {
    found.push({ kind: 'temporary-old', subject: path.basename(file), file });
  }
  const badges = [...state.badges.values()].filter(isShown).length;
  return { libraryId, badges, found, loaded };
}

function journalFindings({ journals, torn, unreadable }: Loaded): readonly Found[] {
  return [
    ...journals.flatMap(({ file, badLines }) =>
      badLines.map(({ offset }) => ({
        kind: 'line-damaged' as const,
        subject: `${file}, byte ${offset}`,
        file,
      })),
    ),
    ...torn.map(({ file }) => ({ kind: 'line-torn' as const, subject: file, file })),
    ...unreadable.map((file) => ({ kind: 'journal-unreadable' as const, subject: file, file })),
  ];
}

/** The originals that must be there, those of the bin too, with the names of their badges. */
function originalsOf(state: LibraryState): ReadonlyMap<string, string> {
  const inUse = originalsInUse(state);
  const named = new Map<string, string>();
  for (const [id, { facts }] of state.badges) {
    const sha256 = sha256Of(id);
    if (facts !== null && inUse.has(sha256) && !named.has(sha256))
      named.set(sha256, `“${displayName(facts.value.name)}” (${sha256})`);
  }
  return named;
}

/** The files of the person's own evidence that must be there, with their names. */
function evidenceFilesOf(state: LibraryState): ReadonlyMap<string, string> {
  const named = new Map<string, string>();
  for (const entry of state.badges.values()) {
    for (const evidence of entry.evidence.values()) {
      if (evidence.facts?.value.kind !== 'file' || isPurged(evidence)) continue;
      const { sha256, title, fileName } = evidence.facts.value;
      named.set(sha256, `“${displayName(title || fileName)}” (${sha256})`);
    }
  }
  return named;
}

/** Files that no badge needs: of badges that were deleted for good, and of evidence whose record never came. */
async function leftovers(
  state: LibraryState,
  originals: ObjectStore,
  evidence: ObjectStore,
): Promise<readonly Found[]> {
  const orphans = new Set((await orphansOf(state, originals)).map(({ sha256 }) => sha256));
  const inUse = originalsInUse(state);
  const evidenceUsed = evidenceInUse(state);
  const evidenceRecorded = evidenceOfAll(state);
  const found: Found[] = [];
  for (const { sha256, file } of await originals.list()) {
    if (orphans.has(sha256)) found.push({ kind: 'original-unrecorded', subject: sha256, file });
    else if (!inUse.has(sha256)) found.push({ kind: 'deleted-left-over', subject: sha256, file });
  }
  for (const { sha256, file } of await evidence.list()) {
    if (!evidenceRecorded.has(sha256)) found.push({ kind: 'evidence-unrecorded', subject: sha256, file });
    else if (!evidenceUsed.has(sha256)) found.push({ kind: 'deleted-left-over', subject: sha256, file });
  }
  return found;
}

function documentsOf(state: LibraryState): ReadonlyMap<string, string> {
  const named = new Map<string, string>();
  for (const answers of state.documents.values()) {
    for (const { sha256, url } of answers.values()) named.set(sha256, `${displayName(url)} (${sha256})`);
  }
  return named;
}

async function missingOrDamaged(
  store: ObjectStore,
  wanted: ReadonlyMap<string, string>,
  what: 'original' | 'document' | 'evidence',
): Promise<readonly Found[]> {
  const files = new Map((await store.list()).map(({ sha256, file }) => [sha256, file]));
  const found: Found[] = [];
  const queue = [...wanted];
  async function next(): Promise<void> {
    for (let one = queue.pop(); one !== undefined; one = queue.pop()) {
      const [sha256, subject] = one;
      const file = files.get(sha256) ?? null;
      if (file === null) found.push({ kind: `${what}-missing`, subject, file });
      else if (!(await isIntact(store, sha256))) found.push({ kind: `${what}-damaged`, subject, file });
    }
  }
  await Promise.all(Array.from({ length: limits.libraryChecksAtOnce }, next));
  return found;
}

async function isIntact(store: ObjectStore, sha256: string): Promise<boolean> {
  try {
    await store.get(sha256);
    return true;
  } catch (error) {
    if (codeOf(error) === 'store/damaged' || codeOf(error) === 'store/io') return false;
    throw error;
  }
}

async function snapshotFindings(
  fs: FsPort,
  paths: LibraryPaths,
  cacheDir: string,
  libraryId: string,
  fresh: LibraryState,
): Promise<readonly Found[]> {
  const file = snapshotFile(cacheDir, libraryId);
  const isThere = (await readOptional(fs, file).catch(() => null)) !== null;
  if (!isThere) return [];
  const snapshot = await readSnapshot(fs, cacheDir, libraryId);
  const subject = path.basename(file);
  if (snapshot === null) return [{ kind: 'snapshot-damaged', subject, file }];
  const { state } = await loadJournals(fs, paths, libraryId, snapshot);
  // The order of members says nothing: one was written by an import, the other read from its line.
  const isEqual = isDeepStrictEqual(recordOfState(state), recordOfState(fresh));
  return isEqual ? [] : [{ kind: 'snapshot-wrong', subject, file }];
}
