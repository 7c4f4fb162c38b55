/// <reference path="./oracle-modules.d.ts" />
import { sign } from 'node:crypto';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as ecdsaJcs from '@digitalbazaar/ecdsa-jcs-2019-cryptosuite';
import * as ecdsaRdfc from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import * as ecdsaSd from '@digitalbazaar/ecdsa-sd-2023-cryptosuite';
import { Ed25519Signature2018 } from '@digitalbazaar/ed25519-signature-2018';
import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020';
import * as eddsaJcs from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import * as eddsaRdfc from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import signatures from 'jsonld-signatures';
import type { JsonObject } from '../../shared/json.ts';
import { bundledContext } from '../../shared/verify/contexts.ts';
import { ecKey, ed25519Key, type TestKey } from '../factories/keys.ts';

/** A suite that others publish too, with keys that it takes. */
export interface OracleCase {
  readonly name: string;
  readonly suite: string;
  readonly key: TestKey;
}

export const oracleCases: readonly OracleCase[] = [
  { name: 'eddsa-rdfc-2022', suite: 'eddsa-rdfc-2022', key: ed25519Key(1) },
  { name: 'eddsa-jcs-2022', suite: 'eddsa-jcs-2022', key: ed25519Key(1) },
  { name: 'ecdsa-rdfc-2019 P-256', suite: 'ecdsa-rdfc-2019', key: ecKey('P-256', 3) },
  { name: 'ecdsa-rdfc-2019 P-384', suite: 'ecdsa-rdfc-2019', key: ecKey('P-384', 3) },
  { name: 'ecdsa-jcs-2019 P-256', suite: 'ecdsa-jcs-2019', key: ecKey('P-256', 3) },
  { name: 'ecdsa-jcs-2019 P-384', suite: 'ecdsa-jcs-2019', key: ecKey('P-384', 3) },
  { name: 'Ed25519Signature2020', suite: 'Ed25519Signature2020', key: ed25519Key(1) },
  { name: 'Ed25519Signature2018', suite: 'Ed25519Signature2018', key: ed25519Key(1) },
];

const date = '2026-01-02T03:04:05Z';

/**
 * The credential signed by the published suite, with the proof's method at the key's own DID; with a challenge a
 * presentation, by whoever holds it.
 */
export async function signedByOracle(
  document: JsonObject,
  { suite, key }: OracleCase,
  challenge: string | null = null,
): Promise<JsonObject> {
  const signer = signerOf(key, key.method);
  const signing = options(signingSuite(suite, signer), key, challenge);
  return asJson(await signatures.sign(structuredClone(document), signing));
}

/** Whether the published suite accepts the credential, and what it says if not. */
export async function verifiedByOracle(
  signed: JsonObject,
  { suite, key }: OracleCase,
  challenge: string | null = null,
  domain?: string,
): Promise<{ readonly isVerified: boolean; readonly why: string }> {
  const verifying = options(verifyingSuite(suite), key, challenge, domain);
  const answer = await signatures.verify(structuredClone(signed), verifying);
  return { isVerified: answer.verified, why: answer.error?.errors?.map(String).join('; ') ?? '' };
}

/** A credential with a base proof of which some statements are mandatory (JSON pointers). */
export async function basedByOracle(
  document: JsonObject,
  key: TestKey,
  mandatoryPointers: readonly string[],
): Promise<JsonObject> {
  const cryptosuite = ecdsaSd.createSignCryptosuite({ mandatoryPointers });
  const suite = new DataIntegrityProof({ cryptosuite, signer: signerOf(key, key.method), date });
  return asJson(await signatures.sign(structuredClone(document), options(suite, key)));
}

/** What its owner shows of it. */
export async function derivedByOracle(
  based: JsonObject,
  key: TestKey,
  selectivePointers: readonly string[],
): Promise<JsonObject> {
  const suite = new DataIntegrityProof({
    cryptosuite: ecdsaSd.createDiscloseCryptosuite({ selectivePointers }),
  });
  return asJson(await signatures.derive(structuredClone(based), options(suite, key)));
}

