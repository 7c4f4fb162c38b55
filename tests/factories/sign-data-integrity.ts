import { createHash, sign } from 'node:crypto';
import type { Json, JsonObject } from '../../shared/json.ts';
import { base58Text } from '../../shared/verify/base58.ts';
import { canonicalJson } from '../../shared/verify/canonical-json.ts';
import { canonicalRdf } from '../../shared/verify/canonical-rdf.ts';
import type { TestKey } from './keys.ts';
import { derivedProofValue } from './sign-ecdsa-sd.ts';
import { signatureOf } from './sign-jws.ts';

export interface ProofOptions {
  /** Default: `eddsa-rdfc-2022`. Those of `ownTypes` are types of their own. */
  readonly suite?: string;
  readonly method?: string;
  readonly created?: string;
  /** More members of the proof, or others in their place. */
  readonly members?: JsonObject;
  /** Sign even what JSON-LD drops. */
  readonly lenient?: boolean;
  /** What is signed of the document, from its canonical form; left out: that form itself. */
  readonly reordered?: (nquads: string) => string;
  /** The proofs that a chain puts back into the document. */
  readonly previous?: readonly JsonObject[];
  /** Of a `jws`; default: the usual one of the suite and key. */
  readonly algorithm?: string;
}

/** The document with a Data Integrity proof added to those it has. */
export async function signDataIntegrity(
  document: JsonObject,
  key: TestKey,
  options: ProofOptions = {},
): Promise<JsonObject> {
  const proof = await proofOver(document, key, options);
  const earlier = document.proof === undefined ? [] : [document.proof].flat();
  return { ...document, proof: earlier.length === 0 ? proof : [...earlier, proof] } as JsonObject;
}

/** A proof over the document without its proofs. */
export async function proofOver(
  document: JsonObject,
  key: TestKey,
  options: ProofOptions = {},
): Promise<JsonObject> {
  const suite = options.suite ?? 'eddsa-rdfc-2022';
  const isOwnType = Object.hasOwn(ownTypes, suite);
  const config: JsonObject = {
    ...(isOwnType ? { type: suite } : { type: 'DataIntegrityProof', cryptosuite: suite }),
    created: options.created ?? '2026-01-02T03:04:05Z',
    verificationMethod: options.method ?? key.method,
    proofPurpose: 'assertionMethod',
    ...options.members,
  };
  const { proof: _, ...body } = document;
  const unsecured: JsonObject = options.previous === undefined ? body : { ...body, proof: options.previous };
  const isJcs = suite.includes('-jcs-');
  const usesJws = isOwnType && suite !== 'Ed25519Signature2020';
  const hash = key.jwk.crv === 'P-384' && !usesJws ? 'sha384' : 'sha256';
  const canonical = async (value: JsonObject): Promise<string> => {
    if (isJcs) return canonicalJson(value);
    const rdf = await canonicalRdf(value, {
      safe: options.lenient !== true,
      variant: 0,
      hash,
      signal: undefined,
    });
    if (rdf.kind !== 'canonical') throw new Error(`the factory cannot canonicalise: ${JSON.stringify(rdf)}`);
    return rdf.nquads;
  };
  const context: Json = ownTypes[suite] ?? document['@context'] ?? null;
  const configText = await canonical(isJcs ? config : { ...config, '@context': context });
  const { reordered = (nquads) => nquads } = options;
  const documentText = reordered(await canonical(unsecured));
  if (suite === 'ecdsa-sd-2023') {
    return { ...config, proofValue: derivedProofValue(configText, documentText, key) };
  }
  const digest = (text: string) => createHash(hash).update(text).digest();
  const bytes = Buffer.concat([digest(configText), digest(documentText)]);
  if (usesJws) return { ...config, jws: detachedJws(bytes, key, options.algorithm) };
  const signature =
    key.jwk.crv === 'Ed25519'
      ? sign(null, bytes, key.privateKey)
      : sign(hash, bytes, { key: key.privateKey, dsaEncoding: 'ieee-p1363' });
  return { ...config, proofValue: `z${base58Text(signature)}` };
}

/** A JWS with its payload left out and not encoded (RFC 7797). */
export function detachedJws(payload: Uint8Array, key: TestKey, algorithm = algorithmOf(key)): string {
  const header = Buffer.from(JSON.stringify({ alg: algorithm, b64: false, crit: ['b64'] })).toString(
    'base64url',
  );
  const input = Buffer.concat([Buffer.from(`${header}.`), payload]);
  return `${header}..${signatureOf(input, key, algorithm).toString('base64url')}`;
}

function algorithmOf({ jwk }: TestKey): string {
  if (jwk.kty === 'RSA') return 'PS256';
  return jwk.crv === 'Ed25519' ? 'EdDSA' : `ES${String(jwk.crv).slice(2)}`;
}

/** Suites that are types of proof, with the vocabulary of their proof's own words; null: the document's. */
const ownTypes: Readonly<Record<string, string | null>> = {
  Ed25519Signature2020: null,
  Ed25519Signature2018: 'https://w3id.org/security/v2',
  RsaSignature2018: 'https://w3id.org/security/v2',
  JsonWebSignature2020: 'https://w3id.org/security/suites/jws-2020/v1',
};
