import path from 'node:path';
import { restoreFolder } from '../backup/restore-marker.ts';
import { ensureFolder, listFolder, removeWhole, replaceFile } from '../files.ts';
import type { FsPort } from '../fs-port.ts';
import type { LibraryPaths } from './library-files.ts';

/**
 * Removes all that is ours in a library's folder but its locks, and its part of the cache, with the lock held. It begins
 * with a mark by which `finishDeletion` ends what a crash stopped. The mark lies beside the cache, not in the library:
 * what another device or an archive puts there deletes nothing here.
 */
export async function removeLibrary(
  fs: FsPort,
  paths: LibraryPaths,
  cacheDir: string,
  id: string | null,
): Promise<void> {
  if (id !== null) {
    await ensureFolder(fs, cacheDir);
    await replaceFile(fs, deletionMark(cacheDir, id), new Uint8Array());
  }
  const { journal, badges, documents, evidence, quarantine, temporary, identity } = paths;
  for (const place of [journal, badges, documents, evidence, quarantine, restoreFolder(paths), temporary]) {
    await removeWhole(fs, place);
  }
  await fs.syncFolder(paths.dir);
  if (id !== null) {
    const ours = (await listFolder(fs, cacheDir)).filter(({ name }) => name.startsWith(`${id}.`));
    for (const { name } of ours) {
      if (!name.endsWith(markSuffix)) await removeWhole(fs, path.join(cacheDir, name));
    }
    // Before the identity: no mark is left that could meet a library brought back from a backup.
    await removeWhole(fs, deletionMark(cacheDir, id));
    await fs.syncFolder(cacheDir);
  }
  await removeWhole(fs, identity);
  await fs.syncFolder(paths.dir);
}

/** Ends a deletion that a crash stopped, with the lock held. True: there was one, and the library is gone. */
export async function finishDeletion(
  fs: FsPort,
  paths: LibraryPaths,
  cacheDir: string,
  id: string,
): Promise<boolean> {
  const { isFile } = await fs.lstat(deletionMark(cacheDir, id)).catch(() => ({ isFile: false }));
  if (isFile) await removeLibrary(fs, paths, cacheDir, id);
  return isFile;
}

function deletionMark(cacheDir: string, id: string): string {
  return path.join(cacheDir, `${id}${markSuffix}`);
}

const markSuffix = '.deleting';
