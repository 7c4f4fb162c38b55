import type { Piece } from '../../../shared/archive/piece-reader.ts';
import { listZip, type ZipCaps, type ZipEntry } from '../../../shared/archive/zip-entries.ts';
import { CodedError, codeOf } from '../../../shared/errors.ts';
import {
  type BackupFile,
  type BackupList,
  backupListName,
  readBackupList,
} from '../../../shared/library/backup-list.ts';
import { limits } from '../../../shared/limits.ts';
import { sha256Hex } from '../files.ts';
import type { FsPort } from '../fs-port.ts';
import { unpackEntry } from '../import/unpack-entry.ts';
import { stopWhenCancelled } from '../stop-when-cancelled.ts';
import { type BackupBytes, withBackupFile } from './backup-bytes.ts';
import { openSealed } from './backup-cipher.ts';
import { isSealed } from './backup-keys.ts';

/** A backup that can be read. */
export interface OpenBackup {
  readonly list: BackupList;
  readonly isLocked: boolean;
  /** One file of its list, hash verified: `backup/damaged`. */
  read(file: BackupFile): Promise<Uint8Array>;
}

/**
 * Opens a backup for as long as `use` runs. What another program made, or changed, is refused whole:
 * `backup/not-a-backup`, `backup/damaged`, `backup/newer-format`; a locked one with `backup/needs-passphrase` or
 * `backup/wrong-passphrase`, `backup/mistyped-code`. `passphrase`: or the recovery code.
 */
export function withBackup<Value>(
  fs: FsPort,
  file: string,
  passphrase: string | null,
  use: (backup: OpenBackup) => Promise<Value>,
): Promise<Value> {
  return withBackupFile(fs, file, async (bytes) => {
    const head = await bytes.read(0, Math.min(8, bytes.sizeBytes));
    const isLocked = isSealed(head);
    if (isLocked && passphrase === null) throw new CodedError('backup/needs-passphrase');
    if (!isLocked && !isZip(head)) throw new CodedError('backup/not-a-backup');
    const archive = isLocked ? await openSealed(bytes, passphrase ?? '') : bytes;
    return await use(await readList(archive, isLocked));
  });
}

/** Reads every file of a backup once: `backup/damaged` for one that is not what the list says. */
export async function verifyBackup(
  backup: OpenBackup,
  options: { readonly signal?: AbortSignal | undefined; readonly onFile?: (done: number) => void } = {},
): Promise<void> {
  for (const [index, file] of backup.list.files.entries()) {
    stopWhenCancelled(options.signal);
    await backup.read(file);
    options.onFile?.(index + 1);
  }
}

async function readList(archive: BackupBytes, isLocked: boolean): Promise<OpenBackup> {
  const entries = new Map((await entriesOf(archive, isLocked)).map((entry) => [entry.name, entry]));
  const first = entries.get(backupListName);
  if (first === undefined) throw new CodedError(isLocked ? 'backup/damaged' : 'backup/not-a-backup');
  const list = readBackupList(await contents(archive, first));
  const named = new Set(list.files.map(({ name }) => name));
  const isExact = entries.size === named.size + 1 && [...named].every((name) => entries.has(name));
  if (!isExact) throw new CodedError('backup/damaged');
  return {
    list,
    isLocked,
    read: async (file) => {
      const entry = entries.get(file.name);
      if (entry === undefined || entry.sizeBytes !== file.bytes) throw damaged(file.name);
      const bytes = await contents(archive, entry);
      if (sha256Hex(bytes) !== file.sha256) throw damaged(file.name);
      return bytes;
    },
  };
}

async function entriesOf(archive: BackupBytes, isLocked: boolean): Promise<readonly ZipEntry[]> {
  const { sizeBytes } = archive;
  const length = Math.min(sizeBytes, limits.zipFirstPieceBytes);
  const pieces: Piece[] = [];
  let ranges: readonly { readonly offset: number; readonly length: number }[] = [
    { offset: sizeBytes - length, length },
  ];
  for (let round = 0; round < mostRounds; round += 1) {
    for (const range of ranges) {
      pieces.push({ offset: range.offset, bytes: await archive.read(range.offset, range.length) });
    }
    const step = listed(sizeBytes, pieces, isLocked);
    if (step.kind === 'listed') return step.entries;
    ranges = step.ranges;
  }
  throw new CodedError('backup/damaged');
}

/** A ZIP archive of which even the table of contents cannot be read may have been one of ours. */
function listed(sizeBytes: number, pieces: readonly Piece[], isLocked: boolean) {
  try {
    return listZip(sizeBytes, pieces, caps);
  } catch (error) {
    const isOurs = isLocked || codeOf(error) !== 'archive/unsafe-name';
    throw new CodedError(isOurs ? 'backup/damaged' : 'backup/not-a-backup', {}, { cause: error });
  }
}

async function contents(archive: BackupBytes, entry: ZipEntry): Promise<Uint8Array> {
  if (entry.refusal !== null || Math.max(entry.sizeBytes, entry.packedBytes) > limits.backupEntryBytes) {
    throw damaged(entry.name);
  }
  const packed = await archive.read(entry.dataOffset, entry.packedBytes + entry.descriptorBytes);
  try {
    return unpackEntry(entry, packed);
  } catch (error) {
    throw damaged(entry.name, error);
  }
}

function damaged(file: string, cause?: unknown): CodedError {
  return new CodedError('backup/damaged', { file }, { cause });
}

function isZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5);
}

const caps: ZipCaps = {
  archiveBytes: limits.backupBytes,
  entries: limits.backupEntries,
  totalBytes: limits.backupBytes,
  directoryBytes: limits.backupDirectoryBytes,
};
/** The end, a far ZIP64 record, the table of contents, the headers. */
const mostRounds = 5;
