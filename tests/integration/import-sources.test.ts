import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { filesToImport } from '../../electron/node/import/import-sources.ts';
import { limits } from '../../shared/limits.ts';
import {
  badgeSource,
  badgeSources,
  openAt,
  temporaryFolder,
  temporaryPlace,
} from '../support/temporary-library.ts';

function bytesOf(number: number): Uint8Array {
  const source = badgeSource(number);
  return source.kind === 'bytes' ? source.bytes : new Uint8Array();
}

test('L07 J03 a FIFO, a device, a missing file and an endless file are refused at once, each with its reason', async () => {
  const folder = temporaryFolder();
  execFileSync('mkfifo', [path.join(folder, 'fifo.png')]);
  writeFileSync(path.join(folder, 'huge.png'), '');
  truncateSync(path.join(folder, 'huge.png'), 10_000_000_000);
  writeFileSync(path.join(folder, 'empty.png'), '');
  const library = await openAt(temporaryPlace());
  // What reads files is loaded by the first of them, which takes as long as the machine is busy.
  await library.importFiles(badgeSources(1));
  const start = performance.now();
  const { files } = await library.importFiles(
    ['fifo.png', 'huge.png', 'empty.png', 'missing.png', '/dev/zero'].map((name) => ({
      kind: 'path',
      path: path.resolve(folder, name),
    })),
  );
  expect(performance.now() - start).toBeLessThan(2_000);
  expect(files.map(({ row }) => row.failure?.code)).toEqual([
    'input/not-a-file',
    'input/too-large',
    'input/empty',
    'input/unreadable',
    'input/not-a-file',
  ]);
  await library.close();
});

test('bytes above the limit are refused, those at the limit are looked at', async () => {
  const library = await openAt(temporaryPlace());
  const { files } = await library.importFiles(
    [limits.imageFileBytes, limits.imageFileBytes + 1].map((size) => ({
      kind: 'bytes',
      name: 'a.png',
      bytes: new Uint8Array(size),
    })),
  );
  expect(files[0]?.row.failure?.code).not.toBe('input/too-large');
  expect(files[1]?.row.failure?.code).toBe('input/too-large');
  await library.close();
});

test('links in a folder are not followed, a link that a person chose is; hidden files are passed over', async () => {
  const folder = temporaryFolder();
  const inbox = path.join(folder, 'inbox');
  mkdirSync(path.join(inbox, 'deep'), { recursive: true });
  writeFileSync(path.join(folder, 'outside.json'), bytesOf(1));
  writeFileSync(path.join(inbox, 'deep', 'inside.json'), bytesOf(2));
  writeFileSync(path.join(inbox, '.DS_Store'), 'x');
  symlinkSync(path.join(folder, 'outside.json'), path.join(inbox, 'link.json'));
  symlinkSync(inbox, path.join(inbox, 'deep', 'loop'));
  const library = await openAt(temporaryPlace());
  const { files } = await library.importFiles([{ kind: 'path', path: inbox }]);
  expect(files.map(({ row }) => [row.fileName, row.failure?.code ?? row.outcome])).toEqual([
    ['inside.json', 'imported'],
    ['loop', 'input/not-a-file'],
    ['link.json', 'input/not-a-file'],
  ]);
  const chosen = await library.importFiles([{ kind: 'path', path: path.join(inbox, 'link.json') }]);
  expect(chosen.files[0]?.row.outcome).toBe('imported');
  await library.close();
});

test('the files of a folder come as people count: 2 before 10; where it must be the same on every machine, by their letters', async () => {
  const folder = temporaryFolder();
  for (const name of ['100.json', '10.json', '2.json', '1.json']) writeFileSync(path.join(folder, name), '');
  const library = await openAt(temporaryPlace());
  const { files } = await library.importFiles([{ kind: 'path', path: folder }]);
  expect(files.map(({ row }) => row.fileName)).toEqual(['1.json', '2.json', '10.json', '100.json']);
  await library.close();
  const plain = await filesToImport([{ kind: 'path', path: folder }], undefined);
  expect(plain.map(({ file }) => path.basename(file))).toEqual(['1.json', '10.json', '100.json', '2.json']);
});

test('L02 names with spaces, emoji, brackets, percent signs and line feeds are imported and kept as they are', async () => {
  const folder = temporaryFolder();
  const names = ['a b.json', '🎓®[1](2).json', '100%20#?.json', 'line\nfeed.json', `${'x'.repeat(200)}.json`];
  for (const [index, name] of names.entries()) writeFileSync(path.join(folder, name), bytesOf(index));
  const library = await openAt(temporaryPlace());
  const { files } = await library.importFiles(
    names.map((name) => ({ kind: 'path', path: path.join(folder, name) })),
  );
  expect(files.map(({ row }) => row.outcome)).toEqual(names.map(() => 'imported'));
  for (const [index, { row }] of files.entries()) {
    expect((await library.original(row.badgeIds[0] ?? '')).fileName).toBe(names[index]);
  }
  await library.close();
});

test('L03 a link in the place of a shelf of the library is not written through', async () => {
  const place = temporaryPlace();
  const outside = temporaryFolder();
  const library = await openAt(place);
  const bytes = bytesOf(1);
  const probe = await openAt(temporaryPlace());
  const { files } = await probe.importFiles([badgeSource(1)]);
  await probe.close();
  symlinkSync(outside, path.join(place.dir, 'badges', (files[0]?.sha256 ?? '').slice(0, 2)));
  const refused = await library.importFiles([{ kind: 'bytes', name: 'b.json', bytes }]);
  expect(refused.files[0]?.row.failure?.code).toBe('store/damaged');
  expect(readdirSync(outside)).toEqual([]);
  await library.close();
});

test('L04 L08 the file that was imported is not touched, and a later change of it does not reach the library', async () => {
  const folder = temporaryFolder();
  const file = path.join(folder, 'a.json');
  writeFileSync(file, bytesOf(1));
  const library = await openAt(temporaryPlace());
  const { files } = await library.importFiles([{ kind: 'path', path: file }]);
  expect(new Uint8Array(readFileSync(file))).toEqual(bytesOf(1));
  writeFileSync(file, 'changed');
  expect((await library.original(files[0]?.row.badgeIds[0] ?? '')).bytes).toEqual(bytesOf(1));
  await library.close();
});
