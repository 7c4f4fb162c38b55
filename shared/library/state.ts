import type { Report } from '../verify/report.ts';
import type { EvidenceFacts } from './evidence-facts.ts';
import type { BadgeFacts, Described, DocumentFacts } from './facts.ts';
import type { Change } from './operations.ts';
import type { PortfolioState } from './portfolio-state.ts';
import type { Register } from './register.ts';
import type { SavedSearch } from './search-schema.ts';
import type { TrustState } from './trust-state.ts';

/**
 * The library as its records tell it. Entries of what was removed stay as tombstones. It is owned by one place, which
 * changes it with `applyRecord` alone.
 */
export interface LibraryState extends TrustState, PortfolioState {
  readonly badges: Map<string, BadgeEntry>;
  readonly collections: Map<string, CollectionEntry>;
  readonly identities: Map<string, IdentityEntry>;
  /** By URL, then by status and SHA-256: each answer that was ever captured, with its newest date. */
  readonly documents: Map<string, Map<string, DocumentFacts>>;
  /** By `actionKey` (`undo.ts`). */
  readonly actions: Map<string, ActionEntry>;
  /** The latest logical time of all records; null: none yet. */
  lastTime: string | null;
}

export interface BadgeEntry {
  present: Register<boolean> | null;
  facts: Register<BadgeFacts> | null;
  /** RFC 3339, UTC: the earliest of all its imports. */
  addedAt: string | null;
  /** What a verdict needs of the newest report; its stamp finds the whole one in the journal. */
  report: Register<Report> | null;
  /** What the issuer's documents add; null: nothing at hand. */
  described: Register<Described> | null;
  /** The stamp of the last removal that was made final; null: none. See `isPurged`. */
  purged: string | null;
  /** The person's own tags, by their exact text: on or off. */
  readonly tags: Map<string, Register<boolean>>;
  note: Register<string> | null;
  /** The person's own evidence, by its id. */
  readonly evidence: Map<string, EvidenceEntry>;
}

export interface EvidenceEntry {
  present: Register<boolean> | null;
  facts: Register<EvidenceFacts> | null;
  /** RFC 3339, UTC. */
  addedAt: string | null;
  /** The stamp of the last writing that was made final; null: none. */
  purged: string | null;
}

export interface CollectionEntry {
  present: Register<boolean> | null;
  name: Register<string> | null;
  /** Stamp of its creation, for the order of the list. */
  createdAt: string | null;
  /** As it was written; what it comes to is told by `parentsOf`. */
  parent: Register<string | null> | null;
  /** Of a smart collection. */
  search: Register<SavedSearch | null> | null;
  readonly members: Map<string, MemberEntry>;
}

/** A badge in a collection. Its place is a number that is written apart, so that moving it takes nobody in or out. */
export interface MemberEntry {
  inside: Register<boolean> | null;
  rank: Register<number> | null;
}

export interface IdentityEntry {
  present: Register<boolean> | null;
  label: Register<string> | null;
  addedAt: string | null;
}

/** One action of the person: do, undo or redo; its changes by record, in the order of the stamps. */
export interface ActionEntry {
  readonly id: string;
  readonly kind: 'do' | 'undo' | 'redo';
  /** The action that an undo or redo is about. */
  readonly of: string | null;
  /** Stamp of its first record: its place in the history. */
  at: string;
  label: Register<string>;
  /** By stamp: what would undo each record, first change first. */
  readonly inverses: Map<string, readonly Change[]>;
}

/** A library with nothing in it. */
export function emptyState(): LibraryState {
  return {
    badges: new Map(),
    collections: new Map(),
    identities: new Map(),
    issuers: new Map(),
    registries: new Map(),
    packs: new Map(),
    portfolios: new Map(),
    receipts: new Map(),
    documents: new Map(),
    actions: new Map(),
    lastTime: null,
  };
}
