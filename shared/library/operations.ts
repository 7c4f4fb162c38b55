import { z } from 'zod';
import { exportReceiptSchema } from '../portfolio/export-receipt.ts';
import { portfolioSchema } from '../portfolio/portfolio-schema.ts';
import { knownIssuerSchema, registrySchema } from '../trust/issuer-facts.ts';
import { packSchema } from '../trust/pack-facts.ts';
import { isLogicalTime } from './clock.ts';
import { evidenceFactsSchema } from './evidence-facts.ts';
import { badgeFactsSchema, describedSchema, documentFactsSchema } from './facts.ts';
import { reportSchema } from './report-record.ts';
import { savedSearchSchema } from './search-schema.ts';

const badgeId = z.string().regex(/^[0-9a-f]{64}(\.[0-9]{1,5})?$/);
const shortId = z.string().regex(/^[0-9a-z-]{1,64}$/);

/**
 * One change to the library. What a change undoes is told from the change alone (`undo.ts`), so each holds what was
 * there before where that is needed.
 */
const changeSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('badge.added'),
    badge: badgeId,
    /** RFC 3339, UTC. */
    addedAt: z.string(),
    facts: badgeFactsSchema,
  }),
  z.object({ kind: z.literal('badge.removed'), badge: badgeId }),
  z.object({ kind: z.literal('badge.restored'), badge: badgeId }),
  /**
   * Deleted for good: it counts for the removal with this stamp and those before, so that a badge that was brought back
   * by somebody who did not know of it is there.
   */
  z.object({ kind: z.literal('badge.purged'), badge: badgeId, removal: z.string() }),
  z.object({ kind: z.literal('badge.reported'), badge: badgeId, report: reportSchema }),
  z.object({ kind: z.literal('badge.described'), badge: badgeId, described: describedSchema }),
  z.object({ kind: z.literal('document.captured'), document: documentFactsSchema }),
  z.object({
    kind: z.literal('collection.created'),
    collection: shortId,
    name: z.string(),
    parent: shortId.nullable().exactOptional(),
    search: savedSearchSchema.nullable().exactOptional(),
  }),
  z.object({ kind: z.literal('collection.renamed'), collection: shortId, from: z.string(), to: z.string() }),
  z.object({
    kind: z.literal('collection.moved'),
    collection: shortId,
    from: shortId.nullable(),
    to: shortId.nullable(),
  }),
  z.object({
    kind: z.literal('collection.searched'),
    collection: shortId,
    from: savedSearchSchema.nullable(),
    to: savedSearchSchema.nullable(),
  }),
  z.object({ kind: z.literal('collection.deleted'), collection: shortId }),
  z.object({ kind: z.literal('collection.restored'), collection: shortId }),
  z.object({ kind: z.literal('member.added'), collection: shortId, badge: badgeId, rank: z.number() }),
  z.object({ kind: z.literal('member.removed'), collection: shortId, badge: badgeId, rank: z.number() }),
  z.object({
    kind: z.literal('member.moved'),
    collection: shortId,
    badge: badgeId,
    from: z.number(),
    to: z.number(),
  }),
  /** Names only the badges that did not have the tag, or had it. */
  z.object({ kind: z.literal('tag.added'), tag: z.string(), badges: z.array(badgeId) }),
  z.object({ kind: z.literal('tag.removed'), tag: z.string(), badges: z.array(badgeId) }),
  z.object({ kind: z.literal('note.changed'), badge: badgeId, from: z.string(), to: z.string() }),
  z.object({
    kind: z.literal('evidence.added'),
    badge: badgeId,
    evidence: shortId,
    /** RFC 3339, UTC. */
    addedAt: z.string(),
    facts: evidenceFactsSchema,
  }),
  z.object({
    kind: z.literal('evidence.changed'),
    badge: badgeId,
    evidence: shortId,
    from: evidenceFactsSchema,
    to: evidenceFactsSchema,
  }),
  z.object({
    kind: z.literal('evidence.removed'),
    badge: badgeId,
    evidence: shortId,
    addedAt: z.string(),
    facts: evidenceFactsSchema,
  }),
  /** Its file is deleted for good; it counts for the writing with this stamp and those before, as `badge.purged` does. */
  z.object({ kind: z.literal('evidence.purged'), badge: badgeId, evidence: shortId, removal: z.string() }),
  z.object({ kind: z.literal('identity.added'), address: z.string(), label: z.string() }),
  z.object({ kind: z.literal('identity.renamed'), address: z.string(), from: z.string(), to: z.string() }),
  z.object({ kind: z.literal('identity.removed'), address: z.string(), label: z.string() }),
  z.object({ kind: z.literal('issuer.known'), issuer: z.string(), facts: knownIssuerSchema }),
  z.object({
    kind: z.literal('issuer.changed'),
    issuer: z.string(),
    from: knownIssuerSchema,
    to: knownIssuerSchema,
  }),
  z.object({ kind: z.literal('issuer.forgotten'), issuer: z.string(), facts: knownIssuerSchema }),
  z.object({ kind: z.literal('registry.added'), registry: shortId, facts: registrySchema }),
  z.object({ kind: z.literal('registry.removed'), registry: shortId, facts: registrySchema }),
  z.object({ kind: z.literal('pack.added'), pack: shortId, facts: packSchema }),
  z.object({ kind: z.literal('pack.removed'), pack: shortId, facts: packSchema }),
  /** The whole portfolio, the last writer wins; `from` null: a new one. */
  z.object({
    kind: z.literal('portfolio.saved'),
    portfolio: shortId,
    from: portfolioSchema.nullable(),
    to: portfolioSchema,
  }),
  z.object({ kind: z.literal('portfolio.removed'), portfolio: shortId, facts: portfolioSchema }),
  /** That a file left: never what is in it. */
  z.object({ kind: z.literal('export.noted'), receipt: shortId, facts: exportReceiptSchema }),
  z.object({ kind: z.literal('export.forgotten'), receipt: shortId, facts: exportReceiptSchema }),
]);

