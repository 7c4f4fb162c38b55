import { nodeCrypto } from '../../electron/node/crypto.ts';
import { CodedError } from '../../shared/errors.ts';
import { binOf } from '../../shared/library/bin.ts';
import {
  addressesOf,
  type CardContext,
  cardOf,
  firstOfSame,
  identityViews,
} from '../../shared/library/cards.ts';
import { nextTime } from '../../shared/library/clock.ts';
import { collectionViews } from '../../shared/library/collection-views.ts';
import type { EditRequest } from '../../shared/library/edits.ts';
import type { Action, Change, JournalRecord } from '../../shared/library/operations.ts';
import { planEdit } from '../../shared/library/plan/plan-edit.ts';
import { showingViews } from '../../shared/library/portfolio-views.ts';
import { applyRecord, nothingTouched } from '../../shared/library/projection.ts';
import { emptyState, type LibraryState } from '../../shared/library/state.ts';
import { historyOf } from '../../shared/library/undo.ts';
import { badgeIdOfNumber, factsOfBadge, recordOf } from '../factories/library-records.ts';

/** One device with a library in memory, which edits as the real one does. */
export interface Device {
  readonly state: LibraryState;
  /** All records that it has, its own and those of others. */
  readonly records: readonly JournalRecord[];
  /** Imports the badge with a number. */
  add(number: number): void;
  /** False where it cannot be done, or changes nothing. */
  edit(edit: EditRequest): boolean;
  step(kind: 'undo' | 'redo'): string | null;
  observe(changes: readonly Change[]): void;
  take(records: readonly JournalRecord[]): void;
}

export function createDevice(name: string, nowMs: () => number = () => 1_000): Device {
  const state = emptyState();
  const records: JournalRecord[] = [];
  const known = new Set<string>();
  let count = 0;

  function append(action: Action | null, changes: readonly Change[]): void {
    count += 1;
    const at = nextTime(state.lastTime, nowMs());
    take([recordOf(changes, { id: `${name}-${count}`, device: name, at, action })]);
  }

  function take(taken: readonly JournalRecord[]): void {
    for (const record of taken) {
      if (!known.has(record.id)) records.push(record);
      known.add(record.id);
      applyRecord(state, record, nothingTouched());
    }
  }

  const newId = (): string => {
    count += 1;
    return `${name}-${count}`;
  };
  return {
    state,
    records,
    add: (number) => {
      const facts = factsOfBadge({ name: `Badge ${number}` });
      const badge = badgeIdOfNumber(number);
      const action = { kind: 'do' as const, id: newId(), label: `Add ${number}` };
      append(action, [{ kind: 'badge.added', badge, addedAt: `2026-01-0${number}`, facts }]);
    },
    edit: (edit) => {
      try {
        const context = {
          state,
          newId,
          nowMs: nowMs(),
          card: (id: string) => cardOf(id, state.badges.get(id), contextOf(state, nowMs())),
          file: null,
        };
        const { label, changes } = planEdit(context, edit);
        if (changes.length === 0) return false;
        const isFinal = edit.kind === 'badges.purge' || edit.kind === 'bin.empty';
        append(isFinal ? null : { kind: 'do', id: newId(), label }, changes);
        return true;
      } catch (error) {
        if (error instanceof CodedError) return false;
        throw error;
      }
    },
    step: (kind) => {
      const next = historyOf(state)[kind];
      if (next === null) return null;
      append({ kind, id: newId(), label: next.label, of: next.actionId }, next.changes);
      return next.label;
    },
    observe: (changes) => append(null, changes),
    take,
  };
}

/** What a person sees of a state. */
export function seen(state: LibraryState, nowMs = 1_000) {
  const context = contextOf(state, nowMs);
  const badges = [...state.badges]
    .map(([id, entry]) => cardOf(id, entry, context))
    .filter((card) => card !== null)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    badges,
    evidence: [...state.badges]
      .map(([id, { evidence }]) => [
        id,
        [...evidence]
          .filter(([, { present }]) => present?.value)
          .map(([key, { facts }]) => [key, facts?.value])
          .sort(),
      ])
      .filter(([, all]) => all?.length !== 0)
      .sort(),
    bin: binOf(state, context)
      .map(({ id, tags, noteText }) => ({ id, tags, noteText }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    collections: collectionViews(state, () => badges),
    portfolios: showingViews(state)
      .portfolios.map(({ id, portfolio }) => ({ id, portfolio }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    identities: identityViews(state, () => 0).toSorted((a, b) => (a.address < b.address ? -1 : 1)),
  };
}

function contextOf(state: LibraryState, nowMs: number): CardContext {
  return {
    addresses: addressesOf(state),
    nowMs,
    digest: nodeCrypto.digest,
    isFileMissing: () => false,
    firstOfSame: firstOfSame(state),
  };
}
