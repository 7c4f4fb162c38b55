import { listOf } from '../badge/fields.ts';
import { parseJson } from '../badge/json-text.ts';
import { concatBytes } from '../bytes.ts';
import { CodedError } from '../errors.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { base58Text } from '../verify/base58.ts';
import { canonicalJson, hasCanonicalJson } from '../verify/canonical-json.ts';
import type { CryptoPort } from '../verify/ports.ts';

/** An Ed25519 key that signs, and what it is called. */
export interface HolderKey {
  /** `did:key:z6Mk…`. */
  readonly did: string;
  /** `did:key:z6Mk…#z6Mk…`. */
  readonly method: string;
  sign(bytes: Uint8Array): Uint8Array | Promise<Uint8Array>;
}

/** What a proof says beside its signature. */
export interface ProofWish {
  /** `authentication` for a presentation, `assertionMethod` for a credential. */
  readonly purpose: 'authentication' | 'assertionMethod';
  /** RFC 3339, UTC. */
  readonly created: string;
  /** What whoever asked for it gave to be signed along; empty: nothing. */
  readonly challenge: string;
  /** For whom alone it is meant, in the words that they gave; empty: for anybody. */
  readonly domain: string;
}

/**
 * The text of a JSON document with a Data Integrity proof at its end (VC Data Integrity 1.0; eddsa-jcs-2022 of Data
 * Integrity EdDSA 1.0, section 3.3). Always this suite: it signs the JSON itself (RFC 8785), so that nothing in the
 * credentials of many issuers is dropped or depends on a vocabulary that somebody may not have. Every other byte of the
 * text stays.
 *
 * @throws CodedError badge/bad-json and those of `parseJson`; input/too-large; export/not-signable for what has no
 *   canonical form
 */
export async function signedText(
  text: string,
  key: HolderKey,
  wish: ProofWish,
  crypto: Pick<CryptoPort, 'digest'>,
): Promise<string> {
  const { value } = parseJson(text);
  if (!isJsonObject(value) || !hasCanonicalJson(value)) throw new CodedError('export/not-signable');
  const options: JsonObject = {
    ...namedContext(value),
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-jcs-2022',
    created: wish.created,
    verificationMethod: key.method,
    proofPurpose: wish.purpose,
    ...(wish.challenge === '' ? {} : { challenge: wish.challenge }),
    ...(wish.domain === '' ? {} : { domain: wish.domain }),
  };
  const digest = (part: Json) => crypto.digest('sha256', canonicalJson(part));
  const signature = await key.sign(concatBytes([digest(options), digest(value)]));
  const proof = { ...options, proofValue: `z${base58Text(signature)}` };
  return `${text.slice(0, text.lastIndexOf('}'))},\n"proof":${JSON.stringify(proof)}}\n`;
}

/**
 * The proof repeats the vocabularies of its document (section 3.3.1, step 2) where they are addresses. One that is written
 * out stands in the document alone, which is signed whole: verifiers that compare the two by identity refuse it otherwise.
 */
function namedContext(document: JsonObject): JsonObject {
  const context = document['@context'];
  const isNamed = context !== undefined && listOf(context).every((entry) => typeof entry === 'string');
  return isNamed ? { '@context': context } : {};
}
