import fs, { appendFileSync, mkdtempSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { readRegularFile } from '../../../electron/node/read-regular-file.ts';
import { readRegularFileNow } from '../../../electron/node/read-regular-file-now.ts';
import { codeOf } from '../../../shared/errors.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'changing-file-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
});

const changes: readonly (readonly [string, (path: string) => void])[] = [
  ['is cut', (path) => truncateSync(path, 10)],
  ['grows', (path) => appendFileSync(path, 'more')],
  [
    'is written over',
    (path) => {
      writeFileSync(path, 'y'.repeat(1_000));
      utimesSync(path, 2_000_000_000, 2_000_000_000);
    },
  ],
];

function written(): string {
  const path = join(folder, 'badge');
  writeFileSync(path, 'x'.repeat(1_000));
  utimesSync(path, 1_700_000_000, 1_700_000_000);
  return path;
}

it.each(changes)(
  'L07 a file that %s while it is read is unreadable, never half of one',
  async (_, change) => {
    const path = written();
    const probe = await open(path);
    const handles = Object.getPrototypeOf(probe) as typeof probe;
    await probe.close();
    const { read } = handles;
    vi.spyOn(handles, 'read').mockImplementationOnce(function (this: typeof probe, ...words: unknown[]) {
      change(path);
      return Reflect.apply(read, this, words);
    });
    expect(await readRegularFile(path, 10_000).catch(codeOf)).toBe('input/unreadable');
  },
);

it.each(changes)('L07 read at once, a file that %s is unreadable too', (_, change) => {
  const path = written();
  const { readSync } = fs;
  vi.spyOn(fs, 'readSync').mockImplementationOnce((...words: unknown[]) => {
    change(path);
    return Reflect.apply(readSync, fs, words);
  });
  syncBuiltinESMExports();
  expect(() => readRegularFileNow(path, 10_000)).toThrow(
    expect.objectContaining({ code: 'input/unreadable' }),
  );
});

it('a file that stays as it is is read', async () => {
  const path = written();
  const [later, now] = [await readRegularFile(path, 10_000), readRegularFileNow(path, 10_000)];
  expect(later.bytes).toHaveLength(1_000);
  expect(now).toEqual(later);
});
