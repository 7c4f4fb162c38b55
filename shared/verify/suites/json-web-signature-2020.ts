import type { PublicJwk, SignatureAlgorithm } from '../ports.ts';
import { detachedJwsSuite } from './detached-jws.ts';

/** `JsonWebSignature2020` (JSON Web Signature 2020, section 2): the key's kind chooses the algorithm. */
export const jsonWebSignature2020 = detachedJwsSuite(
  'JsonWebSignature2020',
  'https://w3id.org/security/suites/jws-2020/v1',
  algorithmsFor,
);

function algorithmsFor(key: PublicJwk): readonly SignatureAlgorithm[] {
  if (key.kty === 'RSA') return ['PS256', 'RS256'];
  switch (key.crv) {
    case 'Ed25519':
      return ['EdDSA'];
    case 'P-256':
      return ['ES256'];
    case 'P-384':
      return ['ES384'];
    case 'secp256k1':
      return ['ES256K'];
    default:
      return [];
  }
}
