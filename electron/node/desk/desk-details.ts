import type { Completion } from '../../../shared/badge/complete-badge.ts';
import type { FoundBadge, Reading } from '../../../shared/badge/reading.ts';
import { deskImageUrl } from '../../../shared/ipc/badge-image-url.ts';
import type { BadgeCard, BadgeDetails } from '../../../shared/ipc/views.ts';
import { cardOfFacts } from '../../../shared/library/cards.ts';
import { describedOf } from '../../../shared/library/described.ts';
import { factsOf } from '../../../shared/library/facts-of.ts';
import { isInside } from '../../../shared/library/family.ts';
import type { BadgeEntry } from '../../../shared/library/state.ts';
import { headlineOf } from '../../../shared/text/verdicts.ts';
import type { CryptoPort } from '../../../shared/verify/ports.ts';
import type { Report } from '../../../shared/verify/report.ts';
import type { Knowledge } from '../trust/knowledge.ts';

/** A row's badge, read again from its file. */
export interface OpenedRow {
  readonly id: string;
  readonly report: Report;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly fileName: string;
  readonly reading: Reading;
  /** Place among the badges of the file. */
  readonly index: number;
  /** Of its badge: with the words that it only names, from documents at hand. */
  readonly completion: Completion;
}

/** By what the details are told. */
export interface DetailsContext {
  readonly knowledge: Knowledge;
  readonly nowMs: number;
  readonly digest: CryptoPort['digest'];
}

/** Everything about a badge on the desk, in the form of one in the backpack: what only a backpack has is empty. */
export function deskDetails(row: OpenedRow, context: DetailsContext): BadgeDetails {
  const { id, report, completion, reading, index, sha256 } = row;
  const { badge, taken } = completion;
  const name = (found: FoundBadge, place: number) => ({
    id: `${id.split('.')[0]}.${place}`,
    name: found.badge.name,
  });
  const own = reading.badges[index]?.path ?? [];
  const family = reading.badges.map((found, place) => ({ found, place }));
  const around = family.filter(
    ({ found, place }) => place !== index && found.badge.object === 'container' && isInside(own, found.path),
  );
  const nearest = around.sort((a, b) => b.found.path.length - a.found.path.length)[0];
  const holds = badge.object === 'container' ? family.filter(({ found }) => isInside(found.path, own)) : [];
  return {
    card: deskCard(row, context),
    badge,
    taken,
    changes: [],
    partOf: nearest === undefined ? null : name(nearest.found, nearest.place),
    holds: holds.map(({ found, place }) => name(found, place)),
    inFile: reading.badges.length,
    contradictsTwin: false,
    report,
    headline: headlineOf(report, context.nowMs),
    fileName: row.fileName,
    sha256,
    sizeBytes: row.bytes.length,
    container: reading.container,
    rawText: badge.source.text,
    collectionIds: [],
    note: '',
    evidence: [],
    issuerSeen: context.knowledge.issuerSeen(report, badge),
  };
}

function deskCard(row: OpenedRow, { nowMs, digest }: DetailsContext): BadgeCard {
  const { id, report, completion, reading, index, bytes, fileName } = row;
  const facts = factsOf(reading, index, { fileName, sizeBytes: bytes.length });
  const stamp = '';
  const entry: BadgeEntry = {
    present: { value: true, stamp },
    facts: { value: facts, stamp },
    addedAt: null,
    report: { value: report, stamp },
    described: { value: describedOf(completion) ?? nothingDescribed, stamp },
    purged: null,
    tags: new Map(),
    note: null,
    evidence: new Map(),
  };
  const card = cardOfFacts(id, entry, facts, {
    addresses: [],
    nowMs,
    digest,
    firstOfSame: new Map(),
    isFileMissing: () => false,
  });
  return { ...card, imageUrl: card.imageUrl === null ? null : deskImageUrl(id) };
}

const nothingDescribed = {
  name: '',
  description: '',
  issuerName: '',
  issuerId: '',
  tags: [],
  criteria: '',
  picture: null,
  taken: [],
  asked: [],
};
