import { assertNever } from '../assert-never.ts';
import { entryOf } from './entry-of.ts';
import type { Change } from './operations.ts';
import { earlier, later } from './register.ts';
import type { BadgeEntry, EvidenceEntry } from './state.ts';

/** A change of a person's own evidence. */
export type EvidenceChange = Extract<Change, { readonly evidence: string }>;

/** Applies one change of own evidence to its badge. */
export function applyEvidenceChange(badge: BadgeEntry, change: EvidenceChange, stamp: string): void {
  const entry = entryOf(badge.evidence, change.evidence, newEvidence);
  switch (change.kind) {
    case 'evidence.added':
    case 'evidence.removed':
      entry.facts = later(entry.facts, change.facts, stamp);
      entry.present = later(entry.present, change.kind === 'evidence.added', stamp);
      entry.addedAt = earlier(entry.addedAt, change.addedAt);
      return;
    case 'evidence.changed':
      entry.facts = later(entry.facts, change.to, stamp);
      return;
    case 'evidence.purged':
      if (entry.purged === null || change.removal > entry.purged) entry.purged = change.removal;
      return;
    default:
      assertNever(change);
  }
}

function newEvidence(): EvidenceEntry {
  return { present: null, facts: null, addedAt: null, purged: null };
}
