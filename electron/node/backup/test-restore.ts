import path from 'node:path';
import { CodedError, codeOf } from '../../../shared/errors.ts';
import type { BackupFile } from '../../../shared/library/backup-list.ts';
import { recordOfState } from '../../../shared/library/state-record.ts';
import { ensureFolder, listFolder, randomName, readOptional, removeTree, sha256Hex } from '../files.ts';
import type { FsPort } from '../fs-port.ts';
import { inspect } from '../library/inspect.ts';
import { libraryPaths } from '../library/library-files.ts';
import { namedObjects } from '../library/named-objects.ts';
import { storing } from '../store-error.ts';
import type { BackupContents } from './backup-contents.ts';
import type { BackupOptions } from './backup-options.ts';
import { restoreBackup } from './restore.ts';

export interface TestRestoreOptions extends BackupOptions {
  readonly fs: FsPort;
  /** The backup. */
  readonly file: string;
  readonly contents: BackupContents;
  readonly files: readonly BackupFile[];
}

/**
 * Restores a backup into a temporary place and compares: every file byte for byte, the library that its journals tell,
 * and that an examination finds no more than what the library itself had lost. Rejects with `backup/not-confirmed`.
 */
export async function testRestore(options: TestRestoreOptions): Promise<void> {
  const { cacheDir, signal, onProgress } = options;
  // What is thrown away right after need not survive a power cut.
  const fs = withoutSync(options.fs);
  const place = path.join(cacheDir, `${placePrefix}${randomName()}`);
  await storing(() => ensureFolder(fs, cacheDir));
  await removeOldPlaces(fs, cacheDir);
  try {
    const dir = path.join(place, 'library');
    await storing(() => ensureFolder(fs, dir));
    await restoreBackup({
      ...options,
      fs,
      dir,
      isMine: true,
      bringBack: false,
      ...(signal === undefined ? {} : { signal }),
      onProgress: ({ step, done, total }) =>
        onProgress?.({ step: 'testing', done: step === 'reading' ? done : total + done, total: total * 2 }),
    });
    await storing(() => compare(fs, dir, options));
  } catch (error) {
    if (codeOf(error) === 'input/cancelled' || codeOf(error).startsWith('store/')) throw error;
    throw new CodedError('backup/not-confirmed', {}, { cause: error });
  } finally {
    await removeTree(fs, place).catch(() => undefined);
  }
}

async function compare(fs: FsPort, dir: string, { contents, files }: TestRestoreOptions): Promise<void> {
  const named = namedObjects(contents.state);
  for (const { name, sha256 } of files) {
    if (name.startsWith('journal/') || name.includes('/') === false) continue;
    // Files of badges that were deleted for good may still lie in the library; they are not restored.
    if (!named.has(objectName(name))) continue;
    const bytes = await readOptional(fs, path.join(dir, ...name.split('/')));
    if (bytes === null || sha256Hex(bytes) !== sha256) throw new Error(`${name} came back different`);
  }
  const { libraryId, found, loaded } = await inspect(fs, libraryPaths(dir), path.join(dir, 'no-cache'));
  if (loaded === null || libraryId !== contents.libraryId) throw new Error('another library came back');
  const [then, now] = [contents.state, loaded.state].map((state) => JSON.stringify(recordOfState(state)));
  if (then !== now) throw new Error('another history came back');
  const packed = new Set(files.map(({ name }) => objectName(name)));
  const lost = [...named].filter((name) => !packed.has(name)).length;
  const missing = found.filter(({ kind }) => kind.endsWith('-missing') || kind.endsWith('-damaged'));
  const unexplained = missing.filter(({ kind }) => kind !== 'line-damaged').length > lost;
  if (unexplained) throw new Error('files are missing that are in the library');
}

/** The object that a file of a backup holds, as `namedObjects` calls it. */
function objectName(name: string): string {
  const [folder, , file] = name.split('/');
  return `${folder}/${file?.slice(0, 64)}`;
}

/** What a crash left of an earlier test. */
async function removeOldPlaces(fs: FsPort, cacheDir: string): Promise<void> {
  for (const { name, isFolder } of await listFolder(fs, cacheDir)) {
    if (!isFolder || !name.startsWith(placePrefix)) continue;
    const old = path.join(cacheDir, name);
    const { modifiedMs } = await fs.lstat(old);
    if (Date.now() - modifiedMs > oldMs) await removeTree(fs, old).catch(() => undefined);
  }
}

function withoutSync(fs: FsPort): FsPort {
  return {
    ...fs,
    syncFolder: async () => undefined,
    open: async (file, flags, mode) => ({
      ...(await fs.open(file, flags, mode)),
      sync: async () => undefined,
    }),
  };
}

const placePrefix = 'restore-test-';
/** No test takes so long. */
const oldMs = 3 * 60 * 60 * 1000;
