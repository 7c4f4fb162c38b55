import fc from 'fast-check';
import { nextTime } from '../../shared/library/clock.ts';
import type { EvidenceFacts } from '../../shared/library/evidence-facts.ts';
import type { BadgeFacts, Described } from '../../shared/library/facts.ts';
import { type Action, type Change, type JournalRecord, stampOf } from '../../shared/library/operations.ts';
import { emptySearch } from '../../shared/library/search.ts';
import type { SavedSearch } from '../../shared/library/search-schema.ts';
import { inversesOf } from '../../shared/library/undo.ts';
import { reportOf } from './report.ts';

/** Facts of a badge of a plain kind, but for what is changed. */
export function factsOfBadge(change: Partial<BadgeFacts> = {}): BadgeFacts {
  return {
    name: 'Bicycle repair',
    description: 'Mends a bicycle.',
    issuerName: 'Town School',
    issuerId: 'https://school.example/',
    version: '2.x',
    form: 'hosted',
    issuedOn: '2024-05-03T10:00:00.000Z',
    expires: null,
    tags: [],
    recipients: [],
    picture: { from: 'none' },
    container: 'json',
    pathIndex: 0,
    mediaType: 'application/json',
    sizeBytes: 100,
    fileName: 'badge.json',
    sameBadgeKey: null,
    ...change,
  };
}

/** What an issuer's documents say of a badge, but for what is changed. */
export function describedAs(change: Partial<Described> = {}): Described {
  return {
    name: 'Bicycle repair',
    description: '',
    issuerName: 'Town School',
    issuerId: 'https://school.example/',
    tags: [],
    criteria: '',
    picture: null,
    taken: [],
    asked: [],
    ...change,
  };
}

/** The id of the badge with a number. */
export function badgeIdOfNumber(number: number): string {
  return number.toString(16).padStart(64, '0');
}

/** A record of one device, but for what is changed. */
export function recordOf(changes: readonly Change[], change: Partial<JournalRecord> = {}): JournalRecord {
  return {
    format: 1,
    library: 'library-1',
    id: 'record-1',
    at: nextTime(null, 1_000),
    device: 'device-1',
    action: null,
    changes,
    ...change,
  };
}

const badge = fc.integer({ min: 1, max: 4 }).map(badgeIdOfNumber);
const collection = fc.constantFrom('work', 'school', 'home');
const address = fc.constantFrom('ada@home.example', 'ada@school.example');
const name = fc.constantFrom('A', 'B', 'C');
const issuer = fc.constantFrom('did:key:z1', 'https://school.example/');
const issuerFacts = fc.record({
  name,
  keys: fc.array(fc.constantFrom('z1', 'z2'), { maxLength: 2 }),
  note: fc.constant(''),
  addedAt: fc.constantFrom('2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z'),
});
const rank = fc.integer({ min: 1, max: 3 });

/** A stamp such as the records of `anyHistory` have. */
const anyStamp = fc
  .tuple(
    fc.integer({ min: 0, max: 5 }),
    fc.constantFrom('device-1', 'device-2', 'device-3'),
    fc.nat({ max: 12 }),
  )
  .map(([ms, device, index]) => `${nextTime(null, ms)} ${device} record-${index}`);
const search = name.map((text): SavedSearch => ({ ...emptySearch, text }));
const evidence: fc.Arbitrary<EvidenceFacts> = fc.oneof(
  name.map((text) => ({ kind: 'text' as const, title: text, text })),
  name.map((title) => ({ kind: 'link' as const, title, url: 'https://a.example/' })),
  name.map((title) => ({
    kind: 'file' as const,
    title,
    sha256: 'a'.repeat(64),
    mediaType: 'application/pdf',
    sizeBytes: 3,
    fileName: 'report.pdf',
  })),
);

