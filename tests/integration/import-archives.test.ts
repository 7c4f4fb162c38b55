import { readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { inProcessEngine } from '../../electron/node/check/in-process-engine.ts';
import type { ImportedFile, ImportSource, Library } from '../../electron/node/library/library.ts';
import { limits } from '../../shared/limits.ts';
import { type EntryToZip, zipOf } from '../factories/zip.ts';
import { badgeSource, openAt, temporaryFolder, temporaryPlace } from '../support/temporary-library.ts';

const bytesOf = (number: number): Uint8Array => {
  const source = badgeSource(number);
  return source.kind === 'bytes' ? source.bytes : new Uint8Array();
};
const entryOf = (number: number, more: Partial<EntryToZip> = {}): EntryToZip => ({
  name: `badge-${number}.json`,
  data: bytesOf(number),
  ...more,
});

/** An archive on disk, as a person adds it. */
function onDisk(archive: Uint8Array, name = 'farewell.zip'): ImportSource {
  const file = path.join(temporaryFolder(), name);
  writeFileSync(file, archive);
  return { kind: 'path', path: file };
}

async function importing(
  sources: readonly ImportSource[],
  use: (files: readonly ImportedFile[], library: Library) => void | Promise<void>,
): Promise<void> {
  const library = await openAt(temporaryPlace());
  await use((await library.importFiles(sources)).files, library);
  await library.close();
}

const outcomes = (files: readonly ImportedFile[]) =>
  files.map(({ row }) => [row.fileName, row.failure?.code ?? row.outcome]);

it('a farewell archive: a row for each badge, its own bytes are the original, lists and leftovers are passed over', async () => {
  const archive = zipOf([
    { name: 'manifest.txt', data: 'badge-1.json\nbadges/badge-2.json' },
    entryOf(1),
    { name: 'badges/' },
    entryOf(2, { name: 'badges/badge-2.json' }),
    { name: '__MACOSX/._badge-1.json', data: 'x' },
    { name: 'badges/.DS_Store', data: 'x' },
    { name: 'notes.txt', data: 'Good bye!' },
  ]);
  await importing([onDisk(archive)], async (files, library) => {
    expect(outcomes(files)).toEqual([
      ['farewell.zip › badge-1.json', 'imported'],
      ['farewell.zip › badges/badge-2.json', 'imported'],
      ['farewell.zip › notes.txt', 'input/unknown-kind'],
    ]);
    const original = await library.original(files[1]?.row.badgeIds[0] ?? '');
    expect(original.fileName).toBe('badge-2.json');
    expect(Buffer.from(original.bytes).equals(bytesOf(2))).toBe(true);
  });
});

it('the same badges from a folder and from an archive are the same; an archive under any name, in a folder, as bytes', async () => {
  const archive = zipOf([entryOf(1)]);
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'download'), archive);
  const sources: readonly ImportSource[] = [
    { kind: 'path', path: folder },
    { kind: 'bytes', name: 'dropped.zip', bytes: archive },
  ];
  await importing([badgeSource(1)], async (_, library) => {
    expect(outcomes((await library.importFiles(sources)).files)).toEqual([
      ['download › badge-1.json', 'already'],
      ['dropped.zip › badge-1.json', 'already'],
    ]);
  });
});

it('G03 an archive in an archive is opened, one in that is refused, and so is a damaged one, each by its name', async () => {
  const deep = zipOf([entryOf(3)]);
  const inner = zipOf([entryOf(2), { name: 'deep.zip', data: deep }]);
  const outer = zipOf([
    entryOf(1),
    { name: 'inner.zip', data: inner, method: 0 },
    { name: 'torn.zip', data: inner.subarray(0, 99) },
    { name: 'picture.zip', data: bytesOf(4) },
    { name: 'hidden.json', data: deep },
  ]);
  await importing([onDisk(outer, 'all.zip')], (files) => {
    expect(outcomes(files)).toEqual([
      ['all.zip › badge-1.json', 'imported'],
      ['all.zip › inner.zip › badge-2.json', 'imported'],
      ['all.zip › inner.zip › deep.zip', 'archive/nested-too-deep'],
      ['all.zip › torn.zip', 'archive/damaged'],
      ['all.zip › picture.zip', 'imported'],
      ['all.zip › hidden.json', 'archive/wrong-name'],
    ]);
  });
});

it('G03 archives in an archive share its limit of entries', async () => {
  const many = zipOf(Array.from({ length: 6_000 }, (_, index) => ({ name: `${index}.txt`, data: 'x' })));
  const outer = zipOf([
    entryOf(1),
    { name: 'a.zip', data: many, method: 0 },
    { name: 'b.zip', data: many, method: 0 },
  ]);
  await importing([onDisk(outer)], (files) => {
    expect(files).toHaveLength(6_002);
    expect(outcomes(files).at(-1)).toEqual(['farewell.zip › b.zip', 'archive/too-many-entries']);
  });
}, 60_000);

