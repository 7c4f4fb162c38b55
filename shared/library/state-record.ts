import type { LibraryState } from './state.ts';

/** A state as plain data, entries in the order of their keys: equal states have equal records. */
export interface StateRecord {
  readonly badges: readonly (readonly [
    string,
    Omit<ValueOf<LibraryState['badges']>, 'tags' | 'evidence'> & {
      readonly tags: readonly (readonly [string, TagOf<LibraryState>])[];
      readonly evidence: readonly (readonly [string, EvidenceOf<LibraryState>])[];
    },
  ])[];
  readonly collections: readonly (readonly [
    string,
    Omit<ValueOf<LibraryState['collections']>, 'members'> & {
      readonly members: readonly (readonly [string, MemberOf<LibraryState>])[];
    },
  ])[];
  readonly identities: readonly (readonly [string, ValueOf<LibraryState['identities']>])[];
  readonly issuers: readonly (readonly [string, ValueOf<LibraryState['issuers']>])[];
  readonly registries: readonly (readonly [string, ValueOf<LibraryState['registries']>])[];
  readonly packs: readonly (readonly [string, ValueOf<LibraryState['packs']>])[];
  readonly portfolios: readonly (readonly [string, ValueOf<LibraryState['portfolios']>])[];
  readonly receipts: readonly (readonly [string, ValueOf<LibraryState['receipts']>])[];
  readonly documents: readonly (readonly [
    string,
    readonly (readonly [string, ValueOf<ValueOf<LibraryState['documents']>>])[],
  ])[];
  readonly actions: readonly (readonly [
    string,
    Omit<ValueOf<LibraryState['actions']>, 'inverses'> & {
      readonly inverses: readonly (readonly [string, InverseOf<LibraryState>])[];
    },
  ])[];
  readonly lastTime: string | null;
}

type ValueOf<M> = M extends Map<string, infer Value> ? Value : never;
type MemberOf<S extends LibraryState> = ValueOf<ValueOf<S['collections']>['members']>;
type TagOf<S extends LibraryState> = ValueOf<ValueOf<S['badges']>['tags']>;
type EvidenceOf<S extends LibraryState> = ValueOf<ValueOf<S['badges']>['evidence']>;
type InverseOf<S extends LibraryState> = ValueOf<ValueOf<S['actions']>['inverses']>;

export function recordOfState(state: LibraryState): StateRecord {
  return {
    badges: sorted(state.badges).map(([id, entry]) => [
      id,
      { ...entry, tags: sorted(entry.tags), evidence: sorted(entry.evidence) },
    ]),
    collections: sorted(state.collections).map(([id, entry]) => [
      id,
      { ...entry, members: sorted(entry.members) },
    ]),
    identities: sorted(state.identities),
    issuers: sorted(state.issuers),
    registries: sorted(state.registries),
    packs: sorted(state.packs),
    portfolios: sorted(state.portfolios),
    receipts: sorted(state.receipts),
    documents: sorted(state.documents).map(([url, answers]) => [url, sorted(answers)]),
    actions: sorted(state.actions).map(([key, entry]) => [
      key,
      { ...entry, inverses: sorted(entry.inverses) },
    ]),
    lastTime: state.lastTime,
  };
}

export function stateOfRecord(record: StateRecord): LibraryState {
  return {
    badges: new Map(
      record.badges.map(([id, entry]) => [
        id,
        { ...entry, tags: new Map(entry.tags), evidence: new Map(entry.evidence) },
      ]),
    ),
    collections: new Map(
      record.collections.map(([id, entry]) => [id, { ...entry, members: new Map(entry.members) }]),
    ),
    identities: new Map(record.identities),
    issuers: new Map(record.issuers),
    registries: new Map(record.registries),
    packs: new Map(record.packs),
    portfolios: new Map(record.portfolios),
    receipts: new Map(record.receipts),
    documents: new Map(record.documents.map(([url, answers]) => [url, new Map(answers)])),
    actions: new Map(
      record.actions.map(([key, entry]) => [key, { ...entry, inverses: new Map(entry.inverses) }]),
    ),
    lastTime: record.lastTime,
  };
}

function sorted<Value>(map: ReadonlyMap<string, Value>): readonly (readonly [string, Value])[] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}
