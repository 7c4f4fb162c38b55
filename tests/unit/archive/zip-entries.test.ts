import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { unpackEntry } from '../../../electron/node/import/unpack-entry.ts';
import type { Piece } from '../../../shared/archive/piece-reader.ts';
import { listZip, type ZipEntry } from '../../../shared/archive/zip-entries.ts';
import { codeOf } from '../../../shared/errors.ts';
import { limits } from '../../../shared/limits.ts';
import { type EntryToZip, extraField, zipOf } from '../../factories/zip.ts';

const badge: EntryToZip = { name: 'welding.json', data: '{"type":"Assertion"}' };

/** The entries of an archive, of which only what is asked for is given. */
function list(archive: Uint8Array, firstBytes = 65_700): readonly ZipEntry[] {
  const from = Math.max(0, archive.length - firstBytes);
  const pieces: Piece[] = [{ offset: from, bytes: archive.subarray(from) }];
  for (let round = 0; round < 5; round++) {
    const step = listZip(archive.length, pieces);
    if (step.kind === 'listed') return step.entries;
    for (const { offset, length } of step.ranges) {
      pieces.push({ offset, bytes: archive.slice(offset, offset + length) });
    }
  }
  throw new Error('asks without end');
}

function unpacked(archive: Uint8Array, entry: ZipEntry | undefined): string {
  if (entry === undefined) return 'no such entry';
  const end = entry.dataOffset + entry.packedBytes + entry.descriptorBytes;
  return new TextDecoder().decode(unpackEntry(entry, archive.subarray(entry.dataOffset, end)));
}

function refusal(work: () => unknown): string {
  try {
    work();
    return 'taken';
  } catch (error) {
    return codeOf(error);
  }
}

const refusalOf = (entries: readonly EntryToZip[], more = {}): string =>
  refusal(() => list(zipOf(entries, more)));

describe('an honest archive', () => {
  it.each<[string, EntryToZip]>([
    ['packed', badge],
    ['stored', { ...badge, method: 0 }],
    ['with a descriptor', { ...badge, descriptor: true }],
    ['with long numbers', { ...badge, zip64: true }],
    ['of Unix', { ...badge, mode: 0o100644 }],
  ])('%s is listed and unpacked', (_, entry) => {
    const archive = zipOf([{ name: 'a/' }, entry, { ...entry, name: 'a/2.json' }]);
    const entries = list(archive);
    expect(entries.map(({ name }) => name)).toEqual(['welding.json', 'a/2.json']);
    expect(unpacked(archive, entries[1])).toBe('{"type":"Assertion"}');
  });

  it('an empty one is listed', () => expect(list(zipOf([]))).toEqual([]));

  it('names of old programs are read in their code page, or as the UTF-8 that they are', () => {
    const names = [Uint8Array.of(0x81, 0x2e, 0x70), new TextEncoder().encode('bü.p')];
    const archive = zipOf(names.map((name) => ({ name })));
    expect(list(archive).map(({ name }) => name)).toEqual(['ü.p', 'bü.p']);
  });
});

describe('G01 a name that leads out of the archive refuses the whole archive', () => {
  it.each([
    '../../evil',
    '..\\..\\evil',
    '/abs',
    'C:\\x',
    '\\\\srv\\s',
    'a/../../b',
    'a/.. /b',
    '%2e%2e%2fevil',
    '%252e%252e%252fevil',
    '..\u2215evil',
    '..\uff0fevil',
    '..\uff3cevil',
    'a\0b',
    '',
  ])('%j', (name) => expect(refusalOf([badge, { name }])).toBe('archive/unsafe-name'));

  it.each([
    [0xc0, 0xae, 0xc0, 0xae, 0x2f, 0x65],
    [0x2e, 0x2e, 0xc0, 0xaf, 0x65],
    [0x2e, 0x2e, 0xe0, 0x80, 0xaf, 0x65],
    [0x2e, 0x2e, 0xf0, 0x80, 0x80, 0xaf, 0x65],
  ])('overlong UTF-8 %j %j %j %j %j', (...bytes) => {
    expect(refusalOf([{ name: Uint8Array.from(bytes) }])).toBe('archive/unsafe-name');
    expect(refusalOf([{ name: Uint8Array.from(bytes), flags: 0x800 }])).toBe('archive/unsafe-name');
  });
});

