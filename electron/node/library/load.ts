import path from 'node:path';
import { type JournalRecord, stampOf } from '../../../shared/library/operations.ts';
import { applyRecord, nothingTouched } from '../../../shared/library/projection.ts';
import { emptyState, type LibraryState } from '../../../shared/library/state.ts';
import { listFolder, readWhole, sha256Hex } from '../files.ts';
import type { FsPort } from '../fs-port.ts';
import type { Placed } from './journal.ts';
import { decodeJournal } from './journal-line.ts';
import type { LibraryPaths } from './library-files.ts';
import type { JournalPart, Snapshot } from './snapshot.ts';

/** The library as its journals tell it. */
export interface Loaded {
  readonly state: LibraryState;
  /** Where each whole report lies, by the stamp of its record. */
  readonly reports: Map<string, Placed>;
  readonly journals: readonly JournalPart[];
  readonly torn: readonly TornJournal[];
  /** Journals that could not be read. */
  readonly unreadable: readonly string[];
  /** It says something that no snapshot says. */
  readonly isFresh: boolean;
  /** There was a snapshot, but the journals no longer begin as they did then. */
  readonly snapshotWasVoid: boolean;
}

export interface TornJournal {
  readonly file: string;
  readonly bytes: number;
}

/**
 * Reads every journal, conflict copies too: the order of records is theirs, not the files'. A snapshot spares reading
 * again what it holds, as long as every journal still begins as it did.
 */
export async function loadJournals(
  fs: FsPort,
  paths: LibraryPaths,
  libraryId: string,
  snapshot: Snapshot | null,
): Promise<Loaded> {
  const contents = new Map<string, Uint8Array>();
  const unreadable: string[] = [];
  for (const { name, isFile } of await listFolder(fs, paths.journal)) {
    if (!isFile || !name.endsWith('.jsonl')) continue;
    try {
      contents.set(name, await readWhole(fs, path.join(paths.journal, name)));
    } catch {
      unreadable.push(name);
    }
  }
  const start = snapshot !== null && stillHolds(snapshot, contents) ? snapshot : null;
  const state = start?.state ?? emptyState();
  const reports = new Map(start?.reports);
  const journals: JournalPart[] = [];
  const torn: TornJournal[] = [];
  let freshRecords = 0;
  for (const [file, bytes] of contents) {
    const known = start?.journals.find((journal) => journal.file === file);
    const read = decodeJournal(bytes, libraryId, known?.end ?? 0);
    for (const { record, offset, length } of read.records) {
      applyRecord(state, record, nothingTouched());
      if (holdsReport(record)) reports.set(stampOf(record), { file, offset, length });
    }
    freshRecords += read.records.length;
    if (read.tornBytes > 0) torn.push({ file, bytes: read.tornBytes });
    journals.push({
      file,
      end: read.end,
      sha256: sha256Hex(bytes.subarray(0, read.end)),
      badLines: [...(known?.badLines ?? []), ...read.badLines],
    });
  }
  return {
    state,
    reports,
    journals,
    torn,
    unreadable,
    isFresh: start === null || freshRecords > 0,
    snapshotWasVoid: snapshot !== null && start === null,
  };
}

/** The places of the reports that are the newest of their badges; the others are history. */
export function newestReports(state: LibraryState, places: ReadonlyMap<string, Placed>): Map<string, Placed> {
  const newest = new Map<string, Placed>();
  for (const { report } of state.badges.values()) {
    const place = report === null ? undefined : places.get(report.stamp);
    if (report !== null && place !== undefined) newest.set(report.stamp, place);
  }
  return newest;
}

export function holdsReport(record: JournalRecord): boolean {
  return record.changes.some((change) => change.kind === 'badge.reported');
}

function stillHolds(snapshot: Snapshot, contents: ReadonlyMap<string, Uint8Array>): boolean {
  return snapshot.journals.every(({ file, end, sha256 }) => {
    const bytes = contents.get(file);
    return bytes !== undefined && bytes.length >= end && sha256Hex(bytes.subarray(0, end)) === sha256;
  });
}
