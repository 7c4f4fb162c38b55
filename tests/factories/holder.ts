import { sign } from 'node:crypto';
import type { HolderKey } from '../../shared/portfolio/sign-document.ts';
import { ed25519Key } from './keys.ts';

/** A learner's key from a seed of one repeated byte. */
export function holderKey(seed = 7): HolderKey {
  const { did, method, privateKey } = ed25519Key(seed);
  return { did, method, sign: (bytes) => new Uint8Array(sign(null, bytes, privateKey)) };
}
