import { assertNever } from '../../assert-never.ts';
import { CodedError } from '../../errors.ts';
import { limits } from '../../limits.ts';
import { actionWords } from '../../text/library.ts';
import { depthOf, heightOf, isWithin, parentsOf } from '../collection-tree.ts';
import type { EditRequest } from '../edits.ts';
import type { Change } from '../operations.ts';
import type { SavedSearch } from '../search-schema.ts';
import { type EditContext, type PlannedEdit, shownCollection, shownIds } from './planned-edit.ts';

type CollectionEdit = Extract<
  EditRequest,
  {
    kind:
      | 'collection.create'
      | 'collection.rename'
      | 'collection.move'
      | 'collection.search'
      | 'collection.delete';
  }
>;

/** Making, naming, nesting and deleting collections. */
export function planCollection(context: EditContext, edit: CollectionEdit): PlannedEdit {
  switch (edit.kind) {
    case 'collection.create':
      return create(context, edit);
    case 'collection.rename': {
      const from = shownCollection(context, edit.id).name?.value ?? '';
      const change: Change = { kind: 'collection.renamed', collection: edit.id, from, to: edit.name };
      return {
        label: actionWords.renameCollection(edit.name),
        changes: from === edit.name ? [] : [change],
      };
    }
    case 'collection.move':
      return move(context, edit);
    case 'collection.search':
      return changeSearch(context, edit.id, copyOf(edit.search));
    case 'collection.delete': {
      const name = shownCollection(context, edit.id).name?.value ?? '';
      return {
        label: actionWords.deleteCollection(name),
        changes: [{ kind: 'collection.deleted', collection: edit.id }],
      };
    }
    default:
      return assertNever(edit);
  }
}

function create(
  context: EditContext,
  edit: Extract<CollectionEdit, { kind: 'collection.create' }>,
): PlannedEdit {
  const { name, parentId } = edit;
  const search = copyOf(edit.search);
  if (parentId !== null) {
    shownCollection(context, parentId);
    refuseTooDeep(depthOf(parentsOf(context.state), parentId) + 1);
  }
  if (search !== null && edit.badgeIds.length > 0) throw new CodedError('edit/smart-collection');
  const id = context.newId();
  const members = shownIds(context, edit.badgeIds).map(
    (badge, index): Change => ({ kind: 'member.added', collection: id, badge, rank: index + 1 }),
  );
  const created: Change = {
    kind: 'collection.created',
    collection: id,
    name,
    ...(parentId === null ? {} : { parent: parentId }),
    ...(search === null ? {} : { search }),
  };
  return { label: actionWords.createCollection(name), changes: [created, ...members], createdId: id };
}

function move(
  context: EditContext,
  { id, parentId }: Extract<CollectionEdit, { kind: 'collection.move' }>,
): PlannedEdit {
  const { name, parent } = shownCollection(context, id);
  const parents = parentsOf(context.state);
  if (parentId !== null) {
    shownCollection(context, parentId);
    if (isWithin(parents, parentId, id)) throw new CodedError('edit/into-itself');
    refuseTooDeep(depthOf(parents, parentId) + heightOf(parents, id));
  }
  // Undo goes back to what was written, a deleted collection too: it may be restored by then.
  const from = parent?.value ?? null;
  const change: Change = { kind: 'collection.moved', collection: id, from, to: parentId };
  return {
    label: actionWords.moveCollection(name?.value ?? ''),
    changes: (parents.get(id) ?? null) === parentId ? [] : [change],
  };
}

/** A collection with badges of its own stays one, and a smart one stays smart: what is in it would be lost from sight. */
function changeSearch(context: EditContext, id: string, to: SavedSearch | null): PlannedEdit {
  const { name, search } = shownCollection(context, id);
  const from = search?.value ?? null;
  if ((from === null) !== (to === null)) throw new CodedError('edit/smart-collection');
  const isSame = JSON.stringify(from) === JSON.stringify(to);
  return {
    label: actionWords.changeSearch(name?.value ?? ''),
    changes: isSame ? [] : [{ kind: 'collection.searched', collection: id, from, to }],
  };
}

function refuseTooDeep(depth: number): void {
  if (depth > limits.collectionDepth)
    throw new CodedError('edit/too-deep', { limit: limits.collectionDepth });
}

/** A search of our own, its members in one order, so that equal ones have equal texts. */
function copyOf(
  search: Extract<CollectionEdit, { kind: 'collection.search' }>['search'],
): SavedSearch | null {
  if (search === null) return null;
  const { text, issuers, verdicts, years, versions, tags, collections, recipients } = search;
  return {
    text,
    issuers: [...issuers],
    verdicts: [...verdicts],
    years: [...years],
    versions: [...versions],
    tags: [...tags],
    collections: [...collections],
    recipients: [...recipients],
  };
}
