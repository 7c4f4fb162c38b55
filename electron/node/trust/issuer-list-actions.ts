import { assertNever } from '../../../shared/assert-never.ts';
import { CodedError } from '../../../shared/errors.ts';
import type { IssuerListPreview } from '../../../shared/ipc/trust-views.ts';
import type { Change } from '../../../shared/library/operations.ts';
import { type KnownRegistry, knownIssuersOf, registriesOf } from '../../../shared/library/trust-state.ts';
import { limits } from '../../../shared/limits.ts';
import { displayName } from '../../../shared/text/display-text.ts';
import { trustActionWords } from '../../../shared/text/trust.ts';
import { type Federation, readFederation } from '../../../shared/trust/federation.ts';
import type { RegistryFacts } from '../../../shared/trust/issuer-facts.ts';
import { type IssuerList, readIssuerList } from '../../../shared/trust/read-issuer-list.ts';
import { fingerprintOfText } from '../../../shared/verify/key-text.ts';
import type { Checking } from '../check/check.ts';
import { withRejudging } from '../check/rejudge.ts';
import { verifyStatement } from '../check/verify-statement.ts';
import { nodeCrypto } from '../crypto.ts';
import { randomName, sha256Hex } from '../files.ts';
import type { Library } from '../library/library.ts';
import { actionOf } from './issuer-actions.ts';

type Actions = Pick<Library, 'previewIssuerList' | 'importIssuerList' | 'removeRegistry'>;

/** Taking in lists of known issuers and registries, from a file's bytes. */
export function issuerListActions(library: Checking): Actions {
  const { core, clock } = library;

  async function planOf(bytes: Uint8Array, fileName: string): Promise<Plan> {
    const list = readIssuerList(bytes);
    switch (list.kind) {
      case 'known':
        return planForKnown(list);
      case 'dcc-legacy':
        return planForRegistry(list, bytes, fileName);
      case 'openid-federation':
        return await planForFederation(list.tokens, bytes, fileName);
      default:
        return assertNever(list);
    }
  }

  /** Issuers that are known already stay as they are: a file never changes a pin. */
  function planForKnown({ issuers, skipped }: Extract<IssuerList, { kind: 'known' }>): Plan {
    const here = knownIssuersOf(core.state);
    const known = new Set(here.map(({ id }) => id));
    const fresh = issuers.filter(({ id }) => !known.has(id));
    if (here.length + fresh.length > limits.knownIssuers)
      throw new CodedError('trust/too-many', { limit: limits.knownIssuers });
    const addedAt = new Date(clock.now()).toISOString();
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
    bytes: Uint8Array,
    fileName: string,
  ): Plan {
    const now = new Date(clock.now()).toISOString();
    const asOf = list.updatedAt !== null && list.updatedAt < now ? list.updatedAt : now;
    const name = registryName(fileName);
    const earlier = registriesOf(core.state).find(
      (registry) => registry.format === 'dcc-legacy' && registry.name === name,
    );
    return planOfRegistry(
      {
        name,
        format: 'dcc-legacy',
        sha256: sha256Hex(bytes),
        entries: list.entries.length,
        asOf,
        url: null,
        anchor: null,
      },
      earlier ?? null,
      { bytes, entries: list.entries, skipped: list.skipped },
    );
  }

  /** An anchor that is pinned already is the only one that is believed; a new one is pinned when the person says so. */
  async function planForFederation(
    tokens: readonly string[],
    bytes: Uint8Array,
    fileName: string,
  ): Promise<Plan> {
    const pinned = registriesOf(core.state).filter(({ format }) => format === 'openid-federation');
    const { federation, earlier } = await believed(tokens, pinned);
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
      asOf: newest ?? new Date(clock.now()).toISOString(),
      url: federation.fetchEndpoint ?? earlier?.url ?? null,
      anchor: { id: anchor.id, keys: [...anchor.keys] },
    };
    return planOfRegistry(facts, earlier, { bytes, entries, skipped: refused });
  }

  async function believed(
    tokens: readonly string[],
    pinned: readonly KnownRegistry[],
  ): Promise<{ readonly federation: Federation; readonly earlier: KnownRegistry | null }> {
    for (const earlier of pinned) {
      const federation = await readFederation(tokens, earlier.anchor, clock.now(), verifyStatement);
      if (federation.entries.length > 0 || federation.name !== '') return { federation, earlier };
    }
    return { federation: await readFederation(tokens, null, clock.now(), verifyStatement), earlier: null };
  }

  function planOfRegistry(
    facts: RegistryFacts,
    earlier: KnownRegistry | null,
    read: {
      readonly bytes: Uint8Array;
      readonly entries: readonly { readonly name: string }[];
      readonly skipped: number;
    },
  ): Plan {
    if (earlier === null && registriesOf(core.state).length >= limits.registries)
      throw new CodedError('trust/too-many', { limit: limits.registries });
    const id = earlier?.id ?? randomName();
    const changes: Change[] = [{ kind: 'registry.added', registry: id, facts }];
    if (earlier !== null) {
      const { id: _, ...before } = earlier;
      changes.unshift({ kind: 'registry.removed', registry: id, facts: factsOf(before) });
    }
    const words = earlier === null ? trustActionWords.addRegistry : trustActionWords.renewRegistry;
    const fingerprints = (facts.anchor?.keys ?? []).map((key) => fingerprintOfText(key, nodeCrypto.digest));
    return {
      label: words(facts.name),
      changes,
      document: { id, bytes: read.bytes },
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

  return {
    previewIssuerList: async (bytes, fileName) => (await planOf(bytes, fileName)).preview,
    importIssuerList: async (bytes, fileName) =>
      await core.commit(async () => {
        const { label, changes, document, preview } = await planOf(bytes, fileName);
        if (changes.length === 0) return { records: [], value: { ...preview, changed: 0 } };
        const captured = document === null ? [] : [await keep(library, document)];
        const { records, changed } = await withRejudging(library, actionOf(label, changes));
        return {
          records: [...captured.map((change) => ({ action: null, changes: [change] })), ...records],
          value: { ...preview, changed },
        };
      }),
    removeRegistry: async (id) =>
      await core.commit(async () => {
        const registry = registriesOf(core.state).find((one) => one.id === id);
        if (registry === undefined) throw new CodedError('store/not-found');
        const { id: _, ...facts } = registry;
        const change: Change = { kind: 'registry.removed', registry: id, facts: factsOf(facts) };
        const action = actionOf(trustActionWords.removeRegistry(registry.name), [change]);
        const { records, changed } = await withRejudging(library, action);
        return { records, value: { changed } };
      }),
  };

  /** Stores a registry's document, and answers the record by which it is found and looked after. */
  async function keep(
    { documents }: Checking,
    { id, bytes }: { readonly id: string; readonly bytes: Uint8Array },
  ): Promise<Change> {
    const sha256 = sha256Hex(bytes);
    await documents.putAll([{ sha256, bytes, extension: 'json' }]);
    const url = `registry:${id}`;
    const fetchedAt = new Date(clock.now()).toISOString();
    const facts = {
      url,
      finalUrl: url,
      status: 200,
      contentType: null,
      sha256,
      sizeBytes: bytes.length,
      fetchedAt,
    };
    return { kind: 'document.captured', document: facts };
  }
}

interface Plan {
  readonly label: string;
  readonly changes: readonly Change[];
  /** The document of a registry, to be kept. */
  readonly document: { readonly id: string; readonly bytes: Uint8Array } | null;
  readonly preview: IssuerListPreview;
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
