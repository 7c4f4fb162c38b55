import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writePortfolio } from '../../electron/node/export/portfolio-writer.ts';
import { type FsPort, nodeFs } from '../../electron/node/fs-port.ts';
import { CodedError } from '../../shared/errors.ts';

let folder = '';
let target = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portfolio-'));
  target = join(folder, 'portfolio.html');
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function* pieces(count = 3): AsyncGenerator<string> {
  for (let index = 0; index < count; index += 1) yield `piece ${index} ü\n`;
}
const whole = 'piece 0 ü\npiece 1 ü\npiece 2 ü\n';

const systemError = (code: string) => Object.assign(new Error('of the system'), { code });

/** The real file system, in which one step fails. */
function failing(step: 'open' | 'write' | 'sync' | 'close' | 'rename', code: string): FsPort {
  const fail = async () => {
    throw systemError(code);
  };
  if (step === 'open' || step === 'rename') return { ...nodeFs, [step]: fail };
  return {
    ...nodeFs,
    open: async (path, flags, mode) => {
      const file = await nodeFs.open(path, flags, mode);
      const closeFirst = async () => {
        await file.close();
        throw systemError(code);
      };
      return { ...file, [step]: step === 'close' ? closeFirst : fail };
    },
  };
}

async function codeOf(action: Promise<unknown>): Promise<string> {
  const error = await action.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof CodedError ? error.code : `not coded: ${String(error)}`;
}

describe('writePortfolio', () => {
  it('writes all pieces as UTF-8 and leaves nothing beside the file', async () => {
    await writePortfolio(target, pieces());
    expect(await readFile(target, 'utf8')).toBe(whole);
    expect(await readdir(folder)).toEqual(['portfolio.html']);
  });

  it('K06 replaces an older file only when the new one is whole', async () => {
    await writeFile(target, 'older');
    const seen: string[] = [];
    async function* watched() {
      for await (const piece of pieces()) {
        seen.push(await readFile(target, 'utf8'));
        yield piece;
      }
    }
    await writePortfolio(target, watched());
    expect(seen).toEqual(['older', 'older', 'older']);
    expect(await readFile(target, 'utf8')).toBe(whole);
  });

  it.each([
    ['open', 'EACCES', 'export/cannot-write'],
    ['open', 'EROFS', 'export/cannot-write'],
    ['open', 'ENOENT', 'export/cannot-write'],
    ['write', 'ENOSPC', 'store/disk-full'],
    ['write', 'EDQUOT', 'store/disk-full'],
    ['write', 'EIO', 'export/cannot-write'],
    ['sync', 'EIO', 'export/cannot-write'],
    ['close', 'EDQUOT', 'store/disk-full'],
    ['rename', 'EPERM', 'export/cannot-write'],
  ] as const)(
    'K06 %s that fails with %s is %s, and the older file is untouched',
    async (step, system, code) => {
      await writeFile(target, 'older');
      expect(await codeOf(writePortfolio(target, pieces(), { fs: failing(step, system) }))).toBe(code);
      expect(await readFile(target, 'utf8')).toBe('older');
      expect(await readdir(folder)).toEqual(['portfolio.html']);
    },
  );

  it('K06 a folder that went away is told, not thrown as a system error', async () => {
    await rm(folder, { recursive: true });
    expect(await codeOf(writePortfolio(target, pieces()))).toBe('export/cannot-write');
  });

  it('K06 a folder at the target is refused and kept', async () => {
    await mkdir(target);
    expect(await codeOf(writePortfolio(target, pieces()))).toBe('export/cannot-write');
    expect((await stat(target)).isDirectory()).toBe(true);
    expect(await readdir(folder)).toEqual(['portfolio.html']);
  });

  it('K06 a symbolic link at the target is replaced, never written through', async () => {
    const elsewhere = join(folder, 'elsewhere.txt');
    await writeFile(elsewhere, 'kept');
    await symlink(elsewhere, target);
    await writePortfolio(target, pieces());
    expect(await readFile(elsewhere, 'utf8')).toBe('kept');
    expect(await readFile(target, 'utf8')).toBe(whole);
  });

  it('K14 cancelling at any piece leaves nothing', async () => {
    for (let last = 0; last <= 3; last += 1) {
      const controller = new AbortController();
      async function* cancelled() {
        let count = 0;
        if (last === 0) controller.abort();
        for await (const piece of pieces()) {
          yield piece;
          count += 1;
          if (count === last) controller.abort();
        }
      }
      expect(await codeOf(writePortfolio(target, cancelled(), { signal: controller.signal }))).toBe(
        'input/cancelled',
      );
      expect(await readdir(folder)).toEqual([]);
    }
  });

  it('passes on what the source of the pieces throws, and leaves nothing', async () => {
    async function* broken() {
      yield 'a';
      throw new CodedError('store/damaged');
    }
    expect(await codeOf(writePortfolio(target, broken()))).toBe('store/damaged');
    expect(await readdir(folder)).toEqual([]);
  });
});
