import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { JsonObject } from '../../../shared/json.ts';
import { type BackupFile, objectFolders } from '../../../shared/library/backup-list.ts';
import { nextTime } from '../../../shared/library/clock.ts';
import { type JournalRecord, readRecord, stampOf } from '../../../shared/library/operations.ts';
import { isInBin, isShown } from '../../../shared/library/presence.ts';
import { applyRecord, nothingTouched } from '../../../shared/library/projection.ts';
import { type RestoreTarget, restoredRecord } from '../../../shared/library/restored-records.ts';
import { type BadgeEntry, emptyState, type LibraryState } from '../../../shared/library/state.ts';
import { backupWords } from '../../../shared/text/backup.ts';
import type { Clock } from '../../../shared/verify/ports.ts';
import type { BadgeEngine } from '../engine.ts';
import { listFolder, randomName, readWhole, sha256Hex } from '../files.ts';
import type { FsPort } from '../fs-port.ts';
import { encodeLine, lineFeed, type WrittenLine, writtenLines } from '../library/journal-line.ts';
import {
  type LibraryPaths,
  libraryIdentity,
  libraryIdOfJournals,
  readLibraryId,
} from '../library/library-files.ts';
import { namedObjects, objectOf } from '../library/named-objects.ts';
import { createObjectStore } from '../library/object-store.ts';
import { rereadFacts } from '../library/reread-facts.ts';
import type { OpenBackup } from './open-backup.ts';

export interface RestoreWish {
  /** See `RestoreTarget`. */
  readonly isMine: boolean;
  /** Badges of the backup that were removed here since come back, as one action of the person. */
  readonly bringBack: boolean;
}

/** All that a restore would write. */
export interface RestorePlan {
  readonly libraryId: string;
  /** There is no library in the folder yet. */
  readonly isNew: boolean;
  readonly isSameLibrary: boolean;
  /** Files of the library beside the originals: its name and journals, all of them new. */
  readonly files: readonly { readonly to: string; readonly bytes: Uint8Array }[];
  readonly objects: readonly BackupFile[];
  /** Badges that are shown after it and were not before. */
  readonly newBadges: number;
  /** Badges that are shown after it. */
  readonly badges: number;
  /** Badges of the backup that stay removed. */
  readonly staysRemoved: number;
  /** Kinds of the changes that were left out, once for each. */
  readonly leftOut: readonly string[];
}

export interface RestorePlace {
  readonly fs: FsPort;
  readonly paths: LibraryPaths;
  readonly engine: BadgeEngine;
  readonly clock: Clock;
}

/** Compares a backup with a library and changes nothing. */
export async function planRestore(
  place: RestorePlace,
  backup: OpenBackup,
  wish: RestoreWish,
): Promise<RestorePlan> {
  const { fs, paths, clock } = place;
  const known = (await readLibraryId(fs, paths)) ?? (await libraryIdOfJournals(fs, paths));
  // A stranger's backup does not become this library: what it says was observed would then count as the person's own.
  const libraryId = known ?? (wish.isMine ? backup.list.library : randomUUID());
  const here = await readHere(fs, paths, libraryId);
  const target: RestoreTarget = {
    libraryId,
    isEmpty: here.stamps.size === 0,
    isMine: wish.isMine,
    here: idsWhere(here.state, (entry) => isShown(entry) || isInBin(entry)),
    noted: idsWhere(here.state, ({ note }) => note !== null && note.value !== ''),
  };
  const files: { to: string; bytes: Uint8Array }[] = [];
  if (known === null) files.push({ to: 'library.json', bytes: libraryIdentity(libraryId) });

  const then = emptyState();
  const merged = here.state;
  const before = idsWhere(merged, isShown);
  const fresh: Uint8Array[] = [];
  const leftOut: string[] = [];
  const added = new Set<string>();
  const reread = rereadFacts(place.engine, backup);

  /** The line that a record becomes here, which is then part of the state; null: nothing of it is taken. */
  async function takenOf({ line, raw }: WrittenLine, record: JournalRecord) {
    const restored = restoredRecord(raw, record, target, here.stamps);
    leftOut.push(...restored.leftOut);
    if (restored.record === null) return null;
    const isForeign = record.library !== libraryId;
    const value = wish.isMine ? restored.record : await reread(restored.record);
    const read = readRecord(value);
    if (read === null || here.stamps.has(stampOf(read))) return null;
    applyRecord(merged, read, nothingTouched());
    const isSame = !isForeign && restored.record.id === record.id && value === restored.record;
    return { stamp: stampOf(read), line: isSame ? line : withoutEnd(encodeLine(value)) };
  }

  for (const file of backup.list.files.filter(({ name }) => name.startsWith('journal/'))) {
    const bytes = await backup.read(file);
    const lines: Uint8Array[] = [];
    // A journal whose name is free and of which all is taken comes as it is, damaged lines and all.
    let isWhole = backup.list.library === libraryId && !here.journals.has(file.name);
    for (const written of writtenLines(bytes)) {
      const { line, raw, record } = written;
      if (record === null) {
        if (raw.library === libraryId && !here.lines.has(sha256Hex(line))) lines.push(line);
        continue;
      }
      if (record.library !== backup.list.library) continue;
      applyRecord(then, record, nothingTouched());
      const taken = await takenOf(written, record);
      isWhole &&= taken?.line === line;
      if (taken === null || added.has(taken.stamp)) continue;
      added.add(taken.stamp);
      lines.push(taken.line);
    }
    if (isWhole) files.push({ to: file.name, bytes });
    else fresh.push(...lines);
  }

  const removed = [...idsWhere(then, isShown)].filter((id) => !isHere(merged, id) && merged.badges.has(id));
  if (wish.bringBack && removed.length > 0) {
    const record = bringBackRecord(merged, libraryId, removed, clock);
    fresh.push(withoutEnd(encodeLine(record)));
    const written = readRecord(record);
    if (written !== null) applyRecord(merged, written, nothingTouched());
  }
  if (fresh.length > 0) {
    const bytes = joinedLines(fresh);
    files.push({ to: `journal/restored-${sha256Hex(bytes).slice(0, 16)}.jsonl`, bytes });
  }
  const after = idsWhere(merged, isShown);
  return {
    libraryId,
    isNew: known === null,
    isSameLibrary: backup.list.library === libraryId,
    files,
    objects: await missingObjects(place, backup, merged),
    newBadges: [...after].filter((id) => !before.has(id)).length,
    badges: after.size,
    staysRemoved: removed.filter((id) => !after.has(id)).length,
    leftOut,
  };
}

