import { assertNever } from '../assert-never.ts';
import type { Action, Change, UnknownChange } from './operations.ts';
import { isPurged } from './presence.ts';
import type { ActionEntry, LibraryState } from './state.ts';

/** What undo and redo would act on next. */
export interface History {
  readonly undo: HistoryStep | null;
  readonly redo: HistoryStep | null;
}

export interface HistoryStep {
  /** The id of the action that the person did. */
  readonly actionId: string;
  readonly label: string;
  /** What to append, in order. */
  readonly changes: readonly Change[];
}

/** What undoes a list of changes: their inverses, last change first. */
export function inversesOf(changes: readonly (Change | UnknownChange)[]): readonly Change[] {
  return changes
    .map(inverseOf)
    .filter((change) => change !== null)
    .reverse();
}

/**
 * Replays do, undo and redo of all devices in their order: a new action forgets what could be redone. Two devices that
 * undo the same action apart from each other undid it once.
 */
export function historyOf(state: LibraryState): History {
  const undoable: string[] = [];
  const redoable: string[] = [];
  const ordered = [...state.actions].sort(([, a], [, b]) => (a.at < b.at ? -1 : 1));
  for (const [, action] of ordered) {
    switch (action.kind) {
      case 'do':
        undoable.push(action.id);
        redoable.length = 0;
        break;
      case 'undo':
        if (move(action.of, undoable)) redoable.push(action.of ?? '');
        break;
      case 'redo':
        if (move(action.of, redoable)) undoable.push(action.of ?? '');
        break;
      default:
        assertNever(action.kind);
    }
  }
  return { undo: lastStep(state, undoable, 'undo'), redo: lastStep(state, redoable, 'redo') };
}

/** An action's key in the state: by its whole nature, so that no order of arrival makes one action two things. */
export function actionKey(
  action: { readonly kind: 'do'; readonly id: string } | Extract<Action, { kind: 'undo' | 'redo' }>,
): string {
  return action.kind === 'do' ? `do ${action.id}` : `${action.kind} ${action.id} ${action.of}`;
}

function move(id: string | null, from: string[]): boolean {
  const place = id === null ? -1 : from.lastIndexOf(id);
  if (place < 0) return false;
  from.splice(place, 1);
  return true;
}

/** The last action of which something is left to take back or to do again. */
function lastStep(state: LibraryState, ids: readonly string[], kind: 'undo' | 'redo'): HistoryStep | null {
  for (const id of ids.toReversed()) {
    const action = state.actions.get(actionKey({ kind: 'do', id }));
    if (action === undefined) continue;
    const undoing = allInverses(action);
    const all = kind === 'undo' ? undoing : inversesOf(undoing);
    const changes = all.filter((change) => !movesPurged(state, change));
    if (changes.length > 0 || all.length === 0) return { actionId: id, label: action.label.value, changes };
  }
  return null;
}

/** What was deleted for good has no file any more: only the file brings it back, be it to the bin. */
function movesPurged(state: LibraryState, change: Change): boolean {
  switch (change.kind) {
    case 'badge.removed':
    case 'badge.restored': {
      const entry = state.badges.get(change.badge);
      return entry !== undefined && isPurged(entry);
    }
    case 'evidence.added':
    case 'evidence.removed': {
      const entry = state.badges.get(change.badge)?.evidence.get(change.evidence);
      return entry !== undefined && isPurged(entry);
    }
    default:
      return false;
  }
}

/** Last record first; within a record, last change first. */
function allInverses(action: ActionEntry): readonly Change[] {
  return [...action.inverses].sort(([a], [b]) => (a < b ? 1 : -1)).flatMap(([, changes]) => changes);
}

/** The change that takes a change back; null for an observation and for what this version does not know. */
function inverseOf(change: Change | UnknownChange): Change | null {
  switch (change.kind) {
    case 'badge.added':
    case 'badge.restored':
      return { kind: 'badge.removed', badge: change.badge };
    case 'badge.removed':
      return { kind: 'badge.restored', badge: change.badge };
    case 'collection.created':
    case 'collection.restored':
      return { kind: 'collection.deleted', collection: change.collection };
    case 'collection.deleted':
      return { kind: 'collection.restored', collection: change.collection };
    case 'collection.renamed':
      return { ...change, from: change.to, to: change.from };
    case 'collection.moved':
      return { ...change, from: change.to, to: change.from };
    case 'collection.searched':
      return { ...change, from: change.to, to: change.from };
    case 'member.moved':
      return { ...change, from: change.to, to: change.from };
    case 'tag.added':
      return { ...change, kind: 'tag.removed' };
    case 'tag.removed':
      return { ...change, kind: 'tag.added' };
    case 'note.changed':
      return { ...change, from: change.to, to: change.from };
    case 'evidence.added':
      return { ...change, kind: 'evidence.removed' };
    case 'evidence.removed':
      return { ...change, kind: 'evidence.added' };
    case 'evidence.changed':
      return { ...change, from: change.to, to: change.from };
    case 'member.added':
      return { ...change, kind: 'member.removed' };
    case 'member.removed':
      return { ...change, kind: 'member.added' };
    case 'identity.added':
      return { ...change, kind: 'identity.removed' };
    case 'identity.removed':
      return { ...change, kind: 'identity.added' };
    case 'identity.renamed':
      return { ...change, from: change.to, to: change.from };
    case 'issuer.known':
      return { ...change, kind: 'issuer.forgotten' };
    case 'issuer.forgotten':
      return { ...change, kind: 'issuer.known' };
    case 'issuer.changed':
      return { ...change, from: change.to, to: change.from };
    case 'registry.added':
      return { ...change, kind: 'registry.removed' };
    case 'registry.removed':
      return { ...change, kind: 'registry.added' };
    case 'pack.added':
      return { ...change, kind: 'pack.removed' };
    case 'pack.removed':
      return { ...change, kind: 'pack.added' };
    case 'portfolio.saved':
      return change.from === null
        ? { kind: 'portfolio.removed', portfolio: change.portfolio, facts: change.to }
        : { ...change, from: change.to, to: change.from };
    case 'portfolio.removed':
      return { kind: 'portfolio.saved', portfolio: change.portfolio, from: null, to: change.facts };
    case 'export.noted':
      return { ...change, kind: 'export.forgotten' };
    case 'export.forgotten':
      return { ...change, kind: 'export.noted' };
    case 'badge.purged':
    case 'evidence.purged':
    case 'badge.described':
    case 'badge.reported':
    case 'document.captured':
    case 'unknown':
      return null;
    default:
      return assertNever(change);
  }
}
