import { actionWords } from '../../text/library.ts';
import type { EditRequest } from '../edits.ts';
import { badgeName, type EditContext, type PlannedEdit, shownEntry } from './planned-edit.ts';

/** The person's note on a badge. */
export function planNote(
  context: EditContext,
  { badgeId, text }: Extract<EditRequest, { kind: 'note.set' }>,
): PlannedEdit {
  const from = shownEntry(context, badgeId).note?.value ?? '';
  const to = text.trim() === '' ? '' : text;
  return {
    label: actionWords.changeNote(badgeName(context, badgeId)),
    changes: from === to ? [] : [{ kind: 'note.changed', badge: badgeId, from, to }],
  };
}