export type Change = z.infer<typeof changeSchema>;

/** A change of a kind that a later version wrote: kept in the journal, without effect here. */
export interface UnknownChange {
  readonly kind: 'unknown';
  readonly name: string;
}

/** What a person did, under one id over all its records, so that it is undone as one. */
const actionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('do'), id: shortId, label: z.string() }),
  z.object({ kind: z.literal('undo'), id: shortId, label: z.string(), of: shortId }),
  z.object({ kind: z.literal('redo'), id: shortId, label: z.string(), of: shortId }),
]);

export type Action = z.infer<typeof actionSchema>;

const envelopeSchema = z.object({
  format: z.literal(1),
  library: shortId,
  id: shortId,
  at: z.string().refine(isLogicalTime),
  device: shortId,
  action: actionSchema.nullable(),
  changes: z.array(z.looseObject({ kind: z.string() })),
});

/** One line of a journal: all its changes happen, or none. */
export interface JournalRecord {
  readonly format: 1;
  /** Id of its library: a line that strayed in from another has no effect. */
  readonly library: string;
  /** Never the same twice. */
  readonly id: string;
  /** Hybrid logical time. */
  readonly at: string;
  readonly device: string;
  /** null: an observation (a report, a captured document), which nobody undoes. */
  readonly action: Action | null;
  readonly changes: readonly (Change | UnknownChange)[];
}

/**
 * A record out of parsed JSON; null when it is none that this version can take. A change of an unknown kind passes as
 * `unknown`, a broken change of a known kind spoils its record.
 */
export function readRecord(value: unknown): JournalRecord | null {
  const envelope = envelopeSchema.safeParse(value);
  if (!envelope.success) return null;
  const changes: (Change | UnknownChange)[] = [];
  for (const raw of envelope.data.changes) {
    if (!knownKinds.has(raw.kind)) {
      changes.push({ kind: 'unknown', name: raw.kind });
      continue;
    }
    const change = changeSchema.safeParse(raw);
    if (!change.success) return null;
    changes.push(change.data);
  }
  return { ...envelope.data, changes };
}

/** Where a record stands in the one total order of all devices: time, then device, then id. */
export function stampOf(record: Pick<JournalRecord, 'at' | 'device' | 'id'>): string {
  return `${record.at} ${record.device} ${record.id}`;
}

const knownKinds: ReadonlySet<string> = new Set(
  changeSchema.options.map((option) => option.shape.kind.value),
);
