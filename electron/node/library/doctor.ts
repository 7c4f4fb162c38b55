import path from 'node:path';
import { CodedError } from '../../../shared/errors.ts';
import { type FindingKind, type FindingSeverity, wordsForFinding } from '../../../shared/text/doctor.ts';
import { ensureFolder, randomName, readWhole, replaceFile, writeNewFile } from '../files.ts';
import { type FsPort, nodeFs } from '../fs-port.ts';
import { storing } from '../store-error.ts';
import { type Found, type Inspection, inspect } from './inspect.ts';
import { decodeJournal } from './journal-line.ts';
import type { OpenLibraryOptions } from './library.ts';
import { createLibraryFiles, type LibraryPaths, libraryPaths } from './library-files.ts';
import { acquireLock } from './lock.ts';
import { openLibrary } from './open-library.ts';

export interface DoctorOptions extends Omit<OpenLibraryOptions, 'mode' | 'recover'> {
  readonly repair: boolean;
}

export interface DoctorReport {
  readonly libraryId: string;
  /** Badges that are in the library now. */
  readonly badges: number;
  readonly findings: readonly Finding[];
  /** Damaged files that lie in the quarantine of the library now, as they were found. */
  readonly setAside: number;
  /** True when nothing that was kept is lost or wrong, or all of it was mended. */
  readonly isSound: boolean;
}

export interface Finding {
  readonly kind: FindingKind;
  readonly severity: FindingSeverity;
  readonly subject: string;
  readonly message: string;
  readonly next: string;
  readonly repaired: boolean;
}

/**
 * Examines a library: every line's checksum, every original, captured document and file of own evidence by its hash, originals without a
 * record, the snapshot against the journals, old temporary files. With `repair` it sets aside what is damaged (nothing
 * is ever thrown away but temporary files, the snapshot and files of badges that were deleted for good), reads lost badges from their originals, and says what is
 * mended by looking again. `store/not-found` where there is no library, `store/locked` where another process has it.
 */
export async function examineLibrary(options: DoctorOptions): Promise<DoctorReport> {
  const { dir, cacheDir, fs = nodeFs, repair } = options;
  const paths = libraryPaths(dir);
  const before = await storing(() => inspect(fs, paths, cacheDir));
  if (before.libraryId === null) throw new CodedError('store/not-found');
  if (!repair) return reportOf(before, null, 0);
  const setAside = await storing(() => mend(fs, paths, before));
  const library = await openLibrary({ ...options, mode: 'write', recover: true });
  await library.close();
  return reportOf(before, await storing(() => inspect(fs, paths, cacheDir)), setAside);
}

function reportOf(before: Inspection, after: Inspection | null, setAside: number): DoctorReport {
  const left = after === null ? null : new Set(after.found.map(keyOf));
  const findings = before.found.map((found): Finding => {
    const { kind, subject } = found;
    const repaired = left !== null && !left.has(keyOf(found));
    return { kind, subject, ...wordsForFinding(kind, subject), repaired };
  });
  const { libraryId, badges } = after ?? before;
  return {
    libraryId: libraryId ?? '',
    badges,
    findings,
    setAside,
    isSound: findings.every(({ severity, repaired }) => severity === 'leftover' || repaired),
  };
}

/** A damaged original that was set aside is a missing one from then on: that is not mended. */
function keyOf({ kind, subject }: Found): string {
  return `${kind.replace(/-(?:missing|damaged)$/, '')} ${subject}`;
}

/** Answers how many files it set aside. */
async function mend(fs: FsPort, paths: LibraryPaths, { found, libraryId }: Inspection): Promise<number> {
  const lock = await acquireLock(fs, paths.locks);
  let moved = 0;
  try {
    if (found.some(({ kind }) => kind === 'identity-lost')) await createLibraryFiles(fs, paths);
    const journals = new Set(
      found.filter(({ kind }) => kind === 'line-damaged' || kind === 'line-torn').map(({ file }) => file),
    );
    for (const file of journals) {
      if (file === null) continue;
      await cleanJournal(fs, paths, file, libraryId ?? '');
      moved += 1;
    }
    const isUnreadable = found.some(({ kind }) => kind === 'journal-unreadable');
    const isDamaged = found.some(({ kind }) => kind === 'line-damaged');
    for (const { kind, file } of found) {
      // That a file is needed again may stand in the journal that cannot be read, or in the line that was lost.
      const isDoubtful = toldByRecords.has(kind) && (isUnreadable || isDamaged);
      if (file === null || (isDoubtful && isUnreadable)) continue;
      if (isSetAside.has(kind) || isDoubtful) {
        await setAside(fs, paths, file);
        moved += 1;
      } else if (isRemoved.has(kind)) await fs.unlink(file);
    }
  } finally {
    await lock.release();
  }
  return moved;
}

const isSetAside: ReadonlySet<FindingKind> = new Set([
  'original-damaged',
  'document-damaged',
  'evidence-damaged',
  'evidence-unrecorded',
]);

/** What no file is in itself, but by what is recorded of it. */
const toldByRecords: ReadonlySet<FindingKind> = new Set(['evidence-unrecorded', 'deleted-left-over']);

const isRemoved: ReadonlySet<FindingKind> = new Set([
  'temporary-old',
  'snapshot-damaged',
  'snapshot-wrong',
  'deleted-left-over',
]);

/** Writes a journal anew from its good lines; a copy of the whole file goes to the quarantine first. */
async function cleanJournal(fs: FsPort, paths: LibraryPaths, name: string, libraryId: string): Promise<void> {
  const file = path.join(paths.journal, name);
  const bytes = await readWhole(fs, file);
  await ensureFolder(fs, paths.quarantine);
  await writeNewFile(fs, path.join(paths.quarantine, `${name}.${randomName()}`), bytes);
  await fs.syncFolder(paths.quarantine);
  const { badLines, end } = decodeJournal(bytes, libraryId);
  const good: Uint8Array[] = [];
  let from = 0;
  for (const { offset, length } of badLines) {
    good.push(bytes.subarray(from, offset));
    from = offset + length + 1;
  }
  good.push(bytes.subarray(from, end));
  await replaceFile(fs, file, new Uint8Array(Buffer.concat(good)));
}

async function setAside(fs: FsPort, paths: LibraryPaths, file: string): Promise<void> {
  await ensureFolder(fs, paths.quarantine);
  await fs.rename(file, path.join(paths.quarantine, `${path.basename(file)}.${randomName()}`));
  await fs.syncFolder(paths.quarantine);
}
