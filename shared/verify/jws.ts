import { own } from '../badge/fields.ts';
import type { JwsParts } from '../badge/jws-text.ts';
import { keyFits } from './jwk.ts';
import type { CryptoPort, PublicJwk, SignatureAlgorithm } from './ports.ts';

/** What the header's `alg` allows. */
export type AlgorithmAnswer =
  | { readonly kind: 'algorithm'; readonly algorithm: SignatureAlgorithm }
  /** `none` and shared secrets: no proof at all, whoever accepts them. Threats A01, A02. */
  | { readonly kind: 'forbidden'; readonly name: string }
  | { readonly kind: 'unsupported'; readonly name: string };

/** Reads the algorithm of a JWS header by a fixed list (RFC 7518, RFC 8037, RFC 8812, RFC 9864). */
export function algorithmOf(parts: Pick<JwsParts, 'header'>): AlgorithmAnswer {
  const name = own(parts.header, 'alg');
  if (typeof name !== 'string') return { kind: 'forbidden', name: '' };
  if (name === 'Ed25519') return { kind: 'algorithm', algorithm: 'EdDSA' };
  const known = algorithms.find((algorithm) => algorithm === name);
  if (known !== undefined) return { kind: 'algorithm', algorithm: known };
  return { kind: /^(none|hs\d*)$/i.test(name) ? 'forbidden' : 'unsupported', name };
}

/**
 * True when the signature of a compact JWS holds under this key, which must be of the algorithm's own kind and sound. How
 * strong an RSA key is stays the caller's question.
 */
export function isJwsSignedBy(
  parts: JwsParts,
  algorithm: SignatureAlgorithm,
  key: PublicJwk,
  crypto: CryptoPort,
): boolean | Promise<boolean> {
  if (parts.signature.length === 0 || !keyFits(algorithm, key)) return false;
  return crypto.verify(algorithm, key, parts.signature, parts.signingInput);
}

const algorithms: readonly SignatureAlgorithm[] = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'ES256K',
  'EdDSA',
];