describe('G02 links and devices refuse the whole archive', () => {
  it.each<[string, EntryToZip]>([
    ['a symbolic link', { name: 'a', data: '/etc/passwd', mode: 0o120777 }],
    ['a device', { name: 'a', mode: 0o020666 }],
    ['a FIFO', { name: 'a', mode: 0o010666 }],
    ['a socket', { name: 'a', mode: 0o140666 }],
    ['a hard link', { name: 'a', extra: extraField(0x000d, new Uint8Array(23)) }],
    ['a link of ASi', { name: 'a', extra: extraField(0x756e, new Uint8Array(16)) }],
  ])('%s', (_, entry) => expect(refusalOf([badge, entry])).toBe('archive/link'));

  it('a link and then a file of the same name', () => {
    const link = { name: 'a', data: '/etc', mode: 0o120777 };
    expect(refusalOf([link, { name: 'a', data: 'x' }])).toBe('archive/link');
  });
});

describe('G03 what would burst is refused before anything is unpacked', () => {
  it('entries that lie over each other', () => {
    const first = { name: 'a', data: 'x'.repeat(1_000), method: 0 };
    expect(refusalOf([first, { ...first, name: 'b', offset: 0 }])).toBe('archive/ambiguous');
  });

  it('10 GB of zeros, told truly', () => {
    const zeros = { name: 'zeros', zip64: true, size: 10_000_000_000, data: 'x' };
    expect(refusalOf([zeros])).toBe('archive/inflates-too-much');
  });

  it('200 times the archive at the limit is taken, one byte more is not', () => {
    const packed = new Uint8Array(6_000);
    const one = (size: number) => zipOf([{ name: 'a', packed, size }]);
    const most = limits.zipRatio * one(0).length;
    expect(refusal(() => list(one(most)))).toBe('taken');
    expect(refusal(() => list(one(most + 1)))).toBe('archive/inflates-too-much');
    expect(refusal(() => list(one(most * 1_000)))).toBe('archive/inflates-too-much');
  });

  it('one dense entry among others is refused alone', () => {
    const dense = { name: 'dense', data: new Uint8Array(2_000_000) };
    const ballast = { name: 'ballast', packed: new Uint8Array(20_000), size: 20_000, method: 0, crc: 0 };
    expect(list(zipOf([dense, ballast])).map(({ refusal }) => refusal)).toEqual([
      'archive/inflates-too-much',
      null,
    ]);
  });

  it('a declared size that is too small stops the unpacking there', () => {
    const archive = zipOf([{ name: 'a', packed: deflateRawSync(Buffer.alloc(50_000_000)), size: 100 }]);
    const start = performance.now();
    expect(refusal(() => unpacked(archive, list(archive)[0]))).toBe('archive/damaged-entry');
    expect(performance.now() - start).toBeLessThan(250);
  });
});

describe('G04 numbers of entries', () => {
  const empty = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ name: `${index}`, method: 0 }));

  it('10 000 are listed, one more and ten times as many are refused', () => {
    expect(list(zipOf(empty(limits.zipEntries)))).toHaveLength(limits.zipEntries);
    expect(refusalOf(empty(limits.zipEntries + 1))).toBe('archive/too-many-entries');
    expect(refusalOf(empty(100_000), { zip64: true })).toBe('archive/too-many-entries');
  });

  it('a ZIP64 end of few entries is read, and so is a comment of 64 KB', () => {
    expect(list(zipOf([badge], { zip64: true }))).toHaveLength(1);
    expect(list(zipOf([badge], { comment: 'c'.repeat(65_535) }))).toHaveLength(1);
  });

  it('an archive above 500 MB is refused by its size alone', () => {
    expect(refusal(() => listZip(limits.zipBytes + 1, []))).toBe('archive/too-large');
    expect(listZip(limits.zipBytes, []).kind).toBe('need');
  });
});

