import type { Change } from './operations.ts';

/**
 * The changes of one action as lists of at most `maxBytes` (of JSON in UTF-8) each, in their order, one for each record
 * that it is written as: records under one action are undone as one. A tag of very many badges is put on in parts. A
 * single change that is larger stands alone.
 */
export function splitChanges(changes: readonly Change[], maxBytes: number): readonly (readonly Change[])[] {
  const lists: Change[][] = [[]];
  let room = maxBytes;
  for (const change of changes.flatMap((whole) => splitTag(whole, maxBytes))) {
    const bytes = new TextEncoder().encode(JSON.stringify(change)).length + 1;
    if (bytes > room && lists.at(-1)?.length !== 0) {
      lists.push([]);
      room = maxBytes;
    }
    lists.at(-1)?.push(change);
    room -= bytes;
  }
  return lists;
}

function splitTag(change: Change, maxBytes: number): readonly Change[] {
  if (change.kind !== 'tag.added' && change.kind !== 'tag.removed') return [change];
  const most = Math.max(1, Math.floor(maxBytes / 2 / badgeIdBytes));
  const parts: Change[] = [];
  for (let from = 0; from === 0 || from < change.badges.length; from += most) {
    parts.push({ ...change, badges: change.badges.slice(from, from + most) });
  }
  return parts;
}

/** A SHA-256, a part's number, quotes and a comma. */
const badgeIdBytes = 73;
