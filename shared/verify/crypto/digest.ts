import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import type { DigestAlgorithm } from '../ports.ts';

/** The digest of the bytes, computed in code: a page's own digests do not answer at once, and lack MD5. */
export function digest(algorithm: DigestAlgorithm, bytes: Uint8Array): Uint8Array {
  return hashes[algorithm](bytes);
}

const hashes: Readonly<Record<DigestAlgorithm, (bytes: Uint8Array) => Uint8Array>> = {
  md5,
  sha1,
  sha256,
  sha384,
  sha512,
};
