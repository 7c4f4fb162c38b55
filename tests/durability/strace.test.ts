import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inProcessEngine } from '../../electron/node/check/in-process-engine.ts';
import { examineLibrary } from '../../electron/node/library/doctor.ts';
import { badgeBytes, digestOf, type SessionPlace } from '../support/library-session.ts';
import { bundleSession } from '../support/session-bundle.ts';
import {
  countCalls,
  type Injection,
  runTraced,
  straceMissing,
  type TraceOptions,
} from '../support/strace.ts';
import { frozenMs, openAt } from '../support/temporary-library.ts';

const isLong = process.env.LONG === '1';
/** Why it cannot run here; null: it can. */
const missing = straceMissing();
const base = { engine: inProcessEngine(), clock: { now: () => frozenMs } };

let folder: string;
let script: string;
let counts: ReadonlyMap<string, number>;
let whole: readonly string[];
let runs = 0;

beforeAll(async () => {
  if (missing !== null) return;
  folder = mkdtempSync(path.join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'strace-'));
  script = await bundleSession(path.join(folder, 'script'));
  writeFileSync(path.join(folder, 'unused.zip'), '');
  const log = path.join(folder, 'calls');
  const place = freshPlace();
  const { status, told } = await session(place, { injection: null, log });
  expect([status, told.length]).toEqual([0, 3]);
  counts = countCalls(log);
  whole = told;
}, 120_000);
afterAll(() => {
  if (missing === null) rmSync(folder, { recursive: true, force: true });
});

function freshPlace(): SessionPlace {
  runs += 1;
  const at = path.join(folder, `run-${runs}`);
  mkdirSync(at);
  return {
    dir: path.join(at, 'library'),
    cacheDir: path.join(at, 'cache'),
    foreign: path.join(folder, 'unused.zip'),
    backups: at,
    isShort: true,
  };
}

async function session(place: SessionPlace, options: TraceOptions) {
  const { status, stdout } = await runTraced([script, JSON.stringify(place)], options);
  const lines = stdout.split('\n').slice(0, -1);
  const code = lines.find((line) => line.startsWith('! '))?.slice(2) ?? null;
  const told = lines.filter((line) => !line.startsWith('! ')).map((line) => line.split(' ')[1] ?? '');
  return { status, code, told };
}

/** What was told is there, the step under way happened whole or not at all, and the same session works afterwards. */
async function expectWhole(place: SessionPlace, told: readonly string[], when: string): Promise<void> {
  expect(told, when).toEqual(whole.slice(0, told.length));
  const library = await openAt(place, { mode: 'write' });
  const now = digestOf(library);
  if (told.length > 0) expect([told.at(-1), whole[told.length]], when).toContain(now);
  else expect([whole[0], whole[1]], when).toContain(now);
  for (const { id } of library.view().badges) expect((await library.original(id)).sha256, when).toBe(id);
  const again = await library.importFiles([{ kind: 'bytes', name: '1.json', bytes: badgeBytes(1) }]);
  expect(
    again.files.map(({ row }) => row.failure),
    when,
  ).toEqual([null]);
  await library.close();
  const { findings } = await examineLibrary({ ...base, ...place, repair: false });
  expect({ when, findings }).toEqual({ when, findings: [] });
  rmSync(path.dirname(place.dir), { recursive: true, force: true });
}

/** Calls on files alone: the many writes that wake threads are no points of their own. */
const fileCalls = ['fsync', 'fdatasync', 'mkdir', 'rename', 'unlink', 'ftruncate'];

function points(effect: Injection['effect'], stride: number): readonly Injection[] {
  const all = fileCalls.flatMap((call) =>
    Array.from({ length: counts.get(call) ?? 0 }, (_, index) => ({ call, at: index + 1, effect })),
  );
  return all.filter((_, index) => isLong || index % stride === 0);
}

describe.skipIf(missing !== null)(
  `every call that writes, of a first start, an import and an edit${missing === null ? '' : ` (${missing})`}`,
  () => {
    test('M02 kill at it: what was told is there, and nothing is half there', {
      timeout: 1_200_000,
    }, async () => {
      expect(counts.get('fsync')).toBeGreaterThan(15);
      const all = points('kill', 2);
      // Where the file's bytes themselves are written, among the writes that only wake threads.
      const writes = counts.get('write') ?? 0;
      const step = isLong ? 1 : Math.ceil(writes / 6);
      for (let at = 1; at <= writes; at += step) await killAt({ call: 'write', at, effect: 'kill' });
      for (const injection of all) await killAt(injection);

      async function killAt(injection: Injection): Promise<void> {
        const place = freshPlace();
        const { told } = await session(place, { injection });
        await expectWhole(place, told, `killed at ${injection.call} ${injection.at}`);
      }
    });

    test.each(['ENOSPC', 'EIO', 'EROFS', 'EMFILE'] as const)(
      'M03 %s from it: told with its code, nothing is half there, and it works when it is tried again',
      { timeout: 1_200_000 },
      async (effect) => {
        const expected = {
          ENOSPC: 'store/disk-full',
          EIO: 'store/io',
          EROFS: 'store/read-only',
          EMFILE: 'store/io',
        };
        let failed = 0;
        for (const injection of points(effect, effect === 'ENOSPC' ? 2 : 4)) {
          const when = `${effect} from ${injection.call} ${injection.at}`;
          const place = freshPlace();
          const { status, code, told } = await session(place, { injection });
          expect(status === 0 ? [0, null] : [4, expected[effect]], when).toEqual([status, code]);
          if (status !== 0) failed += 1;
          await expectWhole(place, told, when);
        }
        expect(failed).toBeGreaterThan(0);
      },
    );

    test('M03 a write to the journal that fails is taken back', { timeout: 600_000 }, async () => {
      for (const effect of ['ENOSPC', 'EIO'] as const) {
        const place = freshPlace();
        const library = await openAt(place);
        await library.edit({ kind: 'identity.add', address: 'eve@home.example', label: '' });
        await library.close();
        const [name = ''] = readdirSync(path.join(place.dir, 'journal'));
        const before = await session(place, {
          injection: { call: 'write', at: 1, effect },
          paths: [path.join(place.dir, 'journal', name)],
        });
        expect([before.status, before.told.length], effect).toEqual([4, 1]);
        const reopened = await openAt(place, { mode: 'write' });
        // The original was safe before its record: whoever dies then finds the badge there, whole.
        expect(reopened.view().badges.length).toBeLessThanOrEqual(1);
        expect(reopened.view().identities.map(({ address }) => address)).toEqual(['eve@home.example']);
        for (const { id } of reopened.view().badges) expect((await reopened.original(id)).sha256).toBe(id);
        await reopened.close();
        const { findings } = await examineLibrary({ ...base, ...place, repair: false });
        expect(findings).toEqual([]);
      }
    });
  },
);
