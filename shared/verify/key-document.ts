import { readDate } from '../badge/dates.ts';
import { listOf, own } from '../badge/fields.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { limits } from '../limits.ts';
import { base58Bytes } from './base58.ts';
import { idOfDocument } from './documents.ts';
import { publicJwk } from './jwk.ts';
import { ed25519Jwk, jwkFromMultikey } from './multikey.ts';
import type { CryptoPort, PublicJwk } from './ports.ts';

/** One key that a document publishes. */
export interface PublishedKey {
  /** Absolute id; null for a JWK without one. */
  readonly id: string | null;
  readonly key: PublicJwk;
  /** Who the document says may use it; null: not said. */
  readonly controller: string | null;
  /** Listed for assertions, or published by a document that knows no such lists. */
  readonly forAssertions: boolean;
  /** The same for presenting: listed in `authentication`. */
  readonly forAuthentication: boolean;
  /** When it was withdrawn or ends: RFC 3339, as found; null: neither. */
  readonly endsAt: string | null;
}

export type KeyDocument =
  | { readonly kind: 'keys'; readonly keys: readonly PublishedKey[] }
  /** The document names no keys at all: a profile, a home page. */
  | { readonly kind: 'no-keys' }
  /** Two keys under one id, or more keys than anybody has: which is meant cannot be said. Threat C13. */
  | { readonly kind: 'ambiguous' };

/**
 * Every key of a controlled identifier document (DID document), of a key document, of a JWK or JWK Set, or of an Open
 * Badges profile with `publicKey` (standards 3.3, 3.5). `url` is where it was found; relative ids count from the
 * document's own id.
 */
export function keysOfDocument(document: JsonObject, url: string, crypto: CryptoPort): KeyDocument {
  const base = idOfDocument(document) ?? url;
  const lists = ['verificationMethod', 'assertionMethod', 'authentication', 'publicKey', 'keys'].flatMap(
    (name) => listOf(own(document, name)),
  );
  const methods = lists.filter(isJsonObject);
  const isKeyItself = hasKeyMaterial(document);
  if (methods.length > limits.methodsPerDocument) return { kind: 'ambiguous' };
  if (methods.length === 0 && !isKeyItself) return { kind: 'no-keys' };
  const forAssertions = idsFor('assertionMethod', document, base);
  const forAuthentication = idsFor('authentication', document, base);
  const keys: PublishedKey[] = [];
  for (const method of isKeyItself ? [document, ...methods] : methods) {
    const key = keyOfMethod(method, crypto);
    const name = own(method, 'id') ?? own(method, '@id') ?? own(method, 'kid');
    const id = absoluteId(name, base) ?? (method === document ? url : null);
    if (key === null) continue;
    const published: PublishedKey = {
      id,
      key,
      controller: textMember(method, 'controller') ?? textMember(method, 'owner'),
      forAssertions: forAssertions === null || (id !== null && forAssertions.has(id)),
      forAuthentication: forAuthentication === null || (id !== null && forAuthentication.has(id)),
      endsAt: endOf(method),
    };
    const known = keys.find((other) => other.id !== null && other.id === id);
    if (known === undefined) keys.push(published);
    else if (JSON.stringify(known.key) !== JSON.stringify(key)) return { kind: 'ambiguous' };
  }
  return { kind: 'keys', keys };
}

/** The ids that the document lists for a purpose; null where it knows no such lists. */
function idsFor(
  purpose: 'assertionMethod' | 'authentication',
  document: JsonObject,
  base: string,
): ReadonlySet<string> | null {
  const lists = ['verificationMethod', 'assertionMethod', 'authentication'];
  if (!lists.some((name) => Object.hasOwn(document, name))) return null;
  const ids = listOf(own(document, purpose)).map((entry) =>
    absoluteId(isJsonObject(entry) ? own(entry, 'id') : entry, base),
  );
  return new Set(ids.filter((id) => id !== null));
}

/** The key of one verification method, in any of the spellings of its classes. */
function keyOfMethod(method: JsonObject, crypto: CryptoPort): PublicJwk | null {
  const multibase = own(method, 'publicKeyMultibase');
  if (typeof multibase === 'string') return jwkFromMultikey(multibase);
  const base58 = own(method, 'publicKeyBase58');
  if (typeof base58 === 'string') {
    const bytes = base58Bytes(base58);
    return bytes && ed25519Jwk(bytes);
  }
  const pem = own(method, 'publicKeyPem');
  if (typeof pem === 'string') return crypto.jwkFromPem(pem);
  const jwk = own(method, 'publicKeyJwk');
  return jwk === undefined ? publicJwk(method) : publicJwk(jwk);
}

function hasKeyMaterial(document: JsonObject): boolean {
  const names = ['publicKeyMultibase', 'publicKeyBase58', 'publicKeyPem', 'publicKeyJwk', 'kty'];
  return names.some((name) => Object.hasOwn(document, name));
}

function absoluteId(value: Json | undefined, base: string): string | null {
  if (typeof value !== 'string' || value === '') return null;
  return value.startsWith('#') ? `${base}${value}` : value;
}

/**
 * The earliest end that a key names: withdrawn, expired, or a JWK's `exp` (seconds). What is there and is no date is
 * given back as it is, so that it counts as an end that nobody can read, and not as none.
 */
export function endOf(method: JsonObject): string | null {
  const jwk = own(method, 'publicKeyJwk');
  const ends = [method, ...(isJsonObject(jwk) ? [jwk] : [])].flatMap((key) =>
    ['revoked', 'expires', 'exp'].flatMap((name) => endText(own(key, name)) ?? []),
  );
  const unreadable = ends.find((end) => readDate(end) === null);
  return unreadable ?? ends.toSorted((a, b) => (readDate(a) ?? 0) - (readDate(b) ?? 0))[0] ?? null;
}

function endText(value: Json | undefined): string | null {
  if (value === undefined || value === null || value === false) return null;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : 'unreadable';
}

function textMember(object: JsonObject, name: string): string | null {
  const value = own(object, name);
  return typeof value === 'string' ? value : null;
}
