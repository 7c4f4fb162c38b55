import { expect, test } from 'vitest';
import { inProcessEngine } from '../../electron/node/check/in-process-engine.ts';
import { examineLibrary } from '../../electron/node/library/doctor.ts';
import { forgetClaims, generator } from '../support/power-cut.ts';
import { type PowerCutFs, powerCutFs } from '../support/power-cut-fs.ts';
import { badgeSources, frozenMs, openAt } from '../support/temporary-library.ts';

const statesPerStep = process.env.LONG === '1' ? 20 : 3;
const place = { dir: '/library', cacheDir: '/cache' };
const file = { kind: 'bytes', name: 'report.pdf', bytes: Uint8Array.of(1, 2, 3) } as const;

/** What had been told as done by a step. */
interface Told {
  readonly evidence: string | null;
  readonly removed: boolean;
  readonly purged: boolean;
  readonly note: string;
}

test('M04 M21 a power cut at any step of evidence, a note, the bin and deleting for good leaves nothing half done', async () => {
  const crashes: { readonly fs: PowerCutFs; readonly step: number; readonly told: Told }[] = [];
  const random = generator(20_261_123);
  let told: Told = { evidence: null, removed: false, purged: false, note: '' };
  let isWatching = false;
  let step = 0;
  const fs = powerCutFs(() => {
    if (!isWatching) return;
    step += 1;
    for (let state = 0; state < statesPerStep; state += 1) {
      crashes.push({ fs: fs.afterPowerCut(random), step, told });
    }
  });
  const library = await openAt(place, { fs });
  await library.importFiles(badgeSources(2));
  const [going = '', staying = ''] = library.view().badges.map(({ id }) => id);
  isWatching = true;
  const add = { kind: 'evidence.add', badgeId: going, evidence: { kind: 'file', title: '' } } as const;
  told = { ...told, evidence: (await library.edit(add, file)).createdId };
  await library.edit({ kind: 'note.set', badgeId: staying, text: 'kept' });
  told = { ...told, note: 'kept' };
  await library.edit({ kind: 'badges.remove', badgeIds: [going] });
  told = { ...told, removed: true };
  await library.edit({ kind: 'bin.empty' });
  told = { ...told, purged: true };
  await library.close();

  expect(step).toBeGreaterThan(25);
  for (const crash of crashes) {
    await forgetClaims(crash.fs, place.dir);
    const after = await openAt(place, { fs: crash.fs, mode: 'write' });
    const { badges, bin } = after.view();
    const shown = badges.find(({ id }) => id === going);
    const inBin = bin.find(({ id }) => id === going);
    const where = `step ${crash.step}`;
    // The last step may or may not have come through before it was told.
    if (crash.told.purged) expect([shown, inBin], where).toEqual([undefined, undefined]);
    else if (crash.told.removed) expect(shown, where).toBeUndefined();
    else expect(shown ?? inBin, where).toBeDefined();
    if (shown !== undefined) {
      expect((await after.original(going)).sha256, where).toBe(going);
      const { evidence } = await after.details(going);
      if (crash.told.evidence !== null) expect(evidence, where).toHaveLength(1);
      for (const { id } of evidence)
        expect((await after.evidenceFile(going, id)).bytes, where).toEqual(file.bytes);
    }
    const note = badges.find(({ id }) => id === staying)?.noteText;
    if (crash.told.note !== '') expect(note, where).toBe('kept');
    await after.close();
    const { findings } = await examineLibrary({
      ...place,
      fs: crash.fs,
      engine: inProcessEngine(),
      clock: { now: () => frozenMs },
      repair: false,
    });
    const damage = findings.filter(({ severity }) => severity === 'damage');
    expect({ where, damage }).toEqual({ where, damage: [] });
  }
}, 120_000);
