import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ensureFolder, removeTree, replaceFile } from '../../../electron/node/files.ts';
import type { FsPort } from '../../../electron/node/fs-port.ts';
import { patientFs } from '../../../electron/node/patient-fs.ts';
import { storing } from '../../../electron/node/store-error.ts';
import { limits } from '../../../shared/limits.ts';
import { wordsFor } from '../../../shared/text/errors.ts';
import { faultyFs } from '../../support/faulty-fs.ts';
import { temporaryFolder } from '../../support/temporary-library.ts';

/** A clock that goes on while somebody sleeps, and what was slept. */
function fakeTime() {
  const slept: number[] = [];
  let nowMs = 5_000;
  return {
    slept,
    patience: {
      now: () => nowMs,
      sleep: async (ms: number) => {
        slept.push(ms);
        nowMs += ms;
      },
      longestMs: limits.heldFileMs,
    },
  };
}

const old = new TextEncoder().encode('old');
const fresh = new TextEncoder().encode('fresh');

/** The steps of replacing a file: it is made, written, synchronised and renamed. */
const renameStep = 4;

describe('a virus scanner that holds a file', () => {
  it.each(['EPERM', 'EBUSY', 'EACCES'])(
    'L09 %s of a rename is waited out, with pauses that grow',
    async (code) => {
      const file = path.join(temporaryFolder(), 'a.json');
      writeFileSync(file, old);
      const { slept, patience } = fakeTime();
      const fs = faultyFs({ failsAt: (step) => step >= renameStep && step < renameStep + 5, code });
      await replaceFile(patientFs(fs, patience), file, fresh);
      expect(readFileSync(file, 'utf8')).toBe('fresh');
      expect(slept).toEqual([10, 20, 40, 80, 160]);
      expect(readdirSync(path.dirname(file))).toEqual(['a.json']);
    },
  );

  it('L09 after ten seconds it is said plainly, the old file is whole and nothing is left beside it', async () => {
    const file = path.join(temporaryFolder(), 'a.json');
    writeFileSync(file, old);
    const { slept, patience } = fakeTime();
    const fs = faultyFs({ failsAt: (step) => step >= renameStep, code: 'EBUSY' });
    await expect(storing(() => replaceFile(patientFs(fs, patience), file, fresh))).rejects.toMatchObject({
      code: 'store/in-use',
    });
    expect(slept.reduce((sum, ms) => sum + ms, 0)).toBe(limits.heldFileMs);
    expect(Math.max(...slept)).toBeLessThanOrEqual(1_000);
    expect(readFileSync(file, 'utf8')).toBe('old');
    expect(readdirSync(path.dirname(file))).toEqual(['a.json']);
    expect(wordsFor('store/in-use').next).toContain('virus scanner');
  });

  it.each(['ENOSPC', 'EROFS', 'ENOENT'])('L09 %s is nothing to wait for', async (code) => {
    const file = path.join(temporaryFolder(), 'a.json');
    const { slept, patience } = fakeTime();
    const fs = faultyFs({ failsAt: (step) => step === renameStep, code });
    await expect(replaceFile(patientFs(fs, patience), file, fresh)).rejects.toMatchObject({ code });
    expect(slept).toEqual([]);
  });

  it('L09 removing a file or a folder waits as well', async () => {
    const folder = path.join(temporaryFolder(), 'old');
    const { slept, patience } = fakeTime();
    const plain = faultyFs({ failsAt: () => false, code: '' });
    let held = 2;
    const busy =
      <Value>(step: (name: string) => Promise<Value>) =>
      async (name: string) => {
        held -= 1;
        if (held >= 0) throw Object.assign(new Error('held'), { code: 'EBUSY' });
        return await step(name);
      };
    const fs: FsPort = { ...plain, unlink: busy(plain.unlink), rmdir: busy(plain.rmdir) };
    await ensureFolder(fs, folder);
    writeFileSync(path.join(folder, 'a'), old);
    await removeTree(patientFs(fs, patience), folder);
    expect(readdirSync(path.dirname(folder))).toEqual([]);
    expect(slept).toEqual([10, 20]);
  });
});
