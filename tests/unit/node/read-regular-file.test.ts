import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRegularFile } from '../../../electron/node/read-regular-file.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'read-regular-file-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const codeOfReading = async (path: string, maxBytes = 100) => {
  try {
    await readRegularFile(path, maxBytes);
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : error;
  }
  return 'read';
};

describe('reading a file', () => {
  it('gives the bytes and the hash of those very bytes', async () => {
    const path = join(folder, 'a [1] ®.txt');
    await writeFile(path, 'abc');
    const { bytes, sha256 } = await readRegularFile(path, 3);
    expect(new TextDecoder().decode(bytes)).toBe('abc');
    expect(sha256).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('reads a file of exactly the limit, and refuses one byte more', async () => {
    const path = join(folder, 'limit');
    await writeFile(path, 'x'.repeat(100));
    expect(await codeOfReading(path, 100)).toBe('read');
    expect(await codeOfReading(path, 99)).toBe('input/too-large');
  });

  it('J03 a sparse file of 10 GB is refused by its size, without being read', async () => {
    const path = join(folder, 'sparse');
    await writeFile(path, '');
    await truncate(path, 10_000_000_000);
    expect(await codeOfReading(path, 25_000_000)).toBe('input/too-large');
  });

  it('L07 a FIFO that nobody writes to is refused at once', async () => {
    const path = join(folder, 'fifo');
    execFileSync('mkfifo', [path]);
    expect(await codeOfReading(path)).toBe('input/not-a-file');
    await symlink(path, join(folder, 'link-to-fifo'));
    expect(await codeOfReading(join(folder, 'link-to-fifo'))).toBe('input/not-a-file');
  });

  it.each(['/dev/zero', '/dev/null', '/'])('J03 %s is refused', async (path) => {
    expect(await codeOfReading(path)).toBe('input/not-a-file');
  });

  it('a missing file, a broken link and an impossible name are unreadable', async () => {
    await symlink(join(folder, 'nothing'), join(folder, 'broken'));
    expect(await codeOfReading(join(folder, 'missing'))).toBe('input/unreadable');
    expect(await codeOfReading(join(folder, 'broken'))).toBe('input/unreadable');
    expect(await codeOfReading(`${folder}/a\0b`)).toBe('input/unreadable');
    expect(await codeOfReading('x'.repeat(5_000))).toBe('input/unreadable');
  });
});
