import path from 'node:path';
import type { LibraryState } from '../../../shared/library/state.ts';
import { recordOfState, type StateRecord, stateOfRecord } from '../../../shared/library/state-record.ts';
import { ensureFolder, readOptional, replaceFile, sha256Hex } from '../files.ts';
import type { FsPort } from '../fs-port.ts';
import type { Placed } from './journal.ts';

/** How much of a journal a snapshot holds, and the hash of that part: another beginning makes the snapshot void. */
export interface JournalPart {
  readonly file: string;
  readonly end: number;
  readonly sha256: string;
  /** Bad lines in that part. */
  readonly badLines: readonly { readonly offset: number; readonly length: number }[];
}

export interface Snapshot {
  readonly state: LibraryState;
  readonly journals: readonly JournalPart[];
  /** Where the whole reports lie, by the stamps of their records. */
  readonly reports: ReadonlyMap<string, Placed>;
}

interface SnapshotRecord {
  readonly format: number;
  readonly libraryId: string;
  readonly state: StateRecord;
  readonly journals: readonly JournalPart[];
  readonly reports: readonly (readonly [string, Placed])[];
}

/** The snapshot of a library; null where there is none, or where it is not exactly what was written. */
export async function readSnapshot(
  fs: FsPort,
  cacheDir: string,
  libraryId: string,
): Promise<Snapshot | null> {
  try {
    const bytes = await readOptional(fs, snapshotFile(cacheDir, libraryId));
    if (bytes === null) return null;
    const sum = new TextDecoder().decode(bytes.subarray(0, sumLength));
    const body = bytes.subarray(sumLength + 1);
    if (sum !== sha256Hex(body)) return null;
    // The checksum says that this is what writeSnapshot wrote; the format, that it was this version's.
    const record = JSON.parse(new TextDecoder().decode(body)) as SnapshotRecord;
    if (record.format !== snapshotFormat || record.libraryId !== libraryId) return null;
    return {
      state: stateOfRecord(record.state),
      journals: record.journals,
      reports: new Map(record.reports),
    };
  } catch {
    return null;
  }
}

/** Writes a snapshot; false where the cache cannot be written, which costs time at the next start and nothing else. */
export async function writeSnapshot(
  fs: FsPort,
  cacheDir: string,
  libraryId: string,
  snapshot: Snapshot,
): Promise<boolean> {
  try {
    const record: SnapshotRecord = {
      format: snapshotFormat,
      libraryId,
      state: recordOfState(snapshot.state),
      journals: snapshot.journals,
      reports: [...snapshot.reports],
    };
    const body = new TextEncoder().encode(JSON.stringify(record));
    const bytes = new Uint8Array(sumLength + 1 + body.length);
    bytes.set(new TextEncoder().encode(`${sha256Hex(body)}\n`));
    bytes.set(body, sumLength + 1);
    await ensureFolder(fs, cacheDir);
    await replaceFile(fs, snapshotFile(cacheDir, libraryId), bytes);
    return true;
  } catch {
    return false;
  }
}

/** Keyed by the library's id, not by its path: a library may be moved. */
export function snapshotFile(cacheDir: string, libraryId: string): string {
  return path.join(cacheDir, `${libraryId}.snapshot`);
}

const snapshotFormat = 6;
const sumLength = 64;
