import { CodedError } from '../errors.ts';
import { uint64, viewOf } from './bytes-view.ts';
import { readEntryName } from './entry-name.ts';

/** An entry as the table of contents has it (APPNOTE.TXT 4.3.12). */
export interface CentralEntry {
  readonly name: string;
  readonly nameBytes: Uint8Array;
  readonly flags: number;
  readonly method: number;
  readonly crc32: number;
  readonly packedBytes: number;
  readonly sizeBytes: number;
  /** Where its own header stands. */
  readonly offset: number;
}

/**
 * All entries of a table of contents, which must hold exactly so many and nothing else.
 *
 * @throws CodedError `archive/damaged`, `archive/ambiguous`, `archive/in-parts`, `archive/link`, `archive/unsafe-name`
 */
export function readCentralEntries(bytes: Uint8Array, count: number): readonly CentralEntry[] {
  const entries: CentralEntry[] = [];
  const names = new Set<string>();
  let at = 0;
  for (let index = 0; index < count; index++) {
    if (at + headerBytes > bytes.length) throw new CodedError('archive/damaged');
    const view = viewOf(bytes.subarray(at));
    if (view.getUint32(0, true) !== centralSignature) throw new CodedError('archive/damaged');
    const nameEnd = headerBytes + view.getUint16(28, true);
    const extraEnd = nameEnd + view.getUint16(30, true);
    const end = extraEnd + view.getUint16(32, true);
    if (at + end > bytes.length) throw new CodedError('archive/damaged');
    const entry = readEntry(view, bytes.subarray(at, at + end), nameEnd, extraEnd);
    if (names.has(entry.name)) throw new CodedError('archive/ambiguous');
    names.add(entry.name);
    entries.push(entry);
    at += end;
  }
  if (at !== bytes.length) throw new CodedError('archive/ambiguous');
  return entries;
}

function readEntry(view: DataView, bytes: Uint8Array, nameEnd: number, extraEnd: number): CentralEntry {
  const nameBytes = bytes.subarray(headerBytes, nameEnd);
  const extras = readExtras(bytes.subarray(nameEnd, extraEnd));
  const flags = view.getUint16(8, true);
  const short = [view.getUint32(24, true), view.getUint32(20, true), view.getUint32(42, true)];
  const [sizeBytes = 0, packedBytes = 0, offset = 0] = longNumbers(short, extras.get(zip64Extra));
  const disk = view.getUint16(34, true);
  if (disk !== 0 && disk !== 0xffff) throw new CodedError('archive/in-parts');
  if (!isPlainFile(view.getUint32(38, true) >>> 16) || extras.has(linkExtra) || isUnixLink(extras)) {
    throw new CodedError('archive/link');
  }
  return {
    name: readEntryName(nameBytes, (flags & utf8Flag) !== 0),
    nameBytes,
    flags,
    method: view.getUint16(10, true),
    crc32: view.getUint32(16, true),
    packedBytes,
    sizeBytes,
    offset,
  };
}

/** Extra fields by their id (4.5). Two of the same could be read in two ways. */
export function readExtras(bytes: Uint8Array): ReadonlyMap<number, Uint8Array> {
  const extras = new Map<number, Uint8Array>();
  const view = viewOf(bytes);
  let at = 0;
  // Some writers pad with less than a header.
  while (at + 4 <= bytes.length) {
    const id = view.getUint16(at, true);
    const end = at + 4 + view.getUint16(at + 2, true);
    if (end > bytes.length) throw new CodedError('archive/damaged');
    if (id === zip64Extra && extras.has(id)) throw new CodedError('archive/ambiguous');
    extras.set(id, bytes.subarray(at + 4, end));
    at = end;
  }
  return extras;
}

/** Each 32-bit number that says "see there" comes, in this order, from the ZIP64 field (4.5.3). */
export function longNumbers(short: readonly number[], extra: Uint8Array | undefined): readonly number[] {
  const view = viewOf(extra ?? new Uint8Array());
  let at = 0;
  return short.map((number) => {
    if (number !== 0xffffffff) return number;
    if (at + 8 > view.byteLength) throw new CodedError('archive/ambiguous');
    at += 8;
    return uint64(view, at - 8);
  });
}

/** A mode of Unix that says nothing, file or folder: no link, no device, no FIFO, no socket. */
function isPlainFile(mode: number): boolean {
  const type = mode & 0o170000;
  return type === 0 || type === 0o100000 || type === 0o040000;
}

/** The Unix field (4.5.7) goes on after its numbers only for links and devices. */
function isUnixLink(extras: ReadonlyMap<number, Uint8Array>): boolean {
  return (extras.get(unixExtra)?.length ?? 0) > 12;
}

const centralSignature = 0x02014b50;
const headerBytes = 46;
const utf8Flag = 0x800;
const zip64Extra = 1;
const unixExtra = 0x000d;
/** ASi Unix: modes and links. */
const linkExtra = 0x756e;
