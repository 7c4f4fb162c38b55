import { own, ownList } from '../badge/fields.ts';
import { isJsonObject } from '../json.ts';
import { getJson, hostOf, withoutFragment } from './documents.ts';
import { publicJwk } from './jwk.ts';
import { endOf } from './key-document.ts';
import { isOverPlainHttp } from './plain-http.ts';
import { elsewhere, keysIn, keysOfDid } from './resolve-key.ts';
import type { Fact, Run } from './run.ts';
import { hasLeftSite } from './same-site.ts';
import type { KeyAnswer, SigningKey } from './signing-key.ts';

/**
 * Every key that an issuer vouches for: the key that a did:key or did:jwk is, the assertion keys of a did:web document,
 * or for an https issuer those in the document at its id and those in its host's `/.well-known/jwks.json`
 * (standards 3.3, "Key provenance").
 */
export async function issuerKeys(issuerId: string, run: Run): Promise<KeyAnswer> {
  if (issuerId.startsWith('did:')) return keysOfDid(issuerId, run);
  if (!URL.canParse(issuerId) || !/^https?:$/.test(new URL(issuerId).protocol)) {
    return {
      kind: 'none',
      code: 'issuer/unconfirmed',
      facts: {},
      fact: run.local,
      owner: null,
      isBroken: false,
    };
  }
  const location = withoutFragment(issuerId);
  const answer = await getJson(run, location);
  const published =
    answer.kind !== 'json'
      ? null
      : hasLeftSite(location, answer.finalUrl)
        ? elsewhere(answer, issuerId)
        : keysIn(answer, issuerId, run);
  if (published?.kind === 'none' && published.code === 'issuer/deactivated') return published;
  const ofHost = await keysOfHost(issuerId, run);
  const keys = [...(published?.kind === 'keys' ? published.keys : []), ...ofHost];
  if (keys.length > 0) return { kind: 'keys', keys };
  const host = hostOf(location);
  if (published !== null) return published;
  const fact: Fact = answer.fact ?? run.local;
  return {
    kind: 'none',
    code: 'issuer/document-unavailable',
    facts: { host },
    fact,
    owner: issuerId,
    isBroken: false,
  };
}

/** Keys of the JWK Set that the issuer's host publishes for it; one that names another issuer is not for it. */
async function keysOfHost(issuerId: string, run: Run): Promise<readonly SigningKey[]> {
  const answer = await getJson(run, new URL('/.well-known/jwks.json', issuerId).href, 'application/json');
  if (answer.kind !== 'json' || hasLeftSite(answer.url, answer.finalUrl)) return [];
  return ownList(answer.value, 'keys').flatMap((entry) => {
    const key = publicJwk(entry);
    if (key === null || !isJsonObject(entry)) return [];
    const iss = own(entry, 'iss');
    if (iss !== undefined && iss !== issuerId) return [];
    const kid = own(entry, 'kid');
    return [
      {
        key,
        method: typeof kid === 'string' ? kid : '',
        owner: issuerId,
        origin: 'document',
        forAssertions: true,
        forAuthentication: true,
        controller: null,
        endsAt: endOf(entry),
        isOverPlainHttp: isOverPlainHttp(answer),
        fact: answer.fact,
      },
    ];
  });
}
