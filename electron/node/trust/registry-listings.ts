import { utf8Text } from '../../../shared/bytes.ts';
import type { DocumentFacts } from '../../../shared/library/facts.ts';
import type { LibraryState } from '../../../shared/library/state.ts';
import type { KnownRegistry } from '../../../shared/library/trust-state.ts';
import { limits } from '../../../shared/limits.ts';
import { readFederation } from '../../../shared/trust/federation.ts';
import { readIssuerList } from '../../../shared/trust/read-issuer-list.ts';
import type { RegistryListing } from '../../../shared/verify/trust.ts';
import { verifyStatement } from '../check/verify-statement.ts';
import type { ObjectStore } from '../library/object-store.ts';

/** Whatever the listings of a registry are read from. */
export interface RegistrySources {
  readonly state: Pick<LibraryState, 'documents'>;
  readonly documents: ObjectStore;
  readonly nowMs: number;
}

/**
 * What a registry lists: its document as it was taken in, and what it answered since where it was asked.
 * A document that is damaged, forged or signed with another key than the pinned one lists nobody.
 */
export async function listingsOf(
  registry: KnownRegistry,
  sources: RegistrySources,
): Promise<ReadonlyMap<string, RegistryListing>> {
  try {
    return registry.format === 'dcc-legacy'
      ? await listedInFile(registry, sources)
      : await listedByStatements(registry, sources);
  } catch {
    return new Map();
  }
}

/** The listing as it is to be told at a moment: what was asked a while ago is a record like any other. */
export function toldAt(listing: RegistryListing, nowMs: number): RegistryListing {
  const sinceMs = Math.abs(nowMs - Date.parse(listing.asOf));
  return listing.source === 'live' && !(sinceMs <= limits.justAskedMs)
    ? { ...listing, source: 'captured' }
    : listing;
}

/** The answers of a registry that were captured since, newest first. */
export function registryCaptures(
  { url }: Pick<KnownRegistry, 'url'>,
  { documents }: Pick<LibraryState, 'documents'>,
): readonly DocumentFacts[] {
  if (url === null) return [];
  return [...documents]
    .filter(([asked]) => asked.startsWith(`${url}?`))
    .flatMap(([, answers]) => [...answers.values()])
    .toSorted((a, b) => (a.fetchedAt < b.fetchedAt ? 1 : -1));
}

async function listedInFile(
  registry: KnownRegistry,
  { documents }: RegistrySources,
): Promise<ReadonlyMap<string, RegistryListing>> {
  const list = readIssuerList(await documents.get(registry.sha256));
  if (list.kind !== 'dcc-legacy') return new Map();
  const listings = list.entries.map(({ id, name }) => listing(registry, id, name, registry.asOf, null));
  return new Map(listings.map((one) => [one.issuer, one]));
}

/**
 * The statements of the file, then for each issuer that was asked about the newest answer that can be believed: that
 * they are not listed, or a statement about just them with a pinned key.
 */
async function listedByStatements(
  registry: KnownRegistry,
  { state, documents, nowMs }: RegistrySources,
): Promise<ReadonlyMap<string, RegistryListing>> {
  const { anchor } = registry;
  const list = readIssuerList(await documents.get(registry.sha256));
  if (list.kind !== 'openid-federation' || anchor === null) return new Map();
  const { entries } = await readFederation(list.tokens, anchor, nowMs, verifyStatement);
  const listings = new Map(
    entries.map(({ id, name, asOf, until }) => [id, listing(registry, id, name, asOf, until)]),
  );
  const settled = new Set<string>();
  for (const answer of registryCaptures(registry, state)) {
    const subject = subjectAsked(answer.url);
    if (subject === null || settled.has(subject) || isOlder(answer, listings.get(subject))) continue;
    if (answer.status === 404) {
      listings.delete(subject);
      settled.add(subject);
      continue;
    }
    const token = utf8Text(await documents.get(answer.sha256).catch(() => new Uint8Array()))?.trim() ?? '';
    const federation = await readFederation([token], anchor, nowMs, verifyStatement).catch(() => null);
    const entry = federation?.entries.find(({ id }) => id === subject);
    if (entry === undefined) continue;
    const said = listing(registry, subject, entry.name, answer.fetchedAt, entry.until);
    listings.set(subject, { ...said, source: 'live' });
    settled.add(subject);
  }
  return listings;
}

function isOlder({ fetchedAt }: DocumentFacts, listed: RegistryListing | undefined): boolean {
  return listed !== undefined && listed.asOf > fetchedAt;
}

function subjectAsked(url: string): string | null {
  return URL.parse(url)?.searchParams.get('sub') ?? null;
}

function listing(
  registry: KnownRegistry,
  issuer: string,
  name: string,
  asOf: string,
  until: string | null,
): RegistryListing {
  return { issuer, name, registry: registry.name, asOf, source: 'captured', until };
}
