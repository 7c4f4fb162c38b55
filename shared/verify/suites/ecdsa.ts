import type { PublicJwk } from '../ports.ts';
import { type KeyAlgorithm, proofValueSuite } from './proof-value.ts';
import type { Suite } from './suite.ts';

/** The ECDSA suites over whole documents (Data Integrity ECDSA 1.0): the key's curve chooses every hash. */
export const ecdsaSuites: readonly Suite[] = [
  { name: 'ecdsa-rdfc-2019', isOwnType: false, canonicalization: 'rdfc' } as const,
  { name: 'ecdsa-2019', isOwnType: false, canonicalization: 'rdfc' } as const,
  { name: 'ecdsa-jcs-2019', isOwnType: false, canonicalization: 'jcs' } as const,
].map((named) => proofValueSuite(named, algorithmFor));

function algorithmFor(key: PublicJwk): KeyAlgorithm | null {
  if (key.kty !== 'EC') return null;
  if (key.crv === 'P-256') return { algorithm: 'ES256', hash: 'sha256', bytes: 64 };
  return key.crv === 'P-384' ? { algorithm: 'ES384', hash: 'sha384', bytes: 96 } : null;
}
