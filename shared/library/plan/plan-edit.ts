import { assertNever } from '../../assert-never.ts';
import type { EditRequest } from '../edits.ts';
import { planBadges } from './plan-badges.ts';
import { planCollection } from './plan-collection.ts';
import { planEvidence } from './plan-evidence.ts';
import { planIdentity } from './plan-identity.ts';
import { planMembers } from './plan-members.ts';
import { planNote } from './plan-note.ts';
import { planPortfolio } from './plan-portfolio.ts';
import { planTags } from './plan-tags.ts';
import type { EditContext, PlannedEdit } from './planned-edit.ts';

/**
 * What a person's edit comes to in the library as it is now. Throws a `CodedError`: `store/not-found` for what is not
 * there, `edit/…` for what cannot be done.
 */
export function planEdit(context: EditContext, edit: EditRequest): PlannedEdit {
  switch (edit.kind) {
    case 'badges.remove':
    case 'badges.restore':
    case 'badges.purge':
    case 'bin.empty':
      return planBadges(context, edit);
    case 'collection.create':
    case 'collection.rename':
    case 'collection.move':
    case 'collection.search':
    case 'collection.delete':
      return planCollection(context, edit);
    case 'collection.add':
    case 'collection.take-out':
    case 'collection.place':
    case 'collection.sort':
      return planMembers(context, edit);
    case 'identity.add':
    case 'identity.relabel':
    case 'identity.remove':
      return planIdentity(context, edit);
    case 'tags.add':
    case 'tags.take-off':
    case 'tag.rename':
    case 'tag.delete':
      return planTags(context, edit);
    case 'note.set':
      return planNote(context, edit);
    case 'evidence.add':
    case 'evidence.change':
    case 'evidence.remove':
      return planEvidence(context, edit);
    case 'portfolio.save':
    case 'portfolio.duplicate':
    case 'portfolio.remove':
    case 'receipt.remove':
      return planPortfolio(context, edit);
    default:
      return assertNever(edit);
  }
}
