import { assertNever } from '../../assert-never.ts';
import { CodedError } from '../../errors.ts';
import { limits } from '../../limits.ts';
import { actionWords } from '../../text/library.ts';
import type { EditRequest } from '../edits.ts';
import type { EvidenceFacts } from '../evidence-facts.ts';
import { ownEvidenceOf } from '../own-words.ts';
import { isPurged } from '../presence.ts';
import type { EvidenceEntry } from '../state.ts';
import { badgeName, type EditContext, type PlannedEdit, shownEntry } from './planned-edit.ts';

type EvidenceEdit = Extract<EditRequest, { kind: 'evidence.add' | 'evidence.change' | 'evidence.remove' }>;

/** Evidence that the person adds to a badge. */
export function planEvidence(context: EditContext, edit: EvidenceEdit): PlannedEdit {
  const badge = shownEntry(context, edit.badgeId);
  const name = badgeName(context, edit.badgeId);
  switch (edit.kind) {
    case 'evidence.add': {
      if (ownEvidenceOf(badge).length >= limits.evidencePerBadge) {
        throw new CodedError('edit/too-much-evidence', { limit: limits.evidencePerBadge });
      }
      const id = context.newId();
      return {
        label: actionWords.addEvidence(name),
        changes: [
          {
            kind: 'evidence.added',
            badge: edit.badgeId,
            evidence: id,
            addedAt: new Date(context.nowMs).toISOString(),
            facts: factsOf(context, edit.evidence),
          },
        ],
        createdId: id,
      };
    }
    case 'evidence.change': {
      const { facts: from } = shownEvidence(badge.evidence.get(edit.id));
      const to = changed(from, edit.title, edit.text);
      const isSame = JSON.stringify(from) === JSON.stringify(to);
      return {
        label: actionWords.changeEvidence(name),
        changes: isSame
          ? []
          : [{ kind: 'evidence.changed', badge: edit.badgeId, evidence: edit.id, from, to }],
      };
    }
    case 'evidence.remove': {
      const { facts, addedAt } = shownEvidence(badge.evidence.get(edit.id));
      return {
        label: actionWords.removeEvidence(name),
        changes: [{ kind: 'evidence.removed', badge: edit.badgeId, evidence: edit.id, addedAt, facts }],
      };
    }
    default:
      return assertNever(edit);
  }
}

function factsOf(
  { file }: EditContext,
  evidence: Extract<EvidenceEdit, { kind: 'evidence.add' }>['evidence'],
): EvidenceFacts {
  if (evidence.kind !== 'file') return { ...evidence };
  if (file === null) throw new CodedError('input/unreadable');
  return { kind: 'file', title: evidence.title, ...file };
}

function changed(from: EvidenceFacts, title: string, text: string | null): EvidenceFacts {
  switch (from.kind) {
    case 'text':
      return { ...from, title, text: text ?? from.text };
    case 'link': {
      const url = text?.trim() ?? from.url;
      if (!/^https?:\/\/\S+$/i.test(url)) throw new CodedError('edit/not-an-address');
      return { ...from, title, url };
    }
    case 'file':
      return { ...from, title };
    default:
      return assertNever(from);
  }
}

function shownEvidence(entry: EvidenceEntry | undefined): {
  readonly facts: EvidenceFacts;
  readonly addedAt: string;
} {
  if (entry?.present?.value !== true || entry.facts === null || isPurged(entry))
    throw new CodedError('store/not-found');
  return { facts: entry.facts.value, addedAt: entry.addedAt ?? '' };
}
