import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of an archive to be built. What is left out is told truthfully; `local` lies in its own header alone. */
export interface EntryToZip {
  readonly name: string | Uint8Array;
  readonly data?: string | Uint8Array;
  readonly method?: number;
  /** What stands in the file in place of the packed data. */
  readonly packed?: Uint8Array;
  readonly flags?: number;
  readonly crc?: number;
  readonly size?: number;
  readonly packedSize?: number;
  readonly local?: {
    readonly name?: string;
    readonly method?: number;
    readonly size?: number;
    readonly crc?: number;
  };
  /** Mode of Unix, as in `stat`. */
  readonly mode?: number;
  readonly extra?: Uint8Array;
  readonly offset?: number;
  /** A descriptor behind the data: the true one, or these bytes. */
  readonly descriptor?: true | Uint8Array;
  /** Numbers of 64 bits in both headers. */
  readonly zip64?: boolean;
}

export interface ArchiveToZip {
  readonly comment?: string | Uint8Array;
  readonly zip64?: boolean;
  readonly disk?: number;
  readonly entries?: number;
}

/** A ZIP archive, written as it is told: nothing is checked. */
export function zipOf(entries: readonly EntryToZip[], archive: ArchiveToZip = {}): Uint8Array {
  const parts: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const facts = factsOf(entry);
    const own = [localHeader(entry, facts), facts.packed, facts.descriptor];
    central.push(centralHeader(entry, facts, entry.offset ?? at));
    parts.push(...own.map((part) => Buffer.from(part)));
    at += own.reduce((length, part) => length + part.length, 0);
  }
  const contents = Buffer.concat(central);
  return new Uint8Array(
    Buffer.concat([...parts, contents, endRecord(archive, entries.length, at, contents.length)]),
  );
}

/** An extra field: id, length, data. */
export function extraField(id: number, data: Uint8Array): Uint8Array {
  return Buffer.concat([u16(id), u16(data.length), data]);
}

interface EntryFacts {
  readonly name: Uint8Array;
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  readonly size: number;
  readonly packed: Uint8Array;
  readonly packedSize: number;
  readonly descriptor: Uint8Array;
}

function factsOf(entry: EntryToZip): EntryFacts {
  const data = asBytes(entry.data ?? '');
  const method = entry.method ?? 8;
  const packed = entry.packed ?? (method === 0 ? data : deflateRawSync(data));
  const crc = entry.crc ?? crc32(data);
  const size = entry.size ?? data.length;
  const packedSize = entry.packedSize ?? packed.length;
  const descriptor =
    entry.descriptor === true
      ? Buffer.concat([u32(0x08074b50), u32(crc), u32(packedSize), u32(size)])
      : (entry.descriptor ?? new Uint8Array());
  const isUtf8 = typeof entry.name === 'string';
  const flags = (entry.flags ?? 0) | (isUtf8 ? 0x800 : 0) | (entry.descriptor === undefined ? 0 : 8);
  return { name: asBytes(entry.name), method, flags, crc, size, packed, packedSize, descriptor };
}

function localHeader({ local = {}, zip64, descriptor }: EntryToZip, facts: EntryFacts): Uint8Array {
  const name = local.name === undefined ? facts.name : asBytes(local.name);
  const isLater = descriptor !== undefined;
  const size = local.size ?? (isLater ? 0 : facts.size);
  const packedSize = isLater ? 0 : facts.packedSize;
  const extra = zip64 === true ? extraField(1, Buffer.concat([u64(size), u64(packedSize)])) : Buffer.alloc(0);
  return Buffer.concat([
    u32(0x04034b50),
    u16(20),
    u16(facts.flags),
    u16(local.method ?? facts.method),
    u32(0x5a21_6000),
    u32(local.crc ?? (isLater ? 0 : facts.crc)),
    u32(zip64 === true ? 0xffffffff : packedSize),
    u32(zip64 === true ? 0xffffffff : size),
    u16(name.length),
    u16(extra.length),
    name,
    extra,
  ]);
}

function centralHeader({ mode, extra, zip64 }: EntryToZip, facts: EntryFacts, offset: number): Buffer {
  const long =
    zip64 === true ? extraField(1, Buffer.concat([u64(facts.size), u64(facts.packedSize)])) : Buffer.alloc(0);
  const extras = Buffer.concat([long, extra ?? Buffer.alloc(0)]);
  return Buffer.concat([
    u32(0x02014b50),
    u16(mode === undefined ? 20 : (3 << 8) | 20),
    u16(20),
    u16(facts.flags),
    u16(facts.method),
    u32(0x5a21_6000),
    u32(facts.crc),
    u32(zip64 === true ? 0xffffffff : facts.packedSize),
    u32(zip64 === true ? 0xffffffff : facts.size),
    u16(facts.name.length),
    u16(extras.length),
    u16(0),
    u16(0),
    u16(0),
    u32(((mode ?? 0) << 16) >>> 0),
    u32(offset),
    facts.name,
    extras,
  ]);
}

function endRecord(archive: ArchiveToZip, count: number, offset: number, length: number): Buffer {
  const { zip64 = false, disk = 0, entries = count } = archive;
  const comment = asBytes(archive.comment ?? '');
  const long = [
    u32(0x06064b50),
    u64(44),
    u16(45),
    u16(45),
    u32(0),
    u32(0),
    u64(entries),
    u64(entries),
    u64(length),
    u64(offset),
    u32(0x07064b50),
    u32(0),
    u64(offset + length),
    u32(1),
  ];
  return Buffer.concat([
    ...(zip64 ? long : []),
    u32(0x06054b50),
    u16(disk),
    u16(disk),
    u16(zip64 ? 0xffff : entries),
    u16(zip64 ? 0xffff : entries),
    u32(zip64 ? 0xffffffff : length),
    u32(zip64 ? 0xffffffff : offset),
    u16(comment.length),
    comment,
  ]);
}

function asBytes(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function u64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}
