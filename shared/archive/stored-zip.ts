import { CodedError } from '../errors.ts';
import { limits } from '../limits.ts';
import { type WrittenEntry, zipContents, zipLocalHeader } from './zip-headers.ts';

/** One file of an archive that is written. */
export interface FileToZip {
  /** Its way inside, with `/`. */
  readonly name: string;
  readonly load: () => Promise<Uint8Array>;
}

/**
 * A ZIP archive of files stored as they are, in pieces and in order, one file in memory at a time: pictures do not get
 * smaller by packing. The same files give the same bytes. `crc32` is the runtime's own. Throws `input/too-large` beyond
 * what we would read ourselves, and what `load` throws.
 */
export async function* storedZip(
  files: Iterable<FileToZip>,
  crc32: (bytes: Uint8Array) => number,
): AsyncGenerator<Uint8Array> {
  const entries: WrittenEntry[] = [];
  let offset = 0;
  for (const { name, load } of files) {
    const bytes = await load();
    const sizes = { packedBytes: bytes.length, sizeBytes: bytes.length };
    const entry: WrittenEntry = { name, method: 0, crc32: crc32(bytes), ...sizes, offset };
    const header = zipLocalHeader(entry);
    entries.push(entry);
    offset += header.length + bytes.length;
    if (offset > limits.zipTotalBytes || entries.length > limits.zipEntries) {
      throw new CodedError('input/too-large', { limitBytes: limits.zipTotalBytes });
    }
    yield header;
    yield bytes;
  }
  yield zipContents(entries, offset);
}
