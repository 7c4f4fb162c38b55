import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ImportFlow } from '../../../electron/main/import-flow.ts';
import { readOpenedFiles, takeOpenedFiles } from '../../../electron/main/opened-files.ts';
import { limits } from '../../../shared/limits.ts';

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

describe('files that were opened with the app, taken in', () => {
  const nothing = { rows: [], cancelled: false };
  const taking = (run: ImportFlow['run']) => {
    const told: unknown[] = [];
    const begin = vi.fn();
    const tell = async (summary: unknown) => void told.push(summary);
    return { told, begin, ...takeOpenedFiles({ imports: { run }, begin, tell }) };
  };
  const later = () => new Promise((resolve) => setTimeout(resolve, 50));

  it('are told of when they are in; without any, there is nothing to tell', async () => {
    const run = vi.fn(async () => nothing);
    const { told, open, openHandedOver } = taking(run);
    open([]);
    openHandedOver({ files: [] });
    openHandedOver('a stranger');
    await later();
    expect([run.mock.calls, told]).toEqual([[], []]);
    open(['missing.png']);
    openHandedOver({ files: ['missing.png'] });
    const refused = { kind: 'refused', name: 'missing.png', code: 'input/not-a-file' };
    await vi.waitFor(() => expect(told).toEqual([nothing, nothing]));
    expect(run.mock.calls).toEqual([[[refused]], [[refused]]]);
  });

  it('have a window to be told in before they are taken in; without any, none is opened', async () => {
    const run = vi.fn(async () => nothing);
    const { begin, open } = taking(run);
    open([]);
    expect(begin).not.toHaveBeenCalled();
    run.mockImplementationOnce(async () => {
      expect(begin).toHaveBeenCalledOnce();
      return nothing;
    });
    open(['missing.png']);
    await vi.waitFor(() => expect(run).toHaveBeenCalledOnce());
    expect(begin).toHaveBeenCalledOnce();
  });

  it('no more of them than one import may have', async () => {
    const run = vi.fn(async () => nothing);
    taking(run).open(Array.from({ length: limits.importFiles + 1 }, () => 'missing.png'));
    await vi.waitFor(() => expect(run).toHaveBeenCalledOnce(), 10_000);
    expect(run.mock.calls[0]).toEqual([expect.objectContaining({ length: limits.importFiles })]);
  });

  it('fail quietly where the library does not open: the window says so', async () => {
    const run = vi.fn(async () => Promise.reject(new Error('locked')));
    const { told, open } = taking(run);
    open(['missing.png']);
    await vi.waitFor(() => expect(run).toHaveBeenCalledOnce());
    await later();
    expect(told).toEqual([]);
  });
});
