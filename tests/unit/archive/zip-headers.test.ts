import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { unpackEntry } from '../../../electron/node/import/unpack-entry.ts';
import { listZip } from '../../../shared/archive/zip-entries.ts';
import { type WrittenEntry, zipContents, zipLocalHeader } from '../../../shared/archive/zip-headers.ts';
import { yauzlContents } from '../../support/yauzl-contents.ts';

interface File {
  readonly name: string;
  readonly text: string;
  readonly method: 0 | 8;
}

const files: readonly File[] = [
  { name: 'README.txt', text: 'Read me.', method: 0 },
  { name: 'journal/añejo 🎓.jsonl', text: 'line\n'.repeat(1_000), method: 8 },
  { name: 'badges/ab/empty.png', text: '', method: 0 },
];

function written(list: readonly File[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const entries: WrittenEntry[] = [];
  let offset = 0;
  for (const { name, text, method } of list) {
    const data = Buffer.from(text);
    const packed = method === 8 ? deflateRawSync(data) : data;
    const entry = {
      name,
      method,
      crc32: crc32(data),
      packedBytes: packed.length,
      sizeBytes: data.length,
      offset,
    };
    entries.push(entry);
    parts.push(zipLocalHeader(entry), packed);
    offset += (parts.at(-2)?.length ?? 0) + packed.length;
  }
  return new Uint8Array(Buffer.concat([...parts, zipContents(entries, offset)]));
}

test('an archive reads back as it was written, by our reader and by another', async () => {
  const archive = written(files);
  const step = listZip(archive.length, [{ offset: 0, bytes: archive }]);
  const entries = step.kind === 'listed' ? step.entries : [];
  const texts = entries.map((entry) => {
    const bytes = unpackEntry(
      entry,
      archive.subarray(entry.dataOffset, entry.dataOffset + entry.packedBytes),
    );
    return { name: entry.name, text: Buffer.from(bytes).toString('utf8') };
  });
  expect(texts).toEqual(files.map(({ name, text }) => ({ name, text })));
  const others = await yauzlContents(archive);
  expect(
    [...(others ?? [])].map(([name, bytes]) => ({ name, text: Buffer.from(bytes).toString('utf8') })),
  ).toEqual(texts);
});

test('N12 the same contents make the same archive, and it tells nothing of the computer or the time', () => {
  const archive = written(files);
  expect(written(files)).toEqual(archive);
  const view = new DataView(archive.buffer);
  expect([view.getUint16(10, true), view.getUint16(12, true)]).toEqual([0, 0x0021]);
  const step = listZip(archive.length, [{ offset: 0, bytes: archive }]);
  expect(step.kind === 'listed' && step.entries.every(({ refusal }) => refusal === null)).toBe(true);
});

describe('long archives', () => {
  test('an entry beyond four gigabytes and a table beyond 65 534 entries are told in 64 bits', () => {
    const far: WrittenEntry = {
      name: 'a',
      method: 0,
      crc32: 0,
      packedBytes: 0,
      sizeBytes: 0,
      offset: 2 ** 33,
    };
    const table = Buffer.from(zipContents([far], 2 ** 33 + 31));
    expect(table.readBigUInt64LE(46 + 1 + 4)).toBe(BigInt(2 ** 33));
    expect(table.readUInt32LE(table.length - 22 + 16)).toBe(0xffffffff);
    const many = written(
      Array.from({ length: 70_000 }, (_, index) => ({ name: `f${index}`, text: '', method: 0 })),
    );
    const caps = { archiveBytes: 1e9, entries: 100_000, totalBytes: 1e9, directoryBytes: 1e8 };
    const step = listZip(many.length, [{ offset: 0, bytes: many }], caps);
    expect(step.kind === 'listed' && step.entries.length).toBe(70_000);
  });
});
