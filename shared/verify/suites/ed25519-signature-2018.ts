import { detachedJwsSuite } from './detached-jws.ts';

/** Linked Data Signature `Ed25519Signature2018`. The VCDM 1.1 vocabulary knows its words; 2.0 does not. */
export const ed25519Signature2018 = detachedJwsSuite(
  'Ed25519Signature2018',
  'https://w3id.org/security/v2',
  (key) => (key.kty === 'OKP' && key.crv === 'Ed25519' ? ['EdDSA'] : []),
);
