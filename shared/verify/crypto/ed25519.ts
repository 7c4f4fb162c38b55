import { ed25519 } from '@noble/curves/ed25519.js';
import { sha512 } from '@noble/hashes/sha2.js';
import { base64UrlBytes } from '../../base64.ts';
import { concatBytes, equalBytes } from '../../bytes.ts';
import type { PublicJwk } from '../ports.ts';

/**
 * Ed25519 in code, for runtimes without it: the equation without cofactor of RFC 8032, 5.1.7, as OpenSSL and BoringSSL
 * compute it, so that no crafted signature holds in one runtime alone. Key and signature come from `soundKey` and
 * `isSoundSignature`. Throws for bytes that are no point.
 */
export function verifyEd25519(key: PublicJwk, signature: Uint8Array, data: Uint8Array): boolean {
  const publicKey = base64UrlBytes(key.x ?? '') ?? new Uint8Array();
  const point = signature.subarray(0, 32);
  const factor = littleEndian(sha512(concatBytes([point, publicKey, data]))) % order;
  const number = littleEndian(signature.subarray(32));
  const { BASE, ZERO } = ed25519.Point;
  const times = (base: typeof BASE, scalar: bigint) => (scalar === 0n ? ZERO : base.multiplyUnsafe(scalar));
  const expected = times(BASE, number)
    .subtract(times(ed25519.Point.fromBytes(publicKey), factor))
    .toBytes();
  return equalBytes(expected, point);
}

const order = ed25519.Point.Fn.ORDER;

function littleEndian(bytes: Uint8Array): bigint {
  let value = 0n;
  for (const byte of bytes.toReversed()) value = (value << 8n) | BigInt(byte);
  return value;
}