describe('G05 what two programs could read in two ways is refused', () => {
  it.each<[string, Uint8Array]>([
    ['another name in the own header', zipOf([{ ...badge, local: { name: 'other.json00' } }])],
    ['another size', zipOf([{ ...badge, local: { size: 7 } }])],
    ['another method', zipOf([{ ...badge, local: { method: 0 } }])],
    ['another checksum', zipOf([{ ...badge, local: { crc: 7 } }])],
    ['the same name twice', zipOf([badge, badge])],
    ['two ends', zipOf([badge], { comment: zipOf([]) })],
    ['an archive behind another', Uint8Array.from([...zipOf([badge]), ...zipOf([badge])])],
    ['junk in front', Uint8Array.from([1, 2, 3, ...zipOf([badge])])],
    ['junk behind', Uint8Array.from([...zipOf([badge]), 1, 2, 3])],
    ['bytes that belong to no entry', zipOf([{ ...badge, packedSize: 3 }, { name: 'b' }])],
    ['a folder with contents', zipOf([{ name: 'a/', data: 'x' }])],
  ])('%s', (_, archive) => expect(refusal(() => list(archive))).toBe('archive/ambiguous'));

  it('an end that tells more or fewer entries than there are', () => {
    expect(refusalOf([badge], { entries: 2 })).toBe('archive/damaged');
    expect(refusalOf([badge, { name: 'b' }], { entries: 1 })).toBe('archive/ambiguous');
  });
});

describe('G06 what is locked or packed in other ways says so', () => {
  it.each([
    ['archive/encrypted', { flags: 1 }],
    ['archive/encrypted', { flags: 0x41 }],
    ['archive/encrypted', { method: 99 }],
    ['archive/unsupported-method', { method: 12 }],
    ['archive/unsupported-method', { method: 14 }],
    ['archive/unsupported-method', { method: 93 }],
  ])('%s for %j, and only for that entry', (code, more) => {
    const entries = list(zipOf([{ ...badge, ...more }, { name: 'b' }]));
    expect(entries.map((entry) => entry.refusal)).toEqual([code, null]);
  });

  it('one part of several', () => expect(refusalOf([badge], { disk: 1 })).toBe('archive/in-parts'));
});

describe('G07 what is damaged', () => {
  it('a wrong checksum, a stream that breaks off or goes on, and a descriptor that lies', () => {
    const data = deflateRawSync('{"type":"Assertion"}');
    const bad: readonly EntryToZip[] = [
      { ...badge, crc: 1 },
      { ...badge, packed: data.subarray(0, -3) },
      { ...badge, packed: Buffer.concat([data, Buffer.of(0)]) },
      { ...badge, descriptor: new Uint8Array(16) },
      { ...badge, size: 21 },
    ];
    for (const entry of bad) {
      const archive = zipOf([entry]);
      expect(refusal(() => unpacked(archive, list(archive)[0]))).toBe('archive/damaged-entry');
    }
  });

  it('an archive that is cut off anywhere', () => {
    const archive = zipOf([badge, { ...badge, name: 'b' }]);
    for (let length = 0; length < archive.length; length++) {
      expect(refusal(() => list(archive.subarray(0, length)))).toMatch(/^archive\/(damaged|ambiguous)$/);
    }
  });
});

describe('G08 odd names', () => {
  it('are all kept apart and listed as they are', () => {
    const names = ['CON', 'NUL.txt', 'COM1', 'a.', 'a ', 'a:b', 'x'.repeat(300), '🎓.png', '\u202egnp.exe'];
    const twins = ['A.png', 'a.png', 'caf\u00e9.png', 'cafe\u0301.png'];
    const all = [...names, ...twins];
    expect(list(zipOf(all.map((name) => ({ name })))).map(({ name }) => name)).toEqual(all);
  });
});

it('only what it needs of a large archive is asked for, in three steps', () => {
  const entries = Array.from({ length: 2_000 }, (_, index) => ({ ...badge, name: `${index}.json` }));
  expect(list(zipOf(entries), 65_700)).toHaveLength(2_000);
});
