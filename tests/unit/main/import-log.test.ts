import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createImportLog } from '../../../electron/main/import-log.ts';
import { nodeFs } from '../../../electron/node/fs-port.ts';
import type { ImportRow } from '../../../shared/ipc/import-views.ts';
import { limits } from '../../../shared/limits.ts';
import { wordsFor } from '../../../shared/text/errors.ts';
import { frozenMs, temporaryFolder } from '../../support/temporary-library.ts';

const row = (fileName: string): ImportRow => ({
  fileName,
  outcome: 'refused',
  badgeIds: [],
  found: '',
  notes: [],
  failure: { code: 'link/in-page', ...wordsFor('link/in-page', { host: 'school.example' }) },
  link: { url: 'https://school.example/1', host: 'school.example', agreed: ['a.example'] },
});
const summary = (...names: readonly string[]) => ({ rows: names.map(row), cancelled: false });

function logIn(folder = temporaryFolder()) {
  const file = path.join(folder, 'new', 'Last imports.json');
  const open = () => createImportLog({ fs: nodeFs, file, clock: { now: () => frozenMs } });
  return { file, open, log: open() };
}

test('the last imports are kept across starts, the newest first', async () => {
  const { log, open } = logIn();
  expect(await log.get(0)).toBeNull();
  await log.add(summary('a.png'));
  await log.add(summary('b.png', 'c.png'));
  for (const each of [log, open()]) {
    expect(await each.get(0)).toEqual({
      ...summary('b.png', 'c.png'),
      at: '2026-11-22T12:00:00.000Z',
      back: 0,
      count: 2,
    });
    expect((await each.get(1))?.rows.map(({ fileName }) => fileName)).toEqual(['a.png']);
    expect(await each.get(2)).toBeNull();
  }
});

test('an import without rows is none, and only the newest few are kept', async () => {
  const { log } = logIn();
  await log.add({ rows: [], cancelled: true });
  for (let number = 0; number < limits.keptImports + 3; number += 1) await log.add(summary(`${number}.png`));
  expect((await log.get(0))?.count).toBe(limits.keptImports);
  expect((await log.get(limits.keptImports - 1))?.rows[0]?.fileName).toBe('3.png');
});

test('no more rows are kept than one large import has', async () => {
  const { log } = logIn();
  await log.add(summary('small.png'));
  await log.add({ rows: Array.from({ length: limits.keptImportRows }, () => row('x')), cancelled: false });
  expect((await log.get(0))?.rows).toHaveLength(limits.keptImportRows);
  expect(await log.get(1)).toBeNull();
});

test.each([
  ['cut off', (text: string) => text.slice(0, -4)],
  ['of another version', (text: string) => text.replace('"format":1', '"format":2')],
  ['with a row of another shape', (text: string) => text.replace('"refused"', '"stolen"')],
  ['empty', () => ''],
])('a file that is %s holds nothing, and the next import is kept', async (_, change) => {
  const { log, open, file } = logIn();
  await log.add(summary('a.png'));
  writeFileSync(file, change(readFileSync(file, 'utf8')));
  const again = open();
  expect(await again.get(0)).toBeNull();
  await again.add(summary('b.png'));
  expect((await open().get(0))?.rows[0]?.fileName).toBe('b.png');
});

test('a disk that does not take it is no reason to fail: it can be looked at until the end', async () => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'new'), 'a file where the folder should be');
  const { log } = logIn(folder);
  await log.add(summary('a.png'));
  expect((await log.get(0))?.rows).toHaveLength(1);
});

test('N16 it knows of no import once everything is deleted, and begins anew', async () => {
  const { log, file } = logIn();
  const adding = log.add(summary('a.png'));
  await log.forget();
  await adding;
  expect(existsSync(file)).toBe(false);
  expect(await log.get(0)).toBeNull();
  await log.add(summary('b.png'));
  expect(await log.get(0)).toMatchObject({ back: 0, count: 1 });
});
