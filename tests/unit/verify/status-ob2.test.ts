import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../shared/json.ts';
import { assertion1, assertion2 } from '../../factories/credentials.ts';
import { rsaKey } from '../../factories/keys.ts';
import { check, codesOf, fakeDocuments } from '../../factories/ports.ts';
import { signJws } from '../../factories/sign-jws.ts';

const host = 'https://school.example.org';
const rsa = rsaKey('strong');
const issuer = {
  id: `${host}/issuer`,
  type: 'Profile',
  name: 'School',
  publicKey: `${host}/keys/1`,
  revocationList: `${host}/revoked`,
};
const documents = (list: Json | undefined) => ({
  [`${host}/issuer`]: issuer,
  [`${host}/badges/welding-1`]: { name: 'Welding', issuer: `${host}/issuer` },
  [`${host}/keys/1`]: { id: `${host}/keys/1`, owner: `${host}/issuer`, publicKeyPem: rsa.pem },
  [`${host}/key.pem`]: rsa.pem,
  ...(list === undefined ? {} : { [`${host}/revoked`]: list }),
});
const verdictOf = async (assertion: JsonObject, list: Json | undefined) =>
  check(signJws(assertion, rsa, { alg: 'RS256' }), { documents: fakeDocuments(documents(list)) });

const list = (...revokedAssertions: Json[]): JsonObject => ({
  type: 'RevocationList',
  issuer: `${host}/issuer`,
  revokedAssertions,
});
const assertion = assertion2({ uid: 'u1' });
const id = String(assertion.id);

describe('the revocation list of a signed badge', () => {
  it.each([
    ['its id as text', id],
    ['its uid as text', 'u1'],
    ['an object with its id', { id, revocationReason: 'Issued by mistake' }],
    ['an object with its uid', { uid: 'u1' }],
  ])('D03 revokes a badge listed by %s', async (_, entry) => {
    expect((await verdictOf(assertion, list('other', entry))).verdict).toBe('revoked');
  });

  it('tells the reason', async () => {
    const { report } = await verdictOf(assertion, list({ id, revocationReason: 'Issued by mistake' }));
    expect(report.checks.map((one) => one.message).join()).toContain('Issued by mistake');
  });

  it('leaves a badge that is not listed, or listed as not revoked', async () => {
    expect((await verdictOf(assertion, list('other'))).verdict).toBe('verified');
    expect((await verdictOf(assertion, list({ id, revoked: false }))).verdict).toBe('verified');
  });

  it('D03 with an entry that names nobody says nothing good of those that it does not name', async () => {
    expect((await verdictOf(assertion, list({ assertion: id }))).verdict).toBe('unchecked');
    expect((await verdictOf(assertion, list({ revocationReason: 'Issued by mistake' }))).verdict).toBe(
      'unchecked',
    );
  });

  it('D16 that cannot be read leaves the badge unchecked', async () => {
    expect((await verdictOf(assertion, undefined)).verdict).toBe('unchecked');
    expect((await verdictOf(assertion, '<html></html>')).verdict).toBe('unchecked');
  });

  it('D10 of another issuer is not believed', async () => {
    const theirs = { ...list('other'), issuer: 'https://other.example.org/issuer' };
    expect((await verdictOf(assertion, theirs)).verdict).toBe('unchecked');
  });

  it.each<[JsonObject]>([
    [{ error: 'not found' }],
    [{ Message: 'Please log in' }],
    [{ ok: false }],
    [{ a2: { reason: 'Never attended' } }],
    [{ a2: 1 }],
    [{ a2: null }],
    [{ a2: ['Never attended'] }],
    [{ type: 'RevocationList', issuer: `${host}/issuer` }],
    [{ type: 'RevocationList', issuer: `${host}/issuer`, revokedAssertions: 5 }],
    [{ type: 'RevocationList', issuer: `${host}/issuer`, revokedAssertions: [null] }],
  ])('D16 of 1.0 that is no list, %j, leaves the badge unchecked', async (answer) => {
    const { report, verdict } = await verdictOf(assertion1(), answer);
    expect(verdict).toBe('unchecked');
    expect(codesOf(report)).toContain('status/list-unusable');
  });

  it('of 1.0 may say yes or no instead of a reason', async () => {
    expect((await verdictOf(assertion1(), { a1: true })).verdict).toBe('revoked');
    expect((await verdictOf(assertion1(), { a1: false, a2: true })).verdict).toBe('verified');
    expect((await verdictOf(assertion1(), { a1: null })).verdict).toBe('revoked');
  });

  it('of 2.0 also serves a badge of 1.0', async () => {
    expect((await verdictOf(assertion1(), list('a1'))).verdict).toBe('revoked');
    expect((await verdictOf(assertion1(), list('a2'))).verdict).toBe('verified');
  });

  it('of 1.0 is an object from uid to reason', async () => {
    const old = assertion1();
    expect((await verdictOf(old, { a1: 'Never attended' })).verdict).toBe('revoked');
    expect((await verdictOf(old, { a2: 'Never attended' })).verdict).toBe('verified');
    expect((await verdictOf(assertion1({ uid: 'constructor' }), {})).verdict).toBe('verified');
  });
});
