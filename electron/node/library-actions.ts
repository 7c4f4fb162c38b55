import { CodedError } from '../../shared/errors.ts';
import { addressesOf, isShown } from '../../shared/library/cards.ts';
import type { Change } from '../../shared/library/operations.ts';
import type { CollectionEntry } from '../../shared/library/state.ts';
import { historyOf } from '../../shared/library/undo.ts';
import { displayName } from '../../shared/text/display-text.ts';
import { actionWords } from '../../shared/text/library.ts';
import { randomName } from './files.ts';
import type { Library } from './library.ts';
import type { Draft, LibraryCore } from './library-core.ts';

type Actions = Pick<
  Library,
  | 'removeBadges'
  | 'createCollection'
  | 'renameCollection'
  | 'deleteCollection'
  | 'addToCollection'
  | 'removeFromCollection'
  | 'undo'
  | 'redo'
>;

/** The records of a change of the history, with all that follows from it. */
type Follow = (action: Draft) => Promise<{ readonly records: readonly Draft[] }>;

/** What a person does with badges and collections: each one record, so that it happens whole or not at all. */
export function libraryActions(core: LibraryCore, follow: Follow): Actions {
  const { state } = core;

  /** Writes what `plan` answers as one action; nothing where it changes nothing. */
  async function act<Value>(plan: () => PlannedAction<Value>): Promise<Value> {
    return await core.commit(() => {
      const { label, changes, value } = plan();
      const records =
        changes.length === 0 ? [] : [{ action: { kind: 'do' as const, id: randomName(), label }, changes }];
      return { records, value };
    });
  }

  async function step(kind: 'undo' | 'redo'): Promise<string | null> {
    return await core.commit(async () => {
      const next = historyOf(state)[kind];
      if (next === null) return { records: [], value: null };
      const action = { kind, id: randomName(), label: next.label, of: next.actionId };
      const { records } = await follow({ action, changes: next.changes });
      return { records, value: next.label };
    });
  }

  function collection(id: string): CollectionEntry {
    const entry = state.collections.get(id);
    if (entry?.present?.value !== true) throw new CodedError('store/not-found');
    return entry;
  }

  function shown(badgeIds: readonly string[]): readonly string[] {
    for (const id of badgeIds) {
      const entry = state.badges.get(id);
      if (entry === undefined || !isShown(entry)) throw new CodedError('store/not-found');
    }
    return [...new Set(badgeIds)];
  }

  const nameOf = (id: string): string => displayName(state.badges.get(id)?.facts?.value.name ?? '');

  return {
    removeBadges: (badgeIds) =>
      act(() => {
        const ids = shown(badgeIds);
        const changes = ids.map((badge): Change => ({ kind: 'badge.removed', badge }));
        return {
          label: actionWords.removeBadges(ids.length, nameOf(ids[0] ?? '')),
          changes,
          value: undefined,
        };
      }),
    createCollection: (name, badgeIds) =>
      act(() => {
        const id = randomName();
        const members = shown(badgeIds).map(
          (badge, index): Change => ({ kind: 'member.added', collection: id, badge, rank: index + 1 }),
        );
        return {
          label: actionWords.createCollection(name),
          changes: [{ kind: 'collection.created', collection: id, name }, ...members],
          value: { id },
        };
      }),
    renameCollection: (id, name) =>
      act(() => {
        const from = collection(id).name?.value ?? '';
        const change: Change = { kind: 'collection.renamed', collection: id, from, to: name };
        return {
          label: actionWords.renameCollection(name),
          changes: from === name ? [] : [change],
          value: undefined,
        };
      }),
    deleteCollection: (id) =>
      act(() => ({
        label: actionWords.deleteCollection(collection(id).name?.value ?? ''),
        changes: [{ kind: 'collection.deleted', collection: id }],
        value: undefined,
      })),
    addToCollection: (id, badgeIds) =>
      act(() => {
        const { name, members } = collection(id);
        const added = shown(badgeIds).filter((badge) => members.get(badge)?.value.inside !== true);
        const last = Math.max(0, ...[...members.values()].map((member) => member.value.rank));
        return {
          label: actionWords.addToCollection(added.length, name?.value ?? ''),
          changes: added.map(
            (badge, index): Change => ({
              kind: 'member.added',
              collection: id,
              badge,
              rank: last + 1 + index,
            }),
          ),
          value: undefined,
        };
      }),
    removeFromCollection: (id, badgeIds) =>
      act(() => {
        const { name, members } = collection(id);
        const changes = [...new Set(badgeIds)].flatMap((badge): Change[] => {
          const member = members.get(badge)?.value;
          return member?.inside === true
            ? [{ kind: 'member.removed', collection: id, badge, rank: member.rank }]
            : [];
        });
        return {
          label: actionWords.removeFromCollection(changes.length, name?.value ?? ''),
          changes,
          value: undefined,
        };
      }),
    undo: () => step('undo'),
    redo: () => step('redo'),
  };
}

/** Adding and removing the person's addresses. */
export function identityActions(
  core: LibraryCore,
  ownBadges: () => number,
): Pick<Library, 'addIdentity' | 'removeIdentity'> {
  const { state } = core;
  return {
    addIdentity: async (typed, label) => {
      const before = ownBadges();
      await core.commit(() => {
        const address = addressLike(addressesOf(state), typed) ?? typed.trim();
        const known = state.identities.get(address);
        const isHere = known?.present?.value === true;
        const from = known?.label?.value ?? '';
        const change: Change = isHere
          ? { kind: 'identity.renamed', address, from, to: label }
          : { kind: 'identity.added', address, label };
        const records = isHere && from === label ? [] : [withAction(actionWords.addIdentity, change)];
        return { records, value: undefined };
      });
      return { matched: ownBadges() - before };
    },
    removeIdentity: async (typed) =>
      await core.commit(() => {
        const address = addressLike(addressesOf(state), typed);
        if (address === null) throw new CodedError('store/not-found');
        const label = state.identities.get(address)?.label?.value ?? '';
        const change: Change = { kind: 'identity.removed', address, label };
        return { records: [withAction(actionWords.removeIdentity, change)], value: undefined };
      }),
  };
}

interface PlannedAction<Value> {
  readonly label: string;
  readonly changes: readonly Change[];
  readonly value: Value;
}

function withAction(label: string, change: Change) {
  return { action: { kind: 'do' as const, id: randomName(), label }, changes: [change] };
}

/** The address in the list that is the same but for its letter case. */
function addressLike(addresses: readonly string[], typed: string): string | null {
  const wanted = typed.trim().toLowerCase();
  return addresses.find((address) => address.toLowerCase() === wanted) ?? null;
}
