import type { KnownIssuerFacts, RegistryFacts } from '../trust/issuer-facts.ts';
import type { PackFacts } from '../trust/pack-facts.ts';
import type { TrustedIssuer } from '../verify/trust.ts';
import type { Change, UnknownChange } from './operations.ts';
import { later, type Register } from './register.ts';

/** The part of a library that says whom its owner knows. */
export interface TrustState {
  /** By the issuer's id. */
  readonly issuers: Map<string, KnownIssuerEntry>;
  readonly registries: Map<string, RegistryEntry>;
  /** Trust packs. */
  readonly packs: Map<string, PackEntry>;
}

export interface KnownIssuerEntry {
  present: Register<boolean> | null;
  facts: Register<KnownIssuerFacts> | null;
  /** Stamp of its first record, for the order of the list. */
  firstAt: string | null;
}

export interface RegistryEntry {
  present: Register<boolean> | null;
  facts: Register<RegistryFacts> | null;
  firstAt: string | null;
}

export interface PackEntry {
  present: Register<boolean> | null;
  facts: Register<PackFacts> | null;
  firstAt: string | null;
}

/** A change of whom the owner knows. */
export type TrustChange = Extract<
  Change,
  { kind: `issuer.${string}` | `registry.${string}` | `pack.${string}` }
>;

export function isTrustChange(change: Change | UnknownChange): change is TrustChange {
  return /^(?:issuer|registry|pack)\./.test(change.kind);
}

/** The state with some changes made, the given one untouched: what would hold if they were written. */
export function trustAfter(state: TrustState, changes: readonly (Change | UnknownChange)[]): TrustState {
  const copy: TrustState = {
    issuers: new Map([...state.issuers].map(([id, entry]) => [id, { ...entry }])),
    registries: new Map([...state.registries].map(([id, entry]) => [id, { ...entry }])),
    packs: new Map([...state.packs].map(([id, entry]) => [id, { ...entry }])),
  };
  // Later than any stamp, which begins with a digit.
  for (const change of changes) if (isTrustChange(change)) applyTrustChange(copy, change, '~');
  return copy;
}

/** Applies one change; the later stamp wins, and within one record the later change. */
export function applyTrustChange(state: TrustState, change: TrustChange, stamp: string): void {
  if (change.kind === 'registry.added' || change.kind === 'registry.removed') {
    const known = state.registries.get(change.registry) ?? { present: null, facts: null, firstAt: null };
    state.registries.set(
      change.registry,
      settled(known, change.facts, change.kind === 'registry.added', stamp),
    );
    return;
  }
  if (change.kind === 'pack.added' || change.kind === 'pack.removed') {
    const known = state.packs.get(change.pack) ?? { present: null, facts: null, firstAt: null };
    state.packs.set(change.pack, settled(known, change.facts, change.kind === 'pack.added', stamp));
    return;
  }
  const known = state.issuers.get(change.issuer) ?? { present: null, facts: null, firstAt: null };
  const facts = change.kind === 'issuer.changed' ? change.to : change.facts;
  const isHere = change.kind === 'issuer.changed' ? null : change.kind === 'issuer.known';
  state.issuers.set(change.issuer, settled(known, facts, isHere, stamp));
}

/** The issuers that the owner knows, oldest first. */
export function knownIssuersOf({ issuers }: Pick<TrustState, 'issuers'>): readonly KnownIssuer[] {
  return [...issuers]
    .flatMap(([id, { present, facts, firstAt }]) =>
      present?.value === true && facts !== null ? [{ id, ...facts.value, firstAt: firstAt ?? '' }] : [],
    )
    .sort((a, b) => (a.firstAt < b.firstAt || (a.firstAt === b.firstAt && a.id < b.id) ? -1 : 1));
}

export interface KnownIssuer extends KnownIssuerFacts {
  readonly id: string;
}

/** The registries that the owner took in, oldest first. */
export function registriesOf({ registries }: Pick<TrustState, 'registries'>): readonly KnownRegistry[] {
  return [...registries]
    .flatMap(([id, { present, facts, firstAt }]) =>
      present?.value === true && facts !== null ? [{ id, ...facts.value, firstAt: firstAt ?? '' }] : [],
    )
    .sort((a, b) => (a.firstAt < b.firstAt || (a.firstAt === b.firstAt && a.id < b.id) ? -1 : 1));
}

export interface KnownRegistry extends RegistryFacts {
  readonly id: string;
}

/** The trust packs that the owner took in, oldest first. */
export function packsOf({ packs }: Pick<TrustState, 'packs'>): readonly KnownPack[] {
  return [...packs]
    .flatMap(([id, { present, facts, firstAt }]) =>
      present?.value === true && facts !== null ? [{ id, ...facts.value, firstAt: firstAt ?? '' }] : [],
    )
    .sort((a, b) => (a.firstAt < b.firstAt || (a.firstAt === b.firstAt && a.id < b.id) ? -1 : 1));
}

export interface KnownPack extends PackFacts {
  readonly id: string;
}

/** What a check takes of a known issuer. */
export function trustedIssuer({ id, name, keys, addedAt }: KnownIssuer): TrustedIssuer {
  return { id, name, keys, since: addedAt };
}

interface Entry<Facts> {
  readonly present: Register<boolean> | null;
  readonly facts: Register<Facts> | null;
  readonly firstAt: string | null;
}

function settled<Facts>(
  entry: Entry<Facts>,
  facts: Facts,
  isHere: boolean | null,
  stamp: string,
): Entry<Facts> {
  const isFirst = entry.firstAt === null || stamp < entry.firstAt;
  return {
    present: isHere === null ? entry.present : later(entry.present, isHere, stamp),
    facts: later(entry.facts, facts, stamp),
    firstAt: isFirst ? stamp : entry.firstAt,
  };
}
