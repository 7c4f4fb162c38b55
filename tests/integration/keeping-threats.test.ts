import {
  chmodSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeBackup } from '../../electron/node/backup/backup.ts';
import { restoreBackup } from '../../electron/node/backup/restore.ts';
import { inProcessEngine } from '../../electron/node/check/in-process-engine.ts';
import { examineLibrary } from '../../electron/node/library/doctor.ts';
import { backupListText, readBackupList } from '../../shared/library/backup-list.ts';
import { type EntryToZip, zipOf } from '../factories/zip.ts';
import { badgeSources, frozenMs, openAt, type Place, temporaryPlace } from '../support/temporary-library.ts';
import { yauzlContents } from '../support/yauzl-contents.ts';

const base = { engine: inProcessEngine(), clock: { now: () => frozenMs } };

async function filled(count: number): Promise<Place> {
  const place = temporaryPlace();
  const library = await openAt(place);
  await library.importFiles(badgeSources(count));
  await library.close();
  return place;
}

function tree(dir: string): ReadonlyMap<string, string> {
  const entries = readdirSync(dir, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  return new Map(files.map((file) => [path.relative(dir, file), readFileSync(file, 'base64')]));
}

describe('G10 a backup that is not exactly what its list says', () => {
  async function outcomes(
    change: (files: Map<string, Buffer>) => readonly EntryToZip[] | undefined,
  ): Promise<{ readonly code: string; readonly isUntouched: boolean }> {
    const from = await filled(3);
    const file = path.join(path.dirname(from.dir), 'backup.zip');
    await makeBackup({ ...base, ...from, target: file, passphrase: null });
    const files = new Map(await yauzlContents(readFileSync(file)));
    const more = change(files) ?? [];
    writeFileSync(file, zipOf([...[...files].map(([name, data]) => ({ name, data })), ...more]));
    const place = await filled(1);
    const before = tree(place.dir);
    const code = await restoreBackup({
      ...base,
      ...place,
      file,
      passphrase: null,
      isMine: true,
      bringBack: true,
    }).then(
      () => 'restored',
      (error) => String(error.code),
    );
    return { code, isUntouched: JSON.stringify([...tree(place.dir)]) === JSON.stringify([...before]) };
  }

  const list = 'manifest.jsonl';
  const original = (files: ReadonlyMap<string, Buffer>) =>
    [...files.keys()].find((name) => name.startsWith('badges/')) ?? '';
  const edited = (files: Map<string, Buffer>, edit: (text: string) => string) => {
    files.set(list, Buffer.from(edit(files.get(list)?.toString('utf8') ?? '')));
  };

  test('unchanged is restored, so that the others are refused for what they are', async () => {
    expect(await outcomes(() => undefined)).toMatchObject({ code: 'restored' });
  });

  const cases: Readonly<Record<string, [string, Parameters<typeof outcomes>[0]]>> = {
    'of a newer version': [
      'backup/newer-format',
      (files) => void edited(files, (text) => text.replace('"version":1', '"version":2,"news":true')),
    ],
    'whose list is missing': ['backup/not-a-backup', (files) => void files.delete(list)],
    'with another file in place of one': [
      'backup/damaged',
      (files) => void files.set(original(files), Buffer.from('another badge')),
    ],
    'with a hash that does not fit': [
      'backup/damaged',
      (files) => void edited(files, (text) => text.replace(/"sha256":"[0-9a-f]/, '"sha256":"x')),
    ],
    'with a file that the list does not name': [
      'backup/damaged',
      () => [{ name: 'badges/extra.txt', data: 'x' }],
    ],
    'without a file that the list names': ['backup/damaged', (files) => void files.delete(original(files))],
    'that names a file twice': [
      'backup/damaged',
      (files) =>
        void edited(
          files,
          (text) =>
            text.replace(/"files":(\d+)/, (_, n) => `"files":${Number(n) + 1}`) +
            text.trimEnd().split('\n').at(-1) +
            '\n',
        ),
    ],
    'with a place outside the library': [
      'backup/damaged',
      (files) => void edited(files, (text) => text.replace('"README.txt"', '"../../evil.txt"')),
    ],
    'with a place in the library that is none of a backup': [
      'backup/damaged',
      (files) => {
        edited(files, (text) => text.replace('"README.txt"', '".locks/x.held"'));
        return [{ name: '.locks/x.held', data: '' }];
      },
    ],
    'whose list has __proto__ in it': [
      'backup/damaged',
      (files) =>
        void edited(files, (text) =>
          text.replace('"name":"README.txt"', '"__proto__":{"x":1},"name":"README.txt"'),
        ),
    ],
    'whose list says more than a list may': [
      'backup/damaged',
      (files) => void edited(files, (text) => text.replace('"badges":3', '"badges":3,"allowPrivate":true')),
    ],
    'that climbs out by the names of its entries': [
      'backup/not-a-backup',
      () => [{ name: '../evil', data: 'x' }],
    ],
    'whose original is not what its name says': [
      'backup/damaged',
      (files) => {
        const name = original(files);
        const other = [...files.keys()].filter((one) => one.startsWith('badges/'))[1] ?? '';
        const bytes = files.get(other) ?? Buffer.alloc(0);
        const facts = readBackupList(files.get(list) ?? Buffer.alloc(0));
        const hash = facts.files.find((one) => one.name === other)?.sha256 ?? '';
        files.set(name, bytes);
        const changed = facts.files.map((one) =>
          one.name === name ? { name, sha256: hash, bytes: bytes.length } : one,
        );
        files.set(list, Buffer.from(backupListText({ ...facts, files: changed })));
      },
    ],
  };
  test.each(Object.entries(cases))(
    'G10 %s is refused, and the library is untouched',
    async (_, [code, change]) => {
      expect(await outcomes(change)).toEqual({ code, isUntouched: true });
      expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
    },
  );
});

test('L06 a library and its backups are made under random names that nobody could have put there before', async () => {
  const place = await filled(1);
  const odd = path.join(path.dirname(place.dir), 'backup.zip');
  // Whoever shares the folder cannot lead the writing elsewhere: a link in the place of the target is replaced.
  const victim = path.join(path.dirname(place.dir), 'victim');
  writeFileSync(victim, 'of somebody else');
  linkSync(victim, odd);
  await makeBackup({ ...base, ...place, target: odd, passphrase: null });
  expect(readFileSync(victim, 'utf8')).toBe('of somebody else');
  expect(statSync(odd).mode & 0o777).toBe(0o600);
  for (const folder of [place.cacheDir, place.dir]) expect(statSync(folder).mode & 0o777).toBe(0o700);
});

test('M12 a library of a newer version is opened by nobody who could harm it, and nothing in it changes', async () => {
  const place = await filled(2);
  writeFileSync(
    path.join(place.dir, 'library.json'),
    '{"format":2,"id":"00000000-0000-0000-0000-000000000000"}\n',
  );
  const before = tree(place.dir);
  const newer = { code: 'store/newer-format' };
  for (const mode of ['write', 'write-or-read', 'read'] as const) {
    await expect(openAt(place, { mode })).rejects.toMatchObject(newer);
  }
  await expect(examineLibrary({ ...base, ...place, repair: true })).rejects.toMatchObject(newer);
  const target = path.join(path.dirname(place.dir), 'x.zip');
  await expect(makeBackup({ ...base, ...place, target, passphrase: null })).rejects.toMatchObject(newer);
  const backup = path.join(path.dirname(place.dir), 'other.zip');
  await makeBackup({ ...base, ...(await filled(1)), target: backup, passphrase: null });
  const options = { ...base, ...place, file: backup, passphrase: null, isMine: true, bringBack: false };
  await expect(restoreBackup(options)).rejects.toMatchObject(newer);
  expect(tree(place.dir)).toEqual(before);
});

test('M20 rounds and rounds of import, deletion, backup and restore leave no temporary file and no open file', {
  timeout: 180_000,
}, async () => {
  const rounds = process.env.LONG === '1' ? 100 : 10;
  const place = await filled(2);
  const target = path.join(path.dirname(place.dir), 'backup.zip');
  const openFiles = () => (process.platform === 'linux' ? readdirSync('/proc/self/fd').length : 0);
  let before = 0;
  for (let round = 0; round < rounds; round += 1) {
    const library = await openAt(place);
    await library.importFiles(badgeSources(5));
    const badgeIds = library
      .view()
      .badges.map(({ id }) => id)
      .slice(0, 2);
    await library.edit({ kind: 'badges.remove', badgeIds });
    await makeBackup({ ...base, ...place, target, passphrase: null });
    await library.undo();
    await library.close();
    await restoreBackup({
      ...base,
      ...place,
      file: target,
      passphrase: null,
      isMine: true,
      bringBack: false,
    });
    if (round === 2) before = openFiles();
  }
  expect(openFiles()).toBeLessThanOrEqual(before + 1);
  const left = [...tree(path.dirname(place.dir)).keys()].filter((name) =>
    /tmp|restore|\.claim|\.held/.test(name),
  );
  expect(left).toEqual([]);
  expect((await examineLibrary({ ...base, ...place, repair: false })).findings).toEqual([]);
});

test('M06 a backup to a folder that may not be written says so', async (context) => {
  if (process.getuid?.() === 0) return context.skip('the administrator may write everywhere');
  const place = await filled(1);
  const folder = path.join(path.dirname(place.dir), 'locked');
  mkdirSync(folder);
  chmodSync(folder, 0o500);
  const making = makeBackup({ ...base, ...place, target: path.join(folder, 'x.zip'), passphrase: null });
  await expect(making).rejects.toMatchObject({ code: 'export/cannot-write' });
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true });
});
