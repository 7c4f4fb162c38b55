import { assertNever } from '../assert-never.ts';
import { entryOf } from './entry-of.ts';
import type { Change } from './operations.ts';
import { earlier, later } from './register.ts';
import type { CollectionEntry, LibraryState, MemberEntry } from './state.ts';

/** A change of a collection or of what is in it. */
export type CollectionChange = Extract<Change, { readonly collection: string }>;

/** Applies one change of a collection: each of its fields is a register of its own. */
export function applyCollectionChange(state: LibraryState, change: CollectionChange, stamp: string): void {
  const entry = entryOf(state.collections, change.collection, newCollection);
  switch (change.kind) {
    case 'collection.created':
      entry.name = later(entry.name, change.name, stamp);
      entry.present = later(entry.present, true, stamp);
      entry.createdAt = earlier(entry.createdAt, stamp);
      if (change.parent !== undefined) entry.parent = later(entry.parent, change.parent, stamp);
      if (change.search !== undefined) entry.search = later(entry.search, change.search, stamp);
      return;
    case 'collection.renamed':
      entry.name = later(entry.name, change.to, stamp);
      return;
    case 'collection.moved':
      entry.parent = later(entry.parent, change.to, stamp);
      return;
    case 'collection.searched':
      entry.search = later(entry.search, change.to, stamp);
      return;
    case 'collection.deleted':
    case 'collection.restored':
      entry.present = later(entry.present, change.kind === 'collection.restored', stamp);
      return;
    case 'member.added': {
      const member = entryOf(entry.members, change.badge, newMember);
      member.inside = later(member.inside, true, stamp);
      member.rank = later(member.rank, change.rank, stamp);
      return;
    }
    case 'member.removed': {
      const member = entryOf(entry.members, change.badge, newMember);
      member.inside = later(member.inside, false, stamp);
      return;
    }
    case 'member.moved': {
      const member = entryOf(entry.members, change.badge, newMember);
      member.rank = later(member.rank, change.to, stamp);
      return;
    }
    default:
      assertNever(change);
  }
}

function newCollection(): CollectionEntry {
  return { present: null, name: null, createdAt: null, parent: null, search: null, members: new Map() };
}

function newMember(): MemberEntry {
  return { inside: null, rank: null };
}
