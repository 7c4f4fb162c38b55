import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { inProcessEngine } from '../../electron/node/check/in-process-engine.ts';
import { examineLibrary } from '../../electron/node/library/doctor.ts';
import { builtCli, runCli } from '../support/built-cli.ts';
import { badgeBytes } from '../support/library-session.ts';
import { frozenMs, openAt, type Place } from '../support/temporary-library.ts';

const sizes = process.env.LONG === '1' ? 64 : 8;
const stepKb = 4_096 / sizes;
/** Why there are no disks of a size of one's own here; null: there are. */
const missing = mountMissing();

let folder: string;

beforeAll(() => {
  if (missing !== null) return;
  builtCli();
  folder = mkdtempSync(path.join(tmpdir(), 'small-disk-'));
  mkdirSync(path.join(folder, 'files'));
  // Large ones and small ones: some four megabytes in all.
  for (let number = 1; number <= 32; number += 1) {
    writeFileSync(path.join(folder, 'files', `${number}.json`), badgeBytes(number));
  }
}, 120_000);
afterAll(() => {
  if (missing === null) rmSync(folder, { recursive: true, force: true });
});

function mountMissing(): string | null {
  if (process.platform !== 'linux') return 'only Linux has tmpfs';
  const probe = mkdtempSync(path.join(tmpdir(), 'mount-probe-'));
  const isMounted = mount(probe, 64);
  if (isMounted) unmount(probe);
  rmSync(probe, { recursive: true, force: true });
  return isMounted ? null : 'mounting a tmpfs is not allowed here';
}

function mount(place: string, sizeKb: number, option = ''): boolean {
  const words = ['-t', 'tmpfs', '-o', `${option}size=${sizeKb}k`, 'tmpfs', place];
  return spawnSync('mount', words, { stdio: 'ignore' }).status === 0;
}

function unmount(place: string): void {
  spawnSync('umount', [place], { stdio: 'ignore' });
}

const importedLine = z.object({ imported: z.string() });

describe.skipIf(missing !== null)(
  `${sizes} sizes of a disk${missing === null ? '' : ` (${missing})`}`,
  () => {
    test('M05 M03 an import that fills the disk keeps what it told, says so, and takes the rest when there is room', {
      timeout: sizes * 20_000,
    }, async () => {
      const disk = path.join(folder, 'disk');
      mkdirSync(disk);
      const place: Place = {
        dir: path.join(disk, 'library'),
        cacheDir: path.join(folder, 'cache', 'badge-backpack'),
      };
      const outcomes = new Map<number, number>();
      for (let size = 1; size <= sizes; size += 1) {
        const sizeKb = size * stepKb + 17;
        expect(mount(disk, sizeKb)).toBe(true);
        try {
          const words = ['import', '--offline', '--json', '--library', place.dir, path.join(folder, 'files')];
          const environment = { XDG_CACHE_HOME: path.join(folder, 'cache') };
          const run = await runCli(words, { environment, timeoutMs: 60_000 });
          expect([0, 4], `${sizeKb} kB: ${run.stderr}`).toContain(run.status);
          outcomes.set(run.status ?? -1, (outcomes.get(run.status ?? -1) ?? 0) + 1);
          if (run.status === 4) expect(`${run.stdout}${run.stderr}`).toContain('store/disk-full');
          const told = run.stdout
            .split('\n')
            .filter((line) => line.includes('"imported"'))
            .map((line) => importedLine.parse(JSON.parse(line)).imported);
          expect(mount(disk, 16_384, 'remount,')).toBe(true);
          await expectTold(place, told, `${sizeKb} kB`);
          const rest = await runCli(words, { environment, timeoutMs: 60_000 });
          expect([rest.status, rest.stderr], `${sizeKb} kB`).toEqual([0, '']);
          const library = await openAt(place, { mode: 'read' });
          expect(library.view().badges).toHaveLength(32);
          await library.close();
          expect((await examine(place)).findings, `${sizeKb} kB`).toEqual([]);
        } finally {
          unmount(disk);
          rmSync(path.join(folder, 'cache'), { recursive: true, force: true });
        }
      }
      // So that the test proves something: some sizes were too small, some were not.
      expect(outcomes.get(4)).toBeGreaterThan(sizes / 3);
      expect(outcomes.get(0)).toBeGreaterThan(0);
    });
  },
);

async function expectTold(place: Place, told: readonly string[], when: string): Promise<void> {
  const library = await openAt(place, { mode: 'write' });
  const here = new Set(library.view().badges.map(({ id }) => id));
  for (const id of told) {
    expect(here.has(id), `${when}: ${id}`).toBe(true);
    expect((await library.original(id)).sha256).toBe(id);
  }
  await library.close();
  const { findings } = await examine(place);
  expect({ when, damage: findings.filter(({ severity }) => severity === 'damage') }).toEqual({
    when,
    damage: [],
  });
}

async function examine(place: Place) {
  return await examineLibrary({
    ...place,
    engine: inProcessEngine(),
    clock: { now: () => frozenMs },
    repair: false,
  });
}
