import { CodedError, type ErrorCode } from '../errors.ts';
import { limits } from '../limits.ts';
import { type ByteRange, MissingBytes, type Piece, PieceReader } from './piece-reader.ts';
import { type CentralEntry, readCentralEntries } from './zip-central.ts';
import { findZipContents } from './zip-end.ts';
import { localHeaderRange, placesOf, type ZipPlace } from './zip-local.ts';

/** A file in an archive, as all of the archive agrees that it is. Sizes in bytes. */
export interface ZipEntry extends ZipPlace {
  /** With its folders, parted by `/`. */
  readonly name: string;
  readonly method: number;
  readonly crc32: number;
  readonly packedBytes: number;
  readonly sizeBytes: number;
  /** Why it is not read; null: it can be. */
  readonly refusal: ErrorCode | null;
}

/** Either what of the file is still needed, or the files in it (no folders) in the order of the table of contents. */
export type ZipStep =
  | { readonly kind: 'need'; readonly ranges: readonly ByteRange[] }
  | { readonly kind: 'listed'; readonly entries: readonly ZipEntry[] };

/** How large an archive may be: what a stranger made stays smaller than a backup of a whole library. */
export interface ZipCaps {
  readonly archiveBytes: number;
  readonly entries: number;
  /** What all entries unpack to. */
  readonly totalBytes: number;
  readonly directoryBytes: number;
}

/**
 * What is in a ZIP archive, from the pieces of it that are at hand: to be called again with those that it asks for.
 * Nothing is unpacked. An archive that two programs could read in two ways, that leads out of itself, holds links or
 * is made to burst is refused as a whole; an entry that cannot be read alone says so.
 *
 * @throws CodedError `archive/…`
 */
export function listZip(sizeBytes: number, pieces: readonly Piece[], caps: ZipCaps = strangersZip): ZipStep {
  if (sizeBytes > caps.archiveBytes) {
    throw new CodedError('archive/too-large', { limitBytes: caps.archiveBytes });
  }
  const reader = new PieceReader(sizeBytes, pieces);
  try {
    return { kind: 'listed', entries: entriesOf(reader, caps) };
  } catch (error) {
    if (error instanceof MissingBytes) return { kind: 'need', ranges: error.ranges };
    throw error;
  }
}

function entriesOf(reader: PieceReader, caps: ZipCaps): readonly ZipEntry[] {
  const contents = findZipContents(reader, caps);
  const central = readCentralEntries(reader.bytes(contents), contents.entries);
  refuseBombs(central, reader.sizeBytes, caps);
  const missing = central
    .map((entry) => localHeaderRange(entry, contents.offset))
    .filter((range) => range.length > 0 && reader.find(range) === null);
  if (missing.length > 0) throw new MissingBytes(missing);
  const places = placesOf(reader, central, contents.offset);
  return central.flatMap((entry) => {
    const place = places.get(entry);
    return place === undefined || isFolder(entry) ? [] : [{ ...entryOf(entry), ...place }];
  });
}

function entryOf(entry: CentralEntry): Omit<ZipEntry, keyof ZipPlace> {
  const { name, method, crc32, packedBytes, sizeBytes } = entry;
  return { name, method, crc32, packedBytes, sizeBytes, refusal: refusalOf(entry) };
}

function refusalOf({ flags, method, packedBytes, sizeBytes }: CentralEntry): ErrorCode | null {
  if ((flags & encryptedFlags) !== 0 || method === aesMethod) return 'archive/encrypted';
  if (method !== stored && method !== deflated) return 'archive/unsupported-method';
  const isDense = sizeBytes > limits.zipRatioFloorBytes && sizeBytes > limits.zipRatio * packedBytes;
  return isDense ? 'archive/inflates-too-much' : null;
}

function refuseBombs(entries: readonly CentralEntry[], archiveBytes: number, caps: ZipCaps): void {
  const total = entries.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const most = Math.min(caps.totalBytes, Math.max(limits.zipRatioFloorBytes, limits.zipRatio * archiveBytes));
  if (total > most) throw new CodedError('archive/inflates-too-much', { limitBytes: most });
}

function isFolder({ name, sizeBytes, packedBytes }: CentralEntry): boolean {
  if (!name.endsWith('/')) return false;
  // Two bytes are what an empty stream takes.
  if (sizeBytes > 0 || packedBytes > 2) throw new CodedError('archive/ambiguous');
  return true;
}

const strangersZip: ZipCaps = {
  archiveBytes: limits.zipBytes,
  entries: limits.zipEntries,
  totalBytes: limits.zipTotalBytes,
  directoryBytes: limits.zipDirectoryBytes,
};

/** Methods of APPNOTE.TXT 4.4.5 and bits of 4.4.4. */
const stored = 0;
const deflated = 8;
const aesMethod = 99;
const encryptedFlags = 0x0001 | 0x0040 | 0x2000;
