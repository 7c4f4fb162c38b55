import { listOf, own } from '../badge/fields.ts';
import { base64UrlBytes, base64UrlText } from '../base64.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { atFullLength, coordinateBytes, withoutZeros } from './key-numbers.ts';
import type { PublicJwk, SignatureAlgorithm } from './ports.ts';

/**
 * The public key in a JWK of a stranger (RFC 7517); null for a symmetric key, one that gives its private part away, one
 * marked for encryption or for other operations than verifying, and anything that cannot be read. Its numbers are in their
 * one spelling (RFC 7518, 6.2 and 6.3), whatever zeros were written before them: so the same key is the same text, and no
 * weak one looks like a strong one.
 */
export function publicJwk(value: Json | undefined): PublicJwk | null {
  if (!isJsonObject(value)) return null;
  if (['d', 'p', 'q', 'dp', 'dq', 'qi', 'k'].some((name) => Object.hasOwn(value, name))) return null;
  const use = own(value, 'use');
  if (use !== undefined && use !== 'sig') return null;
  const uses = own(value, 'key_ops');
  if (uses !== undefined && !listOf(uses).includes('verify')) return null;
  const kty = own(value, 'kty');
  const crv = own(value, 'crv');
  if (kty === 'RSA') {
    const [n, e] = [textOf(numberIn(value, 'n')), textOf(numberIn(value, 'e'))];
    return n === null || e === null ? null : { kty, n, e };
  }
  if (typeof crv !== 'string') return null;
  if (kty === 'OKP') {
    const x = textOf(bytesIn(value, 'x'));
    return x === null ? null : { kty, crv, x };
  }
  const [x, y] = [coordinateIn(value, 'x', crv), coordinateIn(value, 'y', crv)];
  return kty !== 'EC' || x === null || y === null ? null : { kty, crv, x, y };
}

/** True when both are the same public key. */
export function isSameKey(a: PublicJwk, b: PublicJwk): boolean {
  return a.kty === b.kty && a.crv === b.crv && a.x === b.x && a.y === b.y && a.n === b.n && a.e === b.e;
}

/** True when the key is of the kind that the algorithm needs (RFC 7518, RFC 8037, RFC 8812). Threat A11. */
export function keyFits(algorithm: SignatureAlgorithm, key: PublicJwk): boolean {
  switch (algorithm) {
    case 'ES256':
      return key.kty === 'EC' && key.crv === 'P-256';
    case 'ES384':
      return key.kty === 'EC' && key.crv === 'P-384';
    case 'ES512':
      return key.kty === 'EC' && key.crv === 'P-521';
    case 'ES256K':
      return key.kty === 'EC' && key.crv === 'secp256k1';
    case 'EdDSA':
      return key.kty === 'OKP' && key.crv === 'Ed25519';
    default:
      return key.kty === 'RSA';
  }
}

/** Bits of an RSA modulus; null for another kind of key. */
export function rsaBits(key: PublicJwk): number | null {
  const modulus = key.kty === 'RSA' && key.n !== undefined ? base64UrlBytes(key.n) : null;
  const first = modulus?.[0];
  if (modulus === null || first === undefined) return null;
  return modulus.length * 8 - Math.clz32(first) + 24;
}

/** The bytes of a member; null for what is none, or longer than any key. */
function bytesIn(jwk: JsonObject, name: string): Uint8Array | null {
  const value = own(jwk, name);
  const bytes = typeof value === 'string' ? base64UrlBytes(value) : null;
  return bytes === null || bytes.length === 0 || bytes.length > 2_048 ? null : bytes;
}

/** A number, without leading zero bytes; null for zero too. */
function numberIn(jwk: JsonObject, name: string): Uint8Array | null {
  const digits = withoutZeros(bytesIn(jwk, name) ?? new Uint8Array());
  return digits.length === 0 ? null : digits;
}

/** A coordinate at the full length of its curve. */
function coordinateIn(jwk: JsonObject, name: string, crv: string): string | null {
  const bytes = bytesIn(jwk, name);
  const size = coordinateBytes.get(crv);
  return bytes === null || size === undefined ? textOf(bytes) : textOf(atFullLength(bytes, size));
}

function textOf(bytes: Uint8Array | null): string | null {
  return bytes === null ? null : base64UrlText(bytes);
}
