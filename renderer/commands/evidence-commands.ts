import type { OwnEvidence } from '../../shared/ipc/views.ts';
import type { EditRequest } from '../../shared/library/edits.ts';
import { displayName } from '../../shared/text/display-text.ts';
import { evidenceWords } from '../../shared/text/ui-organise-words.ts';
import { uiWords } from '../../shared/text/ui-words.ts';
import { bridge } from '../bridge.ts';
import { editLibrary } from './edit-library.ts';
import { sayDone, settle } from './settle.ts';

/** What a person adds as evidence. */
export type NewEvidence = Extract<EditRequest, { readonly kind: 'evidence.add' }>['evidence'];

/** Answers whether it was taken. */
export async function addEvidence(badgeId: string, evidence: NewEvidence, file?: File): Promise<boolean> {
  const said = evidenceWords.added(evidence.title || (file?.name ?? evidenceWords.untitled));
  return (await editLibrary({ kind: 'evidence.add', badgeId, evidence }, said, file)) !== null;
}

/** `text`: the new text or address; null of a file. */
export async function changeEvidence(
  badgeId: string,
  id: string,
  title: string,
  text: string | null,
): Promise<boolean> {
  const said = evidenceWords.changed(title || evidenceWords.untitled);
  return (await editLibrary({ kind: 'evidence.change', badgeId, id, title, text }, said)) !== null;
}

export async function removeEvidence(badgeId: string, evidence: OwnEvidence): Promise<void> {
  const said = evidenceWords.removed(nameOfEvidence(evidence));
  await editLibrary({ kind: 'evidence.remove', badgeId, id: evidence.id }, said);
}

export async function saveEvidence(badgeId: string, id: string): Promise<void> {
  const saved = await settle(bridge().saveOriginal(badgeId, id));
  if (saved?.value) sayDone(uiWords.saved(saved.value.savedAs), false);
}

/** What to call it where it has no title. */
export function nameOfEvidence(evidence: OwnEvidence): string {
  if (evidence.title !== '') return displayName(evidence.title);
  switch (evidence.kind) {
    case 'file':
      return displayName(evidence.fileName);
    case 'link':
      return displayName(evidence.url);
    case 'text':
      return displayName(evidence.text) || evidenceWords.untitled;
  }
}
