import path from 'node:path';
import { z } from 'zod';
import { isBackupName } from '../../../shared/library/backup-list.ts';
import type { LibraryState } from '../../../shared/library/state.ts';
import { ensureFolder, listFolder, readOptional, refuseLink, replaceFile, sha256Hex } from '../files.ts';
import type { FsPort } from '../fs-port.ts';
import type { LibraryPaths } from '../library/library-files.ts';
import { namedObjects, objectOf } from '../library/named-objects.ts';

/**
 * A restore that is under way, in a file of the library. While originals are added it names them: a crash then leads back
 * to the old library. Once all are safe it names the journals that wait beside it: from then on a crash leads to the new
 * one. So there never is a mix.
 */
export type RestoreMarker =
  | { readonly phase: 'adding'; readonly objects: readonly string[] }
  | { readonly phase: 'committed'; readonly files: readonly WaitingFile[] };

export interface WaitingFile {
  /** Its place in the library. */
  readonly to: string;
  /** Its name beside the marker. */
  readonly from: string;
  readonly sha256: string;
}

/** Where the marker and what waits with it lie. */
export function restoreFolder(paths: LibraryPaths): string {
  return path.join(paths.dir, '.restore');
}

export async function writeMarker(fs: FsPort, paths: LibraryPaths, marker: RestoreMarker): Promise<void> {
  const folder = restoreFolder(paths);
  await ensureFolder(fs, folder);
  await refuseLink(fs, folder);
  await replaceFile(fs, path.join(folder, markerName), new TextEncoder().encode(JSON.stringify(marker)));
}

/** null: no restore was under way. */
export async function readMarker(fs: FsPort, paths: LibraryPaths): Promise<RestoreMarker | null> {
  const bytes = await readOptional(fs, path.join(restoreFolder(paths), markerName));
  if (bytes === null) return null;
  try {
    return markerSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return null;
  }
}

/**
 * Ends what a crash left, with the lock held and before the journals are read. Answers the objects that were being added
 * (names as in a backup) when there was no way forward: `dropUnnamed` takes them away once the records are known.
 */
export async function resumeRestore(fs: FsPort, paths: LibraryPaths): Promise<readonly string[]> {
  const marker = await readMarker(fs, paths);
  if (marker?.phase === 'committed') {
    await putInPlace(fs, paths, marker.files);
    await clearMarker(fs, paths);
    return [];
  }
  return marker?.objects ?? [];
}

/** Writes the waiting files to their places. To be repeated after a crash until it came to its end. */
export async function putInPlace(
  fs: FsPort,
  paths: LibraryPaths,
  files: readonly WaitingFile[],
): Promise<void> {
  for (const { to, from, sha256 } of files) {
    const bytes = await readOptional(fs, path.join(restoreFolder(paths), from));
    if (bytes === null || sha256Hex(bytes) !== sha256) continue;
    const target = path.join(paths.dir, ...to.split('/'));
    const there = await readOptional(fs, target);
    // It may have come to its place before the crash, and may have grown since.
    if (there !== null && there.length >= bytes.length) continue;
    await ensureFolder(fs, path.dirname(target));
    await refuseLink(fs, path.dirname(target));
    await replaceFile(fs, target, bytes);
  }
}

/** Takes away the originals of a restore that did not come to its end: those that no record names. */
export async function dropUnnamed(
  fs: FsPort,
  paths: LibraryPaths,
  state: LibraryState,
  objects: readonly string[],
): Promise<void> {
  const named = namedObjects(state);
  for (const name of objects) {
    const object = objectOf(name);
    if (object === null || named.has(`${object.folder}/${object.sha256}`)) continue;
    await fs.unlink(path.join(paths.dir, ...name.split('/'))).catch(() => undefined);
  }
  await clearMarker(fs, paths);
}

/** Forgets the restore: the marker first, then what waited with it. */
export async function clearMarker(fs: FsPort, paths: LibraryPaths): Promise<void> {
  const folder = restoreFolder(paths);
  await fs.unlink(path.join(folder, markerName)).catch(() => undefined);
  const left = await listFolder(fs, folder);
  if (left.length === 0 && !(await isFolder(fs, folder))) return;
  await fs.syncFolder(folder);
  for (const { name, isFile } of left) {
    if (isFile && name !== markerName) await fs.unlink(path.join(folder, name)).catch(() => undefined);
  }
}

async function isFolder(fs: FsPort, folder: string): Promise<boolean> {
  return await fs.lstat(folder).then(
    (facts) => facts.isFolder,
    () => false,
  );
}

const markerName = 'restore.json';

const place = z.string().refine(isBackupName);
const markerSchema = z.discriminatedUnion('phase', [
  z.strictObject({ phase: z.literal('adding'), objects: z.array(place) }),
  z.strictObject({
    phase: z.literal('committed'),
    files: z.array(
      z.strictObject({
        to: place,
        from: z.string().regex(/^[0-9]{1,6}$/),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    ),
  }),
]);
