import path from 'node:path';
import { CodedError } from '../../../shared/errors.ts';
import { limits } from '../../../shared/limits.ts';
import { backupWords } from '../../../shared/text/backup.ts';
import type { Clock } from '../../../shared/verify/ports.ts';
import type { BadgeEngine } from '../engine.ts';
import { leavingAs } from '../export/leaving.ts';
import { ensureFolder, listFolder, sha256Hex } from '../files.ts';
import { type FsPort, nodeFs } from '../fs-port.ts';
import { libraryPaths, readLibraryId } from '../library/library-files.ts';
import { type BackupResult, makeBackup } from './backup.ts';
import { type BackupContents, backupContents } from './backup-contents.ts';
import { withBackup } from './open-backup.ts';

export interface AutomaticBackupOptions {
  readonly dir: string;
  readonly cacheDir: string;
  /** Outside the library. */
  readonly folder: string;
  /** The version of the program: a new one makes a backup before a day has passed, since it may write in new ways. */
  readonly version: string;
  readonly engine: BadgeEngine;
  readonly clock: Clock;
  readonly fs?: FsPort;
  readonly signal?: AbortSignal;
}

export type AutomaticBackupOutcome =
  | { readonly kind: 'made'; readonly file: string; readonly result: BackupResult }
  | { readonly kind: 'not-due' };

/**
 * Makes a backup when the last one is a day old or was made by another version, and nothing when the library is empty or
 * as it was then. Keeps the newest ones and removes the oldest only once the new one is tested; one that holds all is
 * never removed for one that does not. A backup is written whole under a name of its own: no earlier one is touched.
 */
export async function backUpWhenDue(options: AutomaticBackupOptions): Promise<AutomaticBackupOutcome> {
  const { fs = nodeFs, dir, folder, clock, version } = options;
  const id = await readLibraryId(fs, libraryPaths(dir));
  if (id === null) throw new CodedError('store/not-found');
  const [last] = await automaticBackups(fs, folder, id, clock.now());
  const isRecent = last !== undefined && clock.now() - last.madeMs < limits.automaticBackupMs;
  if (isRecent && last.version === plainVersion(version) && last.madeMs <= clock.now()) return notDue;
  const contents = await backupContents(fs, libraryPaths(dir));
  if (contents.asOf === null || (last !== undefined && (await holds(fs, last.file, contents)))) return notDue;
  await leavingAs(path.basename(folder), () => ensureFolder(fs, folder));
  await removeOldDrafts(fs, folder, id);
  const draft = path.join(folder, nameOf(id, clock.now(), version));
  const result = await makeBackup({ ...options, target: draft, passphrase: null });
  const file = await named(fs, draft, result);
  await removeOldest(fs, folder, id, clock.now());
  return { kind: 'made', file, result };
}

export interface AutomaticBackup {
  readonly file: string;
  readonly madeMs: number;
  readonly version: string;
  /** The library had lost files already. */
  readonly isPartial: boolean;
}

/**
 * The automatic backups of a library, newest first. Those with a date to come are of a clock that was wrong then, or is
 * now: they stand behind the others, so that none pushes out the one that was just made.
 */
export async function automaticBackups(
  fs: FsPort,
  folder: string,
  libraryId: string,
  nowMs: number,
): Promise<readonly AutomaticBackup[]> {
  const found: AutomaticBackup[] = [];
  for (const { name, isFile } of await listFolder(fs, folder).catch(() => [])) {
    const [, id, date = '', time = '', version = '', part] = namePattern.exec(name) ?? [];
    if (!isFile || id !== shortId(libraryId)) continue;
    const madeMs = Date.parse(`${date}T${time.slice(0, 2)}:${time.slice(2, 4)}:${time.slice(4)}Z`);
    found.push({ file: path.join(folder, name), madeMs, version, isPartial: part !== undefined });
  }
  const isToCome = ({ madeMs }: AutomaticBackup) => Number(madeMs > nowMs);
  return found.sort((a, b) => isToCome(a) - isToCome(b) || b.madeMs - a.madeMs || (a.file < b.file ? 1 : -1));
}

/** Removes every automatic backup of a library, and what a crash left of one; the folder too when nothing else is in it. */
export async function removeAutomaticBackups(fs: FsPort, folder: string, libraryId: string): Promise<void> {
  const ours = `${backupWords.automaticName} ${shortId(libraryId)} `;
  for (const { name, isFile } of await listFolder(fs, folder)) {
    if (isFile && (name.startsWith(ours) || name.startsWith(`.${ours}`)))
      await fs.unlink(path.join(folder, name));
  }
  await fs.rmdir(folder).catch(() => undefined);
}

/** True where nothing was recorded since: by the journals, since a clock that was set back makes no record newer. */
async function holds(fs: FsPort, file: string, { journals }: BackupContents): Promise<boolean> {
  const list = await withBackup(fs, file, null, async (backup) => backup.list).catch(() => null);
  const held = new Map(list?.files.map(({ name, sha256 }) => [name, sha256]));
  return journals.every(({ name, bytes }) => held.get(name) === sha256Hex(bytes));
}

/** What a crash left of an earlier backup. */
async function removeOldDrafts(fs: FsPort, folder: string, libraryId: string): Promise<void> {
  const ours = `.${backupWords.automaticName} ${shortId(libraryId)} `;
  for (const { name, isFile } of await listFolder(fs, folder).catch(() => [])) {
    if (!isFile || !name.startsWith(ours) || !name.endsWith('.tmp')) continue;
    const file = path.join(folder, name);
    const { modifiedMs } = await fs.lstat(file).catch(() => ({ modifiedMs: Date.now() }));
    if (Date.now() - modifiedMs > limits.oldTemporaryMs) await fs.unlink(file).catch(() => undefined);
  }
}

/** What is not whole says so in its name, so that it never pushes out one that is. */
async function named(fs: FsPort, draft: string, { missing }: BackupResult): Promise<string> {
  if (missing.length === 0) return draft;
  const file = draft.replace(/\.zip$/, ` ${partial}.zip`);
  await leavingAs(path.basename(file), () => fs.rename(draft, file));
  return file;
}

async function removeOldest(fs: FsPort, folder: string, libraryId: string, nowMs: number): Promise<void> {
  const all = await automaticBackups(fs, folder, libraryId, nowMs);
  const lastWhole = all.find(({ isPartial }) => !isPartial);
  for (const backup of all.slice(limits.automaticBackups)) {
    if (backup !== lastWhole) await fs.unlink(backup.file).catch(() => undefined);
  }
}

function nameOf(libraryId: string, nowMs: number, version: string): string {
  const [date = '', time = ''] = new Date(nowMs).toISOString().split('T');
  const clock = time.slice(0, 8).replaceAll(':', '');
  return `${backupWords.automaticName} ${shortId(libraryId)} ${date} ${clock} v${plainVersion(version)}.zip`;
}

function shortId(libraryId: string): string {
  return libraryId.slice(0, 8);
}

function plainVersion(version: string): string {
  return version.replace(/[^0-9A-Za-z.-]/g, '').slice(0, 40);
}

const notDue: AutomaticBackupOutcome = { kind: 'not-due' };
const partial = 'partial';
const namePattern =
  /^Badge Backpack ([0-9a-f]{8}) (\d{4}-\d\d-\d\d) (\d{6}) v([0-9A-Za-z.-]{1,40})( partial)?\.zip$/;
