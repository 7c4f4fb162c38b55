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
 * A ZIP archive of files stored as they are, in pieces and in order, a few files in memory at a time: pictures do not get
 * smaller by packing. The same files give the same bytes. `crc32` is the runtime's own. Throws `input/too-large` beyond
 * what we would read ourselves, and what `load` throws.
 */
export async function* storedZip(
  files: Iterable<FileToZip>,
  crc32: (bytes: Uint8Array) => number,
): AsyncGenerator<Uint8Array> {
  const entries: WrittenEntry[] = [];
  let offset = 0;
  for await (const { name, bytes } of loadedAhead(files)) {
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

/** The files in their order; while one is written, the next are on their way. */
async function* loadedAhead(
  files: Iterable<FileToZip>,
): AsyncGenerator<{ readonly name: string; readonly bytes: Uint8Array }> {
  const coming: { readonly name: string; readonly bytes: Promise<Uint8Array> }[] = [];
  for (const { name, load } of files) {
    const bytes = load();
    // A failure is met when its turn comes; until then it must not count as unhandled.
    bytes.catch(() => undefined);
    coming.push({ name, bytes });
    const first = coming.length > limits.zipFilesAhead ? coming.shift() : undefined;
    if (first !== undefined) yield { name: first.name, bytes: await first.bytes };
  }
  for (const { name, bytes } of coming) yield { name, bytes: await bytes };
}
