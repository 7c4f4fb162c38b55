import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { CodedError } from '../../../shared/errors.ts';
import type { Json, JsonObject } from '../../../shared/json.ts';
import { achievementCredential, assertion2 } from '../../factories/credentials.ts';
import { ed25519Key, rsaKey } from '../../factories/keys.ts';
import { check, fakeDocuments } from '../../factories/ports.ts';
import { signDataIntegrity } from '../../factories/sign-data-integrity.ts';
import { signJws } from '../../factories/sign-jws.ts';

// What passes with a verifier that looks away: everything here is signed as it stands, and none of it may be green.
const key = ed25519Key(1);
const host = 'https://school.example.org';
const trust = { issuers: [{ id: key.did, name: 'Trade School', keys: [] }] };

async function verdictOf(badge: string | object, options: Parameters<typeof check>[1] = { trust }) {
  try {
    return (await check(badge, options)).verdict;
  } catch (error) {
    if (error instanceof CodedError) return error.code;
    throw error;
  }
}

describe('a key that its owner ended', () => {
  const did = 'did:web:school.example.org';
  const documentWith = (method: JsonObject) => ({
    id: did,
    verificationMethod: [
      { id: `${did}#1`, type: 'Multikey', controller: did, publicKeyMultibase: key.multikey, ...method },
    ],
    assertionMethod: [`${did}#1`],
  });
  const verdictWith = async (method: JsonObject) => {
    const badge = await signDataIntegrity(achievementCredential(did), key, { method: `${did}#1` });
    const documents = fakeDocuments({ [`${host}/.well-known/did.json`]: documentWith(method) });
    return verdictOf(badge, { documents });
  };

  it.each([
    { revoked: '2026-01-01T00:00:00Z' },
    { revoked: true },
    { revoked: 1_700_000_000 },
    { revoked: '2030-01-01T00:00:00Z', expires: '2026-01-02T00:00:00Z' },
    { revoked: '2026-01-02T00:00:00Z', expires: '2030-01-01T00:00:00Z' },
    { expires: 'soon' },
  ])('counts no more: %j', async (method) => {
    expect(await verdictWith(method)).toBe('unconfirmed');
  });

  it.each([{}, { revoked: null }, { revoked: false }, { expires: '2030-01-01T00:00:00Z' }])(
    'counts still: %j',
    async (method) => {
      expect(await verdictWith(method)).toBe('verified');
    },
  );

  it.each([
    [{ exp: 1_700_000_000 }, 'unconfirmed'],
    [{ revoked: { revoked_at: 1_700_000_000, reason: 'compromised' } }, 'unconfirmed'],
    [{ key_ops: ['encrypt'] }, 'unchecked'],
    [{ key_ops: ['verify'], exp: 1_900_000_000 }, 'verified'],
  ])('of a JWK Set, with %j: %s', async (members, verdict) => {
    const token = signJws(achievementCredential(`${host}/issuer`), key, { alg: 'EdDSA', kid: 'k' });
    const keys: Json = { keys: [{ ...key.jwk, kid: 'k', ...members }] };
    const documents = fakeDocuments({ [`${host}/.well-known/jwks.json`]: keys });
    expect(await verdictOf(token, { documents })).toBe(verdict);
  });
});

describe('a signed Open Badge 2.0', () => {
  const issuer = `${host}/issuer`;
  const keyUrl = `${host}/keys/1`;
  const list = `${host}/revoked`;
  const strong = rsaKey('strong');
  const verdictWith = (
    assertion: JsonObject,
    profile: JsonObject,
    others: Readonly<Record<string, Json>> = {},
    signer = strong,
  ) => {
    const documents = fakeDocuments({
      [issuer]: {
        id: issuer,
        type: 'Issuer',
        name: 'S',
        url: host,
        email: 'a@b.example',
        publicKey: keyUrl,
        ...profile,
      },
      [keyUrl]: { id: keyUrl, type: 'CryptographicKey', owner: issuer, publicKeyPem: signer.pem },
      ...others,
    });
    return verdictOf(signJws(assertion2(assertion), signer, { alg: 'RS256' }), { documents });
  };
  const listWith = (revokedAssertions: Json): JsonObject => ({
    '@context': 'https://w3id.org/openbadges/v2',
    id: list,
    type: 'RevocationList',
    issuer,
    revokedAssertions,
  });

  it('is verified when nothing speaks against it', async () => {
    expect(await verdictWith({}, {})).toBe('verified');
    expect(await verdictWith({}, { revocationList: list }, { [list]: listWith([]) })).toBe('verified');
  });

  it('D03 is revoked where it says so itself', async () => {
    expect(await verdictWith({ revoked: true, revocationReason: 'mistake' }, {})).toBe('revoked');
  });

  it('D03 is revoked by any of several lists', async () => {
    const first = { ...listWith([]), id: `${host}/first` };
    const documents = { [first.id]: first, [list]: listWith([assertion2().id ?? null]) };
    expect(await verdictWith({}, { revocationList: [first.id, list] }, documents)).toBe('revoked');
  });

  it.each([
    ['that is another document', list, { [list]: { hello: 'world' } }],
    ['without an address', { type: 'RevocationList', revokedAssertions: [] }, {}],
    ['that does not answer', list, {}],
  ])('is unchecked with a revocation list %s', async (_, revocationList, documents) => {
    expect(await verdictWith({}, { revocationList }, documents as Record<string, Json>)).toBe('unchecked');
  });

  it('is unconfirmed when its key was withdrawn', async () => {
    const revoked = '2026-01-01T00:00:00Z';
    const withdrawn = { id: keyUrl, owner: issuer, publicKeyPem: strong.pem, revoked };
    expect(await verdictWith({}, {}, { [keyUrl]: withdrawn })).toBe('unconfirmed');
  });

  it('A10 is unchecked when its key is one that anybody can break', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 768 });
    const pem = publicKey.export({ format: 'pem', type: 'spki' }).toString();
    const broken = { ...strong, privateKey, pem };
    expect(await verdictWith({}, {}, {}, broken)).toBe('unchecked');
  });
});

describe('a credential as JWT', () => {
  const credential = achievementCredential(key.did);
  const header = { alg: 'EdDSA', kid: key.method };

  it.each([
    { validUntil: '2026-02-01T00:00:00Z' },
    { credentialStatus: { id: `${host}/1#1`, type: 'BitstringStatusListEntry' } },
  ])('A21 is refused when its wrapper says what it does not: %j', async (beside) => {
    const { iss, vc } = { iss: key.did, vc: credential };
    expect(await verdictOf(signJws({ iss, vc }, key, header))).toBe('verified');
    expect(await verdictOf(signJws({ iss, vc, ...beside }, key, header))).toBe('badge/ambiguous');
  });

  it.each([
    { _sd_alg: 'sha-256' },
    { _sd: ['abc'] },
    { credentialSubject: { ...Object(credential.credentialSubject), _sd: ['abc'] } },
    { termsOfUse: [{ type: 'T', x: [{ '...': 'abc' }] }] },
  ])('A22 is unchecked when it withholds parts: %j', async (members) => {
    expect(await verdictOf(signJws({ ...credential, ...members }, key, header))).toBe('unchecked');
  });
});
