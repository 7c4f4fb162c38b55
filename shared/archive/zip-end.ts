import { CodedError } from '../errors.ts';
import { uint64, viewOf } from './bytes-view.ts';
import type { ByteRange, PieceReader } from './piece-reader.ts';

/** Where the table of contents of an archive lies, and how many entries it says to have. */
export interface ZipContents extends ByteRange {
  readonly entries: number;
}

/**
 * Finds the end record (APPNOTE.TXT 4.3.16, and 4.3.14 for ZIP64). There must be exactly one that ends where the file
 * ends, and the table of contents must lie right before it: else another program may see another archive.
 *
 * @throws CodedError `archive/damaged`, `archive/ambiguous`, `archive/in-parts`, `archive/too-large`,
 *   `archive/too-many-entries`
 * @throws MissingBytes
 */
export function findZipContents(
  reader: PieceReader,
  caps: { readonly archiveBytes: number; readonly entries: number; readonly directoryBytes: number },
): ZipContents {
  const { sizeBytes } = reader;
  const tailOffset = Math.max(0, sizeBytes - longestEnd);
  const tail = reader.bytes({ offset: tailOffset, length: sizeBytes - tailOffset });
  const end = tailOffset + positionOfEnd(tail);
  const record = viewOf(tail.subarray(end - tailOffset));
  const short = {
    disks: [record.getUint16(4, true), record.getUint16(6, true)],
    entriesHere: record.getUint16(8, true),
    entries: record.getUint16(10, true),
    length: record.getUint32(12, true),
    offset: record.getUint32(16, true),
  };
  const locator = end >= locatorBytes ? tail.subarray(end - locatorBytes - tailOffset) : null;
  const isLong = locator !== null && viewOf(locator).getUint32(0, true) === locatorSignature;
  const contents = isLong ? longRecord(reader, end - locatorBytes, short) : { ...short, end };
  if (contents.disks.some((disk) => disk !== 0) || contents.entriesHere !== contents.entries) {
    throw new CodedError('archive/in-parts');
  }
  const { entries, offset, length } = contents;
  if (entries > caps.entries) {
    throw new CodedError('archive/too-many-entries', { limit: caps.entries });
  }
  if (length > caps.directoryBytes) {
    throw new CodedError('archive/too-large', { limitBytes: caps.archiveBytes });
  }
  if (offset + length !== contents.end) throw new CodedError('archive/ambiguous');
  return { entries, offset, length };
}

interface EndRecord {
  readonly disks: readonly number[];
  readonly entriesHere: number;
  readonly entries: number;
  readonly length: number;
  readonly offset: number;
}

/** The one end record whose comment ends with the file. */
function positionOfEnd(tail: Uint8Array): number {
  const view = viewOf(tail);
  const positions: number[] = [];
  for (let at = 0; at + endBytes <= tail.length; at++) {
    if (tail[at] === 0x50 && view.getUint32(at, true) === endSignature) positions.push(at);
  }
  const fitting = positions.filter((at) => at + endBytes + view.getUint16(at + 20, true) === tail.length);
  const [only, another] = fitting;
  if (positions.length === 0) throw new CodedError('archive/damaged');
  if (only === undefined || another !== undefined || only !== positions.at(-1)) {
    throw new CodedError('archive/ambiguous');
  }
  return only;
}

/** The ZIP64 record before its locator. What the short record says besides must be the same or "see there". */
function longRecord(
  reader: PieceReader,
  locatorAt: number,
  short: EndRecord,
): EndRecord & { readonly end: number } {
  const locator = viewOf(reader.bytes({ offset: locatorAt, length: locatorBytes }));
  const end = uint64(locator, 8);
  if (end + longRecordBytes !== locatorAt) throw new CodedError('archive/ambiguous');
  const view = viewOf(reader.bytes({ offset: end, length: longRecordBytes }));
  if (view.getUint32(0, true) !== longSignature || uint64(view, 4) !== longRecordBytes - 12) {
    throw new CodedError('archive/ambiguous');
  }
  const long = {
    disks: [view.getUint32(16, true), view.getUint32(20, true), locator.getUint32(4, true)],
    entriesHere: uint64(view, 24),
    entries: uint64(view, 32),
    length: uint64(view, 40),
    offset: uint64(view, 48),
  };
  const agree =
    (short.entriesHere === 0xffff || short.entriesHere === long.entriesHere) &&
    (short.entries === 0xffff || short.entries === long.entries) &&
    (short.length === 0xffffffff || short.length === long.length) &&
    (short.offset === 0xffffffff || short.offset === long.offset) &&
    short.disks.every((disk) => disk === 0 || disk === 0xffff);
  if (!agree) throw new CodedError('archive/ambiguous');
  return { ...long, end };
}

const endSignature = 0x06054b50;
const endBytes = 22;
/** The record with the longest comment, and the locator and ZIP64 record before it. */
const longestEnd = endBytes + 0xffff + 20 + 56;
const locatorSignature = 0x07064b50;
const locatorBytes = 20;
const longSignature = 0x06064b50;
const longRecordBytes = 56;
