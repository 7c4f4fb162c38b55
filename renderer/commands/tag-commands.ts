import { tagWords } from '../../shared/text/ui-organise-words.ts';
import { editLibrary } from './edit-library.ts';

export async function addTag(tag: string, badgeIds: readonly string[]): Promise<void> {
  if (badgeIds.length === 0 || tag.trim() === '') return;
  await editLibrary(
    { kind: 'tags.add', badgeIds, tags: [tag.trim()] },
    tagWords.added(tag.trim(), badgeIds.length),
  );
}

export async function takeTagOff(tag: string, badgeIds: readonly string[]): Promise<void> {
  if (badgeIds.length === 0) return;
  await editLibrary(
    { kind: 'tags.take-off', badgeIds, tags: [tag] },
    tagWords.takenOff(tag, badgeIds.length),
  );
}

export async function renameTag(from: string, to: string): Promise<void> {
  await editLibrary({ kind: 'tag.rename', from, to }, tagWords.renamed(to));
}

export async function deleteTag(tag: string): Promise<void> {
  await editLibrary({ kind: 'tag.delete', tag }, tagWords.deleted(tag));
}
