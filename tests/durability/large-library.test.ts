import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeBackup } from '../../electron/node/backup/backup.ts';
import { restoreBackup } from '../../electron/node/backup/restore.ts';
import { inProcessEngine } from '../../electron/node/check/in-process-engine.ts';
import { examineLibrary } from '../../electron/node/library/doctor.ts';
import { badgeSource, frozenMs, openAt } from '../support/temporary-library.ts';

// With LONG=1 it takes four to five minutes of two cores: 50 000 badges open in 1 s, are examined in 31 s, backed up and
// tested in 79 s, restored in 27 s; the rest is their import.
const count = process.env.LONG === '1' ? 50_000 : 1_000;
const base = { engine: inProcessEngine(), clock: { now: () => frozenMs } };

test(`M17 a library of ${count} badges opens, is examined, backed up and restored in time`, {
  timeout: 1_800_000,
}, async () => {
  const folder = mkdtempSync(path.join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'large-'));
  const place = { dir: path.join(folder, 'library'), cacheDir: path.join(folder, 'cache') };
  try {
    const library = await openAt(place);
    for (let from = 0; from < count; from += 5_000) {
      const sources = Array.from({ length: Math.min(5_000, count - from) }, (_, index) =>
        badgeSource(from + index),
      );
      await library.importFiles(sources);
    }
    await library.close();
    const opened = await timed(() => openAt(place));
    expect(opened.value.view().badges).toHaveLength(count);
    await opened.value.close();
    const examined = await timed(() => examineLibrary({ ...base, ...place, repair: false }));
    expect(examined.value.findings).toEqual([]);
    const target = path.join(folder, 'backup.zip');
    const made = await timed(() => makeBackup({ ...base, ...place, target, passphrase: null }));
    expect(made.value).toMatchObject({ badges: count, missing: [] });
    const dir = path.join(folder, 'restored');
    const options = { ...base, file: target, passphrase: null, isMine: true, bringBack: false };
    const restored = await timed(() => restoreBackup({ ...options, dir }));
    expect(restored.value.badges).toBe(count);
    expect(opened.ms).toBeLessThan(3_000);
    expect(examined.ms).toBeLessThan(300_000);
    expect(made.ms).toBeLessThan(600_000);
    expect(restored.ms).toBeLessThan(600_000);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

async function timed<Value>(
  run: () => Promise<Value>,
): Promise<{ readonly value: Value; readonly ms: number }> {
  const startedAt = performance.now();
  const value = await run();
  return { value, ms: performance.now() - startedAt };
}
