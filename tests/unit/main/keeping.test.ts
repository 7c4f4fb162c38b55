import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { AutomaticKeeping } from '../../../electron/main/automatic-keeping.ts';
import { createKeeping } from '../../../electron/main/keeping.ts';
import { holdLibrary } from '../../../electron/main/library-holder.ts';
import { inProcessEngine } from '../../../electron/node/check/in-process-engine.ts';
import { badgeSources, frozenMs, openAt, temporaryPlace } from '../../support/temporary-library.ts';

it('a backup that the app’s end stops is gone from beside its target before the app goes', async () => {
  const place = temporaryPlace();
  const holder = holdLibrary(() => openAt(place, { mode: 'write' }));
  const library = await holder.library;
  await library.importFiles(badgeSources(20));
  const folder = path.dirname(place.dir);
  const target = path.join(folder, 'backup.zip');
  const keeping = createKeeping({
    holder,
    automatic: {} as AutomaticKeeping,
    libraryFolder: place.dir,
    cacheFolder: place.cacheDir,
    engine: inProcessEngine(),
    clock: { now: () => frozenMs },
    dialogs: {
      confirmDeletion: async () => false,
      chooseBackupTarget: async () => target,
      chooseBackup: async () => null,
      chooseTarget: async () => null,
    },
    surroundings: { places: [], quiet: async () => undefined, startAnew: async () => undefined },
    tell: () => undefined,
  });
  const asked = keeping.answer({ do: 'back-up', passphrase: null });
  const refused = expect(asked).rejects.toMatchObject({ code: 'input/cancelled' });
  const left = () => readdirSync(folder).filter((name) => name.includes('backup.zip'));
  while (left().length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
  keeping.cancel();
  await keeping.settled();
  expect(left()).toEqual([]);
  await refused;
  await library.close();
});
