import type { FileHandle } from 'node:fs/promises';
import type { ByteRange } from '../../../shared/archive/piece-reader.ts';
import { CodedError } from '../../../shared/errors.ts';
import { withRegularFile } from '../read-regular-file.ts';

/** The bytes of an archive, of which a few are read at a time. */
export interface ArchiveBytes {
  readonly sizeBytes: number;
  /** Copies, in the order of the ranges, which lie inside. */
  read(ranges: readonly ByteRange[]): Promise<readonly Uint8Array[]>;
}

/**
 * An archive on disk. It is open only while it is read; one that was exchanged or written to in the meantime is
 * `input/unreadable`, and the checksums of its entries tell the rest.
 */
export async function archiveOnDisk(path: string | Buffer): Promise<ArchiveBytes> {
  const known = await withRegularFile(path, (handle) => handle.stat());
  return {
    sizeBytes: known.size,
    read: (ranges) =>
      withRegularFile(path, async (handle) => {
        const facts = await handle.stat();
        if (!facts.isFile()) throw new CodedError('input/not-a-file');
        if (facts.ino !== known.ino || facts.size !== known.size || facts.mtimeMs !== known.mtimeMs) {
          throw new CodedError('input/unreadable');
        }
        const read: Uint8Array[] = [];
        for (const range of ranges) read.push(await readRange(handle, range));
        return read;
      }),
  };
}

/** An archive in memory, loaded anew each time that it is asked: who loads may keep it. */
export function archiveInMemory(sizeBytes: number, load: () => Promise<Uint8Array>): ArchiveBytes {
  return {
    sizeBytes,
    read: async (ranges) => {
      const bytes = await load();
      return ranges.map(({ offset, length }) => bytes.slice(offset, offset + length));
    },
  };
}

async function readRange(handle: FileHandle, { offset, length }: ByteRange): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  let done = 0;
  while (done < length) {
    const { bytesRead } = await handle.read(bytes, done, length - done, offset + done);
    if (bytesRead === 0) throw new CodedError('input/unreadable');
    done += bytesRead;
  }
  return bytes;
}