function options(
  suite: OracleSuite,
  key: TestKey,
  challenge: string | null = null,
  domain?: string,
): OracleOptions {
  const { AssertionProofPurpose, AuthenticationProofPurpose } = signatures.purposes;
  const purpose =
    challenge === null
      ? new AssertionProofPurpose()
      : new AuthenticationProofPurpose({ challenge, ...(domain === undefined ? {} : { domain }) });
  return { suite, purpose, documentLoader: async (url) => loaded(url, keyDocument(url, key)) };
}

function loaded(url: string, known: object | null): OracleLoaded {
  const document = known ?? bundledContext(url, 0);
  if (document === null) throw new Error(`not at hand: ${url}`);
  return { contextUrl: null, documentUrl: url, document };
}

/** The document of the key's DID, and the one of its method in a form that each suite reads. */
function keyDocument(url: string, key: TestKey): object | null {
  if (!url.startsWith(key.did)) return null;
  const isEd25519 = key.jwk.crv === 'Ed25519';
  const context = isEd25519
    ? 'https://w3id.org/security/suites/ed25519-2020/v1'
    : 'https://w3id.org/security/multikey/v1';
  const method = {
    '@context': context,
    id: key.method,
    type: isEd25519 ? 'Ed25519VerificationKey2020' : 'Multikey',
    controller: key.did,
    publicKeyMultibase: key.multikey,
  };
  if (url.includes('#')) return method;
  return {
    '@context': ['https://www.w3.org/ns/did/v1', context],
    id: key.did,
    verificationMethod: [method],
    assertionMethod: [key.method],
    authentication: [key.method],
  };
}

function signerOf(key: TestKey, id: string): OracleSigner {
  const algorithm = key.jwk.crv ?? '';
  return {
    id,
    algorithm,
    async sign({ data }) {
      if (algorithm === 'Ed25519') return new Uint8Array(sign(null, data, key.privateKey));
      const hash = algorithm === 'P-384' ? 'sha384' : 'sha256';
      return new Uint8Array(sign(hash, data, { key: key.privateKey, dsaEncoding: 'ieee-p1363' }));
    },
  };
}

function signingSuite(suite: string, signer: OracleSigner): OracleSuite {
  if (suite === 'Ed25519Signature2020') return new Ed25519Signature2020({ signer, date });
  if (suite === 'Ed25519Signature2018') return new Ed25519Signature2018({ signer, date });
  const cryptosuite = {
    'eddsa-rdfc-2022': eddsaRdfc.cryptosuite,
    'ecdsa-rdfc-2019': ecdsaRdfc.cryptosuite,
    'eddsa-jcs-2022': eddsaJcs.createSignCryptosuite(),
    'ecdsa-jcs-2019': ecdsaJcs.createSignCryptosuite(),
  }[suite];
  if (cryptosuite === undefined) throw new Error(`no oracle for ${suite}`);
  return new DataIntegrityProof({ cryptosuite, signer, date });
}

function verifyingSuite(suite: string): OracleSuite {
  if (suite === 'Ed25519Signature2020') return new Ed25519Signature2020();
  if (suite === 'Ed25519Signature2018') return new Ed25519Signature2018();
  const cryptosuite = {
    'eddsa-rdfc-2022': eddsaRdfc.cryptosuite,
    'ecdsa-rdfc-2019': ecdsaRdfc.cryptosuite,
    'eddsa-jcs-2022': eddsaJcs.createVerifyCryptosuite(),
    'ecdsa-jcs-2019': ecdsaJcs.createVerifyCryptosuite(),
    'ecdsa-sd-2023': ecdsaSd.createVerifyCryptosuite(),
  }[suite];
  if (cryptosuite === undefined) throw new Error(`no oracle for ${suite}`);
  return new DataIntegrityProof({ cryptosuite });
}

function asJson(value: object): JsonObject {
  return JSON.parse(JSON.stringify(value));
}
