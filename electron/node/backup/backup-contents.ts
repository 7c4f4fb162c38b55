import path from 'node:path';
import { CodedError } from '../../../shared/errors.ts';
import { journalPattern, objectFolders } from '../../../shared/library/backup-list.ts';
import { timeOf } from '../../../shared/library/clock.ts';
import { applyRecord, nothingTouched } from '../../../shared/library/projection.ts';
import { emptyState, type LibraryState } from '../../../shared/library/state.ts';
import { listFolder, readWhole, sha256Hex } from '../files.ts';
import type { FsPort } from '../fs-port.ts';
import { decodeJournal, lineFeed } from '../library/journal-line.ts';
import { type LibraryPaths, readLibraryId } from '../library/library-files.ts';
import { createObjectStore, type ObjectFile } from '../library/object-store.ts';
import { storing } from '../store-error.ts';

/** What a backup of a library holds, as of one moment. */
export interface BackupContents {
  readonly libraryId: string;
  readonly state: LibraryState;
  /** RFC 3339, UTC: the date of the newest record; null: none. */
  readonly asOf: string | null;
  readonly journals: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly objects: readonly BackupObject[];
}

export interface BackupObject extends ObjectFile {
  /** Its place in the backup. */
  readonly name: string;
}

/**
 * The contents of a library while it may be written to: first its journals, up to their last whole line, then the files.
 * A record comes after the files that it names, so all that these records name is there. `store/not-found` where there
 * is no library.
 */
export function backupContents(fs: FsPort, paths: LibraryPaths): Promise<BackupContents> {
  return storing(async () => {
    const libraryId = await readLibraryId(fs, paths);
    if (libraryId === null) throw new CodedError('store/not-found');
    const journals = await wholeJournals(fs, paths);
    const state = emptyState();
    for (const { bytes } of journals) {
      for (const { record } of decodeJournal(bytes, libraryId).records) {
        applyRecord(state, record, nothingTouched());
      }
    }
    const asOf = state.lastTime === null ? null : dateText(timeOf(state.lastTime));
    return { libraryId, state, asOf, journals, objects: await objectsOf(fs, paths, state) };
  });
}

/** A clock that was far off must not make a date that nobody can read. */
function dateText(ms: number): string {
  return new Date(Math.min(ms, Date.UTC(9999, 11, 31))).toISOString();
}

async function wholeJournals(fs: FsPort, paths: LibraryPaths): Promise<BackupContents['journals']> {
  const journals: { name: string; bytes: Uint8Array }[] = [];
  for (const { name, isFile } of await listFolder(fs, paths.journal)) {
    if (!isFile || !name.endsWith('.jsonl')) continue;
    const bytes = await readWhole(fs, path.join(paths.journal, name));
    const whole = bytes.subarray(0, bytes.lastIndexOf(lineFeed) + 1);
    if (whole.length > 0) journals.push({ name: placeOf(name, whole), bytes: whole });
  }
  return journals.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Names of conflict copies are whatever a synchronisation makes of them: those that not every system can hold change. */
function placeOf(name: string, bytes: Uint8Array): string {
  const place = `journal/${name}`;
  return journalPattern.test(place) ? place : `journal/copy-${sha256Hex(bytes).slice(0, 16)}.jsonl`;
}

async function objectsOf(
  fs: FsPort,
  paths: LibraryPaths,
  state: LibraryState,
): Promise<readonly BackupObject[]> {
  const recorded = new Set([...state.badges.keys()].map((id) => id.slice(0, 64)));
  const objects: BackupObject[] = [];
  for (const folder of objectFolders) {
    const { temporary, quarantine } = paths;
    const store = createObjectStore({ fs, folder: path.join(paths.dir, folder), temporary, quarantine });
    for (const { sha256, file } of await store.list()) {
      // An original without a record is of an import that is still going on.
      if (folder === 'badges' && !recorded.has(sha256)) continue;
      const ending = path.extname(file) || '.bin';
      objects.push({ sha256, file, name: `${folder}/${sha256.slice(0, 2)}/${sha256}${ending}` });
    }
  }
  return objects.sort((a, b) => (a.name < b.name ? -1 : 1));
}
