import { expect, test } from 'vitest';
import { inProcessEngine } from '../../electron/node/check/in-process-engine.ts';
import { examineLibrary } from '../../electron/node/library/doctor.ts';
import { forgetClaims, generator } from '../support/power-cut.ts';
import { type PowerCutFs, powerCutFs } from '../support/power-cut-fs.ts';
import { badgeSources, frozenMs, openAt } from '../support/temporary-library.ts';

const statesPerStep = process.env.LONG === '1' ? 20 : 3;
const place = { dir: '/library', cacheDir: '/cache' };

interface Crash {
  readonly fs: PowerCutFs;
  readonly step: number;
  /** What had been told as done by then. */
  readonly badges: readonly string[];
  readonly collection: string | null;
  readonly deleted: string | null;
}

test('M04 a power cut at any step loses nothing that was told as done, whatever of the rest the disk kept', async () => {
  const crashes: Crash[] = [];
  const random = generator(20_261_122);
  const badges: string[] = [];
  let collection: string | null = null;
  let deleted: string | null = null;
  let step = 0;
  const fs = powerCutFs(() => {
    step += 1;
    for (let state = 0; state < statesPerStep; state += 1) {
      crashes.push({ fs: fs.afterPowerCut(random), step, badges: [...badges], collection, deleted });
    }
  });

  const library = await openAt(place, { fs });
  const onFile: NonNullable<NonNullable<Parameters<typeof library.importFiles>[1]>['onFile']> = ({ row }) => {
    badges.push(...row.badgeIds);
  };
  await library.importFiles(badgeSources(3), { onFile });
  await library.edit({
    kind: 'collection.create',
    name: 'Work',
    badgeIds: badges.slice(0, 1),
    parentId: null,
    search: null,
  });
  collection = 'Work';
  await library.importFiles(badgeSources(5), {
    onFile: (file) => {
      if (file.row.outcome === 'imported') onFile(file);
    },
  });
  const going = badges[4] ?? '';
  await library.edit({ kind: 'badges.remove', badgeIds: [going] });
  deleted = going;
  await library.close();

  expect(step).toBeGreaterThan(60);
  for (const crash of crashes) await expectKept(crash);
});

async function expectKept({ fs, step, badges, collection, deleted }: Crash): Promise<void> {
  await forgetClaims(fs, place.dir);
  const library = await openAt(place, { fs, mode: 'write' });
  const { badges: shown, collections } = library.view();
  const here = new Set(shown.map(({ id }) => id));
  for (const id of badges) {
    // The deletion of the last step may or may not have come through before it was told.
    if (id === badges[4]) continue;
    expect(here.has(id), `step ${step}: ${id}`).toBe(true);
    expect((await library.original(id)).sha256).toBe(id);
  }
  if (collection !== null) expect(collections.map(({ name }) => name)).toEqual([collection]);
  if (deleted !== null) expect(here.has(deleted), `step ${step}: deleted`).toBe(false);
  await library.close();
  const { findings } = await examineLibrary({
    ...place,
    fs,
    engine: inProcessEngine(),
    clock: { now: () => frozenMs },
    repair: false,
  });
  expect({ step, damage: findings.filter(({ severity }) => severity === 'damage') }).toEqual({
    step,
    damage: [],
  });
}