it.each<[string, Uint8Array, string]>([
  ['G01', zipOf([entryOf(1), { name: '../evil.json', data: bytesOf(2) }]), 'archive/unsafe-name'],
  ['G02', zipOf([entryOf(1), { name: 'a', data: '/etc/passwd', mode: 0o120777 }]), 'archive/link'],
  ['G05', Uint8Array.from([...zipOf([entryOf(1)]), ...zipOf([entryOf(2)])]), 'archive/ambiguous'],
  ['G05 (junk in front)', Uint8Array.from([0, ...zipOf([entryOf(1)])]), 'archive/ambiguous'],
  ['G07 (cut off)', zipOf([entryOf(1)]).subarray(0, 200), 'archive/damaged'],
  ['an empty archive', zipOf([{ name: 'folder/' }]), 'archive/empty'],
])('%s: refused as a whole, by one row, and nothing is stored', async (_, archive, code) => {
  const place = temporaryPlace();
  const library = await openAt(place);
  const source = onDisk(archive);
  const folder = source.kind === 'path' ? path.dirname(source.path) : '';
  const { files } = await library.importFiles([source]);
  expect(outcomes(files)).toEqual([['farewell.zip', code]]);
  expect(library.view().badges).toEqual([]);
  await library.close();
  expect(readdirSync(folder)).toEqual(['farewell.zip']);
  expect(filesBelow(place.dir).filter((file) => /\.(json|bin|zip)$/.test(file))).toEqual(['library.json']);
});

it('G06 G07 G09 1 999 good entries and a hostile one: the good are kept, the one is named, and the numbers are exact', async () => {
  const entries = Array.from({ length: 1_999 }, (_, index) => entryOf(index));
  const archive = zipOf([...entries.slice(0, 700), entryOf(5_000, { crc: 1 }), ...entries.slice(700)]);
  await importing([onDisk(archive)], (files, library) => {
    const refused = files.filter(({ row }) => row.outcome !== 'imported');
    expect([files.length, library.view().badges.length]).toEqual([2_000, 1_999]);
    expect(outcomes(refused)).toEqual([['farewell.zip › badge-5000.json', 'archive/damaged-entry']]);
  });
}, 60_000);

it('G06 a locked entry and one of a rare method are refused, each with words, the others are kept', async () => {
  const archive = zipOf([entryOf(1, { flags: 1 }), entryOf(2, { method: 14 }), entryOf(3)]);
  await importing([onDisk(archive)], (files) => {
    expect(files.map(({ row }) => row.failure?.message ?? row.outcome)).toEqual([
      'This file in the ZIP archive is locked with a password.',
      'This file in the ZIP archive is packed in a way that is not supported (method 14).',
      'imported',
    ]);
  });
});

it('G08 twins in another case or another form of the same letters, reserved and long names are all kept', async () => {
  const names = [
    'A.json',
    'a.json',
    'caf\u00e9.json',
    'cafe\u0301.json',
    'CON',
    'NUL.txt',
    'a.',
    `${'x'.repeat(300)}.json`,
  ];
  const archive = zipOf(names.map((name, index) => entryOf(index, { name })));
  await importing([onDisk(archive)], (files, library) => {
    expect(outcomes(files)).toEqual(names.map((name) => [`farewell.zip › ${name}`, 'imported']));
    expect(library.view().badges).toHaveLength(names.length);
  });
});

it('an entry at the limit of a file is looked at, one above is refused', async () => {
  const noise = { data: '', method: 0, crc: 0 };
  const one = (name: string, size: number) => ({ ...noise, name, size, packed: new Uint8Array(size) });
  const archive = zipOf([one('most', limits.imageFileBytes), one('more', limits.imageFileBytes + 1)]);
  await importing([onDisk(archive)], (files) => {
    // The first is read, and found to be damaged.
    expect(outcomes(files).map(([, code]) => code)).toEqual(['archive/damaged-entry', 'input/too-large']);
  });
});

it('an archive above the limit of archives is refused without being read', async () => {
  const source = onDisk(zipOf([entryOf(1)]), 'huge.zip');
  if (source.kind === 'path') truncateSync(source.path, limits.zipBytes + 1);
  await importing([source], (files) => expect(outcomes(files)).toEqual([['huge.zip', 'archive/too-large']]));
});

it('progress counts entries, and a cancelled import leaves the rest as cancelled rows', async () => {
  const library = await openAt(temporaryPlace());
  const stop = new AbortController();
  const totals = new Set<number | null>();
  const { files, cancelled } = await library.importFiles(
    [onDisk(zipOf(Array.from({ length: 300 }, (_, index) => entryOf(index))))],
    {
      signal: stop.signal,
      onProgress: ({ done, total }) => {
        totals.add(total);
        if (done === 100) stop.abort();
      },
    },
  );
  expect([...totals]).toEqual([null, 300]);
  const rows = files.map(({ row }) => row.outcome);
  expect([cancelled, rows.length, new Set(rows)]).toEqual([true, 300, new Set(['imported', 'cancelled'])]);
  expect(library.view().badges).toHaveLength(rows.filter((outcome) => outcome === 'imported').length);
  await library.close();
});

it('L08 an archive that is exchanged while it is read gives refused rows, never mixed bytes', async () => {
  const source = onDisk(zipOf([entryOf(1), entryOf(2)]));
  const file = source.kind === 'path' ? source.path : '';
  const engine = inProcessEngine();
  const library = await openAt(temporaryPlace(), {
    engine: {
      ...engine,
      listArchive: async (...words) => {
        const step = await engine.listArchive(...words);
        writeFileSync(file, zipOf([entryOf(3), entryOf(4), entryOf(5)]));
        return step;
      },
    },
  });
  const { files } = await library.importFiles([source]);
  expect(files.map(({ row }) => row.failure?.code)).toEqual(['input/unreadable', 'input/unreadable']);
  await library.close();
});

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((file) => statSync(path.join(folder, file)).isFile());
}
