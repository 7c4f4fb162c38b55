import { parseJson } from '../badge/json-text.ts';
import { publicJwk } from './jwk.ts';
import { jwkFromMultikey } from './multikey.ts';
import type { CryptoPort, PublicJwk } from './ports.ts';

/** A public key as one line: a JWK with the required members alone, in the order of RFC 7638. Equal keys, equal lines. */
export function keyText(key: PublicJwk): string {
  // What is undefined is left out.
  return JSON.stringify({ crv: key.crv, e: key.e, kty: key.kty, n: key.n, x: key.x, y: key.y });
}

/** The key in such a line, or in a multibase multikey; null for anything that is no public signature key. */
export function readKeyText(text: string): PublicJwk | null {
  const line = text.trim();
  if (!line.startsWith('{')) return jwkFromMultikey(line);
  try {
    return publicJwk(parseJson(line).value);
  } catch {
    return null;
  }
}

/** The thumbprint of a key (RFC 7638, SHA-256) in hexadecimal groups, for people to compare: `3f9a 02c1 …`. */
export function keyFingerprint(key: PublicJwk, digest: CryptoPort['digest']): string {
  const hash = digest('sha256', new TextEncoder().encode(keyText(key)));
  const hex = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return (hex.match(/.{4}/g) ?? []).slice(0, 8).join(' ');
}

/** The same of a key as a text holds it; `?` where that is none. */
export function fingerprintOfText(text: string, digest: CryptoPort['digest']): string {
  const key = readKeyText(text);
  return key === null ? '?' : keyFingerprint(key, digest);
}
