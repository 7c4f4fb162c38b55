import { CodedError } from '../../../shared/errors.ts';
import type { TrustPackPreview } from '../../../shared/ipc/trust-views.ts';
import type { Change } from '../../../shared/library/operations.ts';
import { type KnownPack, packsOf } from '../../../shared/library/trust-state.ts';
import { limits } from '../../../shared/limits.ts';
import { displayName } from '../../../shared/text/display-text.ts';
import { trustActionWords } from '../../../shared/text/trust.ts';
import { packBytes, readTrustPack, type TrustPack } from '../../../shared/trust/pack.ts';
import { type PackFacts, packUrl } from '../../../shared/trust/pack-facts.ts';
import { fingerprintOfText } from '../../../shared/verify/key-text.ts';
import type { Checking } from '../check/check.ts';
import { withRejudging } from '../check/rejudge.ts';
import { nodeCrypto } from '../crypto.ts';
import { randomName } from '../files.ts';
import type { FsPort } from '../fs-port.ts';
import { storeDocuments } from '../library/captures.ts';
import type { Library } from '../library/library.ts';
import { collectPack, packIssuers } from './collect-pack.ts';
import { actionOf } from './issuer-actions.ts';
import { packKey } from './pack-key.ts';

type Actions = Pick<
  Library,
  'exportTrustPack' | 'packIssuers' | 'previewTrustPack' | 'importTrustPack' | 'removeTrustPack'
>;

/** Where the key lies that packs are signed with. */
export interface PackKeyPlace {
  readonly fs: FsPort;
  readonly cacheDir: string;
  readonly id: string;
}

