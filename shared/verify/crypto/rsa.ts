import { base64UrlBytes } from '../../base64.ts';
import { concatBytes, equalBytes } from '../../bytes.ts';
import type { PublicJwk } from '../ports.ts';
import { bytesOf, numberOf, power } from './big-number.ts';
import { digest } from './digest.ts';

export type RsaAlgorithm = 'RS256' | 'RS384' | 'RS512' | 'PS256' | 'PS384' | 'PS512';

/**
 * RSA in code, for runtimes that refuse a key of that size (RFC 8017, 8.2.2 and 8.1.2; the salt as long as the hash).
 * Key and signature come from `soundKey` and `isSoundSignature`.
 */
export function verifyRsa(
  algorithm: RsaAlgorithm,
  key: PublicJwk,
  signature: Uint8Array,
  data: Uint8Array,
): boolean {
  const hash = hashOf(algorithm);
  const modulus = numberOf(base64UrlBytes(key.n ?? '') ?? new Uint8Array());
  const exponent = numberOf(base64UrlBytes(key.e ?? '') ?? new Uint8Array());
  const value = numberOf(signature);
  if (value >= modulus) return false;
  const message = power(value, exponent, modulus);
  return algorithm.startsWith('PS')
    ? isPssMessage(message, modulus.toString(2).length - 1, hash, digest(hash, data))
    : isPkcs1Message(bytesOf(message, signature.length), hash, digest(hash, data));
}

type Hash = keyof typeof digestInfos;

function hashOf(algorithm: RsaAlgorithm): Hash {
  const bits = algorithm.slice(2);
  return bits === '256' ? 'sha256' : bits === '384' ? 'sha384' : 'sha512';
}

/** EMSA-PKCS1-v1_5: the one message that there can be is made and compared, so that no parser can be fooled. */
function isPkcs1Message(message: Uint8Array, hash: Hash, hashed: Uint8Array): boolean {
  const end = concatBytes([Uint8Array.from(digestInfos[hash]), hashed]);
  const padding = message.length - end.length - 3;
  if (padding < 8) return false;
  const expected = concatBytes([
    Uint8Array.of(0, 1),
    new Uint8Array(padding).fill(0xff),
    Uint8Array.of(0),
    end,
  ]);
  return equalBytes(message, expected);
}

/** EMSA-PSS-VERIFY (RFC 8017, 9.1.2). */
function isPssMessage(number: bigint, bits: number, hash: Hash, hashed: Uint8Array): boolean {
  const length = Math.ceil(bits / 8);
  const dataLength = length - hashed.length - 1;
  const unused = 8 * length - bits;
  const zeros = dataLength - hashed.length - 1;
  if (number >> BigInt(bits) !== 0n || zeros < 0) return false;
  const message = bytesOf(number, length);
  const masked = message.subarray(0, dataLength);
  const seed = message.subarray(dataLength, dataLength + hashed.length);
  const mask = maskOf(seed, dataLength, hash);
  const block = masked.map((byte, at) => (byte ^ (mask[at] ?? 0)) & (at === 0 ? 0xff >> unused : 0xff));
  const isPadded = block.subarray(0, zeros).every((byte) => byte === 0) && block[zeros] === 1;
  if (message.at(-1) !== 0xbc || !isPadded) return false;
  return equalBytes(seed, digest(hash, concatBytes([new Uint8Array(8), hashed, block.subarray(zeros + 1)])));
}

/** MGF1 (RFC 8017, B.2.1). */
function maskOf(seed: Uint8Array, length: number, hash: Hash): Uint8Array {
  const parts: Uint8Array[] = [];
  for (let made = 0; made < length; made += seed.length) {
    parts.push(digest(hash, concatBytes([seed, bytesOf(BigInt(parts.length), 4)])));
  }
  return concatBytes(parts).subarray(0, length);
}

/** What stands before the hash: DigestInfo in DER (RFC 8017, 9.2, note 1). */
const digestInfos = {
  sha256: [0x30, 0x31, 0x30, 0x0d, 6, 9, 0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 1, 5, 0, 4, 32],
  sha384: [0x30, 0x41, 0x30, 0x0d, 6, 9, 0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 2, 5, 0, 4, 48],
  sha512: [0x30, 0x51, 0x30, 0x0d, 6, 9, 0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 3, 5, 0, 4, 64],
} as const;
