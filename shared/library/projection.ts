import { assertNever } from '../assert-never.ts';
import { applyCollectionChange } from './apply-collections.ts';
import { applyEvidenceChange } from './apply-evidence.ts';
import { laterTime } from './clock.ts';
import { entryOf } from './entry-of.ts';
import type { DocumentFacts } from './facts.ts';
import { type Change, type JournalRecord, stampOf, type UnknownChange } from './operations.ts';
import { applyPortfolioChange } from './portfolio-state.ts';
import { earlier, later } from './register.ts';
import { reportFacts } from './report-record.ts';
import {
  type ActionEntry,
  type BadgeEntry,
  emptyState,
  type IdentityEntry,
  type LibraryState,
} from './state.ts';
import { applyTrustChange } from './trust-state.ts';
import { actionKey, inversesOf } from './undo.ts';

/** What a record may have changed for a viewer. */
export interface Touched {
  readonly badges: Set<string>;
  /** A badge came, went or was read anew: not only its report changed. */
  arrivals: boolean;
  /** A badge went into the bin or out of it. */
  bin: boolean;
  collections: boolean;
  identities: boolean;
  /** Whom the owner knows: issuers, registries and trust packs. */
  trust: boolean;
  /** Portfolios, and what left of them. */
  portfolios: boolean;
}

export function nothingTouched(): Touched {
  return {
    badges: new Set(),
    arrivals: false,
    bin: false,
    collections: false,
    identities: false,
    trust: false,
    portfolios: false,
  };
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
      if (entry.present !== null) {
        touched.collections = true;
        touched.bin = true;
      }
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
      touched.bin = true;
      touched.collections = true;
      return;
    }
    case 'badge.purged': {
      const entry = badgeEntry(state, change.badge, touched);
      if (entry.purged === null || change.removal > entry.purged) entry.purged = change.removal;
      touched.arrivals = true;
      touched.bin = true;
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
    case 'collection.created':
    case 'collection.renamed':
    case 'collection.moved':
    case 'collection.searched':
    case 'collection.deleted':
    case 'collection.restored':
    case 'member.added':
    case 'member.removed':
    case 'member.moved':
      touched.collections = true;
      applyCollectionChange(state, change, stamp);
      return;
    case 'tag.added':
    case 'tag.removed':
      for (const badge of change.badges) {
        const { tags } = badgeEntry(state, badge, touched);
        tags.set(change.tag, later(tags.get(change.tag), change.kind === 'tag.added', stamp));
      }
      return;
    case 'note.changed': {
      const entry = badgeEntry(state, change.badge, touched);
      entry.note = later(entry.note, change.to, stamp);
      return;
    }
    case 'evidence.added':
    case 'evidence.removed':
    case 'evidence.changed':
    case 'evidence.purged':
      applyEvidenceChange(badgeEntry(state, change.badge, touched), change, stamp);
      return;
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
    case 'pack.added':
    case 'pack.removed':
      touched.trust = true;
      applyTrustChange(state, change, stamp);
      return;
    case 'portfolio.saved':
    case 'portfolio.removed':
    case 'export.noted':
    case 'export.forgotten':
      touched.portfolios = true;
      applyPortfolioChange(state, change, stamp);
      return;
    case 'unknown':
      return;
    default:
      assertNever(change);
  }
}

function badgeEntry(state: LibraryState, id: string, touched: Touched): BadgeEntry {
  touched.badges.add(id);
  return entryOf(state.badges, id, () => ({
    present: null,
    facts: null,
    addedAt: null,
    report: null,
    described: null,
    purged: null,
    tags: new Map(),
    note: null,
    evidence: new Map(),
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
