import { createPrivateKey, createPublicKey, randomBytes, sign } from 'node:crypto';
import { base64UrlBytes } from '../../../shared/base64.ts';
import type { HolderKey } from '../../../shared/portfolio/sign-document.ts';
import { base58Text } from '../../../shared/verify/base58.ts';

/** Bytes of the secret of an Ed25519 key (RFC 8032, section 5.1.5). */
export const seedBytes = 32;

/** A new secret. */
export function newSeed(): Uint8Array {
  return new Uint8Array(randomBytes(seedBytes));
}

/** The key that a secret is, called by its `did:key`. The secret stays inside: nothing of the answer holds it. */
export function keyOfSeed(seed: Uint8Array): HolderKey {
  const der = Buffer.concat([pkcs8Head, seed]);
  const secret = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  der.fill(0);
  const { x = '' } = createPublicKey(secret).export({ format: 'jwk' });
  const multikey = `z${base58Text(Uint8Array.of(0xed, 0x01, ...(base64UrlBytes(x) ?? [])))}`;
  const did = `did:key:${multikey}`;
  return { did, method: `${did}#${multikey}`, sign: (bytes) => new Uint8Array(sign(null, bytes, secret)) };
}

/** What stands before the 32 bytes of an Ed25519 secret in PKCS #8 (RFC 8410, section 7). */
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex');
