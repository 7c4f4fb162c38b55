import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeBackup } from '../../electron/node/backup/backup.ts';
import { newRecoveryCode } from '../../electron/node/backup/backup-keys.ts';
import { inProcessEngine } from '../../electron/node/check/in-process-engine.ts';
import { readProjectFile, sourceFiles } from '../support/source-files.ts';
import { badgeSource, frozenMs, openAt, temporaryPlace } from '../support/temporary-library.ts';

const marker = 'Zinnober-4711';
const base = { engine: inProcessEngine(), clock: { now: () => frozenMs } };

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

describe('N13 at rest', () => {
  test('what a locked backup holds can be read in none of its bytes, nor in anything that making it left behind', async () => {
    const place = temporaryPlace();
    const library = await openAt(place);
    await library.importFiles([badgeSource(1)]);
    const [id = ''] = library.view().badges.map((card) => card.id);
    await library.edit({ kind: 'note.set', badgeId: id, text: marker });
    await library.close();
    const holdsMarker = (file: string): boolean => readFileSync(file).includes(marker);
    const before = filesIn(path.dirname(place.dir));
    expect(before.filter(holdsMarker).length).toBeGreaterThan(0);

    const target = path.join(path.dirname(place.dir), 'backup.backpack-backup');
    const recoveryCode = newRecoveryCode();
    const passphrase = `${marker} as a passphrase`;
    await makeBackup({ ...base, ...place, target, passphrase, recoveryCode });
    const left = filesIn(path.dirname(place.dir)).filter((file) => !before.includes(file));
    expect(left).toEqual([target]);
    expect(holdsMarker(target)).toBe(false);
    const bytes = readFileSync(target, 'latin1');
    for (const secret of [recoveryCode, recoveryCode.replaceAll('-', ''), 'Bicycle repair', 'journal/']) {
      expect(bytes.includes(secret), secret).toBe(false);
    }
    if (process.platform !== 'win32') expect(statSync(target).mode & 0o777).toBe(0o600);
  });

  test('the keyring, which some systems have none of, keeps the learner’s own key alone: nothing says that the library is locked', () => {
    const naming = ['electron', 'renderer', 'shared']
      .flatMap((folder) => sourceFiles(folder))
      .filter((file) => readProjectFile(file).includes('safeStorage'));
    expect(naming).toEqual(['electron/main/later-keys.ts']);
  });
});
