import path from 'node:path';
import { CodedError } from '../../../shared/errors.ts';
import {
  type BackupFile,
  backupListName,
  backupListText,
  backupReadme,
} from '../../../shared/library/backup-list.ts';
import { isShown } from '../../../shared/library/presence.ts';
import { limits } from '../../../shared/limits.ts';
import { backupWords } from '../../../shared/text/backup.ts';
import { leavingAs } from '../export/leaving.ts';
import { randomName, readOptional, sha256Hex, shortName } from '../files.ts';
import { type FsPort, fileMode, fsFlags, nodeFs } from '../fs-port.ts';
import { libraryIdentity, libraryPaths } from '../library/library-files.ts';
import { stopWhenCancelled } from '../stop-when-cancelled.ts';
import { isNotFound, storing } from '../store-error.ts';
import { createArchiveWriter } from './backup-archive.ts';
import { createSealer } from './backup-cipher.ts';
import { type BackupContents, backupContents } from './backup-contents.ts';
import type { BackupOptions } from './backup-options.ts';
import { withBackup } from './open-backup.ts';
import { requireOutside } from './outside.ts';
import { testRestore } from './test-restore.ts';

export interface BackupResult {
  readonly libraryId: string;
  /** Badges that are in the library. */
  readonly badges: number;
  readonly files: number;
  readonly bytes: number;
  readonly isLocked: boolean;
  /** RFC 3339, UTC: of the newest record; null: the library is empty. */
  readonly asOf: string | null;
  /** Names of files that the library itself had lost or damaged, and that are not in the backup. */
  readonly missing: readonly string[];
}

/**
 * Writes a backup of a library beside its target, reads it back, restores it into a temporary place, looks whether all is
 * whole there and every byte the same, and only then gives it its name. When it rejects nothing is left behind and what
 * was under that name is untouched (but where the very last step fails, which makes the name durable: then it is the
 * new one). `backup/inside-library`, `backup/short-passphrase`, `backup/not-confirmed`,
 * `export/cannot-write`, `input/cancelled`, `store/*`.
 */
export async function makeBackup(options: BackupOptions): Promise<BackupResult> {
  const { fs = nodeFs, target, passphrase } = options;
  requirePassphrase(passphrase);
  await requireTargetOutside(fs, options.dir, target);
  const draft = path.join(path.dirname(target), `.${shortName(target)}.${randomName()}.tmp`);
  try {
    const contents = await backupContents(fs, libraryPaths(options.dir));
    const written = await leavingAs(path.basename(target), () => writeDraft(fs, draft, contents, options));
    await testRestore({ ...options, fs, file: draft, contents, files: written.files });
    await testRecovery(fs, draft, options);
    stopWhenCancelled(options.signal);
    return await leavingAs(path.basename(target), async () => {
      await fs.rename(draft, target);
      await fs.syncFolder(path.dirname(target));
      return resultOf(contents, written, options);
    });
  } catch (error) {
    await fs.unlink(draft).catch(() => undefined);
    throw error;
  }
}

/** Whoever writes the code down relies on it. `backup/not-confirmed` */
async function testRecovery(fs: FsPort, draft: string, { recoveryCode }: BackupOptions): Promise<void> {
  if (recoveryCode === undefined) return;
  await withBackup(fs, draft, recoveryCode, async () => undefined).catch((error) => {
    throw new CodedError('backup/not-confirmed', {}, { cause: error });
  });
}

interface Written {
  readonly files: readonly BackupFile[];
  readonly missing: readonly string[];
  readonly bytes: number;
}

async function writeDraft(
  fs: FsPort,
  draft: string,
  contents: BackupContents,
  options: BackupOptions,
): Promise<Written> {
  const { passphrase, onProgress } = options;
  const sealer = passphrase === null ? null : await createSealer(passphrase, options.recoveryCode ?? null);
  const handle = await fs.open(draft, fsFlags.createNew, fileMode);
  try {
    const archive = await createArchiveWriter(handle, sealer);
    const files: BackupFile[] = [];
    const add = async (name: string, bytes: Uint8Array): Promise<void> => {
      stopWhenCancelled(options.signal);
      if (bytes.length > limits.backupEntryBytes) throw new CodedError('input/too-large');
      await archive.add(name, bytes);
      files.push({ name, sha256: sha256Hex(bytes), bytes: bytes.length });
    };
    const { asOf, libraryId: library } = contents;
    const badges = shownCount(contents);
    await add(backupReadme, encoded(backupWords.readme({ asOf, badges })));
    await add('library.json', libraryIdentity(library));
    for (const { name, bytes } of contents.journals) await add(name, bytes);
    const missing = await addObjects(fs, contents, add, onProgress);
    const list = encoded(backupListText({ library, asOf, badges, files }));
    await archive.add(backupListName, list);
    await archive.finish();
    await handle.sync();
    return { files, missing, bytes: (await handle.stat()).size };
  } finally {
    await handle.close();
  }
}

/** Those that are not what their names say stay out, and are named: a backup of a damaged library holds the rest. */
async function addObjects(
  fs: FsPort,
  { objects }: BackupContents,
  add: (name: string, bytes: Uint8Array) => Promise<void>,
  onProgress: BackupOptions['onProgress'],
): Promise<readonly string[]> {
  const added = new Set<string>();
  const damaged = new Set<string>();
  for (const [index, { name, sha256, file }] of objects.entries()) {
    const key = `${name.split('/')[0]}/${sha256}`;
    onProgress?.({ step: 'writing', done: index, total: objects.length });
    if (added.has(key)) continue;
    const bytes = await readOptional(fs, file).catch(() => null);
    if (bytes === null || sha256Hex(bytes) !== sha256) {
      damaged.add(key);
      continue;
    }
    await add(name, bytes);
    added.add(key);
  }
  onProgress?.({ step: 'writing', done: objects.length, total: objects.length });
  return [...damaged].filter((key) => !added.has(key));
}

function resultOf(contents: BackupContents, written: Written, options: BackupOptions): BackupResult {
  const { libraryId, asOf } = contents;
  return {
    libraryId,
    badges: shownCount(contents),
    files: written.files.length,
    bytes: written.bytes,
    isLocked: options.passphrase !== null,
    asOf,
    missing: written.missing,
  };
}

function shownCount({ state }: BackupContents): number {
  return [...state.badges.values()].filter(isShown).length;
}

function requirePassphrase(passphrase: string | null): void {
  if (passphrase === null) return;
  if ([...passphrase].length < limits.passphraseCharacters) {
    throw new CodedError('backup/short-passphrase', { limit: limits.passphraseCharacters });
  }
}

/** A backup in the library's own folder is lost with it, and the next backup would take it in. */
async function requireTargetOutside(fs: FsPort, dir: string, target: string): Promise<void> {
  const library = await storing(() =>
    fs.realpath(dir).catch((error) => {
      throw isNotFound(error) ? new CodedError('store/not-found', {}, { cause: error }) : error;
    }),
  );
  const folder = await leavingAs(path.basename(target), () =>
    fs.realpath(path.dirname(path.resolve(target))),
  );
  requireOutside(library, folder);
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
