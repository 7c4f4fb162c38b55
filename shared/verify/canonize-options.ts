/// <reference path="./jsonld-modules.d.ts" />
import type { CanonizeOptions, MessageDigest } from 'jsonld';
import { limits } from '../limits.ts';

export interface CanonizeLimits {
  readonly hash: 'sha256' | 'sha384';
  readonly signal: AbortSignal | undefined;
}

/**
 * How canonical N-Quads are made (RDFC-1.0): with bounded work and within bounded time. `digest`: hexadecimal, in the
 * place of the library's own choice; null: that one.
 */
export function canonizeOptions(
  { hash, signal }: CanonizeLimits,
  digest: ((text: string) => string) | null,
): CanonizeOptions['canonizeOptions'] {
  const timeout = AbortSignal.timeout(limits.canonicalTimeoutMs);
  return {
    algorithm: 'RDFC-1.0',
    format: 'application/n-quads',
    messageDigestAlgorithm: hash,
    ...(digest === null ? {} : { createMessageDigest: () => messageDigest(digest) }),
    maxWorkFactor: 1,
    signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
  };
}

function messageDigest(digest: (text: string) => string): MessageDigest {
  let text = '';
  return {
    update: (more) => {
      text += more;
    },
    digest: () => digest(text),
  };
}
