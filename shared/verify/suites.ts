import { own } from '../badge/fields.ts';
import type { JsonObject } from '../json.ts';
import type { PublicJwk, SignatureAlgorithm } from './ports.ts';

/** How a Data Integrity suite makes and signs its bytes (standards 3.4). */
export interface Suite {
  readonly name: string;
  readonly canonicalization: 'rdfc' | 'jcs';
  readonly curves: readonly string[];
}

export type SuiteAnswer =
  | { readonly kind: 'suite'; readonly suite: Suite }
  | { readonly kind: 'unsupported'; readonly name: string };

/** The suite of a proof by its `cryptosuite`, or by its type for those that are types of their own. */
export function suiteOf(proof: JsonObject): SuiteAnswer {
  const type = own(proof, 'type');
  const name = type === 'DataIntegrityProof' ? own(proof, 'cryptosuite') : type;
  if (typeof name !== 'string') return { kind: 'unsupported', name: 'unnamed' };
  const suite = suites.find((candidate) => candidate.name === name);
  const isOwnType = name === 'Ed25519Signature2020';
  if (suite === undefined || isOwnType !== (type !== 'DataIntegrityProof'))
    return { kind: 'unsupported', name };
  return { kind: 'suite', suite };
}

/** The signature algorithm and hash that a suite uses with this key; null when the key is not of its kind. */
export function algorithmFor(
  suite: Suite,
  key: PublicJwk,
): {
  readonly algorithm: SignatureAlgorithm;
  readonly hash: 'sha256' | 'sha384';
  readonly bytes: number;
} | null {
  if (key.crv === undefined || !suite.curves.includes(key.crv)) return null;
  if (key.crv === 'Ed25519') return { algorithm: 'EdDSA', hash: 'sha256', bytes: 64 };
  if (key.crv === 'P-256') return { algorithm: 'ES256', hash: 'sha256', bytes: 64 };
  return key.crv === 'P-384' ? { algorithm: 'ES384', hash: 'sha384', bytes: 96 } : null;
}

const suites: readonly Suite[] = [
  { name: 'eddsa-rdfc-2022', canonicalization: 'rdfc', curves: ['Ed25519'] },
  { name: 'eddsa-2022', canonicalization: 'rdfc', curves: ['Ed25519'] },
  { name: 'eddsa-jcs-2022', canonicalization: 'jcs', curves: ['Ed25519'] },
  { name: 'ecdsa-rdfc-2019', canonicalization: 'rdfc', curves: ['P-256', 'P-384'] },
  { name: 'ecdsa-jcs-2019', canonicalization: 'jcs', curves: ['P-256', 'P-384'] },
  { name: 'Ed25519Signature2020', canonicalization: 'rdfc', curves: ['Ed25519'] },
];
