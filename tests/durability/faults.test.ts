import { rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { inProcessEngine } from '../../electron/node/check/in-process-engine.ts';
import type { FsPort } from '../../electron/node/fs-port.ts';
import { examineLibrary } from '../../electron/node/library/doctor.ts';
import type { ImportResult, Library } from '../../electron/node/library/library.ts';
import { CodedError, codeOf } from '../../shared/errors.ts';
import { type Fault, faultyFs } from '../support/faulty-fs.ts';
import { badgeSources, frozenMs, openAt, type Place, temporaryPlace } from '../support/temporary-library.ts';

const errors = [
  ['ENOSPC', 'store/disk-full'],
  ['EDQUOT', 'store/disk-full'],
  ['EIO', 'store/io'],
  ['EROFS', 'store/read-only'],
  ['EACCES', 'store/no-permission'],
  ['EMFILE', 'store/io'],
] as const;

interface Outcome {
  /** Badges that were told as imported. */
  readonly acknowledged: Set<string>;
  /** Names of collections that were told as made. */
  readonly collections: string[];
  readonly codes: string[];
}

/** A first start, an import, a collection and a close on a file system that fails; whatever was told is noted. */
async function session(place: Place, fs: FsPort): Promise<Outcome> {
  const outcome: Outcome = { acknowledged: new Set(), collections: [], codes: [] };
  let library: Library | null = null;
  const attempt = async (step: () => Promise<void>): Promise<void> => {
    try {
      await step();
    } catch (error) {
      // Anything that is not coded would be a crash.
      expect(error).toBeInstanceOf(CodedError);
      outcome.codes.push(codeOf(error));
    }
  };
  await attempt(async () => {
    library = await openAt(place, { fs });
  });
  const opened = library as Library | null;
  if (opened === null) return outcome;
  await attempt(async () => note(outcome, await opened.importFiles(badgeSources(3))));
  await attempt(async () => {
    await opened.edit({
      kind: 'collection.create',
      name: 'Work',
      badgeIds: [...outcome.acknowledged],
      parentId: null,
      search: null,
    });
    outcome.collections.push('Work');
  });
  const seen = opened.view();
  expect(new Set(seen.badges.map(({ id }) => id))).toEqual(outcome.acknowledged);
  expect(seen.collections.map(({ name }) => name)).toEqual(outcome.collections);
  await attempt(async () => opened.close());
  return outcome;
}

function note(outcome: Outcome, { files }: ImportResult): void {
  for (const { row } of files) {
    if (row.failure !== null) outcome.codes.push(row.failure.code);
    else for (const id of row.badgeIds) outcome.acknowledged.add(id);
  }
}

async function expectWhole(place: Place, outcome: Outcome, when: string): Promise<void> {
  const library = await openAt(place);
  const { badges, collections } = library.view();
  const ids = new Set(badges.map(({ id }) => id));
  for (const id of outcome.acknowledged) {
    expect(ids.has(id), `${when}: badge ${id}`).toBe(true);
    expect((await library.original(id)).sha256, when).toBe(id);
  }
  for (const name of outcome.collections) {
    expect(collections, when).toMatchObject([{ name, badgeIds: [...outcome.acknowledged] }]);
  }
  // Without a restart of anything: all that was refused goes in now.
  const again = await library.importFiles(badgeSources(3));
  expect(
    again.files.map(({ row }) => row.failure),
    when,
  ).toEqual([null, null, null]);
  await library.close();
  const report = await examineLibrary({
    ...place,
    engine: inProcessEngine(),
    clock: { now: () => frozenMs },
    repair: false,
  });
  expect({ when, findings: report.findings.filter(({ severity }) => severity === 'damage') }).toEqual({
    when,
    findings: [],
  });
}

async function run(fault: Fault, when: string): Promise<Outcome> {
  const place = temporaryPlace();
  const outcome = await session(place, faultyFs(fault));
  await expectWhole(place, outcome, when);
  rmSync(place.dir, { recursive: true, force: true });
  return outcome;
}

/** One code goes through every step; the others, which differ in their words alone, through every sixth. */
function stepsFor(code: string, steps: number): readonly number[] {
  const stride = code === 'ENOSPC' || process.env.LONG === '1' ? 1 : 6;
  return Array.from({ length: Math.ceil(steps / stride) }, (_, index) => index * stride + 1);
}

describe('M03 M05 an error at any step: told badges are there, nothing is half there, and it works again', () => {
  test.each(errors)('%s once, at every step', async (code, expected) => {
    const whole = faultyFs({ failsAt: () => false, code });
    await session(temporaryPlace(), whole);
    expect(whole.steps()).toBeGreaterThan(30);
    let refused = 0;
    const steps = stepsFor(code, whole.steps());
    for (const step of steps) {
      const outcome = await run({ failsAt: (at) => at === step, code }, `${code} at step ${step}`);
      for (const told of outcome.codes) expect([expected, 'store/not-found']).toContain(told);
      if (outcome.codes.length > 0) refused += 1;
    }
    expect(refused).toBeGreaterThan(steps.length / 3);
  });

  test.each(errors)('%s from a step on for good', async (code) => {
    const whole = faultyFs({ failsAt: () => false, code });
    await session(temporaryPlace(), whole);
    for (const step of stepsFor('', whole.steps())) {
      await run({ failsAt: (at) => at >= step, code }, `${code} from step ${step}`);
    }
  });
});

test('a disk that is full in the middle of an import keeps what it told, and takes the rest when there is room', async () => {
  const place = temporaryPlace();
  let full = false;
  const library = await openAt(place, { fs: faultyFs({ failsAt: () => full, code: 'ENOSPC' }) });
  await library.importFiles(badgeSources(10));
  full = true;
  const { files } = await library.importFiles(badgeSources(20));
  const told = new Set(files.map(({ row }) => row.failure?.code ?? row.outcome));
  expect(told).toEqual(new Set(['store/disk-full']));
  expect(library.view().badges).toHaveLength(10);
  full = false;
  await library.importFiles(badgeSources(20));
  expect(library.view().badges).toHaveLength(20);
  await library.close();
});
