import path from 'node:path';
import { CodedError } from '../../../shared/errors.ts';
import {
  ensureFolder,
  listFolder,
  randomName,
  readOptional,
  refuseLink,
  sha256Hex,
  writeNewFile,
} from '../files.ts';
import type { FsPort } from '../fs-port.ts';
import { storing } from '../store-error.ts';

/** A file to keep: its name is its hash, its ending only helps people who look into the folder. */
export interface StoredObject {
  readonly sha256: string;
  readonly extension: string;
  readonly bytes: Uint8Array;
}

/** Immutable files by their SHA-256: `<folder>/ab/ab12….png`. What is there is never written again. */
export interface ObjectStore {
  /**
   * Stores several at once; when it answers, all survive a power cut. Those that are there and intact stay; it answers
   * with the hashes of the others. When it rejects, none is left that was not there before.
   */
  putAll(objects: readonly StoredObject[]): Promise<ReadonlySet<string>>;
  /** The bytes, hash verified: `missing` of the options, or `store/damaged` for other bytes. */
  get(sha256: string): Promise<Uint8Array>;
  has(sha256: string): Promise<boolean>;
  /** Deletes a file for good; one that is not there is gone already. */
  remove(sha256: string): Promise<void>;
  /** Every file with the name of an object, as the folder has it now. */
  list(): Promise<readonly ObjectFile[]>;
}

export interface ObjectFile {
  readonly sha256: string;
  readonly file: string;
}

export interface ObjectStoreOptions {
  readonly fs: FsPort;
  readonly folder: string;
  /** On the same file system: files are written here first. */
  readonly temporary: string;
  /** What to say of a file that is not there. */
  readonly missing?: 'store/not-found' | 'store/file-missing';
  /** Where damaged files are moved when a good copy comes. */
  readonly quarantine: string;
}

interface Put {
  readonly sha256: string;
  readonly shelf: string;
  /** The new file; null: it was there. */
  readonly created: string | null;
}

const namePattern = /^([0-9a-f]{64})(?:\.[a-z]{1,8})?$/;

export function createObjectStore(options: ObjectStoreOptions): ObjectStore {
  const { fs, folder, temporary, quarantine } = options;
  /** Folders that are known to be there, so that they are made and synchronised once. */
  const made = new Set<string>();

  async function makeFolder(name: string): Promise<void> {
    if (made.has(name)) return;
    await ensureFolder(fs, name);
    await refuseLink(fs, name);
    await fs.syncFolder(path.dirname(name));
    made.add(name);
  }

  async function find(sha256: string): Promise<ObjectFile | null> {
    return (await objectsIn(fs, shelfOf(folder, sha256))).find((one) => one.sha256 === sha256) ?? null;
  }

  async function setAside(damaged: ObjectFile): Promise<void> {
    await ensureFolder(fs, quarantine);
    await fs.rename(damaged.file, path.join(quarantine, `${path.basename(damaged.file)}.${randomName()}`));
    await fs.syncFolder(quarantine);
  }

  /** Writes one file under its last name, unless it is there. */
  async function put(object: StoredObject): Promise<Put> {
    const { sha256 } = object;
    const shelf = shelfOf(folder, sha256);
    await makeFolder(shelf);
    const known = await find(sha256);
    if (known !== null) {
      const bytes = await readOptional(fs, known.file);
      if (bytes !== null && sha256Hex(bytes) === sha256) return { sha256, shelf, created: null };
      await setAside(known);
    }
    const draft = path.join(temporary, `${randomName()}.tmp`);
    await writeNewFile(fs, draft, object.bytes);
    const created = path.join(shelf, `${sha256}.${object.extension}`);
    try {
      await fs.rename(draft, created);
    } catch (error) {
      await fs.unlink(draft).catch(() => undefined);
      throw error;
    }
    return { sha256, shelf, created };
  }

  return {
    putAll: (objects) =>
      storing(async () => {
        if (objects.length === 0) return new Set();
        // A library that was moved away, or whose drive was pulled, is not begun anew in its old place.
        await fs.lstat(path.dirname(temporary));
        await makeFolder(temporary);
        const results = await Promise.allSettled(objects.map(put));
        const done = results.filter((result) => result.status === 'fulfilled').map((result) => result.value);
        try {
          for (const result of results) if (result.status === 'rejected') throw result.reason;
          await Promise.all(
            [...new Set(done.map(({ shelf }) => shelf))].map((shelf) => fs.syncFolder(shelf)),
          );
        } catch (error) {
          // Somebody may have taken a folder away: the next time looks again.
          made.clear();
          await Promise.all(done.map(({ created }) => created && fs.unlink(created).catch(() => undefined)));
          throw error;
        }
        return new Set(done.filter(({ created }) => created !== null).map(({ sha256 }) => sha256));
      }),
    get: (sha256) =>
      storing(async () => {
        const known = await find(sha256);
        const bytes = known === null ? null : await readOptional(fs, known.file);
        if (bytes === null) throw new CodedError(options.missing ?? 'store/not-found', { sha256 });
        if (sha256Hex(bytes) !== sha256) throw new CodedError('store/damaged', { sha256 });
        return bytes;
      }),
    remove: (sha256) =>
      storing(async () => {
        const known = await find(sha256);
        if (known === null) return;
        await fs.unlink(known.file);
        await fs.syncFolder(path.dirname(known.file));
      }),
    has: (sha256) => storing(async () => (await find(sha256)) !== null),
    list: () =>
      storing(async () => {
        const shelves = (await listFolder(fs, folder)).filter(
          (entry) => entry.isFolder && /^[0-9a-f]{2}$/.test(entry.name),
        );
        const all: ObjectFile[] = [];
        for (const shelf of shelves) all.push(...(await objectsIn(fs, path.join(folder, shelf.name))));
        return all;
      }),
  };
}

function shelfOf(folder: string, sha256: string): string {
  return path.join(folder, sha256.slice(0, 2));
}

/** Regular files only: a link in a shelf is no object. */
async function objectsIn(fs: FsPort, shelf: string): Promise<readonly ObjectFile[]> {
  const found: ObjectFile[] = [];
  for (const entry of await listFolder(fs, shelf)) {
    const sha256 = entry.isFile ? namePattern.exec(entry.name)?.[1] : undefined;
    if (sha256?.startsWith(path.basename(shelf))) found.push({ sha256, file: path.join(shelf, entry.name) });
  }
  return found;
}
