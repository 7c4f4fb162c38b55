import { utf8Bytes } from '../bytes.ts';
import { CodedError } from '../errors.ts';
import { limits } from '../limits.ts';

/** One file of an archive that is written. */
export interface FileToZip {
  /** Its way inside, with `/`. */
  readonly name: string;
  readonly load: () => Promise<Uint8Array>;
}

/**
 * A ZIP archive (APPNOTE.TXT 6.3.3) of files stored as they are, in pieces and in order, one file in memory at a time.
 * Nothing tells of the computer that wrote it: every time is the beginning of 1980, no system, rights or comments are
 * named, so that the same files give the same bytes. `crc32` is the runtime's own. Throws `input/too-large` beyond what
 * one archive may hold, and what `load` throws.
 */
export async function* zipPieces(
  files: AsyncIterable<FileToZip> | Iterable<FileToZip>,
  crc32: (bytes: Uint8Array) => number,
): AsyncGenerator<Uint8Array> {
  const directory: Uint8Array[] = [];
  let offset = 0;
  let directoryBytes = 0;
  for await (const { name, load } of files) {
    const bytes = await load();
    const facts = { name: utf8Bytes(name), sum: crc32(bytes), sizeBytes: bytes.length };
    const local = localHeader(facts);
    const central = centralHeader(facts, offset);
    yield local;
    yield bytes;
    directory.push(central);
    directoryBytes += central.length;
    offset += local.length + bytes.length;
    if (offset > limits.zipTotalBytes || directory.length > limits.zipEntries) {
      throw new CodedError('input/too-large', { limitBytes: limits.zipTotalBytes });
    }
  }
  yield* directory;
  yield endOf(directory.length, directoryBytes, offset);
}

interface EntryFacts {
  readonly name: Uint8Array;
  readonly sum: number;
  readonly sizeBytes: number;
}

/** The first day that a ZIP can name, and its first second. */
const firstDay = 0x0021;
const utf8Flag = 0x0800;
const version = 20;

function localHeader({ name, sum, sizeBytes }: EntryFacts): Uint8Array {
  const header = new Uint8Array(30 + name.length);
  const view = new DataView(header.buffer);
  view.setUint32(0, 0x04034b50, true);
  common(view, 4, sum, sizeBytes, name.length);
  header.set(name, 30);
  return header;
}

function centralHeader({ name, sum, sizeBytes }: EntryFacts, offset: number): Uint8Array {
  const header = new Uint8Array(46 + name.length);
  const view = new DataView(header.buffer);
  view.setUint32(0, 0x02014b50, true);
  // Made by version 2.0 of no system in particular.
  view.setUint16(4, version, true);
  common(view, 6, sum, sizeBytes, name.length);
  view.setUint32(42, offset, true);
  header.set(name, 46);
  return header;
}

/** What both headers say, stored: version, flags, method, time, day, sum, sizes, lengths. */
function common(view: DataView, at: number, sum: number, sizeBytes: number, nameBytes: number): void {
  view.setUint16(at, version, true);
  view.setUint16(at + 2, utf8Flag, true);
  view.setUint16(at + 8, firstDay, true);
  view.setUint32(at + 10, sum, true);
  view.setUint32(at + 14, sizeBytes, true);
  view.setUint32(at + 18, sizeBytes, true);
  view.setUint16(at + 22, nameBytes, true);
}

function endOf(entries: number, directoryBytes: number, offset: number): Uint8Array {
  const end = new Uint8Array(22);
  const view = new DataView(end.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, entries, true);
  view.setUint16(10, entries, true);
  view.setUint32(12, directoryBytes, true);
  view.setUint32(16, offset, true);
  return end;
}
