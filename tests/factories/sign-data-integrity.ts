import { createHash, sign } from 'node:crypto';
import type { JsonObject } from '../../shared/json.ts';
import { base58Text } from '../../shared/verify/base58.ts';
import { canonicalJson } from '../../shared/verify/canonical-json.ts';
import { canonicalRdf } from '../../shared/verify/canonical-rdf.ts';
import type { TestKey } from './keys.ts';

export interface ProofOptions {
  /** Default: `eddsa-rdfc-2022`. `Ed25519Signature2020` is a type of its own. */
  readonly suite?: string;
  readonly method?: string;
  readonly created?: string;
  /** More members of the proof, or others in their place. */
  readonly members?: JsonObject;
  /** Sign even what JSON-LD drops. */
  readonly lenient?: boolean;
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
  const isOwnType = suite === 'Ed25519Signature2020';
  const config: JsonObject = {
    ...(isOwnType ? { type: suite } : { type: 'DataIntegrityProof', cryptosuite: suite }),
    created: options.created ?? '2026-01-02T03:04:05Z',
    verificationMethod: options.method ?? key.method,
    proofPurpose: 'assertionMethod',
    ...options.members,
  };
  const { proof: _, ...unsecured } = document;
  const hash = key.jwk.crv === 'P-384' ? 'sha384' : 'sha256';
  const canonical = async (value: JsonObject): Promise<string> => {
    if (suite.includes('-jcs-')) return canonicalJson(value);
    const safe = options.lenient !== true;
    const rdf = await canonicalRdf(value, { safe, variant: 0, hash, signal: undefined });
    if (rdf.kind !== 'canonical') throw new Error(`the factory cannot canonicalise: ${JSON.stringify(rdf)}`);
    return rdf.nquads;
  };
  const context = document['@context'] ?? null;
  const configText = await canonical(suite.includes('-jcs-') ? config : { ...config, '@context': context });
  const digest = (text: string) => createHash(hash).update(text).digest();
  const bytes = Buffer.concat([digest(configText), digest(await canonical(unsecured))]);
  const signature =
    key.jwk.crv === 'Ed25519'
      ? sign(null, bytes, key.privateKey)
      : sign(hash, bytes, { key: key.privateKey, dsaEncoding: 'ieee-p1363' });
  return { ...config, proofValue: `z${base58Text(signature)}` };
}
