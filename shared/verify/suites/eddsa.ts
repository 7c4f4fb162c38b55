import type { PublicJwk } from '../ports.ts';
import { type KeyAlgorithm, proofValueSuite } from './proof-value.ts';
import type { Suite } from './suite.ts';

/** The Ed25519 suites (Data Integrity EdDSA 1.0); `eddsa-2022` is the draft's name of the first. */
export const eddsaSuites: readonly Suite[] = [
  { name: 'eddsa-rdfc-2022', isOwnType: false, canonicalization: 'rdfc' } as const,
  { name: 'eddsa-2022', isOwnType: false, canonicalization: 'rdfc' } as const,
  { name: 'eddsa-jcs-2022', isOwnType: false, canonicalization: 'jcs' } as const,
  { name: 'Ed25519Signature2020', isOwnType: true, canonicalization: 'rdfc' } as const,
].map((named) => proofValueSuite(named, algorithmFor));

function algorithmFor(key: PublicJwk): KeyAlgorithm | null {
  const isEd25519 = key.kty === 'OKP' && key.crv === 'Ed25519';
  return isEd25519 ? { algorithm: 'EdDSA', hash: 'sha256', bytes: 64 } : null;
}
