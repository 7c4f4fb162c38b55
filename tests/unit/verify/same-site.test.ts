import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../shared/json.ts';
import type { DocumentPort } from '../../../shared/verify/ports.ts';
import { hasLeftSite } from '../../../shared/verify/same-site.ts';
import { achievementCredential, assertion2 } from '../../factories/credentials.ts';
import { ed25519Key, rsaKey } from '../../factories/keys.ts';
import { check, codesOf, fakeDocuments } from '../../factories/ports.ts';
import { signDataIntegrity } from '../../factories/sign-data-integrity.ts';
import { signJws } from '../../factories/sign-jws.ts';

const key = ed25519Key(1);
const host = 'https://school.example.org';

/** Documents of which some are answered from another place than they were asked at. */
function redirected(documents: Readonly<Record<string, Json>>, to: Readonly<Record<string, string>>) {
  const port = fakeDocuments(documents);
  const moved: DocumentPort = {
    mode: port.mode,
    async get(request) {
      const answer = await port.get(request);
      return answer.kind === 'document' ? { ...answer, finalUrl: to[request.url] ?? request.url } : answer;
    },
  };
  return moved;
}

const keyDocument = (id: string): JsonObject => ({
  id,
  verificationMethod: [
    { id: `${id}#key-1`, type: 'Multikey', controller: id, publicKeyMultibase: key.multikey },
  ],
  assertionMethod: [`${id}#key-1`],
});

describe('hasLeftSite', () => {
  it.each([
    ['https://a.example/x', 'https://a.example/y', false],
    ['http://a.example/x', 'https://a.example/x', false],
    ['https://a.example/x', 'https://www.a.example/x', false],
    ['https://www.a.example/x', 'https://a.example/x', false],
    ['https://a.example/x', 'https://cdn.a.example/x', false],
    ['https://a.example/x', 'https://b.example/x', true],
    ['https://a.example/x', 'https://xa.example/x', true],
    ['https://sub.a.example/x', 'https://a.example/x', true],
    ['https://a.example/x', 'https://a.example.evil.example/x', true],
    ['https://a.example/x', 'https://a.example:8443/x', true],
  ])('from %s to %s: %s', (asked, answered, expected) => {
    expect(hasLeftSite(asked, answered)).toBe(expected);
  });
});

describe('C05 a document that redirects to another site is not the asked site’s word:', () => {
  it.each([
    ['https://evil.example/did.json', 'unchecked'],
    ['https://www.school.example.org/.well-known/did.json', 'verified'],
  ])('a did:web document at %s leaves the badge %s', async (finalUrl, verdict) => {
    const did = 'did:web:school.example.org';
    const url = `${host}/.well-known/did.json`;
    const badge = await signDataIntegrity(achievementCredential(did), key, { method: `${did}#key-1` });
    const documents = redirected({ [url]: keyDocument(did) }, { [url]: finalUrl });
    const checked = await check(badge, { documents });
    expect(checked.verdict).toBe(verdict);
    expect(codesOf(checked.report).includes('document/elsewhere')).toBe(verdict === 'unchecked');
  });

  it('an issuer whose address sends visitors on anywhere', async () => {
    const issuer = `${host}/out?to=https://evil.example/me`;
    const badge = await signDataIntegrity(achievementCredential(issuer), key, { method: `${issuer}#key-1` });
    const documents = redirected({ [issuer]: keyDocument(issuer) }, { [issuer]: 'https://evil.example/me' });
    expect((await check(badge, { documents })).verdict).toBe('unchecked');
  });

  it('the keys of a host', async () => {
    const issuer = `${host}/issuer`;
    const url = `${host}/.well-known/jwks.json`;
    const token = signJws(achievementCredential(issuer), key, { alg: 'EdDSA', kid: 'k' });
    const keys = { [url]: { keys: [{ ...key.jwk, kid: 'k' }] } };
    const here = await check(token, { documents: redirected(keys, {}) });
    expect(here.verdict).toBe('verified');
    const away = await check(token, { documents: redirected(keys, { [url]: 'https://evil.example/k' }) });
    expect(away.verdict).toBe('unchecked');
  });

  it('the profile of a signed 2.0 badge, whatever keys lie in it', async () => {
    const issuer = `${host}/issuer`;
    const creator = `${host}/keys/1`;
    const token = signJws(assertion2(), rsaKey('strong'), { alg: 'RS256' });
    const publicKey = { id: creator, owner: issuer, publicKeyPem: rsaKey('strong').pem };
    const profile = {
      id: issuer,
      type: 'Issuer',
      name: 'School',
      url: host,
      email: 'a@b.example',
      publicKey,
    };
    const documents = { [issuer]: profile };
    expect((await check(token, { documents: redirected(documents, {}) })).verdict).toBe('verified');
    const away = redirected(documents, { [issuer]: 'https://evil.example/i' });
    expect((await check(token, { documents: away })).verdict).toBe('unchecked');
  });

  it.each(['assertions/1', 'badges/welding-1', 'issuer'])('a hosted badge’s part at %s', async (part) => {
    const badgeClass = Object(assertion2().badge);
    const badge = assertion2({ verification: { type: 'HostedBadge' }, badge: badgeClass.id });
    const issuer = { id: `${host}/issuer`, type: 'Issuer', name: 'School', url: host, email: 'a@b.example' };
    const documents = {
      [`${host}/assertions/1`]: badge,
      [badgeClass.id]: { ...badgeClass, '@context': 'https://w3id.org/openbadges/v2' },
      [`${host}/issuer`]: issuer,
    };
    expect((await check(badge, { documents: redirected(documents, {}) })).verdict).toBe('verified');
    const away = redirected(documents, { [`${host}/${part}`]: 'https://evil.example/x' });
    expect((await check(badge, { documents: away })).verdict).toBe('unconfirmed');
  });
});
