import { listOf, own } from '../badge/fields.ts';
import { base64UrlBytes, base64UrlText } from '../base64.ts';
import { isJsonObject, type Json } from '../json.ts';
import type { PublicJwk, SignatureAlgorithm } from './ports.ts';

/**
 * The public key in a JWK of a stranger (RFC 7517); null for a symmetric key, one that gives its private part away, one
 * marked for encryption or for other operations than verifying, and anything that cannot be read.
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
  const x = canonicalMember(own(value, 'x'));
  const y = canonicalMember(own(value, 'y'));
  const n = canonicalMember(own(value, 'n'));
  const e = canonicalMember(own(value, 'e'));
  if (kty === 'OKP' && typeof crv === 'string' && x !== null) return { kty, crv, x };
  if (kty === 'EC' && typeof crv === 'string' && x !== null && y !== null) return { kty, crv, x, y };
  if (kty === 'RSA' && n !== null && e !== null) return { kty, n, e };
  return null;
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

/** A member in the one spelling that its bytes have, without leading zero bytes for none but fixed-length members. */
function canonicalMember(value: Json | undefined): string | null {
  const bytes = typeof value === 'string' ? base64UrlBytes(value) : null;
  return bytes === null || bytes.length === 0 || bytes.length > 2_048 ? null : base64UrlText(bytes);
}
