import { isIri } from '../badge/fields.ts';
import type { CheckCode } from '../text/checks.ts';
import { type DidUrl, keyOfDidJwk, keyOfDidKey, parseDidUrl, urlOfDidWeb } from './did.ts';
import {
  getJson,
  hostOf,
  idOfDocument,
  isDeactivated,
  type JsonAnswer,
  type Unavailable,
  withoutFragment,
} from './documents.ts';
import { keysOfDocument, type PublishedKey } from './key-document.ts';
import { jwkFromMultikey } from './multikey.ts';
import { isOverPlainHttp } from './plain-http.ts';
import type { PublicJwk } from './ports.ts';
import type { Fact, Run } from './run.ts';
import { hasLeftSite } from './same-site.ts';
import type { KeyAnswer, NoKey, SigningKey } from './signing-key.ts';

/**
 * The key that a verification method names (standards 3.5): did:key, did:jwk, did:web, and documents at https (or, where
 * one was captured, http). The document decides; a key in the URL's own fragment is only a key that came with the badge.
 */
export async function resolveKey(method: string, run: Run): Promise<KeyAnswer> {
  if (method.startsWith('did:')) return resolveDid(method, run);
  if (URL.canParse(method) && /^https?:$/.test(new URL(method).protocol)) return resolveWeb(method, run);
  const key = isIri(method) ? jwkFromMultikey(method.slice(method.indexOf('#') + 1)) : null;
  if (key !== null) return { kind: 'keys', keys: [keyOfBadge(key, method, run.local)] };
  return none('key/bad-method', {}, run.local, null, true);
}

/** All keys that a DID's own document publishes, or the one key that it is. */
export async function keysOfDid(did: string, run: Run): Promise<KeyAnswer> {
  const url = parseDidUrl(did);
  if (url === null) return none('key/bad-method', {}, run.local, null, true);
  if (url.method === 'key' || url.method === 'jwk') return ownKey(url, did, run);
  if (url.method !== 'web') {
    return none('key/unsupported-did', { method: `did:${url.method}` }, run.local, url.did, false);
  }
  const location = urlOfDidWeb(url);
  if (location === null) return none('key/bad-method', {}, run.local, url.did, true);
  const answer = await getJson(
    run,
    location,
    'application/did+json, application/did+ld+json, application/json',
  );
  if (answer.kind === 'unavailable') return unavailable(answer, url.did, run);
  if (hasLeftSite(location, answer.finalUrl)) return elsewhere(answer, url.did);
  if (isDeactivated(answer.value)) return deactivated(answer, url.did);
  if (idOfDocument(answer.value) !== url.did) {
    return none('key/wrong-document', { host: hostOf(location) }, answer.fact, url.did, false);
  }
  return keysIn(answer, url.did, run);
}

async function resolveDid(method: string, run: Run): Promise<KeyAnswer> {
  const url = parseDidUrl(method);
  if (url === null) return none('key/bad-method', {}, run.local, null, true);
  if (url.method === 'key' || url.method === 'jwk') return ownKey(url, method, run);
  const answer = await keysOfDid(url.did, run);
  if (answer.kind === 'none') return answer;
  if (url.fragment !== null) return named(answer.keys, method, url.did, run);
  const facts = { host: hostOf(url.did) };
  return answer.keys.length === 1 ? answer : none('key/ambiguous', facts, run.local, url.did, false);
}

function ownKey(url: DidUrl, method: string, run: Run): KeyAnswer {
  const key = url.method === 'key' ? keyOfDidKey(url) : keyOfDidJwk(url);
  if (key === null) return none('key/bad-method', {}, run.local, url.did, true);
  return { kind: 'keys', keys: [selfOwned(key, method, url.did, run)] };
}

function selfOwned(key: PublicJwk, method: string, did: string, run: Run): SigningKey {
  return {
    key,
    method,
    owner: did,
    origin: 'did',
    forAssertions: true,
    forAuthentication: true,
    controller: null,
    endsAt: null,
    isOverPlainHttp: false,
    fact: run.local,
  };
}

