import { assertNever } from '../assert-never.ts';
import { laterTime } from './clock.ts';
import type { DocumentFacts } from './facts.ts';
import { type Change, type JournalRecord, stampOf, type UnknownChange } from './operations.ts';
import { reportFacts } from './report-record.ts';
import {
  type ActionEntry,
  type BadgeEntry,
  type CollectionEntry,
  emptyState,
  type IdentityEntry,
  type LibraryState,
  type Register,
} from './state.ts';
import { applyTrustChange } from './trust-state.ts';
import { actionKey, inversesOf } from './undo.ts';

/** What a record may have changed for a viewer. */
export interface Touched {
  readonly badges: Set<string>;
  /** A badge came, went or was read anew: not only its report changed. */
  arrivals: boolean;
  collections: boolean;
  identities: boolean;
  /** Whom the owner knows: issuers and registries. */
  trust: boolean;
}

export function nothingTouched(): Touched {
  return { badges: new Set(), arrivals: false, collections: false, identities: false, trust: false };
}

/** The state that a history tells. The order of the records does not matter, nor how often each one comes. */
export function project(history: Iterable<JournalRecord>): LibraryState {
  const state = emptyState();
  for (const record of history) applyRecord(state, record, nothingTouched());
  return state;
}

/** Applies one record to a state, and notes in `touched` what may look different now. */
export function applyRecord(state: LibraryState, record: JournalRecord, touched: Touched): void {
  const stamp = stampOf(record);
  state.lastTime = laterTime(state.lastTime, record.at);
  for (const change of record.changes) applyChange(state, change, stamp, touched);
  if (record.action !== null) noteAction(state, record, stamp);
}

function applyChange(
  state: LibraryState,
  change: Change | UnknownChange,
  stamp: string,
  touched: Touched,
): void {
  switch (change.kind) {
    case 'badge.added': {
      const entry = badgeEntry(state, change.badge, touched);
      if (entry.present !== null) touched.collections = true;
      touched.arrivals = true;
      entry.facts = later(entry.facts, change.facts, stamp);
      entry.present = later(entry.present, true, stamp);
      entry.addedAt = earlier(entry.addedAt, change.addedAt);
      return;
    }
    case 'badge.removed':
    case 'badge.restored': {
      const entry = badgeEntry(state, change.badge, touched);
      entry.present = later(entry.present, change.kind === 'badge.restored', stamp);
      touched.arrivals = true;
      touched.collections = true;
      return;
    }
    case 'badge.reported': {
      const entry = badgeEntry(state, change.badge, touched);
      entry.report = later(entry.report, reportFacts(change.report), stamp);
      return;
    }
    case 'badge.described': {
      const entry = badgeEntry(state, change.badge, touched);
      entry.described = later(entry.described, change.described, stamp);
      return;
    }
    case 'document.captured':
      noteDocument(state, change.document);
      return;
    case 'collection.created': {
      const entry = collectionEntry(state, change.collection, touched);
      entry.name = later(entry.name, change.name, stamp);
      entry.present = later(entry.present, true, stamp);
      entry.createdAt = earlier(entry.createdAt, stamp);
      return;
    }
    case 'collection.renamed': {
      const entry = collectionEntry(state, change.collection, touched);
      entry.name = later(entry.name, change.to, stamp);
      return;
    }
    case 'collection.deleted':
    case 'collection.restored': {
      const entry = collectionEntry(state, change.collection, touched);
      entry.present = later(entry.present, change.kind === 'collection.restored', stamp);
      return;
    }
    case 'member.added':
    case 'member.removed': {
      const { members } = collectionEntry(state, change.collection, touched);
      const value = { inside: change.kind === 'member.added', rank: change.rank };
      members.set(change.badge, later(members.get(change.badge) ?? null, value, stamp));
      return;
    }
    case 'identity.added':
    case 'identity.removed': {
      const entry = identityEntry(state, change.address, touched);
      entry.label = later(entry.label, change.label, stamp);
      entry.present = later(entry.present, change.kind === 'identity.added', stamp);
      entry.addedAt = earlier(entry.addedAt, stamp);
      return;
    }
    case 'identity.renamed': {
      const entry = identityEntry(state, change.address, touched);
      entry.label = later(entry.label, change.to, stamp);
      return;
    }
    case 'issuer.known':
    case 'issuer.changed':
    case 'issuer.forgotten':
    case 'registry.added':
    case 'registry.removed':
      touched.trust = true;
      applyTrustChange(state, change, stamp);
      return;
    case 'unknown':
      return;
    default:
      assertNever(change);
  }
}

/** Within one record the later change wins, hence "not earlier". */
function later<Value>(current: Register<Value> | null, value: Value, stamp: string): Register<Value> {
  return current === null || stamp >= current.stamp ? { value, stamp } : current;
}

function earlier(current: string | null, text: string): string {
  return current === null || text < current ? text : current;
}

function badgeEntry(state: LibraryState, id: string, touched: Touched): BadgeEntry {
  touched.badges.add(id);
  return entryOf(state.badges, id, () => ({
    present: null,
    facts: null,
    addedAt: null,
    report: null,
    described: null,
  }));
}

function collectionEntry(state: LibraryState, id: string, touched: Touched): CollectionEntry {
  touched.collections = true;
  return entryOf(state.collections, id, () => ({
    present: null,
    name: null,
    createdAt: null,
    members: new Map(),
  }));
}

function identityEntry(state: LibraryState, address: string, touched: Touched): IdentityEntry {
  touched.identities = true;
  return entryOf(state.identities, address, () => ({ present: null, label: null, addedAt: null }));
}

function noteDocument(state: LibraryState, document: DocumentFacts): void {
  const answers = entryOf(state.documents, document.url, () => new Map<string, DocumentFacts>());
  const key = `${document.status} ${document.sha256}`;
  const known = answers.get(key);
  if (known === undefined || isNewer(document, known)) answers.set(key, document);
}

/** Newer by date; of one date, the greater text, so that the order of arrival does not matter. */
function isNewer(a: DocumentFacts, b: DocumentFacts): boolean {
  if (a.fetchedAt !== b.fetchedAt) return a.fetchedAt > b.fetchedAt;
  return JSON.stringify(a) > JSON.stringify(b);
}

function noteAction(state: LibraryState, record: JournalRecord, stamp: string): void {
  const { action } = record;
  if (action === null) return;
  const entry = entryOf(
    state.actions,
    actionKey(action),
    (): ActionEntry => ({
      id: action.id,
      kind: action.kind,
      of: action.kind === 'do' ? null : action.of,
      at: stamp,
      label: { value: action.label, stamp },
      inverses: new Map(),
    }),
  );
  entry.at = earlier(entry.at, stamp);
  entry.label = later(entry.label, action.label, stamp);
  if (entry.kind === 'do') entry.inverses.set(stamp, inversesOf(record.changes));
}

function entryOf<Entry>(entries: Map<string, Entry>, key: string, make: () => Entry): Entry {
  const known = entries.get(key);
  if (known !== undefined) return known;
  const made = make();
  entries.set(key, made);
  return made;
}
