import { createHash } from 'node:crypto';
import path from 'node:path';
import { concatBytes } from '../../../shared/bytes.ts';
import { CodedError } from '../../../shared/errors.ts';
import type { JournalRecord } from '../../../shared/library/operations.ts';
import { limits } from '../../../shared/limits.ts';
import { ensureFolder, randomName, readUpTo, refuseLink, writeNewFile } from '../files.ts';
import { type FilePort, type FsPort, fileMode, fsFlags } from '../fs-port.ts';
import { isNotFound, storing } from '../store-error.ts';
import { encodeLine, lineFeed } from './journal-line.ts';

/** Where a record was put. */
export interface Placed {
  readonly file: string;
  readonly offset: number;
  readonly length: number;
}

/** This device's journal, open for appending. One caller at a time. */
export interface JournalWriter {
  /** Appends the records; when it answers, all survive a power cut. When it rejects, none is there. */
  append(records: readonly JournalRecord[]): Promise<readonly Placed[]>;
  /** What was appended, from where to where; `unclear` where the file was another one in between. */
  appended(): Appended | 'nothing' | 'unclear';
  close(): Promise<void>;
}

export interface Appended {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  /** Of these bytes. */
  readonly sha256: string;
  /** Of the file that they were written to. */
  readonly identity: string;
}

export interface JournalWriterOptions {
  readonly fs: FsPort;
  readonly folder: string;
  readonly device: string;
  /** Receives the bytes of a torn last line before it is cut off. */
  readonly quarantine: string;
}

/** The file name of a device's journal. */
export function journalName(device: string): string {
  return `${device}.jsonl`;
}

/** Nothing is opened before the first append, so that looking at a library leaves no file. */
export function createJournalWriter(options: JournalWriterOptions): JournalWriter {
  const { fs, folder } = options;
  const name = journalName(options.device);
  const file = path.join(folder, name);
  let open: OpenJournal | null = null;
  let start: number | null = null;
  let timesOpened = 0;
  const hash = createHash('sha256');

  async function opened(): Promise<OpenJournal> {
    if (open !== null && (await isStillOurs(open))) return open;
    await letGo();
    await refuseLink(fs, folder);
    await cutTornLine(options, file);
    const handle = await fs.open(file, fsFlags.append, fileMode);
    try {
      const { size, isFile } = await handle.stat();
      if (!isFile) throw new CodedError('store/damaged', { file: name });
      await fs.syncFolder(folder);
      const { identity } = await fs.lstat(file);
      open = { handle, size, identity };
      start ??= size;
      timesOpened += 1;
      return open;
    } catch (error) {
      await handle.close().catch(() => undefined);
      throw error;
    }
  }

  /** A synchronisation may have put another file in this one's place: what is appended to the old one would be lost. */
  async function isStillOurs({ size, identity }: OpenJournal): Promise<boolean> {
    const facts = await fs.lstat(file).catch(() => null);
    return facts?.isFile === true && facts.size === size && facts.identity === identity;
  }

  async function letGo(): Promise<void> {
    const journal = open;
    open = null;
    await journal?.handle.close().catch(() => undefined);
  }

  /** Takes back what a failed append may have left; where even that fails, the next append looks at the file anew. */
  async function takeBack(failed: OpenJournal): Promise<void> {
    try {
      await failed.handle.truncate(failed.size);
      await failed.handle.sync();
    } catch {
      await letGo();
    }
  }

  return {
    append: (records) =>
      storing(async () => {
        const lines = records.map((record) => encodeLine(record));
        if (lines.some((line) => line.length > limits.journalLineBytes)) throw new CodedError('store/io');
        const journal = await opened();
        try {
          await journal.handle.write(concatBytes(lines));
          await journal.handle.sync();
        } catch (error) {
          await takeBack(journal);
          throw error;
        }
        return lines.map((line) => {
          const placed = { file: name, offset: journal.size, length: line.length - 1 };
          journal.size += line.length;
          hash.update(line);
          return placed;
        });
      }),
    appended: () => {
      if (start === null) return 'nothing';
      if (open === null || timesOpened > 1) return 'unclear';
      const { size: end, identity } = open;
      return { file: name, start, end, sha256: hash.copy().digest('hex'), identity };
    },
    close: letGo,
  };
}

interface OpenJournal {
  readonly handle: FilePort;
  size: number;
  readonly identity: string;
}

/** A line that a crash left unfinished was never acknowledged: its bytes are put aside, and the journal ends before it. */
async function cutTornLine(options: JournalWriterOptions, file: string): Promise<void> {
  const { fs, quarantine } = options;
  let handle: FilePort;
  try {
    handle = await fs.open(file, fsFlags.update);
  } catch (error) {
    if (isNotFound(error)) return;
    throw error;
  }
  try {
    const { size } = await handle.stat();
    const bytes = await readUpTo(handle, size);
    const end = bytes.lastIndexOf(lineFeed) + 1;
    if (end === bytes.length) return;
    await ensureFolder(fs, quarantine);
    const copy = path.join(quarantine, `${path.basename(file)}.${randomName()}.torn`);
    await writeNewFile(fs, copy, bytes.subarray(end));
    await fs.syncFolder(quarantine);
    await handle.truncate(end);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
