import { assertNever } from '../../../shared/assert-never.ts';
import { CodedError } from '../../../shared/errors.ts';
import type { IssuerListPreview } from '../../../shared/ipc/trust-views.ts';
import type { Change } from '../../../shared/library/operations.ts';
import {
  type KnownRegistry,
  knownIssuersOf,
  registriesOf,
  type TrustState,
} from '../../../shared/library/trust-state.ts';
import { limits } from '../../../shared/limits.ts';
import { displayName } from '../../../shared/text/display-text.ts';
import { trustActionWords } from '../../../shared/text/trust.ts';
import { type Federation, readFederation } from '../../../shared/trust/federation.ts';
import type { RegistryFacts } from '../../../shared/trust/issuer-facts.ts';
import { type IssuerList, readIssuerList } from '../../../shared/trust/read-issuer-list.ts';
import { fingerprintOfText } from '../../../shared/verify/key-text.ts';
import { verifyStatement } from '../check/verify-statement.ts';
import { nodeCrypto } from '../crypto.ts';
import { randomName, sha256Hex } from '../files.ts';

/** What taking in a file of known issuers or a registry comes to. */
export interface IssuerListPlan {
  readonly label: string;
  readonly changes: readonly Change[];
  /** The document of a registry, to be kept. */
  readonly document: { readonly id: string; readonly bytes: Uint8Array } | null;
  readonly preview: IssuerListPreview;
}

/** The file, and whom and what the owner knows already. */
export interface IssuerListContext {
  readonly state: TrustState;
  readonly nowMs: number;
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

/** Plans what a file would change. Rejects with a `CodedError` for one that is no list, or is not believed. */
export async function planIssuerList(context: IssuerListContext): Promise<IssuerListPlan> {
  const list = readIssuerList(context.bytes);
  switch (list.kind) {
    case 'known':
      return planForKnown(list, context);
    case 'dcc-legacy':
      return planForRegistry(list, context);
    case 'openid-federation':
      return await planForFederation(list.tokens, context);
    default:
      return assertNever(list);
  }
}

/** That a registry is here no more. */
export function registryRemoved({ id, ...facts }: KnownRegistry): Change {
  return { kind: 'registry.removed', registry: id, facts: factsOf(facts) };
}

/** Issuers that are known already stay as they are: a file never changes a pin. */
function planForKnown(
  { issuers, skipped }: Extract<IssuerList, { kind: 'known' }>,
  { state, nowMs }: IssuerListContext,
): IssuerListPlan {
  const here = knownIssuersOf(state);
  const known = new Set(here.map(({ id }) => id));
  const fresh = issuers.filter(({ id }) => !known.has(id));
  if (here.length + fresh.length > limits.knownIssuers)
    throw new CodedError('trust/too-many', { limit: limits.knownIssuers });
  const addedAt = new Date(nowMs).toISOString();
  const changes = fresh.map(
    ({ id, name, keys }): Change => ({
      kind: 'issuer.known',
      issuer: id,
      facts: { name, keys: [...keys], note: '', addedAt },
    }),
  );
  return {
    label: trustActionWords.importIssuers(fresh.length),
    changes,
    document: null,
    preview: {
      kind: 'issuers',
      name: '',
      count: fresh.length,
      names: namesOf(fresh),
      alreadyKnown: issuers.length - fresh.length,
      skipped,
      asOf: null,
      anchor: null,
      renews: false,
    },
  };
}

function planForRegistry(
  list: Extract<IssuerList, { kind: 'dcc-legacy' }>,
  context: IssuerListContext,
): IssuerListPlan {
  const now = new Date(context.nowMs).toISOString();
  const asOf = list.updatedAt !== null && list.updatedAt < now ? list.updatedAt : now;
  const name = registryName(context.fileName);
  const earlier = registriesOf(context.state).find(
    (registry) => registry.format === 'dcc-legacy' && registry.name === name,
  );
  return planOfRegistry(
    {
      name,
      format: 'dcc-legacy',
      sha256: sha256Hex(context.bytes),
      entries: list.entries.length,
      asOf,
      url: null,
      anchor: null,
    },
    earlier ?? null,
    { entries: list.entries, skipped: list.skipped },
    context,
  );
}

/** An anchor that is pinned already is the only one that is believed; a new one is pinned when the person says so. */
async function planForFederation(
  tokens: readonly string[],
  context: IssuerListContext,
): Promise<IssuerListPlan> {
  const { state, nowMs, bytes, fileName } = context;
  const pinned = registriesOf(state).filter(({ format }) => format === 'openid-federation');
  const { federation, earlier } = await believed(tokens, pinned, nowMs);
  const { anchor, entries, refused } = federation;
  const newest = entries
    .map(({ asOf }) => asOf)
    .toSorted()
    .at(-1);
  const facts: RegistryFacts = {
    name: federation.name || earlier?.name || registryName(fileName),
    format: 'openid-federation',
    sha256: sha256Hex(bytes),
    entries: entries.length,
    asOf: newest ?? new Date(nowMs).toISOString(),
    url: federation.fetchEndpoint ?? earlier?.url ?? null,
    anchor: { id: anchor.id, keys: [...anchor.keys] },
  };
  return planOfRegistry(facts, earlier, { entries, skipped: refused }, context);
}

async function believed(
  tokens: readonly string[],
  pinned: readonly KnownRegistry[],
  nowMs: number,
): Promise<{ readonly federation: Federation; readonly earlier: KnownRegistry | null }> {
  for (const earlier of pinned) {
    const federation = await readFederation(tokens, earlier.anchor, nowMs, verifyStatement);
    if (federation.entries.length > 0 || federation.name !== '') return { federation, earlier };
  }
  return { federation: await readFederation(tokens, null, nowMs, verifyStatement), earlier: null };
}

function planOfRegistry(
  facts: RegistryFacts,
  earlier: KnownRegistry | null,
  read: { readonly entries: readonly { readonly name: string }[]; readonly skipped: number },
  { state, bytes }: IssuerListContext,
): IssuerListPlan {
  if (earlier === null && registriesOf(state).length >= limits.registries)
    throw new CodedError('trust/too-many', { limit: limits.registries });
  const id = earlier?.id ?? randomName();
  const changes: Change[] = [{ kind: 'registry.added', registry: id, facts }];
  if (earlier !== null) changes.unshift(registryRemoved(earlier));
  const words = earlier === null ? trustActionWords.addRegistry : trustActionWords.renewRegistry;
  const fingerprints = (facts.anchor?.keys ?? []).map((key) => fingerprintOfText(key, nodeCrypto.digest));
  return {
    label: words(facts.name),
    changes,
    document: { id, bytes },
    preview: {
      kind: 'registry',
      name: facts.name,
      count: facts.entries,
      names: namesOf(read.entries),
      alreadyKnown: 0,
      skipped: read.skipped,
      asOf: facts.asOf,
      anchor: facts.anchor === null ? null : { id: facts.anchor.id, fingerprints },
      renews: earlier !== null,
    },
  };
}

function namesOf(entries: readonly { readonly name: string; readonly id?: string }[]): readonly string[] {
  return entries.slice(0, 5).map(({ name, id }) => displayName(name || id || ''));
}

function registryName(fileName: string): string {
  return (
    displayName(fileName.replace(/\.[a-z0-9]{1,5}$/i, '')).slice(0, limits.issuerNameCharacters) || 'Registry'
  );
}

function factsOf(facts: RegistryFacts): RegistryFacts {
  const { name, format, sha256, entries, asOf, url, anchor } = facts;
  return { name, format, sha256, entries, asOf, url, anchor };
}
