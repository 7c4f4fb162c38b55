import path from 'node:path';
import { CodedError } from '../../../shared/errors.ts';
import type { BackupFile } from '../../../shared/library/backup-list.ts';
import { limits } from '../../../shared/limits.ts';
import type { Clock } from '../../../shared/verify/ports.ts';
import type { BadgeEngine } from '../engine.ts';
import { ensureFolder, sha256Hex, writeNewFile } from '../files.ts';
import { type FsPort, nodeFs } from '../fs-port.ts';
import {
  type LibraryPaths,
  libraryIdOfJournals,
  libraryPaths,
  readLibraryId,
} from '../library/library-files.ts';
import { loadJournals } from '../library/load.ts';
import { acquireLock } from '../library/lock.ts';
import { objectOf } from '../library/named-objects.ts';
import { createObjectStore } from '../library/object-store.ts';
import { stopWhenCancelled } from '../stop-when-cancelled.ts';
import { storing } from '../store-error.ts';
import { type OpenBackup, verifyBackup, withBackup } from './open-backup.ts';
import {
  clearMarker,
  dropUnnamed,
  putInPlace,
  readMarker,
  restoreFolder,
  resumeRestore,
  writeMarker,
} from './restore-marker.ts';
import { planRestore, type RestorePlan, type RestoreWish } from './restore-plan.ts';

export interface RestoreOptions extends RestoreWish {
  /** The backup. */
  readonly file: string;
  /** null: none was given. */
  readonly passphrase: string | null;
  /** The folder of the library; one that is not there, or holds none, becomes the library of the backup. */
  readonly dir: string;
  readonly engine: BadgeEngine;
  readonly clock: Clock;
  readonly fs?: FsPort;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: RestoreProgress) => void;
}

export interface RestoreProgress {
  readonly step: 'reading' | 'adding';
  readonly done: number;
  readonly total: number;
}

export interface RestoreResult extends Omit<RestorePlan, 'files' | 'objects'> {
  /** RFC 3339, UTC: of the newest record in the backup; null: it is empty. */
  readonly asOf: string | null;
  /** Badges that were in the library when it was backed up. */
  readonly badgesInBackup: number;
  readonly isLocked: boolean;
  /** Records and files were written; false: all was here already. */
  readonly isChanged: boolean;
}

/**
 * Merges a backup into a library: what is there already stays as it is, what is missing comes, and restoring twice
 * changes nothing. The whole backup is read and compared with its list before anything is written. When it rejects the
 * library is as it was; a power cut at any moment leaves the old library or the new one (`restore-marker.ts`). Rejects
 * with `backup/*`, `store/*` or `input/cancelled`.
 */
export function restoreBackup(options: RestoreOptions): Promise<RestoreResult> {
  const { fs = nodeFs, dir } = options;
  return withBackup(fs, options.file, options.passphrase, async (backup) => {
    await readWholly(backup, options);
    const paths = libraryPaths(dir);
    return await storing(async () => {
      await ensureFolder(fs, paths.dir);
      const lock = await acquireLock(fs, paths.locks);
      try {
        await endEarlierRestore(fs, paths);
        const plan = await planRestore({ ...options, fs, paths }, backup, options);
        await carryOut(fs, paths, backup, plan, options);
        return resultOf(backup, plan);
      } finally {
        await lock.release();
      }
    });
  });
}

/** What `restoreBackup` would do. The backup is read whole; nothing is written. */
export function previewRestore(options: RestoreOptions): Promise<RestoreResult> {
  const { fs = nodeFs, dir } = options;
  return withBackup(fs, options.file, options.passphrase, async (backup) => {
    await readWholly(backup, options);
    const paths = libraryPaths(dir);
    return resultOf(backup, await storing(() => planRestore({ ...options, fs, paths }, backup, options)));
  });
}

async function readWholly(backup: OpenBackup, { signal, onProgress }: RestoreOptions): Promise<void> {
  const total = backup.list.files.length;
  await verifyBackup(backup, { signal, onFile: (done) => onProgress?.({ step: 'reading', done, total }) });
}

async function endEarlierRestore(fs: FsPort, paths: LibraryPaths): Promise<void> {
  const unfinished = await resumeRestore(fs, paths);
  if (unfinished.length === 0) return;
  const id = (await readLibraryId(fs, paths)) ?? (await libraryIdOfJournals(fs, paths)) ?? '';
  const { state } = await loadJournals(fs, paths, id, null);
  await dropUnnamed(fs, paths, state, unfinished);
}

