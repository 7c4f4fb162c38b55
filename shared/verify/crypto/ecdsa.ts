import { p256, p384, p521 } from '@noble/curves/nist.js';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { base64UrlBytes } from '../../base64.ts';
import type { PublicJwk } from '../ports.ts';

export type EcdsaAlgorithm = 'ES256' | 'ES384' | 'ES512' | 'ES256K';

/**
 * ECDSA in code, for runtimes without the curve (FIPS 186-5, 6.4.2; RFC 8812). The key comes from `soundKey`. A number s
 * of the upper half is fine, as everywhere but in Bitcoin. Throws for a point that is not on the curve.
 */
export function verifyEcdsa(
  algorithm: EcdsaAlgorithm,
  key: PublicJwk,
  signature: Uint8Array,
  data: Uint8Array,
): boolean {
  const x = base64UrlBytes(key.x ?? '') ?? [];
  const y = base64UrlBytes(key.y ?? '') ?? [];
  return curves[algorithm].verify(signature, data, Uint8Array.of(4, ...x, ...y), { lowS: false });
}

const curves = { ES256: p256, ES384: p384, ES512: p521, ES256K: secp256k1 } as const;