/** Any change, over few things, so that changes of the same thing meet. */
const anyChange: fc.Arbitrary<Change> = fc.oneof(
  fc.record({
    kind: fc.constant('badge.added' as const),
    badge,
    addedAt: fc.constantFrom('2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z'),
    facts: name.map((text) => factsOfBadge({ name: text })),
  }),
  fc.record({ kind: fc.constantFrom('badge.removed' as const, 'badge.restored' as const), badge }),
  fc.record({
    kind: fc.constant('badge.reported' as const),
    badge,
    report: fc.constantFrom('online' as const, 'offline' as const).map((mode) => reportOf({ mode })),
  }),
  fc.record({
    kind: fc.constant('badge.described' as const),
    badge,
    described: name.map((text) => describedAs({ name: text })),
  }),
  fc.record({
    kind: fc.constant('document.captured' as const),
    document: fc.record({
      url: fc.constantFrom('https://a.example/', 'https://b.example/'),
      finalUrl: fc.constantFrom('https://a.example/', 'https://c.example/'),
      status: fc.constantFrom(200, 404),
      contentType: fc.constant(null),
      sha256: badge,
      sizeBytes: fc.constant(1),
      fetchedAt: fc.constantFrom('2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z'),
    }),
  }),
  fc.record({ kind: fc.constant('badge.purged' as const), badge, removal: anyStamp }),
  fc.record({ kind: fc.constant('collection.created' as const), collection, name }),
  fc.record({
    kind: fc.constant('collection.created' as const),
    collection,
    name,
    parent: fc.option(collection),
    search: fc.option(search),
  }),
  fc.record({
    kind: fc.constant('collection.moved' as const),
    collection,
    from: fc.option(collection),
    to: fc.option(collection),
  }),
  fc.record({
    kind: fc.constant('collection.searched' as const),
    collection,
    from: fc.option(search),
    to: fc.option(search),
  }),
  fc.record({ kind: fc.constant('collection.renamed' as const), collection, from: name, to: name }),
  fc.record({
    kind: fc.constantFrom('collection.deleted' as const, 'collection.restored' as const),
    collection,
  }),
  fc.record({
    kind: fc.constantFrom('member.added' as const, 'member.removed' as const),
    collection,
    badge,
    rank,
  }),
  fc.record({ kind: fc.constant('member.moved' as const), collection, badge, from: rank, to: rank }),
  fc.record({
    kind: fc.constantFrom('tag.added' as const, 'tag.removed' as const),
    tag: name,
    badges: fc.array(badge, { maxLength: 3 }),
  }),
  fc.record({ kind: fc.constant('note.changed' as const), badge, from: name, to: name }),
  fc.record({
    kind: fc.constantFrom('evidence.added' as const, 'evidence.removed' as const),
    badge,
    evidence: fc.constantFrom('e1', 'e2'),
    addedAt: fc.constantFrom('2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z'),
    facts: evidence,
  }),
  fc.record({
    kind: fc.constant('evidence.changed' as const),
    badge,
    evidence: fc.constantFrom('e1', 'e2'),
    from: evidence,
    to: evidence,
  }),
  fc.record({
    kind: fc.constant('evidence.purged' as const),
    badge,
    evidence: fc.constantFrom('e1', 'e2'),
    removal: anyStamp,
  }),
  fc.record({
    kind: fc.constantFrom('identity.added' as const, 'identity.removed' as const),
    address,
    label: name,
  }),
  fc.record({ kind: fc.constant('identity.renamed' as const), address, from: name, to: name }),
  fc.record({
    kind: fc.constantFrom('issuer.known' as const, 'issuer.forgotten' as const),
    issuer,
    facts: issuerFacts,
  }),
  fc.record({ kind: fc.constant('issuer.changed' as const), issuer, from: issuerFacts, to: issuerFacts }),
  fc.record({
    kind: fc.constantFrom('registry.added' as const, 'registry.removed' as const),
    registry: fc.constantFrom('registry-1', 'registry-2'),
    facts: fc.record({
      name,
      format: fc.constant('dcc-legacy' as const),
      sha256: badge,
      entries: fc.constant(1),
      asOf: fc.constant('2026-01-01T00:00:00.000Z'),
      url: fc.constant(null),
      anchor: fc.constant(null),
    }),
  }),
  fc.record({
    kind: fc.constantFrom('pack.added' as const, 'pack.removed' as const),
    pack: fc.constantFrom('pack-1', 'pack-2'),
    facts: fc.record({
      name,
      key: fc.constant('{}'),
      madeAt: fc.constant('2026-01-01T00:00:00.000Z'),
      oldest: fc.constant('2026-01-01T00:00:00.000Z'),
      newest: fc.constant('2026-01-01T00:00:00.000Z'),
      documents: fc.constant(1),
      hosts: fc.constant<string[]>([]),
      issuers: fc.constant<string[]>([]),
    }),
  }),
);

/** A history of several devices: every record its own id, times and devices as they come, in any order. */
export const anyHistory: fc.Arbitrary<readonly JournalRecord[]> = fc
  .array(
    fc.record({
      changes: fc.array(anyChange, { maxLength: 3 }),
      ms: fc.integer({ min: 0, max: 5 }),
      device: fc.constantFrom('device-1', 'device-2', 'device-3'),
      action: fc.option(fc.record({ kind: fc.constantFrom('do', 'undo', 'redo'), of: fc.nat({ max: 9 }) })),
    }),
    { maxLength: 12 },
  )
  .map((drafts) =>
    drafts.map(({ changes, ms, device, action }, index) =>
      recordOf(action?.kind === 'undo' ? inversesOf(changes) : changes, {
        id: `record-${index}`,
        at: nextTime(null, ms),
        device,
        action: action === null ? null : actionOf(action.kind, index, action.of),
      }),
    ),
  );

function actionOf(kind: string, index: number, of: number): Action {
  const label = `Action ${index}`;
  // Several records may be one action: an import.
  if (kind === 'do') return { kind: 'do', id: `action-${index % 5}`, label };
  return { kind: kind === 'undo' ? 'undo' : 'redo', id: `action-${index}`, label, of: `action-${of % 5}` };
}

/** Each record once, in the total order of all devices. */
export function inTotalOrder(records: readonly JournalRecord[]): readonly JournalRecord[] {
  const byStamp = new Map(records.map((record) => [stampOf(record), record]));
  return [...byStamp].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, record]) => record);
}
