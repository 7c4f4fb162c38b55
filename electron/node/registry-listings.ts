import { utf8Text } from '../../shared/bytes.ts';
import type { DocumentFacts } from '../../shared/library/facts.ts';
import type { LibraryState } from '../../shared/library/state.ts';
import type { KnownRegistry } from '../../shared/library/trust-state.ts';
import { readFederation } from '../../shared/trust/federation.ts';
import { readIssuerList } from '../../shared/trust/read-issuer-list.ts';
import type { RegistryListing } from '../../shared/verify/trust.ts';
import type { ObjectStore } from './object-store.ts';
import { verifyStatement } from './verify-statement.ts';

/** Whatever the listings of a registry are read from. */
export interface RegistrySources {
  readonly state: Pick<LibraryState, 'documents'>;
  readonly documents: ObjectStore;
  readonly nowMs: number;
}

/**
 * What a registry lists: its document as it was taken in, and whatever newer answers of its address were captured since.
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

/** The URLs whose captures belong to a registry, newest answer of each. */
export function registryCaptures(
  { url }: Pick<KnownRegistry, 'url'>,
  { documents }: Pick<LibraryState, 'documents'>,
): readonly DocumentFacts[] {
  if (url === null) return [];
  return [...documents]
    .filter(([asked]) => asked === url || asked.startsWith(`${url}?`))
    .flatMap(([, answers]) =>
      [...answers.values()].toSorted((a, b) => (a.fetchedAt < b.fetchedAt ? 1 : -1)).slice(0, 1),
    );
}

async function listedInFile(
  registry: KnownRegistry,
  { state, documents }: RegistrySources,
): Promise<ReadonlyMap<string, RegistryListing>> {
  const [newer] = registryCaptures(registry, state).filter(
    ({ fetchedAt, status }) => status === 200 && fetchedAt > registry.asOf,
  );
  const list = readIssuerList(await documents.get(newer?.sha256 ?? registry.sha256));
  if (list.kind !== 'dcc-legacy') return new Map();
  const asOf = newer?.fetchedAt ?? registry.asOf;
  const listings = list.entries.map(({ id, name }) => listing(registry, id, name, asOf, null));
  return new Map(listings.map((one) => [one.issuer, one]));
}

async function listedByStatements(
  registry: KnownRegistry,
  { state, documents, nowMs }: RegistrySources,
): Promise<ReadonlyMap<string, RegistryListing>> {
  const list = readIssuerList(await documents.get(registry.sha256));
  if (list.kind !== 'openid-federation' || registry.anchor === null) return new Map();
  const { entries } = await readFederation(list.tokens, registry.anchor, nowMs, verifyStatement);
  const listings = new Map(
    entries.map(({ id, name, asOf, until }) => [id, listing(registry, id, name, asOf, until)]),
  );
  for (const answer of registryCaptures(registry, state)) {
    const subject = subjectAsked(answer.url);
    const earlier = subject === null ? undefined : listings.get(subject);
    if (subject === null || (earlier !== undefined && earlier.asOf > answer.fetchedAt)) continue;
    if (answer.status === 404) listings.delete(subject);
    if (answer.status !== 200) continue;
    const token = utf8Text(await documents.get(answer.sha256))?.trim() ?? '';
    const said = await readFederation([token], registry.anchor, nowMs, verifyStatement);
    const entry = said.entries.find(({ id }) => id === subject);
    if (entry !== undefined)
      listings.set(subject, listing(registry, subject, entry.name, answer.fetchedAt, entry.until));
  }
  return listings;
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
