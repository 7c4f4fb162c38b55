import { equalBytes } from '../bytes.ts';
import { CodedError } from '../errors.ts';
import { viewOf } from './bytes-view.ts';
import type { ByteRange, PieceReader } from './piece-reader.ts';
import { type CentralEntry, longNumbers, readExtras } from './zip-central.ts';

/** Where the contents of an entry lie. */
export interface ZipPlace {
  readonly dataOffset: number;
  /** What stands behind the contents and repeats their size and checksum; 0: nothing. */
  readonly descriptorBytes: number;
}

/** What of the file `placesOf` reads for an entry. */
export function localHeaderRange(entry: CentralEntry, contentsOffset: number): ByteRange {
  const wanted = headerBytes + entry.nameBytes.length + usualExtraBytes;
  return { offset: entry.offset, length: Math.max(0, Math.min(wanted, contentsOffset - entry.offset)) };
}

/**
 * Compares each entry's own header with the table of contents, and lays all entries side by side: they must fill the
 * file from its first byte to the table, without a gap and without lying over each other.
 *
 * @throws CodedError `archive/ambiguous`, `archive/damaged`
 * @throws MissingBytes
 */
export function placesOf(
  reader: PieceReader,
  entries: readonly CentralEntry[],
  contentsOffset: number,
): ReadonlyMap<CentralEntry, ZipPlace> {
  const inOrder = [...entries].sort((one, other) => one.offset - other.offset);
  const places = new Map<CentralEntry, ZipPlace>();
  let filledTo = 0;
  for (const [index, entry] of inOrder.entries()) {
    if (entry.offset !== filledTo) throw new CodedError('archive/ambiguous');
    const { dataOffset, hasDescriptor } = readLocalHeader(reader, entry, contentsOffset);
    const next = inOrder[index + 1]?.offset ?? contentsOffset;
    const descriptorBytes = next - dataOffset - entry.packedBytes;
    const isWhole = descriptorBytes === 0 || (hasDescriptor && descriptorSizes.includes(descriptorBytes));
    if (!isWhole) throw new CodedError('archive/ambiguous');
    places.set(entry, { dataOffset, descriptorBytes });
    filledTo = next;
  }
  if (filledTo !== contentsOffset) throw new CodedError('archive/ambiguous');
  return places;
}

function readLocalHeader(
  reader: PieceReader,
  entry: CentralEntry,
  contentsOffset: number,
): { readonly dataOffset: number; readonly hasDescriptor: boolean } {
  const range = localHeaderRange(entry, contentsOffset);
  if (range.length < headerBytes + entry.nameBytes.length) throw new CodedError('archive/ambiguous');
  const bytes = reader.bytes(range);
  const view = viewOf(bytes);
  if (view.getUint32(0, true) !== localSignature) throw new CodedError('archive/ambiguous');
  const flags = view.getUint16(6, true);
  const nameEnd = headerBytes + view.getUint16(26, true);
  const extraEnd = nameEnd + view.getUint16(28, true);
  const hasDescriptor = (flags & descriptorFlag) !== 0;
  const agrees =
    ((flags ^ entry.flags) & meaningFlags) === 0 &&
    view.getUint16(8, true) === entry.method &&
    equalBytes(bytes.subarray(headerBytes, Math.min(nameEnd, bytes.length)), entry.nameBytes) &&
    numbersAgree(view, bytes.subarray(nameEnd, Math.min(extraEnd, bytes.length)), entry, hasDescriptor);
  if (!agrees) throw new CodedError('archive/ambiguous');
  return { dataOffset: entry.offset + extraEnd, hasDescriptor };
}

/** Where a descriptor follows, the header may say nothing yet. */
function numbersAgree(
  view: DataView,
  extra: Uint8Array,
  entry: CentralEntry,
  hasDescriptor: boolean,
): boolean {
  const short = [view.getUint32(22, true), view.getUint32(18, true)];
  const isLong = short.some((number) => number === 0xffffffff);
  const [sizeBytes, packedBytes] = isLong ? longNumbers(short, readExtras(extra).get(1)) : short;
  const same = (told: number | undefined, known: number): boolean =>
    told === known || (hasDescriptor && told === 0);
  return (
    same(sizeBytes, entry.sizeBytes) &&
    same(packedBytes, entry.packedBytes) &&
    same(view.getUint32(14, true), entry.crc32)
  );
}

const localSignature = 0x04034b50;
const headerBytes = 30;
/** Enough for the ZIP64 field, which comes first where it is, and for what else is usual. */
const usualExtraBytes = 64;
const descriptorFlag = 0x0008;
/** Encryption, strong encryption, names in UTF-8, masked headers. */
const meaningFlags = 0x0001 | 0x0040 | 0x0800 | 0x2000;
/** With and without its signature, with numbers of 32 and of 64 bits. */
const descriptorSizes = [12, 16, 20, 24];
