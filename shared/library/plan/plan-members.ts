import { assertNever } from '../../assert-never.ts';
import { CodedError } from '../../errors.ts';
import { actionWords } from '../../text/library.ts';
import { placedIn } from '../collection-views.ts';
import type { EditRequest } from '../edits.ts';
import type { Change } from '../operations.ts';
import { sortBadges } from '../query.ts';
import type { CollectionEntry } from '../state.ts';
import { type EditContext, type PlannedEdit, shownCollection, shownIds } from './planned-edit.ts';
import { ranksBetween } from './ranks.ts';

type MemberEdit = Extract<
  EditRequest,
  { kind: 'collection.add' | 'collection.take-out' | 'collection.place' | 'collection.sort' }
>;

/** Which badges are in a collection, and in which order. */
export function planMembers(context: EditContext, edit: MemberEdit): PlannedEdit {
  const collection = shownCollection(context, edit.id);
  if ((collection.search?.value ?? null) !== null) throw new CodedError('edit/smart-collection');
  const name = collection.name?.value ?? '';
  switch (edit.kind) {
    case 'collection.add': {
      const added = shownIds(context, edit.badgeIds).filter((badge) => !isIn(collection, badge));
      const last = Math.max(0, ...[...collection.members.values()].map(({ rank }) => rank?.value ?? 0));
      return {
        label: actionWords.addToCollection(added.length, name),
        changes: added.map(
          (badge, index): Change => ({
            kind: 'member.added',
            collection: edit.id,
            badge,
            rank: last + 1 + index,
          }),
        ),
      };
    }
    case 'collection.take-out': {
      const changes = [...new Set(edit.badgeIds)]
        .filter((badge) => isIn(collection, badge))
        .map(
          (badge): Change => ({
            kind: 'member.removed',
            collection: edit.id,
            badge,
            rank: rankOf(collection, badge),
          }),
        );
      return { label: actionWords.removeFromCollection(changes.length, name), changes };
    }
    case 'collection.place':
      return { label: actionWords.orderCollection(name), changes: place(context, collection, edit) };
    case 'collection.sort': {
      const cards = placedIn(context.state, collection).flatMap((id) => context.card(id) ?? []);
      const { by, descending, locale } = edit;
      const order = { sort: by, descending, ...(locale === null ? {} : { locale }) };
      const ids = sortBadges(cards, order).map((card) => card.id);
      return {
        label: actionWords.sortCollection(name),
        changes: moves(edit.id, collection, ids, inOrder(ids.length)),
      };
    }
    default:
      return assertNever(edit);
  }
}

/** Moves badges before another one: only theirs are written, unless there is no number left between two places. */
function place(
  { state }: EditContext,
  collection: CollectionEntry,
  { id, badgeIds, before }: Extract<MemberEdit, { kind: 'collection.place' }>,
): readonly Change[] {
  const order = placedIn(state, collection);
  const here = new Set(order);
  const moved = [...new Set(badgeIds)];
  if (![...moved, ...(before === null ? [] : [before])].every((badge) => here.has(badge))) {
    throw new CodedError('store/not-found');
  }
  const isMoved = new Set(moved);
  // Before one that moves itself: where the first that stays comes after it.
  const from = before === null ? order.length : order.indexOf(before);
  const anchor = order.slice(from).find((badge) => !isMoved.has(badge));
  const staying = order.filter((badge) => !isMoved.has(badge));
  const at = anchor === undefined ? staying.length : staying.indexOf(anchor);
  const next = [...staying.slice(0, at), ...moved, ...staying.slice(at)];
  if (next.every((badge, index) => badge === order[index])) return [];
  const [left, right] = [staying[at - 1], staying[at]];
  const ranks = ranksBetween(
    left === undefined ? null : rankOf(collection, left),
    right === undefined ? null : rankOf(collection, right),
    moved.length,
  );
  return ranks === null
    ? moves(id, collection, next, inOrder(next.length))
    : moves(id, collection, moved, ranks);
}

function moves(
  id: string,
  collection: CollectionEntry,
  badges: readonly string[],
  ranks: readonly number[],
): readonly Change[] {
  return badges.flatMap((badge, index): readonly Change[] => {
    const from = rankOf(collection, badge);
    const to = ranks[index] ?? from;
    return from === to ? [] : [{ kind: 'member.moved', collection: id, badge, from, to }];
  });
}

function inOrder(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

function isIn({ members }: CollectionEntry, badge: string): boolean {
  return members.get(badge)?.inside?.value === true;
}

function rankOf({ members }: CollectionEntry, badge: string): number {
  return members.get(badge)?.rank?.value ?? 0;
}