async function resolveWeb(method: string, run: Run): Promise<KeyAnswer> {
  const location = withoutFragment(method);
  const answer = await getJson(
    run,
    location,
    'application/json, application/ld+json, application/jwk-set+json',
  );
  const found =
    answer.kind === 'unavailable'
      ? unavailable(answer, location, run)
      : hasLeftSite(location, answer.finalUrl)
        ? elsewhere(answer, location)
        : keysIn(answer, location, run);
  const match = found.kind === 'keys' ? named(found.keys, method, location, run) : found;
  if (match.kind === 'keys') return match;
  const fragment = method.slice(location.length + 1);
  const key = jwkFromMultikey(fragment);
  if (key !== null) return { kind: 'keys', keys: [keyOfBadge(key, method, run.local)] };
  return { ...match, isBroken: match.isBroken || damagedMultikey.test(fragment) };
}

/** A fragment that begins as Ed25519 multikeys do, and is none: what it names was never a key. */
const damagedMultikey = /^z6Mk[1-9A-HJ-NP-Za-km-z]{36,}$/;

/** A key that came with the badge itself. */
export function keyOfBadge(key: PublicJwk, method: string, fact: Fact): SigningKey {
  return {
    key,
    method,
    owner: null,
    origin: 'badge',
    forAssertions: false,
    forAuthentication: false,
    controller: null,
    endsAt: null,
    isOverPlainHttp: false,
    fact,
  };
}

type FoundJson = Extract<JsonAnswer, { kind: 'json' }>;

/** All keys of a document (or of a JWK Set) as keys of its owner. */
export function keysIn(answer: FoundJson, owner: string, run: Run): KeyAnswer {
  const { value, url, fact } = answer;
  if (isDeactivated(value)) return deactivated(answer, owner);
  const found = keysOfDocument(value, url, run.ports.crypto);
  const host = hostOf(url);
  if (found.kind === 'ambiguous') return none('key/ambiguous', { host }, fact, owner, false);
  if (found.kind === 'no-keys') return none('issuer/no-keys', { host }, fact, owner, false);
  const keys = found.keys.map((published) => publishedKey(published, owner, answer));
  return { kind: 'keys', keys };
}

function publishedKey(published: PublishedKey, owner: string, answer: FoundJson): SigningKey {
  return {
    key: published.key,
    method: published.id ?? '',
    owner,
    origin: 'document',
    forAssertions: published.forAssertions,
    forAuthentication: published.forAuthentication,
    controller: published.controller,
    endsAt: published.endsAt,
    isOverPlainHttp: isOverPlainHttp(answer),
    fact: answer.fact,
  };
}

/** Of all keys the one that the method names; a document that is one key alone may be named by its URL. */
function named(keys: readonly SigningKey[], method: string, owner: string, run: Run): KeyAnswer {
  const matches = keys.filter((key) => key.method === method);
  const fact = keys[0]?.fact ?? run.local;
  return matches.length === 0
    ? none('key/not-listed', { host: hostOf(keys[0]?.owner ?? owner) }, fact, owner, false)
    : { kind: 'keys', keys: matches };
}

function unavailable(answer: Unavailable, owner: string, run: Run): NoKey {
  return none(
    answer.code,
    { host: answer.host, status: String(answer.status ?? '') },
    answer.fact ?? run.local,
    owner,
    false,
  );
}

/** No key: the identity itself was given up, and with it whatever keys its document still names. */
function deactivated({ url, fact }: FoundJson, owner: string): NoKey {
  return none('issuer/deactivated', { host: hostOf(url) }, fact, owner, false);
}

/** No key: another site answered for the one that was asked. */
export function elsewhere(answer: FoundJson, owner: string): NoKey {
  const facts = { host: hostOf(answer.url), other: hostOf(answer.finalUrl) };
  return none('document/elsewhere', facts, answer.fact, owner, false);
}

function none(
  code: CheckCode,
  facts: Readonly<Record<string, string>>,
  fact: Fact,
  owner: string | null,
  isBroken: boolean,
): NoKey {
  return { kind: 'none', code, facts, fact, owner, isBroken };
}