interface Here {
  readonly state: LibraryState;
  readonly stamps: Set<string>;
  /** Hashes of lines that a later version wrote. */
  readonly lines: ReadonlySet<string>;
  /** Names as in a backup. */
  readonly journals: ReadonlySet<string>;
}

async function readHere(fs: FsPort, paths: LibraryPaths, libraryId: string): Promise<Here> {
  const state = emptyState();
  const stamps = new Set<string>();
  const later = new Set<string>();
  const journals = new Set<string>();
  for (const { name, isFile } of await listFolder(fs, paths.journal)) {
    if (!isFile || !name.endsWith('.jsonl')) continue;
    journals.add(`journal/${name}`);
    for (const { line, record } of writtenLines(await readWhole(fs, path.join(paths.journal, name)))) {
      if (record === null) later.add(sha256Hex(line));
      else if (record.library === libraryId) {
        applyRecord(state, record, nothingTouched());
        stamps.add(stampOf(record));
      }
    }
  }
  return { state, stamps, lines: later, journals };
}

async function missingObjects(
  { fs, paths }: RestorePlace,
  backup: OpenBackup,
  merged: LibraryState,
): Promise<readonly BackupFile[]> {
  const named = namedObjects(merged);
  const stores = new Map(
    objectFolders.map((name) => [
      name as string,
      createObjectStore({ ...paths, fs, folder: path.join(paths.dir, name) }),
    ]),
  );
  const missing: BackupFile[] = [];
  for (const file of backup.list.files) {
    const object = objectOf(file.name);
    if (object === null || !named.has(`${object.folder}/${object.sha256}`)) continue;
    const isIntact = await stores
      .get(object.folder)
      ?.get(object.sha256)
      .then(
        () => true,
        () => false,
      );
    if (isIntact !== true) missing.push(file);
  }
  return missing;
}

function bringBackRecord(
  merged: LibraryState,
  library: string,
  badges: readonly string[],
  clock: Clock,
): JsonObject {
  return {
    format: 1,
    library,
    id: randomName(),
    at: nextTime(merged.lastTime, clock.now()),
    device: 'restore',
    action: { kind: 'do', id: randomName(), label: backupWords.broughtBack(badges.length) },
    changes: badges.map((badge) => ({ kind: 'badge.restored', badge })),
  };
}

function idsWhere(state: LibraryState, isMeant: (entry: BadgeEntry) => boolean): ReadonlySet<string> {
  return new Set([...state.badges].filter(([, entry]) => isMeant(entry)).map(([id]) => id));
}

function isHere(state: LibraryState, id: string): boolean {
  const entry = state.badges.get(id);
  return entry !== undefined && isShown(entry);
}

function withoutEnd(line: Uint8Array): Uint8Array {
  return line.subarray(0, line.length - 1);
}

function joinedLines(lines: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(lines.flatMap((line) => [line, Uint8Array.of(lineFeed)])));
}
