import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createWatchMemory } from '../../../electron/main/watch-memory.ts';
import { nodeFs } from '../../../electron/node/fs-port.ts';
import { temporaryFolder } from '../../support/temporary-library.ts';

const times = { next: { 'school.example': 1_800_000_000_000 }, asked: { a: 1_790_000_000_000 } };
const empty = { times: { next: {}, asked: {} }, hosts: {}, summary: null, read: {}, told: {} };
const summary = {
  at: '2026-11-22T12:00:00.000Z',
  isScheduled: true,
  checked: 3,
  failed: 0,
  cancelled: false,
  changed: [{ id: 'a', name: 'Welding', sentences: ['It changed.'] }],
  further: ['x.example'],
  furtherIds: [],
};

function memoryIn(folder = temporaryFolder()) {
  const file = path.join(folder, 'new', 'Watch.json');
  const open = (id = 'mine') => createWatchMemory({ fs: nodeFs, file, libraryId: async () => id });
  return { file, open };
}

test('what the watch knows is kept across starts, for the library that it is about', async () => {
  const { open } = memoryIn();
  const memory = open();
  expect(await memory.get()).toEqual(empty);
  await memory.change({ times, hosts: { a: ['school.example'] } });
  await memory.change({ summary, read: { a: '2026-12-01T00:00:00.000Z' } });
  const known = {
    ...empty,
    times,
    summary,
    hosts: { a: ['school.example'] },
    read: { a: '2026-12-01T00:00:00.000Z' },
  };
  expect(await memory.get()).toEqual(known);
  expect(await open().get()).toEqual(known);
  expect(await open('another').get()).toEqual(empty);
});

test('changes that are made at once are all kept', async () => {
  const { open } = memoryIn();
  const memory = open();
  await Promise.all([
    memory.change({ times }),
    memory.change({ summary }),
    memory.change({ told: { a: 'x' } }),
  ]);
  expect(await open().get()).toEqual({ ...empty, times, summary, told: { a: 'x' } });
});

test('L12 what is forgotten is gone from the file, and comes back with no later change', async () => {
  const { file, open } = memoryIn();
  const memory = open();
  const changing = memory.change({ summary, hosts: { a: ['school.example'] } });
  await memory.forget();
  await changing;
  expect(existsSync(file)).toBe(false);
  expect(await memory.get()).toEqual(empty);
  await memory.change({ times });
  expect(await open().get()).toEqual({ ...empty, times });
});

test.each([
  ['cut off', (text: string) => text.slice(0, -4)],
  ['of another version', (text: string) => text.replace('"format":1', '"format":2')],
  ['with a time that is none', (text: string) => text.replace('1800000000000', '"soon"')],
  ['empty', () => ''],
])('a file that is %s holds nothing, and the next change is kept', async (_, change) => {
  const { file, open } = memoryIn();
  await open().change({ times });
  writeFileSync(file, change(readFileSync(file, 'utf8')));
  const again = open();
  expect(await again.get()).toEqual(empty);
  await again.change({ summary });
  expect((await open().get()).summary).toEqual(summary);
});

test('a disk that does not take it is told, and what was known stays known', async () => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'new'), 'a file where the folder should be');
  const memory = memoryIn(folder).open();
  await expect(memory.change({ times })).rejects.toMatchObject({ name: 'CodedError' });
  expect(await memory.get()).toEqual(empty);
});
