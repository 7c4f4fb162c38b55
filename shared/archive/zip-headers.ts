import { concatBytes } from '../bytes.ts';
import { viewOf } from './bytes-view.ts';

/** An entry of an archive that is being written. Sizes in bytes, all below 4 GB. */
export interface WrittenEntry {
  /** With its folders, parted by `/`. */
  readonly name: string;
  /** 0: as it is; 8: deflated (APPNOTE.TXT 4.4.5). */
  readonly method: 0 | 8;
  readonly crc32: number;
  readonly packedBytes: number;
  readonly sizeBytes: number;
  /** Where its own header stands. */
  readonly offset: number;
}

/**
 * What stands before the packed bytes of an entry (APPNOTE.TXT 4.3.7). Nothing in it tells of the computer or the time,
 * so that the same contents make the same archive.
 */
export function zipLocalHeader(entry: WrittenEntry): Uint8Array {
  const name = new TextEncoder().encode(entry.name);
  const bytes = new Uint8Array(localBytes + name.length);
  const view = viewOf(bytes);
  view.setUint32(0, localSignature, true);
  view.setUint16(4, plainVersion, true);
  writeFacts(view, 6, entry);
  view.setUint16(26, name.length, true);
  bytes.set(name, localBytes);
  return bytes;
}

/** What stands behind all entries: the table of contents and its end; `offset` is where it begins. */
export function zipContents(entries: readonly WrittenEntry[], offset: number): Uint8Array {
  const table = entries.map(centralHeader);
  const length = table.reduce((sum, bytes) => sum + bytes.length, 0);
  const isLong = entries.length >= 0xffff || offset >= 0xffffffff || length >= 0xffffffff;
  const end = isLong ? [longEnd(entries.length, offset, length), shortEnd(0xffff, most, most)] : [];
  return concatBytes([...table, ...(isLong ? end : [shortEnd(entries.length, offset, length)])]);
}

function centralHeader(entry: WrittenEntry): Uint8Array {
  const name = new TextEncoder().encode(entry.name);
  const isFar = entry.offset >= most;
  const bytes = new Uint8Array(centralBytes + name.length + (isFar ? 12 : 0));
  const view = viewOf(bytes);
  view.setUint32(0, centralSignature, true);
  view.setUint16(4, isFar ? longVersion : plainVersion, true);
  view.setUint16(6, isFar ? longVersion : plainVersion, true);
  writeFacts(view, 8, entry);
  view.setUint16(28, name.length, true);
  view.setUint32(42, isFar ? most : entry.offset, true);
  bytes.set(name, centralBytes);
  if (isFar) {
    const extra = centralBytes + name.length;
    view.setUint16(30, 12, true);
    view.setUint16(extra, 1, true);
    view.setUint16(extra + 2, 8, true);
    view.setBigUint64(extra + 4, BigInt(entry.offset), true);
  }
  return bytes;
}

/** Flags to sizes, which both headers have in the same order. */
function writeFacts(view: DataView, at: number, entry: WrittenEntry): void {
  view.setUint16(at, utf8Flag, true);
  view.setUint16(at + 2, entry.method, true);
  // 1 January 1980, midnight.
  view.setUint16(at + 6, 0x0021, true);
  view.setUint32(at + 8, entry.crc32, true);
  view.setUint32(at + 12, entry.packedBytes, true);
  view.setUint32(at + 16, entry.sizeBytes, true);
}

/** The ZIP64 record and its locator (4.3.14, 4.3.15). */
function longEnd(entries: number, offset: number, length: number): Uint8Array {
  const bytes = new Uint8Array(longEndBytes + locatorBytes);
  const view = viewOf(bytes);
  view.setUint32(0, longEndSignature, true);
  view.setBigUint64(4, BigInt(longEndBytes - 12), true);
  view.setUint16(12, longVersion, true);
  view.setUint16(14, longVersion, true);
  view.setBigUint64(24, BigInt(entries), true);
  view.setBigUint64(32, BigInt(entries), true);
  view.setBigUint64(40, BigInt(length), true);
  view.setBigUint64(48, BigInt(offset), true);
  view.setUint32(longEndBytes, locatorSignature, true);
  view.setBigUint64(longEndBytes + 8, BigInt(offset + length), true);
  view.setUint32(longEndBytes + 16, 1, true);
  return bytes;
}

function shortEnd(entries: number, offset: number, length: number): Uint8Array {
  const bytes = new Uint8Array(endBytes);
  const view = viewOf(bytes);
  view.setUint32(0, endSignature, true);
  view.setUint16(8, entries, true);
  view.setUint16(10, entries, true);
  view.setUint32(12, length, true);
  view.setUint32(16, offset, true);
  return bytes;
}

const most = 0xffffffff;
const plainVersion = 20;
const longVersion = 45;
const utf8Flag = 0x0800;
const localSignature = 0x04034b50;
const localBytes = 30;
const centralSignature = 0x02014b50;
const centralBytes = 46;
const endSignature = 0x06054b50;
const endBytes = 22;
const longEndSignature = 0x06064b50;
const longEndBytes = 56;
const locatorSignature = 0x07064b50;
const locatorBytes = 20;
