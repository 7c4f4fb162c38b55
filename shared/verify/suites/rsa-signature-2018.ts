import { detachedJwsSuite } from './detached-jws.ts';

/** Linked Data Signature `RsaSignature2018`: PKCS#1 v1.5, and PSS as some issuers made it. */
export const rsaSignature2018 = detachedJwsSuite('RsaSignature2018', 'https://w3id.org/security/v2', (key) =>
  key.kty === 'RSA' ? ['RS256', 'PS256'] : [],
);
