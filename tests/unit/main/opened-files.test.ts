import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readOpenedFiles } from '../../../electron/main/opened-files.ts';

describe.skipIf(process.platform === 'win32')('files that were opened with the app', () => {
  let folder: string;
  const file = (name: string) => path.join(folder, name);
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'opened-'));
    await writeFile(file('a.png'), 'x');
    await mkdir(file('folder'));
    await symlink(file('a.png'), file('link.png'));
    execFileSync('mkfifo', [file('pipe.png')]);
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('J03 L07 only regular files pass; a folder, a link, a FIFO, a device and nothing are refused by name', async () => {
    const names = ['a.png', 'folder', 'link.png', 'pipe.png', 'missing.png'];
    const read = await readOpenedFiles([...names.map(file), '/dev/zero']);
    expect(read[0]).toEqual({ kind: 'path', path: file('a.png') });
    expect(read.slice(1)).toEqual(
      [...names.slice(1), 'zero'].map((name) => ({ kind: 'refused', name, code: 'input/not-a-file' })),
    );
  });
});
