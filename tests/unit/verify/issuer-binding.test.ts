import { beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../shared/json.ts';
import type { DocumentPort } from '../../../shared/verify/ports.ts';
import type { TrustList } from '../../../shared/verify/trust.ts';
import { achievementCredential, assertion2 } from '../../factories/credentials.ts';
import { ed25519Key, rsaKey } from '../../factories/keys.ts';
import { check, codesOf, fakeDocuments } from '../../factories/ports.ts';
import { signDataIntegrity } from '../../factories/sign-data-integrity.ts';
import { signJws } from '../../factories/sign-jws.ts';

const key = ed25519Key(1);
const attacker = ed25519Key(2);
const host = 'https://school.example.org';
const web = `${host}/issuers/1`;
const did = 'did:web:school.example.org';
const didUrl = `${host}/.well-known/did.json`;

const method = (id: string, multikey = key.multikey, members: JsonObject = {}): JsonObject => ({
  id,
  type: 'Multikey',
  controller: id.split('#')[0] ?? '',
  publicKeyMultibase: multikey,
  ...members,
});
const document = (id: string, members: JsonObject = {}): JsonObject => ({
  id,
  verificationMethod: [method(`${id}#k`)],
  assertionMethod: [`${id}#k`],
  ...members,
});
const signed = (issuer: string, verificationMethod: string, signer = key) =>
  signDataIntegrity(achievementCredential(issuer), signer, { method: verificationMethod });
const listing = (id: string, ...keys: string[]): TrustList => ({ issuers: [{ id, name: 'Known', keys }] });

describe('the key of whoever presents badges', () => {
  const presented = (members: JsonObject) =>
    check(presentation, { documents: fakeDocuments({ [didUrl]: document(did, members) }) });
  let presentation: JsonObject = {};
  beforeAll(async () => {
    const plain = {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: ['VerifiablePresentation'],
      holder: did,
      verifiableCredential: [],
    };
    const members = { proofPurpose: 'authentication' };
    presentation = await signDataIntegrity(plain, key, { method: `${did}#k`, members });
  });

  it('B07 is confirmed where the holder lists it for that, alone or with others', async () => {
    for (const authentication of [`${did}#k`, [method(`${did}#k`)], ['#k']] as const) {
      const { report } = await presented({ authentication });
      expect(report.issuerBinding.value).toBe('confirmed');
    }
    const alone = { verificationMethod: [], assertionMethod: [], authentication: [method(`${did}#k`)] };
    expect((await presented(alone)).report.issuerBinding.value).toBe('confirmed');
  });

  it('B07 is not confirmed where it is there for issuing only', async () => {
    for (const members of [{}, { authentication: [] }, { authentication: [`${did}#other`] }]) {
      const { report, verdict } = await presented(members);
      expect([report.integrity.value, report.issuerBinding.value]).toEqual(['intact', 'unconfirmed']);
      expect(verdict).toBe('unconfirmed');
      expect(codesOf(report)).toContain('issuer/not-for-presenting');
    }
  });

  it('B07 issues nothing where it is there for presenting only', async () => {
    const alone = { verificationMethod: [], assertionMethod: [], authentication: [method(`${did}#k`)] };
    const documents = fakeDocuments({ [didUrl]: document(did, alone) });
    const { report, verdict } = await check(await signed(did, `${did}#k`), { documents });
    expect([report.issuerBinding.value, verdict]).toEqual(['unconfirmed', 'unconfirmed']);
    expect(codesOf(report)).toContain('issuer/not-for-assertions');
  });
});

describe('the binding of a key to the issuer', () => {
  it('C14 an issuer that is only a key is unconfirmed, whatever it calls itself', async () => {
    const badge = await signed(key.did, key.method);
    const { report, verdict } = await check(badge);
    expect(report.issuerBinding.value).toBe('self-asserted');
    expect(verdict).toBe('unconfirmed');
  });

  it('a list of known issuers confirms an issuer that is only a key', async () => {
    const badge = await signed(key.did, key.method);
    expect((await check(badge, { trust: listing(key.did) })).verdict).toBe('verified');
    expect((await check(badge, { trust: listing(key.did, key.multikey) })).verdict).toBe('verified');
    expect((await check(badge, { trust: listing(key.did, JSON.stringify(key.jwk)) })).verdict).toBe(
      'verified',
    );
    expect((await check(badge, { trust: listing(attacker.did) })).verdict).toBe('unconfirmed');
  });

  it('a list of known issuers does not confirm a key that nobody published', async () => {
    const badge = await signed(web, `${web}#${key.multikey}`);
    expect((await check(badge, { trust: listing(web) })).verdict).toBe('unconfirmed');
    expect((await check(badge, { trust: listing(web, key.multikey) })).verdict).toBe('verified');
  });

  it('a pinned key that changed is an alarm, even when the issuer publishes the new one', async () => {
    const badge = await signed(did, `${did}#k`);
    const options = { documents: fakeDocuments({ [didUrl]: document(did) }) };
    expect((await check(badge, options)).verdict).toBe('verified');
    const pinned = await check(badge, { ...options, trust: listing(did, attacker.multikey) });
    expect(pinned.verdict).toBe('unconfirmed');
    expect(codesOf(pinned.report)).toContain('issuer/pinned-key-differs');
  });

  it('a key in the fragment of the issuer’s own URL proves integrity alone', async () => {
    const badge = await signed(web, `${web}#${attacker.multikey}`, attacker);
    const offline = await check(badge);
    expect(offline.report.integrity.value).toBe('intact');
    expect(offline.verdict).toBe('unconfirmed');
    const page = { id: web, type: 'Profile', name: 'Trade School' };
    expect((await check(badge, { documents: fakeDocuments({ [web]: page }) })).verdict).toBe('unconfirmed');
    expect((await check(badge, { documents: fakeDocuments({ [web]: document(web) }) })).verdict).toBe(
      'issuer-mismatch',
    );
  });

  it('a key that the issuer’s own document lists is confirmed', async () => {
    const badge = await signed(web, `${web}#k`);
    expect((await check(badge, { documents: fakeDocuments({ [web]: document(web) }) })).verdict).toBe(
      'verified',
    );
  });

  it('a key document that names the issuer counts only when the issuer names it back', async () => {
    const keyUrl = 'https://keys.example.org/1';
    const badge = await signed(web, keyUrl);
    const keyDocument = method(keyUrl, key.multikey, { controller: web });
    const alone = await check(badge, { documents: fakeDocuments({ [keyUrl]: keyDocument }) });
    expect(alone.verdict).toBe('unconfirmed');
    const issuer = { id: web, assertionMethod: [method(keyUrl, key.multikey, { controller: web })] };
    const both = await check(badge, { documents: fakeDocuments({ [keyUrl]: keyDocument, [web]: issuer }) });
    expect(both.verdict).toBe('verified');
  });

  it('B07 a key that is not listed for assertions confirms nothing', async () => {
    const badge = await signed(did, `${did}#k`);
    const documents = fakeDocuments({
      [didUrl]: document(did, { assertionMethod: [], authentication: [`${did}#k`] }),
    });
    const { report, verdict } = await check(badge, { documents });
    expect(verdict).toBe('unconfirmed');
    expect(codesOf(report)).toContain('issuer/not-for-assertions');
  });

  it('a key that was withdrawn confirms nothing', async () => {
    const badge = await signed(did, `${did}#k`);
    const revoked = method(`${did}#k`, key.multikey, { revoked: '2026-03-01T00:00:00Z' });
    const documents = fakeDocuments({ [didUrl]: document(did, { verificationMethod: [revoked] }) });
    expect((await check(badge, { documents })).verdict).toBe('unconfirmed');
  });

  it.each([
    ['has another id', document('did:web:other.example.org')],
    [
      'gives the key to somebody else',
      document(did, {
        verificationMethod: [method(`${did}#k`, key.multikey, { controller: 'did:web:other.example.org' })],
      }),
    ],
    [
      'names two keys alike',
      document(did, { verificationMethod: [method(`${did}#k`), method(`${did}#k`, attacker.multikey)] }),
    ],
    [
      'names ten thousand keys',
      document(did, { verificationMethod: Array.from({ length: 10_000 }, (_, n) => method(`${did}#k${n}`)) }),
    ],
  ])('C13 a document that %s is never green', async (_, didDocument) => {
    const badge = await signed(did, `${did}#k`);
    const { verdict } = await check(badge, { documents: fakeDocuments({ [didUrl]: didDocument }) });
    expect(verdict).not.toMatch(/^verified/);
  });

  it.each<[string, JsonObject]>([
    ['in the document', { deactivated: true }],
    ['in the metadata of its resolution', { didDocumentMetadata: { deactivated: true } }],
    ['and names no keys any more', { deactivated: true, verificationMethod: [], assertionMethod: [] }],
  ])(
    'an identity that was given up, %s, confirms nothing, today or by an earlier day',
    async (_, members) => {
      const now = fakeDocuments({ [didUrl]: document(did, members), [web]: document(web, members) });
      const then = fakeDocuments({ [didUrl]: document(did) }, 'captured', '2026-05-03T00:00:00.000Z');
      const documents: DocumentPort = {
        mode: 'online',
        get: (request) => (request.earlierThan === undefined ? now : then).get(request),
      };
      const { report, verdict } = await check(await signed(did, `${did}#k`), { documents });
      expect(verdict).toBe('unchecked');
      expect(codesOf(report)).toContain('issuer/deactivated');
      const ofWeb = await signed(web, `${web}#${key.multikey}`);
      const pinned = await check(ofWeb, { documents, trust: listing(web, key.multikey) });
      expect(pinned.verdict).toBe('unconfirmed');
    },
  );

  it('an identity that says that it was not given up is confirmed', async () => {
    const documents = fakeDocuments({ [didUrl]: document(did, { deactivated: false }) });
    expect((await check(await signed(did, `${did}#k`), { documents })).verdict).toBe('verified');
  });

  it('D16 a web page in place of the document leaves the badge unchecked', async () => {
    const badge = await signed(did, `${did}#k`);
    for (const page of [
      '<html>Please log in</html>',
      { $status: 500, $body: '' },
      { $status: 403, $body: '{}' },
      '[]',
    ]) {
      expect((await check(badge, { documents: fakeDocuments({ [didUrl]: page }) })).verdict).toBe(
        'unchecked',
      );
    }
  });

  it('a kind of DID that cannot be looked up is named and unchecked', async () => {
    const badge = await signed('did:ion:abc', 'did:ion:abc#k');
    const { report, verdict } = await check(badge);
    expect(verdict).toBe('unchecked');
    expect(report.checks.map((one) => one.message).join()).toContain('did:ion');
  });

  it('I11 a did:web of a private address is never asked', async () => {
    for (const bad of ['did:web:127.0.0.1%3A6379', 'did:web:localhost', 'did:web:uni.example:..%2f..%2fx']) {
      const documents = fakeDocuments();
      const badge = await signed(bad, `${bad}#k`);
      expect((await check(badge, { documents })).verdict).not.toMatch(/^verified/);
      expect(documents.asked).toEqual([]);
    }
  });
});

describe('a signed Open Badge 2.0', () => {
  const rsa = rsaKey('strong');
  const other = rsaKey('other');
  const token = (signer = rsa, members: JsonObject = {}) =>
    signJws(assertion2(members), signer, { alg: 'RS256' });
  const profile = (members: JsonObject = {}): JsonObject => ({
    id: `${host}/issuer`,
    type: 'Profile',
    name: 'School',
    publicKey: `${host}/keys/1`,
    ...members,
  });
  const keyDocument = (members: JsonObject = {}): JsonObject => ({
    id: `${host}/keys/1`,
    owner: `${host}/issuer`,
    publicKeyPem: rsa.pem,
    ...members,
  });
  const at = (issuer: JsonObject, keys: JsonObject) =>
    fakeDocuments({ [`${host}/issuer`]: issuer, [`${host}/keys/1`]: keys });

  it('C04 a key of another owner is not the issuer’s', async () => {
    const documents = at(profile(), keyDocument({ owner: 'https://attacker.example/issuer' }));
    expect((await check(token(), { documents })).verdict).toBe('issuer-mismatch');
  });

  it('C04 a key that the issuer does not list is not the issuer’s', async () => {
    const documents = at(profile({ publicKey: `${host}/keys/2` }), keyDocument());
    expect((await check(token(), { documents })).verdict).toBe('issuer-mismatch');
  });

  it.each([
    ['another site’s', 'https://other.example.org/issuer', 'unconfirmed'],
    ['another of its own site', `${host}/issuer.json`, 'verified'],
  ])('C05 a profile that names an address of %s as its own: %s, %s', async (_, id, verdict) => {
    const documents = at(profile({ id }), keyDocument());
    const { report, verdict: found } = await check(token(), { documents });
    expect(found).toBe(verdict);
    expect(codesOf(report).includes('hosted/part-other-id')).toBe(verdict === 'unconfirmed');
  });

  it('C05 a badge class of another site does not say who the issuer is', async () => {
    const badge = `${host}/badges/welding-1`;
    const stray = { ...Object(assertion2().badge), id: 'https://other.example.org/badges/1' };
    const documents = fakeDocuments({
      [badge]: stray,
      [`${host}/issuer`]: profile(),
      [`${host}/keys/1`]: keyDocument(),
    });
    expect((await check(token(rsa, { badge }), { documents })).verdict).toBe('unconfirmed');
  });

  it('a profile inside the badge proves nothing', async () => {
    const embedded = { ...profile({ publicKey: keyDocument({ publicKeyPem: other.pem }) }) };
    const forged = token(other, { badge: { ...Object(assertion2().badge), issuer: embedded } });
    expect((await check(forged, { documents: at(profile(), keyDocument()) })).verdict).toBe('altered');
    expect((await check(forged)).verdict).toBe('unchecked');
  });

  it('a key in a certificate or in PKCS#1 is read too', async () => {
    const pkcs1 = rsa.privateKey;
    const { createPublicKey } = await import('node:crypto');
    const publicKeyPem = createPublicKey(pkcs1).export({ format: 'pem', type: 'pkcs1' }).toString();
    expect(publicKeyPem).toContain('BEGIN RSA PUBLIC KEY');
    expect((await check(token(), { documents: at(profile(), keyDocument({ publicKeyPem })) })).verdict).toBe(
      'verified',
    );
  });

  it('an old badge of a weak key is told so, and stays what it is', async () => {
    const weak = rsaKey('weak');
    const documents = at(profile(), keyDocument({ publicKeyPem: weak.pem }));
    const { report } = await check(token(weak), { documents });
    expect(report.integrity.value).toBe('intact');
    expect(report.checks.find((one) => one.code === 'proof/weak-key')?.outcome).toBe('warn');
  });

  it('C08 a badge for another address is not yours, and says nothing about the proof', async () => {
    const documents = at(profile(), keyDocument());
    const theirs = await check(token(), { documents, identities: ['eve@example.org'] });
    expect(theirs.report.recipient.value).toBe('not-yours');
    expect(theirs.verdict).toBe('verified');
    const mine = await check(token(), { documents, identities: ['Ada@example.org'] });
    expect(mine.report.recipient.value).toBe('yours');
  });
});