async function carryOut(
  fs: FsPort,
  paths: LibraryPaths,
  backup: OpenBackup,
  plan: RestorePlan,
  options: RestoreOptions,
): Promise<void> {
  if (plan.files.length === 0 && plan.objects.length === 0) return;
  const { signal, onProgress } = options;
  const stop = () => stopWhenCancelled(signal);
  const isNew = await newObjects(fs, paths, plan.objects);
  let isCommitted = false;
  try {
    await writeMarker(fs, paths, { phase: 'adding', objects: isNew });
    let done = 0;
    for (const batch of batches(plan.objects)) {
      stop();
      await addObjects(fs, paths, backup, batch);
      done += batch.length;
      onProgress?.({ step: 'adding', done, total: plan.objects.length });
    }
    const waiting = [];
    for (const [index, { to, bytes }] of plan.files.entries()) {
      await writeNewFile(fs, path.join(restoreFolder(paths), `${index}`), bytes);
      waiting.push({ to, from: `${index}`, sha256: sha256Hex(bytes) });
    }
    await fs.syncFolder(restoreFolder(paths));
    stop();
    await writeMarker(fs, paths, { phase: 'committed', files: waiting });
    isCommitted = true;
    await putInPlace(fs, paths, waiting);
  } catch (error) {
    if (!isCommitted) await takeBack(fs, paths, isNew).catch(() => undefined);
    throw error;
  }
  // A marker that stays is looked at and removed by the next opening.
  await clearMarker(fs, paths).catch(() => undefined);
}

/** Where it cannot be told whether it was committed, what is on disk decides: the next opening goes on from there. */
async function takeBack(fs: FsPort, paths: LibraryPaths, isNew: readonly string[]): Promise<void> {
  if ((await readMarker(fs, paths))?.phase === 'committed') return;
  for (const name of isNew) await fs.unlink(path.join(paths.dir, ...name.split('/'))).catch(() => undefined);
  await clearMarker(fs, paths);
}

/** Those that a crash must take away again: what is in the library is never taken. */
async function newObjects(
  fs: FsPort,
  paths: LibraryPaths,
  objects: readonly BackupFile[],
): Promise<readonly string[]> {
  const fresh: string[] = [];
  for (const { name } of objects) {
    const object = objectOf(name);
    if (object === null) continue;
    const isThere = await storeOf(fs, paths, object.folder).has(object.sha256);
    if (!isThere) fresh.push(name);
  }
  return fresh;
}

async function addObjects(
  fs: FsPort,
  paths: LibraryPaths,
  backup: OpenBackup,
  batch: readonly BackupFile[],
): Promise<void> {
  const byFolder = new Map<string, { sha256: string; extension: string; bytes: Uint8Array }[]>();
  for (const file of batch) {
    const object = objectOf(file.name);
    if (object === null) continue;
    const bytes = await backup.read(file);
    // The list is one thing, the name another: what is stored must be what its name says.
    if (sha256Hex(bytes) !== object.sha256) throw new CodedError('backup/damaged', { file: file.name });
    const extension = path.extname(file.name).slice(1);
    const list = byFolder.get(object.folder) ?? [];
    list.push({ sha256: object.sha256, extension, bytes });
    byFolder.set(object.folder, list);
  }
  for (const [folder, list] of byFolder) await storeOf(fs, paths, folder).putAll(list);
}

function* batches(files: readonly BackupFile[]): Generator<readonly BackupFile[]> {
  let batch: BackupFile[] = [];
  let bytes = 0;
  for (const file of files) {
    batch.push(file);
    bytes += file.bytes;
    if (batch.length < limits.importFilesAtOnce && bytes < limits.importBytesAtOnce) continue;
    yield batch;
    batch = [];
    bytes = 0;
  }
  if (batch.length > 0) yield batch;
}

function storeOf(fs: FsPort, paths: LibraryPaths, folder: string) {
  const { temporary, quarantine } = paths;
  return createObjectStore({ fs, folder: path.join(paths.dir, folder), temporary, quarantine });
}

function resultOf(backup: OpenBackup, { files, objects, ...plan }: RestorePlan): RestoreResult {
  const { asOf, badges } = backup.list;
  return {
    ...plan,
    asOf,
    badgesInBackup: badges,
    isLocked: backup.isLocked,
    isChanged: files.length > 0 || objects.length > 0,
  };
}