/** Making trust packs, and taking them in. */
export function trustPackActions(library: Checking, { fs, cacheDir, id }: PackKeyPlace): Actions {
  const { core, clock, documents } = library;
  const read = (bytes: Uint8Array) => readTrustPack(bytes, nodeCrypto, clock.now());

  /** The pack of the same name by the same maker, which this one takes the place of. */
  function earlierOf({ header }: TrustPack): KnownPack | null {
    return packsOf(core.state).find(({ key, name }) => key === header.key && name === header.name) ?? null;
  }

  function previewOf(pack: TrustPack): TrustPackPreview {
    const { madeAt, key } = pack.header;
    const here = packsOf(core.state);
    const earlier = earlierOf(pack);
    if (earlier !== null && earlier.madeAt > madeAt) throw new CodedError('pack/older');
    if (earlier === null && here.length >= limits.trustPacks)
      throw new CodedError('trust/too-many', { limit: limits.trustPacks });
    const { name, documents: count, hosts, oldest, newest } = factsOf(pack);
    const isName = (other: KnownPack) => displayName(other.name) === displayName(name) && other.key !== key;
    const known = here.some((other) => other.key === key) ? 'known' : 'new';
    return {
      name: displayName(name),
      fingerprint: fingerprintOfText(key, nodeCrypto.digest),
      documents: count,
      hosts: hosts.map((host) => displayName(host)),
      madeAt,
      oldest,
      newest,
      fresher: pack.documents.filter(({ url, fetchedAt }) => isFresher(url, fetchedAt)).length,
      maker: earlier !== null ? 'renews' : here.some(isName) ? 'other-of-this-name' : known,
    };
  }

  function isFresher(url: string, fetchedAt: string): boolean {
    const places = [url, ...packsOf(core.state).map((pack) => packUrl(pack.id, url))];
    const dates = places.flatMap((place) => [...(core.state.documents.get(place)?.values() ?? [])]);
    return dates.every((held) => held.fetchedAt < fetchedAt);
  }

  /** Its documents first: without the record of the pack they answer nothing. */
  async function keepDocuments(packId: string, pack: TrustPack): Promise<void> {
    const kept = pack.documents.map(({ bytes, sizeBytes: _, ...facts }) => ({
      ...facts,
      kind: 'document' as const,
      source: 'captured' as const,
      bytes,
    }));
    await core.commit(async () => {
      await storeDocuments(documents, kept);
      const changes = pack.header.documents.map(
        (document): Change => ({
          kind: 'document.captured',
          document: { ...document, url: packUrl(packId, document.url) },
        }),
      );
      return { records: inLines(changes).map((some) => ({ action: null, changes: some })), value: undefined };
    });
  }

  return {
    exportTrustPack: async ({ issuers: wanted, name }) => {
      const collected = await collectPack(library, wanted);
      const { documents: found, issuers } = collected;
      if (found.length === 0) throw new CodedError('pack/nothing');
      if (found.length > limits.packDocuments)
        throw new CodedError('trust/too-many', { limit: limits.packDocuments });
      const key = await packKey(fs, cacheDir, id);
      const [first] = issuers;
      const madeName =
        displayName(name ?? '') ||
        trustActionWords.packName(first?.name || first?.id || wanted[0] || '', issuers.length - 1);
      const header = {
        kind: 'badge-backpack-trust-pack' as const,
        format: 1 as const,
        name: madeName.slice(0, limits.issuerNameCharacters),
        madeAt: new Date(clock.now()).toISOString(),
        key: key.publicKey,
        issuers: issuers.slice(0, limits.packIssuers).map((issuer) => issuer.id),
        documents: found.map(({ bytes: _, ...facts }) => facts),
      };
      return {
        bytes: packBytes(
          header,
          found.map(({ bytes }) => bytes),
          key.sign,
        ),
        name: header.name,
        fingerprint: fingerprintOfText(key.publicKey, nodeCrypto.digest),
        documents: found.length,
        hosts: hostsOf(found),
      };
    },
    packIssuers: (signal) => packIssuers(library, signal),
    previewTrustPack: async (bytes) => previewOf(await read(bytes)),
    importTrustPack: async (bytes) => {
      const pack = await read(bytes);
      if (core.readOnly) throw new CodedError('store/read-only');
      const packId = randomName();
      previewOf(pack);
      await keepDocuments(packId, pack);
      return await core.commit(async () => {
        const preview = previewOf(pack);
        const earlier = earlierOf(pack);
        const changes: Change[] = [{ kind: 'pack.added', pack: packId, facts: factsOf(pack) }];
        if (earlier !== null) changes.unshift(removalOf(earlier));
        const words = earlier === null ? trustActionWords.addPack : trustActionWords.renewPack;
        const { records, changed } = await withRejudging(library, actionOf(words(preview.name), changes));
        return { records, value: { ...preview, changed } };
      });
    },
    removeTrustPack: async (packId) =>
      await core.commit(async () => {
        const pack = packsOf(core.state).find((one) => one.id === packId);
        if (pack === undefined) throw new CodedError('store/not-found');
        const action = actionOf(trustActionWords.removePack(displayName(pack.name)), [removalOf(pack)]);
        const { records, changed } = await withRejudging(library, action);
        return { records, value: { changed } };
      }),
  };
}

function factsOf({ header }: TrustPack): PackFacts {
  const dates = header.documents.map(({ fetchedAt }) => fetchedAt).toSorted();
  return {
    name: header.name,
    key: header.key,
    madeAt: header.madeAt,
    oldest: dates[0] ?? header.madeAt,
    newest: dates.at(-1) ?? header.madeAt,
    documents: header.documents.length,
    hosts: [...hostsOf(header.documents)],
    issuers: [...header.issuers],
  };
}

function removalOf({ id, name, key, madeAt, oldest, newest, documents, hosts, issuers }: KnownPack): Change {
  const facts = { name, key, madeAt, oldest, newest, documents, hosts, issuers };
  return { kind: 'pack.removed', pack: id, facts };
}

function hostsOf(documents: readonly { readonly url: string }[]): readonly string[] {
  return [...new Set(documents.flatMap(({ url }) => URL.parse(url)?.host ?? []))].sort();
}

/** So few in a record that no line of the journal is too long, however long their addresses. */
function inLines(changes: readonly Change[]): readonly (readonly Change[])[] {
  const lines: (readonly Change[])[] = [];
  for (let start = 0; start < changes.length; start += 200) lines.push(changes.slice(start, start + 200));
  return lines;
}
