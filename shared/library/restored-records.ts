import type { Json, JsonObject } from '../json.ts';
import { isJsonObject } from '../json.ts';
import { type JournalRecord, stampOf } from './operations.ts';

/** Where records of a backup go to. */
export interface RestoreTarget {
  readonly libraryId: string;
  /** Nothing was ever recorded in it. */
  readonly isEmpty: boolean;
  /**
   * The person says that the backup is their own. Else what changes whom they trust is left out, and what was observed:
   * results of checks and captured documents are somebody's word. That the backup bears this library's own id shows
   * nothing: whoever has seen a copy of the library can write it.
   */
  readonly isMine: boolean;
  /** Badges that are here or in the bin before the restore, and those of them that have a note. */
  readonly here: ReadonlySet<string>;
  readonly noted: ReadonlySet<string>;
}

/** What becomes of one record of a backup. */
export interface RestoredRecord {
  /** The record to write, under its own id where all of it is taken; null: nothing of it is. */
  readonly record: JsonObject | null;
  /** Kinds of the changes that were left out. */
  readonly leftOut: readonly string[];
}

/**
 * A record of a backup as the target takes it. The same backup always becomes the same records, so that restoring twice
 * changes nothing and two devices that restore it agree. `raw` is the record as it was written: what only a later version
 * knows stays in it. `known`: stamps of the records that are there already.
 */
export function restoredRecord(
  raw: JsonObject,
  record: JournalRecord,
  target: RestoreTarget,
  known: ReadonlySet<string>,
): RestoredRecord {
  if (known.has(stampOf(record))) return nothing;
  const isForeign = record.library !== target.libraryId;
  const changes = Array.isArray(raw.changes) ? (raw.changes as readonly Json[]) : [];
  const left = target.isMine ? [] : changes.filter(isGated);
  const isOwnHistory = target.isMine && !isForeign;
  const isTaken = (change: Json) => !left.includes(change) && (isOwnHistory || !takesAway(change, target));
  const taken = changes.filter(isTaken);
  const leftOut = left.map(kindOf);
  const mark = taken.length === changes.length - left.length ? 'b' : 'k';
  const id = taken.length === changes.length ? record.id : `${record.id.slice(0, 62)}-${mark}`;
  if (taken.length === 0 && changes.length > 0) return { record: null, leftOut };
  if (known.has(stampOf({ ...record, id }))) return { record: null, leftOut };
  // The history of another library is not this one's to undo.
  const action = isForeign && !target.isEmpty ? null : raw.action;
  return {
    record: { ...raw, library: target.libraryId, id, action: action ?? null, changes: taken },
    leftOut,
  };
}

const nothing: RestoredRecord = { record: null, leftOut: [] };

/** What somebody removed, or wrote, in another library takes no badge and no note away that is in this one. */
function takesAway(change: Json, { here, noted }: RestoreTarget): boolean {
  const badge = isJsonObject(change) && typeof change.badge === 'string' ? change.badge : '';
  const kind = kindOf(change);
  if (kind === 'badge.removed' || kind === 'badge.purged') return here.has(badge);
  return kind === 'note.changed' && noted.has(badge);
}

/** By the change's name, so that a later version's kinds are meant too. */
function isGated(change: Json): boolean {
  const kind = kindOf(change);
  return (
    isTrustKind(kind) ||
    kind === 'badge.reported' ||
    kind === 'badge.described' ||
    kind.startsWith('document.')
  );
}

/** True for a kind of change that says whom a person trusts; no kind at all is taken for one. */
export function isTrustKind(kind: string): boolean {
  return kind === '' || /^(?:issuer|registry|pack)\./.test(kind);
}

function kindOf(change: Json): string {
  return isJsonObject(change) && typeof change.kind === 'string' ? change.kind : '';
}
