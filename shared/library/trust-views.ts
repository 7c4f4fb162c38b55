import type { KnownIssuerView, RegistryView, TrustPackView } from '../ipc/trust-views.ts';
import { displayName, displayText } from '../text/display-text.ts';
import { fingerprintOfText } from '../verify/key-text.ts';
import type { CryptoPort } from '../verify/ports.ts';
import { factText } from './facts.ts';
import { isShown } from './presence.ts';
import type { LibraryState } from './state.ts';
import { knownIssuersOf, packsOf, registriesOf } from './trust-state.ts';

export interface TrustViews {
  readonly knownIssuers: readonly KnownIssuerView[];
  readonly registries: readonly RegistryView[];
  readonly packs: readonly TrustPackView[];
}

/** Whom the owner knows, for the window. */
export function trustViews(state: LibraryState, digest: CryptoPort['digest']): TrustViews {
  const prints = (keys: readonly string[]) => keys.map((text) => fingerprintOfText(text, digest));
  const counts = state.issuers.size === 0 ? new Map<string, number>() : badgesByIssuer(state);
  return {
    knownIssuers: knownIssuersOf(state).map(({ id, name, keys, note, addedAt }) => ({
      id,
      name: displayName(name),
      note: displayText(note),
      addedAt,
      fingerprints: prints(keys),
      badgeCount: counts.get(factText(id)) ?? 0,
    })),
    registries: registriesOf(state).map(({ id, name, format, asOf, entries, url, anchor }) => ({
      id,
      name: displayName(name),
      format,
      asOf,
      entries,
      host: url === null ? null : (URL.parse(url)?.host ?? null),
      fingerprints: prints(anchor?.keys ?? []),
    })),
    packs: packsOf(state).map(({ id, name, key, documents, hosts, madeAt, oldest, newest }) => ({
      id,
      name: displayName(name),
      fingerprint: fingerprintOfText(key, digest),
      documents,
      hosts: hosts.map((host) => displayName(host)),
      madeAt,
      oldest,
      newest,
    })),
  };
}

function badgesByIssuer({ badges }: LibraryState): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const entry of badges.values()) {
    if (!isShown(entry)) continue;
    const issuer = entry.described?.value.issuerId || entry.facts.value.issuerId;
    counts.set(issuer, (counts.get(issuer) ?? 0) + 1);
  }
  return counts;
}
