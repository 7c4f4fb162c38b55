import { removeAutomaticBackups } from '../backup/automatic-backup.ts';
import { removeWhole } from '../files.ts';
import { type FsPort, nodeFs } from '../fs-port.ts';
import { storing } from '../store-error.ts';
import { libraryIdOfJournals, libraryPaths, readLibraryId } from './library-files.ts';
import { acquireLock } from './lock.ts';
import { removeLibrary } from './remove-library.ts';

export interface DeletionOptions {
  readonly dir: string;
  readonly cacheDir: string;
  /** Files and folders outside the library that tell of it, such as small pictures; all of each goes. */
  readonly elsewhere: readonly string[];
  /** The folder of automatic backups, to delete those of this library too; null: they stay. */
  readonly backups: string | null;
  readonly fs?: FsPort;
}

/**
 * Deletes a library with all that tells of it: badges, documents, evidence, journals of every device, what was set aside,
 * caches, keys. Files in its folder that are not ours stay. A crash after the first of the library's own files leads to
 * the rest being deleted when it is next opened. `store/locked` before anything is deleted where another process has it.
 */
export function deleteEverything(options: DeletionOptions): Promise<void> {
  const { dir, cacheDir, fs = nodeFs } = options;
  const paths = libraryPaths(dir);
  return storing(async () => {
    const lock = await acquireLock(fs, paths.locks);
    try {
      const id = (await readLibraryId(fs, paths)) ?? (await libraryIdOfJournals(fs, paths));
      for (const place of options.elsewhere) await removeWhole(fs, place);
      if (id !== null && options.backups !== null) await removeAutomaticBackups(fs, options.backups, id);
      await removeLibrary(fs, paths, cacheDir, id);
      await removeWhole(fs, cacheDir);
    } catch (error) {
      await lock.release();
      throw error;
    }
    await lock.releaseLast();
    // Whatever else lies in it is not ours, and it stays with it.
    await fs.rmdir(dir).catch(() => undefined);
  });
}
