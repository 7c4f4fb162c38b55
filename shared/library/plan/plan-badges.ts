import { assertNever } from '../../assert-never.ts';
import { actionWords } from '../../text/library.ts';
import { purgeChanges } from '../bin.ts';
import type { EditRequest } from '../edits.ts';
import type { Change } from '../operations.ts';
import { isInBin } from '../presence.ts';
import { badgeName, binIds, type EditContext, type PlannedEdit, shownIds } from './planned-edit.ts';

type BadgeEdit = Extract<
  EditRequest,
  { kind: 'badges.remove' | 'badges.restore' | 'badges.purge' | 'bin.empty' }
>;

/** Into the bin, out of it, and away for good. */
export function planBadges(context: EditContext, edit: BadgeEdit): PlannedEdit {
  switch (edit.kind) {
    case 'badges.remove': {
      const ids = shownIds(context, edit.badgeIds);
      const changes = ids.map((badge): Change => ({ kind: 'badge.removed', badge }));
      return { label: actionWords.removeBadges(ids.length, badgeName(context, ids[0])), changes };
    }
    case 'badges.restore': {
      const ids = binIds(context, edit.badgeIds);
      const changes = ids.map((badge): Change => ({ kind: 'badge.restored', badge }));
      return { label: actionWords.restoreBadges(ids.length, badgeName(context, ids[0])), changes };
    }
    case 'badges.purge':
      return purge(context, binIds(context, edit.badgeIds));
    case 'bin.empty': {
      const { badges } = context.state;
      return purge(
        context,
        [...badges].filter(([, entry]) => isInBin(entry)).map(([id]) => id),
      );
    }
    default:
      return assertNever(edit);
  }
}

function purge(context: EditContext, ids: readonly string[]): PlannedEdit {
  const label = actionWords.purgeBadges(ids.length, badgeName(context, ids[0]));
  return { label, changes: purgeChanges(context.state, ids) };
}
