import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRegularFile } from '../../../electron/node/read-regular-file.ts';
import { readRegularFileNow, withFileWindows } from '../../../electron/node/read-regular-file-now.ts';
import { codeOf } from '../../../shared/errors.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'read-now-'));
  await writeFile(join(folder, 'badge'), 'abc');
  await writeFile(join(folder, 'empty'), '');
  await writeFile(join(folder, 'sparse'), '');
  await truncate(join(folder, 'sparse'), 10_000_000_000);
  execFileSync('mkfifo', [join(folder, 'fifo')]);
  await symlink(join(folder, 'nothing'), join(folder, 'broken'));
  await symlink(join(folder, 'badge'), join(folder, 'link'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const names = ['badge', 'link', 'empty', 'sparse', 'fifo', 'broken', 'missing', '.', 'badge/inside', 'a\0b'];

describe('reading a file at once', () => {
  it.each([...names, '/dev/zero', '/dev/null'])(
    'J03 L07 answers for %j what reading it in turn does',
    async (name) => {
      const path = name.startsWith('/') ? name : join(folder, name);
      const wanted = await readRegularFile(path, 100).catch(codeOf);
      let found: unknown;
      try {
        found = readRegularFileNow(path, 100);
      } catch (error) {
        found = codeOf(error);
      }
      expect(found).toEqual(wanted);
    },
  );

  it('into lent memory answers the same bytes, and nothing of what lay there before', () => {
    const path = join(folder, 'badge');
    const lent = new Uint8Array(1_000).fill(7);
    const { bytes, sha256 } = readRegularFileNow(path, 100, lent);
    expect(bytes.buffer).toBe(lent.buffer);
    expect({ bytes: Uint8Array.from(bytes), sha256 }).toEqual(readRegularFileNow(path, 100));
    expect(readRegularFileNow(path, 100, new Uint8Array(3)).bytes).toHaveLength(3);
  });

  it('through windows gives what is asked for, and refuses what is no file', () => {
    const middle = withFileWindows(join(folder, 'badge'), (source) => [...source.bytes(1, 3)]);
    expect(Buffer.from(middle).toString()).toBe('bc');
    for (const name of ['fifo', '.', 'missing']) {
      expect(() => withFileWindows(join(folder, name), () => 0)).toThrow(
        expect.objectContaining({ code: name === 'missing' ? 'input/unreadable' : 'input/not-a-file' }),
      );
    }
  });

  it('a file that became shorter meanwhile is unreadable, never half of one', async () => {
    const path = join(folder, 'shrinks');
    await writeFile(path, 'x'.repeat(100_000));
    const look = () =>
      withFileWindows(path, (source) => {
        execFileSync('truncate', ['-s', '10', path]);
        return source.bytes(50_000, 60_000);
      });
    expect(look).toThrow(expect.objectContaining({ code: 'input/unreadable' }));
  });
});
