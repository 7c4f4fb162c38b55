import { constants, promises as fsp } from 'node:fs';
import { limits } from '../../shared/limits.ts';
import { patientFs } from './patient-fs.ts';
import { systemCode } from './store-error.ts';

/** The file system as the library uses it: small, so that tests can make any step fail. Errors are Node's own. */
export interface FsPort {
  /** Flags as in open(2), such as `fsFlags.createNew`. */
  open(path: string, flags: number, mode?: number): Promise<FilePort>;
  mkdir(path: string, mode: number): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  unlink(path: string): Promise<void>;
  /** An empty folder. */
  rmdir(path: string): Promise<void>;
  readdir(path: string): Promise<readonly FolderEntry[]>;
  /** Does not follow symbolic links. */
  lstat(path: string): Promise<FileFacts>;
  realpath(path: string): Promise<string>;
  /** Makes names that were created or renamed in a folder durable. Where the system has no such thing: nothing. */
  syncFolder(path: string): Promise<void>;
}

export interface FilePort {
  stat(): Promise<FileFacts>;
  /**
   * Reads up to `length` bytes into `buffer` at `offset`, from `position` in the file or from where it stands; the
   * answer is how many came, 0 at the end.
   */
  read(buffer: Uint8Array, offset: number, length: number, position?: number): Promise<number>;
  /** Writes all bytes at the current position (or the end of a file opened for appending). */
  write(bytes: Uint8Array): Promise<void>;
  truncate(length: number): Promise<void>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

export interface FileFacts {
  readonly size: number;
  readonly isFile: boolean;
  readonly isFolder: boolean;
  readonly modifiedMs: number;
  /** Tells two files apart that come to lie under one name, where the system does; else the same for all. */
  readonly identity: string;
}

export interface FolderEntry {
  readonly name: string;
  readonly isFile: boolean;
  readonly isFolder: boolean;
}

export const fsFlags = {
  /** Opening a FIFO or device must not wait for somebody at its other end. */
  read: constants.O_RDONLY | (constants.O_NONBLOCK ?? 0),
  createNew: constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL,
  append: constants.O_WRONLY | constants.O_CREAT | constants.O_APPEND,
  update: constants.O_RDWR,
} as const;

/** Files 0600, folders 0700: a library is its owner's alone. */
export const fileMode = 0o600;
export const folderMode = 0o700;

/** The file system as it is. */
const plainFs: FsPort = {
  open: async (path, flags, mode) => filePort(await fsp.open(path, flags, mode)),
  mkdir: (path, mode) => fsp.mkdir(path, mode),
  rename: (from, to) => fsp.rename(from, to),
  unlink: (path) => fsp.unlink(path),
  rmdir: (path) => fsp.rmdir(path),
  readdir: async (path) => {
    const entries = await fsp.readdir(path, { withFileTypes: true });
    return entries.map((entry) => ({
      name: entry.name,
      isFile: entry.isFile(),
      isFolder: entry.isDirectory(),
    }));
  },
  lstat: async (path) => facts(await fsp.lstat(path)),
  realpath: (path) => fsp.realpath(path),
  syncFolder: async (path) => {
    if (process.platform === 'win32') return;
    const handle = await fsp.open(path, constants.O_RDONLY);
    try {
      await handle.sync();
    } catch (error) {
      // Some network drives and folders shared with a virtual machine: names are as durable there as they can be.
      if (!notForFolders.has(systemCode(error) ?? '')) throw error;
    } finally {
      await handle.close();
    }
  },
};

/** What a file system says that knows how to synchronise files, but not folders. */
const notForFolders: ReadonlySet<string> = new Set(['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']);

/** The real file system; on Windows one that waits for virus scanners. */
export const nodeFs: FsPort =
  process.platform === 'win32'
    ? patientFs(plainFs, {
        now: () => performance.now(),
        sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
        longestMs: limits.heldFileMs,
      })
    : plainFs;

function filePort(handle: fsp.FileHandle): FilePort {
  return {
    stat: async () => facts(await handle.stat()),
    read: async (buffer, offset, length, position) =>
      (await handle.read(buffer, offset, length, position ?? null)).bytesRead,
    write: async (bytes) => {
      let done = 0;
      while (done < bytes.length) {
        const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, null);
        done += bytesWritten;
      }
    },
    truncate: (length) => handle.truncate(length),
    sync: () => handle.sync(),
    close: () => handle.close(),
  };
}

function facts(stat: Awaited<ReturnType<typeof fsp.lstat>>): FileFacts {
  return {
    size: Number(stat.size),
    isFile: stat.isFile(),
    isFolder: stat.isDirectory(),
    modifiedMs: Number(stat.mtimeMs),
    identity: `${stat.dev} ${stat.ino}`,
  };
}
