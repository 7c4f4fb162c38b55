import { describe, expect, test } from 'vitest';
import { nextTime } from '../../../shared/library/clock.ts';
import { type Change, type JournalRecord, readRecord } from '../../../shared/library/operations.ts';
import { project } from '../../../shared/library/projection.ts';
import { recordOfState } from '../../../shared/library/state-record.ts';
import { knownIssuersOf, registriesOf, trustAfter } from '../../../shared/library/trust-state.ts';
import { limits } from '../../../shared/limits.ts';
import { recordOf } from '../../factories/library-records.ts';

const issuer = 'did:key:z6MkSchool';
const facts = { name: 'Trade School', keys: ['z6MkSchool'], note: '', addedAt: '2026-05-03T10:00:00.000Z' };
const known: Change = { kind: 'issuer.known', issuer, facts };
const at = (ms: number, device: string, ...changes: Change[]): JournalRecord =>
  recordOf(changes, { at: nextTime(null, ms), device, id: `${device}-${ms}` });

describe('two devices that know issuers', () => {
  test('know the issuers of both', () => {
    const other: Change = { ...known, issuer: 'did:key:z6MkOther' };
    const state = project([at(2, 'b', other), at(1, 'a', known)]);
    expect(knownIssuersOf(state).map(({ id }) => id)).toEqual([issuer, 'did:key:z6MkOther']);
  });

  test('agree on one pin, the later one: never on both', () => {
    const later: Change = { ...known, facts: { ...facts, keys: ['z6MkNew'] } };
    for (const history of [
      [at(1, 'a', known), at(2, 'b', later)],
      [at(2, 'b', later), at(1, 'a', known)],
    ]) {
      expect(knownIssuersOf(project(history))[0]?.keys).toEqual(['z6MkNew']);
    }
  });

  test('an issuer that one forgot later than the other learned of it is forgotten', () => {
    const forgotten: Change = { kind: 'issuer.forgotten', issuer, facts };
    expect(knownIssuersOf(project([at(3, 'a', forgotten), at(2, 'b', known)]))).toEqual([]);
    expect(knownIssuersOf(project([at(1, 'a', forgotten), at(2, 'b', known)]))).toHaveLength(1);
  });

  test('a change of a pin does not bring back an issuer that was forgotten', () => {
    const changed: Change = { kind: 'issuer.changed', issuer, from: facts, to: { ...facts, keys: [] } };
    const forgotten: Change = { kind: 'issuer.forgotten', issuer, facts };
    expect(knownIssuersOf(project([at(1, 'a', known), at(2, 'a', forgotten), at(3, 'b', changed)]))).toEqual(
      [],
    );
  });
});

test('what would hold after some changes is told without touching what holds', () => {
  const state = project([at(1, 'a', known)]);
  const before = JSON.stringify(recordOfState(state));
  const after = trustAfter(state, [
    { kind: 'issuer.forgotten', issuer, facts },
    {
      kind: 'registry.added',
      registry: 'schools',
      facts: {
        name: 'Schools',
        format: 'dcc-legacy',
        sha256: 'a'.repeat(64),
        entries: 1,
        asOf: '',
        url: null,
        anchor: null,
      },
    },
    { kind: 'badge.removed', badge: 'b'.repeat(64) },
  ]);
  expect(knownIssuersOf(after)).toEqual([]);
  expect(registriesOf(after).map(({ name }) => name)).toEqual(['Schools']);
  expect(JSON.stringify(recordOfState(state))).toBe(before);
});

describe('a record of known issuers', () => {
  const raw = (change: object) => JSON.parse(JSON.stringify({ ...at(1, 'a'), changes: [change] }));

  test('is read back as it was written', () => {
    expect(readRecord(raw(known))?.changes).toEqual([known]);
  });

  test.each([
    ['without keys', { ...known, facts: { ...facts, keys: undefined } }],
    ['with a key that is no text', { ...known, facts: { ...facts, keys: [{}] } }],
    [
      'with more keys than any issuer has',
      { ...known, facts: { ...facts, keys: Array(limits.pinsPerIssuer + 1).fill('z') } },
    ],
    [
      'with an endless name',
      { ...known, facts: { ...facts, name: 'x'.repeat(limits.issuerNameCharacters + 1) } },
    ],
    ['without an issuer', { kind: 'issuer.known', facts }],
  ])('%s spoils its record and has no effect', (_, change) => {
    expect(readRecord(raw(change))).toBeNull();
  });

  test('of a later kind is kept and has no effect', () => {
    expect(readRecord(raw({ kind: 'issuer.trusted-for-everything', issuer }))?.changes).toEqual([
      { kind: 'unknown', name: 'issuer.trusted-for-everything' },
    ]);
  });
});
