import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../shared/json.ts';
import { limits } from '../../../shared/limits.ts';
import { assertion2, tradeSchool } from '../../factories/credentials.ts';
import { rsaKey } from '../../factories/keys.ts';
import { check, codesOf, type FakeDocument, fakeDocuments } from '../../factories/ports.ts';
import { signJws } from '../../factories/sign-jws.ts';

const [signer, other] = [rsaKey('strong'), rsaKey('other')];
const school = 'https://school.example.org';
const keyDocument = (url: string, publicKeyPem: string): JsonObject => ({
  id: url,
  type: 'CryptographicKey',
  owner: `${school}/issuer`,
  publicKeyPem,
});
const token = signJws(assertion2({ verification: { type: 'SignedBadge' } }), signer, { alg: 'RS256' });

/** The badge, with the issuer's profile listing these keys. */
function checkWith(keys: readonly Json[], documents: Readonly<Record<string, FakeDocument>> = {}) {
  const badgeClass = { ...Object(assertion2().badge), '@context': 'https://w3id.org/openbadges/v2' };
  const answers = {
    [`${school}/issuer`]: tradeSchool([...keys]),
    [`${school}/badges/welding-1`]: badgeClass as Json,
    ...documents,
  };
  return check(token, { documents: fakeDocuments(answers) });
}

describe('a signed badge whose issuer lists several keys', () => {
  const [first, second] = [`${school}/keys/1`, `${school}/keys/2`];
  const good = keyDocument(second, signer.pem);
  const wrong = keyDocument(first, other.pem);

  it('is verified by the one that fits, wherever it stands, though others cannot be read', async () => {
    expect((await checkWith([first, second], { [first]: wrong, [second]: good })).verdict).toBe('verified');
    expect((await checkWith([first, second], { [second]: good })).verdict).toBe('verified');
  });

  it('is altered where all of them were tried and none fits', async () => {
    expect((await checkWith([first], { [first]: wrong })).verdict).toBe('altered');
    expect((await checkWith([first, wrong], { [first]: wrong })).verdict).toBe('altered');
  });

  it.each<[string, Readonly<Record<string, FakeDocument>>]>([
    ['is out of reach', {}],
    ['is gone', { [second]: { $status: 404, $body: '' } }],
    ['holds a key of a kind that is not known', { [second]: { ...good, publicKeyPem: 'not a key' } }],
  ])('is never altered where one of them %s', async (_, documents) => {
    const { report, verdict } = await checkWith([first, second], { [first]: wrong, ...documents });
    expect(verdict).toBe('unchecked');
    expect(codesOf(report)).toContain('proof/no-key-fits');
    expect(codesOf(report)).not.toContain('proof/altered');
  });

  it('is never altered where there are more keys than are tried', async () => {
    const many = Array.from({ length: limits.keysTriedPerSignature }, () => wrong);
    expect((await checkWith(many)).verdict).toBe('altered');
    expect((await checkWith([...many, good])).verdict).toBe('unchecked');
  });
});
