import { equalBytes } from '../bytes.ts';
import { bytesOf, numberOf, power } from './crypto/big-number.ts';

/** The NIST curves of JOSE, by JWK name: prime, coefficient b, and bytes of a coordinate (FIPS 186-5). */
const curves = {
  'P-256': {
    prime: 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n,
    b: 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn,
    bytes: 32,
  },
  'P-384': {
    prime: 2n ** 384n - 2n ** 128n - 2n ** 96n + 2n ** 32n - 1n,
    b: 0xb3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875ac656398d8a2ed19d2a85c8edd3ec2aefn,
    bytes: 48,
  },
  'P-521': {
    prime: 2n ** 521n - 1n,
    b: 0x51953eb9618e1c9a1f929a21a0b68540eea2da725b99b315f3b8b489918ef109e156193951ec7e937b1652c0bd3bb1bf073573df883d2c34f1ef451fd46b503f00n,
    bytes: 66,
  },
  secp256k1: { prime: 2n ** 256n - 2n ** 32n - 977n, b: 7n, bytes: 32 },
} as const;

export type CurveName = keyof typeof curves;

/** Coordinates of a compressed point (SEC 1, section 2.3.4); null for what is no point of the curve. */
export function decompressPoint(
  curve: CurveName,
  compressed: Uint8Array,
): { readonly x: Uint8Array; readonly y: Uint8Array } | null {
  const { prime, b, bytes } = curves[curve];
  const sign = compressed[0];
  if (compressed.length !== bytes + 1 || (sign !== 2 && sign !== 3)) return null;
  const x = numberOf(compressed.subarray(1));
  if (x >= prime) return null;
  const a = curve === 'secp256k1' ? 0n : prime - 3n;
  const square = (x * x * x + a * x + b) % prime;
  const root = power(square, (prime + 1n) / 4n, prime);
  if ((root * root) % prime !== square) return null;
  const y = root % 2n === BigInt(sign & 1) ? root : prime - root;
  return { x: compressed.slice(1), y: bytesOf(y, bytes) };
}

/** Coordinates of a point in any form of SEC 1, section 2.3.4; null for infinity and for what is no point of the curve. */
export function curvePoint(
  curve: CurveName,
  encoded: Uint8Array,
): { readonly x: Uint8Array; readonly y: Uint8Array } | null {
  if (encoded[0] !== 4) return decompressPoint(curve, encoded);
  const { bytes } = curves[curve];
  if (encoded.length !== 2 * bytes + 1) return null;
  const y = encoded.slice(1 + bytes);
  const point = decompressPoint(
    curve,
    Uint8Array.of(2 | ((y.at(-1) ?? 0) & 1), ...encoded.subarray(1, 1 + bytes)),
  );
  return point !== null && equalBytes(point.y, y) ? point : null;
}
