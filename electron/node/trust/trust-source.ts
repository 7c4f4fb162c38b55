import type { Badge } from '../../../shared/badge/model.ts';
import type { LibraryState } from '../../../shared/library/state.ts';
import {
  knownIssuersOf,
  registriesOf,
  type TrustState,
  trustedIssuer,
} from '../../../shared/library/trust-state.ts';
import { limits } from '../../../shared/limits.ts';
import type { Clock } from '../../../shared/verify/ports.ts';
import type { RegistryListing, TrustList } from '../../../shared/verify/trust.ts';
import type { ObjectStore } from '../library/object-store.ts';
import { createMemo } from '../memo.ts';
import { listingsOf, registryCaptures, toldAt } from './registry-listings.ts';

/** What the owner of a library knows, for checks. */
export interface TrustSource {
  /** The known issuers, and of the registries' entries those that a badge names. `trust`: what would hold after a change. */
  trustFor(badge: Badge, trust?: TrustState): Promise<TrustList>;
  /** Every issuer that the registries list. */
  listedIssuers(trust: TrustState): Promise<ReadonlySet<string>>;
  /** Another text whenever anything about it changed. */
  version(): string;
}

export function createTrustSource(options: {
  readonly state: LibraryState;
  readonly documents: ObjectStore;
  readonly clock: Clock;
}): TrustSource {
  const { state, documents, clock } = options;
  const remembered = createMemo<ReadonlyMap<string, RegistryListing>>(limits.registries);

  async function listings(trust: TrustState): Promise<readonly ReadonlyMap<string, RegistryListing>[]> {
    return await Promise.all(
      registriesOf(trust).map((registry) => {
        const captures = registryCaptures(registry, state).map(({ url, sha256, fetchedAt }) => [
          url,
          sha256,
          fetchedAt,
        ]);
        const sources = { state, documents, nowMs: clock.now() };
        return remembered(JSON.stringify([registry, captures]), () => listingsOf(registry, sources));
      }),
    );
  }

  return {
    trustFor: async (badge, trust = state) => ({
      issuers: knownIssuersOf(trust).map(trustedIssuer),
      listings: (await listings(trust)).flatMap((listed) =>
        [...issuersNamedIn(badge)].flatMap((id) => {
          const listing = listed.get(id);
          return listing === undefined ? [] : [toldAt(listing, clock.now())];
        }),
      ),
    }),
    listedIssuers: async (trust) => new Set((await listings(trust)).flatMap((listed) => [...listed.keys()])),
    version: () => {
      const stamps = [
        ...state.issuers.values(),
        ...state.registries.values(),
        ...state.packs.values(),
      ].flatMap(({ present, facts }) => [present?.stamp ?? '', facts?.stamp ?? '']);
      return stamps.reduce((newest, stamp) => (stamp > newest ? stamp : newest), '');
    },
  };
}

/** Every pin of both lists counts. */
export function bothLists(library: TrustList, more: TrustList | null): TrustList {
  if (more === null) return library;
  return {
    issuers: [...library.issuers, ...more.issuers],
    listings: [...(library.listings ?? []), ...(more.listings ?? [])],
  };
}

/** The badge's issuer and those of its endorsements, which are judged with it. */
function issuersNamedIn(badge: Badge): ReadonlySet<string> {
  const named = new Set<string>();
  for (const id of [badge.issuer.id, badge.issuer.url]) if (id !== null) named.add(id);
  for (const { issuer } of badge.endorsements.slice(0, limits.endorsementsPerBadge)) {
    const id = typeof issuer === 'object' && issuer !== null && 'id' in issuer ? issuer.id : issuer;
    if (typeof id === 'string') named.add(id);
  }
  return named;
}
