import { assertNever } from '../../assert-never.ts';
import { CodedError } from '../../errors.ts';
import { actionWords } from '../../text/library.ts';
import type { EditRequest } from '../edits.ts';
import type { Change } from '../operations.ts';
import { foldText } from '../search-text.ts';
import type { LibraryState } from '../state.ts';
import { type EditContext, type PlannedEdit, shownIds } from './planned-edit.ts';

type TagEdit = Extract<EditRequest, { kind: 'tags.add' | 'tags.take-off' | 'tag.rename' | 'tag.delete' }>;

/** The person's own tags. A tag is written one way: one that differs only in letter case is taken for the known one. */
export function planTags(context: EditContext, edit: TagEdit): PlannedEdit {
  const { state } = context;
  switch (edit.kind) {
    case 'tags.add': {
      const ids = shownIds(context, edit.badgeIds);
      const tags = spelled(state, edit.tags);
      const changes = tags.flatMap((tag) =>
        tagChange(
          'tag.added',
          tag,
          ids.filter((id) => !hasTag(state, id, tag)),
        ),
      );
      return { label: actionWords.addTags(tags, ids.length), changes };
    }
    case 'tags.take-off': {
      const ids = shownIds(context, edit.badgeIds);
      const tags = spelled(state, edit.tags);
      const changes = tags.flatMap((tag) =>
        tagChange(
          'tag.removed',
          tag,
          ids.filter((id) => hasTag(state, id, tag)),
        ),
      );
      return { label: actionWords.removeTags(tags, ids.length), changes };
    }
    case 'tag.rename': {
      const from = tagged(state, edit.from);
      const to = cleanTag(edit.to);
      if (from.length === 0) throw new CodedError('store/not-found');
      const changes =
        to === edit.from
          ? []
          : [
              ...tagChange('tag.removed', edit.from, from),
              ...tagChange(
                'tag.added',
                to,
                from.filter((id) => !hasTag(state, id, to)),
              ),
            ];
      return { label: actionWords.renameTag(edit.from, to), changes };
    }
    case 'tag.delete': {
      const from = tagged(state, edit.tag);
      if (from.length === 0) throw new CodedError('store/not-found');
      return { label: actionWords.deleteTag(edit.tag), changes: tagChange('tag.removed', edit.tag, from) };
    }
    default:
      return assertNever(edit);
  }
}

function tagChange(
  kind: 'tag.added' | 'tag.removed',
  tag: string,
  badges: readonly string[],
): readonly Change[] {
  return badges.length === 0 ? [] : [{ kind, tag, badges: [...badges] }];
}

/** Every badge that carries the tag, those in the bin too: they come back with it as it is called then. */
function tagged({ badges }: LibraryState, tag: string): readonly string[] {
  return [...badges].filter(([, { tags }]) => tags.get(tag)?.value === true).map(([id]) => id);
}

function hasTag({ badges }: LibraryState, id: string, tag: string): boolean {
  return badges.get(id)?.tags.get(tag)?.value === true;
}

/** Tags as they are written here already, each once. */
function spelled(state: LibraryState, typed: readonly string[]): readonly string[] {
  const known = new Map<string, string>();
  for (const { tags } of state.badges.values()) {
    for (const [tag, { value }] of tags) if (value) known.set(foldText(tag), tag);
  }
  const found = typed.map((tag) => {
    const clean = cleanTag(tag);
    return known.get(foldText(clean)) ?? clean;
  });
  return [...new Set(found)];
}

function cleanTag(tag: string): string {
  return tag.normalize('NFC').replace(/\s+/g, ' ').trim();
}
