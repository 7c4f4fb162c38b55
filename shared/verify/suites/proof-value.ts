import { own } from '../../badge/fields.ts';
import { base58Bytes } from '../base58.ts';
import type { PublicJwk, SignatureAlgorithm } from '../ports.ts';
import { signedBytes } from '../proof-bytes.ts';
import { noSeal, type Suite } from './suite.ts';

/** How a suite signs with one kind of key. */
export interface KeyAlgorithm {
  readonly algorithm: SignatureAlgorithm;
  /** For the documents and, in RDFC-1.0, for its own labels too. */
  readonly hash: 'sha256' | 'sha384';
  /** Bytes of a signature. */
  readonly bytes: number;
}

/**
 * A suite whose `proofValue` is one signature in base58 over H(proof options) ‖ H(document) (Data Integrity EdDSA 1.0 and
 * ECDSA 1.0). A key of another kind, and a signature of another length or base, hold nothing.
 */
export function proofValueSuite(
  named: Pick<Suite, 'name' | 'isOwnType' | 'canonicalization'>,
  algorithmFor: (key: PublicJwk) => KeyAlgorithm | null,
): Suite {
  const suite: Suite = { ...named, carrier: 'proofValue', ownContext: null, seal };
  return suite;

  async function seal(...[proof, key]: Parameters<Suite['seal']>): ReturnType<Suite['seal']> {
    const fitting = algorithmFor(key);
    if (fitting === null) return noSeal('key/other-kind');
    const value = own(proof, 'proofValue');
    const signature = typeof value === 'string' && value.startsWith('z') ? base58Bytes(value.slice(1)) : null;
    if (signature?.length !== fitting.bytes)
      return noSeal('proof/bad-value', 'its signature has the wrong form');
    return {
      kind: 'seal',
      async statements({ document, proof, previous, crypto, safe, variant, signal, work }) {
        const options = { hash: fitting.hash, safe, variant, signal, work };
        const signed = await signedBytes(document, proof, previous, suite, crypto, options);
        if (signed.kind !== 'bytes') return signed;
        const { data, isComplete, unsignedPaths } = signed;
        const { algorithm } = fitting;
        return {
          kind: 'statements',
          ways: [[{ algorithm, key, signature, data }]],
          isComplete,
          unsignedPaths,
        };
      },
    };
  }
}
