import { describe, expect, it } from 'vitest';
import { nodeCrypto } from '../../../electron/node/crypto.ts';
import { readCredentialText } from '../../../shared/badge/credential-text.ts';
import { expectedMatch, type NamedPeople, peopleNamedIn, personOf } from '../../../shared/desk/person.ts';
import type { JsonObject } from '../../../shared/json.ts';
import { achievementCredential } from '../../factories/credentials.ts';

function namedBy(subject: JsonObject): NamedPeople {
  const credential = achievementCredential('did:example:school');
  const credentialSubject = { ...Object(credential.credentialSubject), ...subject };
  const text = JSON.stringify({ ...credential, credentialSubject });
  const [found] = readCredentialText(text).badges;
  if (found === undefined) throw new Error('no badge');
  return peopleNamedIn(found.badge);
}

const identifier = (identityType: string, identityHash: string, hashed = false): JsonObject => ({
  type: 'IdentityObject',
  identityType,
  identityHash,
  hashed,
  salt: '',
});

const match = (named: NamedPeople, person: string) => expectedMatch(named, person, nodeCrypto.digest);

describe('whom a badge names', () => {
  it('is a name where it states one, else an address, else nobody', () => {
    const named = namedBy({
      identifier: [identifier('emailAddress', 'anna@example.org'), identifier('name', 'Anna Öst')],
    });
    expect(personOf(named)).toBe('Anna Öst');
    expect(personOf(namedBy({ id: 'did:example:anna' }))).toBe('did:example:anna');
    expect(personOf({ names: [], recipients: [] })).toBeNull();
  });

  it('is a name of the subject itself too', () => {
    expect(namedBy({ name: 'Anna Öst' }).names).toContain('Anna Öst');
  });

  it('is nothing that only looks like a member', () => {
    const named = peopleNamedIn({
      source: { kind: 'url', text: 'https://a.example/' },
      recipients: [],
    } as never);
    expect(named.names).toEqual([]);
  });
});

describe('whether it is of the person that is asked about', () => {
  const anna = namedBy({
    identifier: [identifier('emailAddress', 'anna@example.org'), identifier('name', 'Anna Öst')],
  });

  it.each(['Ayşe Işık', 'AYŞE IŞIK', 'ayşe ışık'])(
    '%j is one person, with the i that has no dot',
    (person) => {
      for (const named of ['Ayşe Işık', 'AYŞE IŞIK', 'ayşe ışık'])
        expect(match(namedBy({ identifier: [identifier('name', named)] }), person)).toBe('yours');
    },
  );

  it.each([
    ['anna@example.org', 'yours'],
    ['ANNA@example.org', 'yours'],
    ['berta@example.org', 'not-yours'],
    ['Anna Öst', 'yours'],
    ['  anna   ost ', 'yours'],
    ['Anna', 'not-yours'],
    ['', 'not-checked'],
    ['   ', 'not-checked'],
  ])('%j is %s', (person, expected) => {
    expect(match(anna, person)).toBe(expected);
  });

  it('is not told by a name where the badge states none', () => {
    expect(match(namedBy({ identifier: [identifier('emailAddress', 'anna@example.org')] }), 'Anna Öst')).toBe(
      'not-checked',
    );
  });

  it.each([
    [
      'a hashed address',
      [identifier('emailAddress', `sha256$${'a'.repeat(64)}`, true)],
      'Anna Öst',
      'not-checked',
    ],
    [
      'a hashed address',
      [identifier('emailAddress', `sha256$${'a'.repeat(64)}`, true)],
      'a@b.example',
      'not-yours',
    ],
    [
      'a hashed address',
      [identifier('emailAddress', `sha256$${'a'.repeat(64)}`, true)],
      '+49 30 1234567',
      'not-checked',
    ],
    ['a hashed name', [identifier('name', `sha256$${'a'.repeat(64)}`, true)], 'Anna Öst', 'not-yours'],
    ['a student’s number', [identifier('sourcedId', 's-1234')], 's-9999', 'not-yours'],
    ['a student’s number', [identifier('sourcedId', 's-1234')], 's-1234', 'yours'],
    ['a student’s number', [identifier('sourcedId', 's-1234')], 'Anna Öst', 'not-checked'],
    ['a student’s number', [identifier('sourcedId', 's-1234')], 'anna@example.org', 'not-checked'],
  ])('by %s alone: %j asked about %j is %s', (_, ids, person, expected) => {
    expect(match(namedBy({ identifier: ids }), person)).toBe(expected);
  });

  it('by a DID alone is told of another DID, and of no address', () => {
    const named = namedBy({ id: 'did:example:anna' });
    expect(match(named, 'did:example:berta')).toBe('not-yours');
    expect(match(named, 'did:example:anna')).toBe('yours');
    expect(match(named, 'anna@example.org')).toBe('not-checked');
  });

  it('is not told by an address where the badge has only a name', () => {
    const named = { names: ['Anna Öst'], recipients: [] };
    expect(match(named, 'anna@example.org')).toBe('not-checked');
  });
});
