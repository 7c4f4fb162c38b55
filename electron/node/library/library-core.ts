import { CodedError } from '../../../shared/errors.ts';
import { type LogicalTime, nextTime } from '../../../shared/library/clock.ts';
import { type Action, type Change, type JournalRecord, stampOf } from '../../../shared/library/operations.ts';
import { applyRecord, nothingTouched, type Touched } from '../../../shared/library/projection.ts';
import { splitChanges } from '../../../shared/library/split-changes.ts';
import type { LibraryState } from '../../../shared/library/state.ts';
import { limits } from '../../../shared/limits.ts';
import type { Clock } from '../../../shared/verify/ports.ts';
import { randomName } from '../files.ts';
import type { JournalWriter, Placed } from './journal.ts';
import type { ArrivedRecord } from './journal-tracker.ts';
import { holdsReport } from './load.ts';

/** The state and the only way to change it: a record in the journal first, then in memory, then for the listeners. */
export interface LibraryCore {
  readonly state: LibraryState;
  readonly readOnly: boolean;
  /** Where each whole report lies, by the stamp of its record. */
  readonly reports: ReadonlyMap<string, Placed>;
  /**
   * Runs `plan` when nothing else is being written, and writes the records that it answers, all in one append. When it
   * resolves they survive a power cut; when it rejects, nothing changed. A draft that is too large for one record becomes
   * several under its action: of those a power cut may leave the first ones, which are undone as one.
   */
  commit<Value>(plan: () => Planned<Value> | Promise<Planned<Value>>): Promise<Value>;
  /**
   * Takes in records that are in a journal already, when nothing is being written: those of other devices. `touched`:
   * badges that look different although no record says so.
   */
  takeIn(
    read: () => Promise<{ readonly records: readonly ArrivedRecord[]; readonly touched: readonly string[] }>,
  ): Promise<void>;
  /** True once anything was written or taken in. */
  hasChanged(): boolean;
  subscribe(listener: (touched: Touched) => void): () => void;
  /** Writes what was begun, and nothing that comes later: without the lock another process may be the writer. */
  end(): Promise<void>;
}

export interface Planned<Value> {
  readonly records: readonly Draft[];
  readonly value: Value;
}

/** A record before it has its time and name. */
export interface Draft {
  readonly action: Action | null;
  readonly changes: readonly Change[];
  /** Left out: after everything that is known. Where it is given the order of the changes must not matter. */
  readonly at?: LogicalTime;
}

export interface LibraryCoreOptions {
  readonly state: LibraryState;
  readonly reports: Map<string, Placed>;
  readonly libraryId: string;
  readonly device: string;
  readonly clock: Clock;
  /** null: read-only. */
  readonly writer: JournalWriter | null;
}

export function createLibraryCore(options: LibraryCoreOptions): LibraryCore {
  const { state, reports, libraryId, device, clock, writer } = options;
  const listeners = new Set<(touched: Touched) => void>();
  let last: Promise<unknown> = Promise.resolve();
  let changed = false;
  let isOver = false;

  async function commitNow<Value>(plan: () => Planned<Value> | Promise<Planned<Value>>): Promise<Value> {
    if (writer === null) throw new CodedError('store/read-only');
    const planned = await plan();
    let time = state.lastTime;
    const records = planned.records.flatMap(inRecords).map(({ action, changes, at }): JournalRecord => {
      const recordedAt = at ?? nextTime(time, clock.now());
      if (at === undefined) time = recordedAt;
      return { format: 1, library: libraryId, id: randomName(), at: recordedAt, device, action, changes };
    });
    if (records.length === 0) return planned.value;
    const places = await writer.append(records);
    const touched = nothingTouched();
    records.forEach((record, index) => {
      apply(record, places[index], touched);
    });
    for (const listener of listeners) tell(listener, touched);
    return planned.value;
  }

  function apply(record: JournalRecord, place: Placed | undefined, touched: Touched): void {
    changed = true;
    applyRecord(state, record, touched);
    if (place !== undefined && holdsReport(record)) reports.set(stampOf(record), place);
  }

  async function takeInNow(read: Parameters<LibraryCore['takeIn']>[0]): Promise<void> {
    const arrived = await read();
    if (arrived.records.length === 0 && arrived.touched.length === 0) return;
    const touched = nothingTouched();
    for (const { record, placed } of arrived.records) apply(record, placed, touched);
    for (const id of arrived.touched) touched.badges.add(id);
    for (const listener of listeners) tell(listener, touched);
  }

  function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    if (isOver) return Promise.reject(new CodedError('store/read-only'));
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  }

  return {
    state,
    readOnly: writer === null,
    reports,
    commit: (plan) => inTurn(() => commitNow(plan)),
    takeIn: (read) => inTurn(() => takeInNow(read)),
    hasChanged: () => changed,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    end: async () => {
      isOver = true;
      await last;
    },
  };
}

/** Most drafts hold one change, and are not measured. */
function inRecords(draft: Draft): readonly Draft[] {
  const isShort = draft.changes.length < 2 && !draft.changes.some((change) => 'tag' in change);
  if (isShort) return [draft];
  return splitChanges(draft.changes, limits.recordBytes).map((changes) => ({ ...draft, changes }));
}

/** The record is safe whatever a listener does: its error is its own, not the commit's. */
function tell(listener: (touched: Touched) => void, touched: Touched): void {
  try {
    listener(touched);
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
