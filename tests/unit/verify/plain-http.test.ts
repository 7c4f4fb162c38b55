import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../shared/json.ts';
import type { DocumentPort } from '../../../shared/verify/ports.ts';
import { achievementCredential, assertion1, assertion2 } from '../../factories/credentials.ts';
import { ed25519Key, rsaKey } from '../../factories/keys.ts';
import { check, codesOf, fakeDocuments } from '../../factories/ports.ts';
import { signDataIntegrity } from '../../factories/sign-data-integrity.ts';
import { signJws } from '../../factories/sign-jws.ts';

const key = ed25519Key(1);
const rsa = rsaKey('strong');
const site = 'school.example.org';

/** The same documents, each as the fetcher brings it: an address that begins with http is asked by https. */
function askedByHttps(documents: Readonly<Record<string, Json>>): DocumentPort {
  const port = fakeDocuments(documents);
  return {
    mode: port.mode,
    async get(request) {
      const answer = await port.get(request);
      if (answer.kind !== 'document') return answer;
      return { ...answer, finalUrl: answer.finalUrl.replace(/^http:/, 'https:') };
    },
  };
}

/** The same documents, each as if its answer had come by http in the end. */
function endingAtHttp(documents: Readonly<Record<string, Json>>): DocumentPort {
  const port = fakeDocuments(documents);
  return {
    mode: port.mode,
    async get(request) {
      const answer = await port.get(request);
      if (answer.kind !== 'document') return answer;
      return { ...answer, finalUrl: answer.finalUrl.replace(/^https:/, 'http:') };
    },
  };
}

const keyDocument = (id: string, method = `${id}#k`): JsonObject => ({
  id,
  verificationMethod: [{ id: method, type: 'Multikey', controller: id, publicKeyMultibase: key.multikey }],
  assertionMethod: [method],
});
const signedBy = (issuer: string) =>
  signDataIntegrity(achievementCredential(issuer), key, { method: `${issuer}#k` });

/** What the verdict about each kind of badge rests on, at a site that is asked by this protocol. */
const kinds: Readonly<
  Record<string, (protocol: 'http' | 'https') => Promise<[object | string, Record<string, Json>]>>
> = {
  'an issuer document': async (protocol) => {
    const issuer = `${protocol}://${site}/issuers/1`;
    return [await signedBy(issuer), { [issuer]: keyDocument(issuer) }];
  },
  'a JWK Set of the issuer’s host': async (protocol) => {
    const issuer = `${protocol}://${site}/issuers/1`;
    const token = signJws(achievementCredential(issuer), key, { alg: 'EdDSA', kid: 'k1', typ: 'vc+jwt' });
    const set = { keys: [{ ...key.jwk, kid: 'k1' }] };
    return [token, { [`${protocol}://${site}/.well-known/jwks.json`]: set }];
  },
  'the profile of a signed Open Badge 2.0': async (protocol) => {
    const issuer = `${protocol}://${site}/issuer`;
    const keyUrl = `https://${site}/keys/1`;
    return [
      signJws(assertion2({ badge: { ...Object(assertion2().badge), issuer } }), rsa, { alg: 'RS256' }),
      {
        [issuer]: { id: issuer, type: 'Profile', name: 'School', publicKey: keyUrl },
        [keyUrl]: { id: keyUrl, owner: issuer, publicKeyPem: rsa.pem },
      },
    ];
  },
  'the badge class of a signed Open Badge 2.0': async (protocol) => {
    const issuer = `https://${site}/issuer`;
    const badge = `${protocol}://${site}/badges/welding-1`;
    const keyUrl = `https://${site}/keys/1`;
    return [
      signJws(assertion2({ badge }), rsa, { alg: 'RS256' }),
      {
        [badge]: { ...Object(assertion2().badge), id: badge },
        [issuer]: { id: issuer, type: 'Profile', name: 'School', publicKey: keyUrl },
        [keyUrl]: { id: keyUrl, owner: issuer, publicKeyPem: rsa.pem },
      },
    ];
  },
  'the key of a signed Open Badge 1.0': async (protocol) => {
    const [keyUrl, badge] = [`${protocol}://${site}/key.pem`, `${protocol}://${site}/badges/welding-1`];
    const issuer = `${protocol}://${site}/issuer`;
    return [
      signJws(assertion1({ badge, verify: { type: 'signed', url: keyUrl } }), rsa, { alg: 'RS256' }),
      {
        [keyUrl]: rsa.pem,
        [badge]: { name: 'Welding', description: 'd', image: 'i', criteria: 'c', issuer },
        [issuer]: { name: 'School', url: `${protocol}://${site}` },
      },
    ];
  },
  'the site of a hosted Open Badge 2.0': async (protocol) => {
    const [url, badge] = [`${protocol}://${site}/assertions/1`, `${protocol}://${site}/badges/welding-1`];
    const issuer = `${protocol}://${site}/issuer`;
    const copy = assertion2({ id: url, verification: { type: 'HostedBadge' }, badge });
    const context = 'https://w3id.org/openbadges/v2';
    return [
      copy,
      {
        [url]: copy,
        [badge]: { ...Object(assertion2().badge), '@context': context, id: badge, issuer },
        [issuer]: {
          id: issuer,
          type: 'Issuer',
          name: 'School',
          url: `https://${site}`,
          email: 'a@example.org',
        },
      },
    ];
  },
};

describe.each(Object.entries(kinds))('I12 %s', (_, made) => {
  it('that came over https confirms the issuer', async () => {
    const [badge, documents] = await made('https');
    expect((await check(badge, { documents: fakeDocuments(documents) })).verdict).toBe('verified');
  });

  it('that was captured over plain http confirms nobody', async () => {
    const [badge, documents] = await made('http');
    const { report, verdict } = await check(badge, { documents: fakeDocuments(documents, 'captured') });
    expect(report.integrity.value).toBe('intact');
    expect(verdict).toBe('unconfirmed');
    expect(codesOf(report)).toContain('issuer/plain-http');
  });

  it('that is named by http and was asked by https confirms as ever', async () => {
    const [badge, documents] = await made('http');
    expect((await check(badge, { documents: askedByHttps(documents) })).verdict).toBe('verified');
  });

  it('that was asked by https and sent on to plain http confirms nobody', async () => {
    const [badge, documents] = await made('https');
    expect((await check(badge, { documents: endingAtHttp(documents) })).verdict).not.toMatch(/^verified/);
  });
});

describe('I12 over plain http', () => {
  it('a document of a did:web confirms nobody', async () => {
    const did = `did:web:${site}`;
    const documents = endingAtHttp({ [`https://${site}/.well-known/did.json`]: keyDocument(did) });
    expect((await check(await signedBy(did), { documents })).verdict).toBe('unconfirmed');
  });

  it('a pinned key still vouches, and a name in the list alone does not', async () => {
    const issuer = `http://${site}/issuers/1`;
    const documents = fakeDocuments({ [issuer]: keyDocument(issuer) });
    const trust = { issuers: [{ id: issuer, name: 'School', keys: [key.multikey] }] };
    expect((await check(await signedBy(issuer), { documents, trust })).verdict).toBe('verified');
    const named = { issuers: [{ id: issuer, name: 'School', keys: [] }] };
    expect((await check(await signedBy(issuer), { documents, trust: named })).verdict).toBe('unconfirmed');
  });
});
