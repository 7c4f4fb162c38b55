import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { base58Text } from '../../shared/verify/base58.ts';

/** An Ed25519 key of the sample badges. */
export interface SampleKey {
  /** Public, as a multikey (`z6Mk…`). */
  readonly multikey: string;
  sign(bytes: Uint8Array): Uint8Array;
}

/**
 * The key of a sample issuer, derived from its published name: **for samples only**. Everybody can make it, so that a
 * signature by it proves nothing; the issuers' hosts exist in no network. Deterministic, as Ed25519 itself is
 * (RFC 8032), so that the samples come out the same each time.
 */
export function sampleKey(issuer: string): SampleKey {
  const seed = createHash('sha256').update(`Badge Backpack, key for samples only: ${issuer}`).digest();
  const key = createPrivateKey({ key: Buffer.concat([pkcs8Prefix, seed]), format: 'der', type: 'pkcs8' });
  return { multikey: multikeyOf(key), sign: (bytes) => new Uint8Array(sign(null, bytes, key)) };
}

/** RFC 8410: what stands before the 32 bytes of an Ed25519 seed in PKCS #8. */
const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex');
/** The multicodec number of an Ed25519 public key. */
const ed25519Public = Buffer.from([0xed, 0x01]);

function multikeyOf(key: KeyObject): string {
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return `z${base58Text(Buffer.concat([ed25519Public, spki.subarray(-32)]))}`;
}
