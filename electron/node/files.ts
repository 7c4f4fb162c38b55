import { createHash, randomBytes } from 'node:crypto';
import path from 'node:path';
import { CodedError } from '../../shared/errors.ts';
import { type FilePort, type FsPort, fileMode, folderMode, fsFlags } from './fs-port.ts';
import { isNotFound, systemCode } from './store-error.ts';

/** SHA-256 in lower-case hex. */
export function sha256Hex(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A random name of lower-case letters and digits. */
export function randomName(): string {
  return randomBytes(10).toString('hex');
}

/** The whole file; null where there is none. `size`: how much to read of a file that does not know its size. */
export async function readOptional(fs: FsPort, file: string, size?: number): Promise<Uint8Array | null> {
  try {
    return await readWhole(fs, file, size);
  } catch (error) {
    if (isNotFound(error)) return null;
    throw error;
  }
}

/** The whole file. */
export async function readWhole(fs: FsPort, file: string, size?: number): Promise<Uint8Array> {
  const handle = await fs.open(file, fsFlags.read);
  try {
    return await readUpTo(handle, size ?? (await handle.stat()).size);
  } finally {
    await handle.close();
  }
}

/** `size` bytes of an open file at most, from `position` or from where it stands. */
export async function readUpTo(handle: FilePort, size: number, position?: number): Promise<Uint8Array> {
  const buffer = new Uint8Array(size);
  let done = 0;
  while (done < size) {
    const at = position === undefined ? undefined : position + done;
    const count = await handle.read(buffer, done, size - done, at);
    if (count === 0) break;
    done += count;
  }
  return done === size ? buffer : buffer.subarray(0, done);
}

/** A new file with these bytes, on disk to stay but for its name: sync the folder when it has its last name. */
export async function writeNewFile(fs: FsPort, file: string, bytes: Uint8Array): Promise<void> {
  const handle = await fs.open(file, fsFlags.createNew, fileMode);
  try {
    await handle.write(bytes);
    await handle.sync();
  } catch (error) {
    await handle.close().catch(() => undefined);
    await fs.unlink(file).catch(() => undefined);
    throw error;
  }
  await handle.close();
}

/** Replaces a file whole, or leaves the old one: beside it under a temporary name, then renamed. */
export async function replaceFile(fs: FsPort, file: string, bytes: Uint8Array): Promise<void> {
  const temporary = path.join(path.dirname(file), `${shortName(file)}.${randomName()}.tmp`);
  await writeNewFile(fs, temporary, bytes);
  try {
    await fs.rename(temporary, file);
  } catch (error) {
    await fs.unlink(temporary).catch(() => undefined);
    throw error;
  }
  await fs.syncFolder(path.dirname(file));
}

/** The file's name, so short that more can stand behind it: file systems take 255 bytes or so. */
export function shortName(file: string): string {
  const name = path.basename(file);
  return Buffer.byteLength(name) > 200 ? name.slice(0, 60) : name;
}

/** Makes a folder with those above it; a new one is durable in its parent. */
export async function ensureFolder(fs: FsPort, folder: string): Promise<void> {
  try {
    await fs.mkdir(folder, folderMode);
  } catch (error) {
    const code = systemCode(error);
    if (code === 'EEXIST') return;
    if (code !== 'ENOENT' || path.dirname(folder) === folder) throw error;
    await ensureFolder(fs, path.dirname(folder));
    await ensureFolder(fs, folder);
    return;
  }
  await fs.syncFolder(path.dirname(folder));
}

/** The names in a folder; none where there is no such folder. */
export async function listFolder(fs: FsPort, folder: string) {
  try {
    return await fs.readdir(folder);
  } catch (error) {
    if (isNotFound(error)) return [];
    throw error;
  }
}

/**
 * Removes a folder of our own with all that is in it; links are removed, not followed. What is put there or taken away
 * meanwhile (a small picture that is on its way) does not stop it.
 */
export async function removeTree(fs: FsPort, folder: string, rounds = removalRounds): Promise<void> {
  for (const { name } of await listFolder(fs, folder)) await removeWhole(fs, path.join(folder, name));
  try {
    await fs.rmdir(folder);
  } catch (error) {
    const isFilled = filledCodes.has(systemCode(error) ?? '');
    if (!isFilled || rounds === 0) throw error;
    await removeTree(fs, folder, rounds - 1);
  }
}

/** What is written while a folder is emptied was begun before, and is little. */
const removalRounds = 5;
const filledCodes: ReadonlySet<string> = new Set(['ENOTEMPTY', 'EEXIST']);

/** A file, or a folder with all that is in it; nothing where there is none. A link is removed, not followed. */
export async function removeWhole(fs: FsPort, place: string): Promise<void> {
  try {
    const { isFolder } = await fs.lstat(place);
    await (isFolder ? removeTree(fs, place) : fs.unlink(place));
  } catch (error) {
    if (!isNotFound(error)) throw error;
  }
}

/** A folder inside the library must be one: a link there could lead writing and deleting outside. */
export async function refuseLink(fs: FsPort, folder: string): Promise<void> {
  try {
    const { isFolder } = await fs.lstat(folder);
    if (!isFolder) throw new CodedError('store/damaged', { file: path.basename(folder) });
  } catch (error) {
    if (!isNotFound(error)) throw error;
  }
}
