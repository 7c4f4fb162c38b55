import { listOf, own } from '../badge/fields.ts';
import { concatBytes } from '../bytes.ts';
import type { Json, JsonObject } from '../json.ts';
import type { CheckCode } from '../text/checks.ts';
import { canonicalDocument } from './canonical-document.ts';
import { canonicalJson, hasCanonicalJson } from './canonical-json.ts';
import type { CanonicalRdf } from './canonical-rdf.ts';
import { inCodePointOrder, mayHaveTwoOrders } from './code-point-order.ts';
import { contextsOfDocument } from './contexts.ts';
import type { CryptoPort } from './ports.ts';
import type { Suite } from './suites/suite.ts';
import { unsignedPaths } from './unsigned-paths.ts';
import type { WorkLeft } from './work-left.ts';

/** The bytes that a proof signs, with what of the document they leave out; or why there are none. */
export type SignedBytes =
  | {
      readonly kind: 'bytes';
      /**
       * Any one of these, where makers of proofs differ: by the suite's own vocabulary for the words of its proof, or with
       * the document in the order of code points.
       */
      readonly data: readonly Uint8Array[];
      /** False where the other order took too long, so that what is signed by none of these may still be signed. */
      readonly isComplete: boolean;
      readonly unsignedPaths: readonly string[];
    }
  | { readonly kind: 'lossy' }
  | { readonly kind: 'failed'; readonly code: CheckCode; readonly what: string };

export interface SignedBytesOptions {
  readonly hash: 'sha256' | 'sha384';
  readonly safe: boolean;
  readonly variant: number;
  readonly signal: AbortSignal | undefined;
  readonly work?: WorkLeft | undefined;
}

/** The parts of a suite that its bytes depend on. */
export type SigningSuite = Pick<Suite, 'canonicalization' | 'carrier' | 'ownContext'>;

/**
 * H(proof options) ‖ H(document), as the Data Integrity suites sign it. `previous` are the complete proofs that a proof
 * chain puts back into the document (Data Integrity, "Verify Proof Sets and Chains").
 */
export function signedBytes(
  document: JsonObject,
  proof: JsonObject,
  previous: readonly JsonObject[],
  suite: SigningSuite,
  crypto: CryptoPort,
  options: SignedBytesOptions,
): SignedBytes | Promise<SignedBytes> {
  const body = withoutMember(document, 'proof');
  const unsecured: JsonObject = previous.length === 0 ? body : { ...body, proof: previous };
  return suite.canonicalization === 'jcs'
    ? jcsBytes(unsecured, proof, crypto, options)
    : rdfcBytes(unsecured, proof, suite, crypto, options);
}

async function rdfcBytes(
  unsecured: JsonObject,
  proof: JsonObject,
  suite: SigningSuite,
  crypto: CryptoPort,
  options: SignedBytesOptions,
): Promise<SignedBytes> {
  const inSafeMode = { ...options, safe: true };
  const canonicalConfig = (context: Json) =>
    canonicalDocument(withContext(withoutMember(proof, suite.carrier), context), inSafeMode, crypto);
  const byDocument = await canonicalConfig(own(unsecured, '@context') ?? null);
  const byOwn = suite.ownContext === null ? byDocument : await canonicalConfig(suite.ownContext);
  const [usual, other] = byDocument.kind === 'canonical' ? [byDocument, byOwn] : [byOwn, byOwn];
  if (usual.kind === 'lossy')
    return { kind: 'failed', code: 'proof/not-processable', what: 'the proof uses unknown words' };
  if (usual.kind !== 'canonical') return failed(usual);
  const documentRdf = await canonicalDocument(unsecured, options, crypto);
  if (documentRdf.kind === 'lossy') return { kind: 'lossy' };
  if (documentRdf.kind !== 'canonical') return failed(documentRdf);
  const digest = (text: string) => crypto.digest(options.hash, text);
  const isOther = other.kind === 'canonical' && other.nquads !== usual.nquads;
  const configs = (isOther ? [usual, other] : [usual]).map(({ nquads }) => digest(nquads));
  const { nquads } = documentRdf;
  const ordered = mayHaveTwoOrders(nquads) ? await inCodePointOrder(nquads, options, crypto) : nquads;
  const bodies = [...new Set([nquads, ordered ?? nquads])].map(digest);
  return {
    kind: 'bytes',
    data: bodies.flatMap((body) => configs.map((config) => concatBytes([config, body]))),
    isComplete: ordered !== null,
    unsignedPaths: unsignedPaths(unsecured, documentRdf.losses),
  };
}

function jcsBytes(
  unsecured: JsonObject,
  proof: JsonObject,
  crypto: CryptoPort,
  options: SignedBytesOptions,
): SignedBytes {
  const config = withoutMember(proof, 'proofValue');
  if (!hasCanonicalJson(config) || !hasCanonicalJson(unsecured)) {
    return { kind: 'failed', code: 'proof/not-processable', what: 'it has a number or a text out of range' };
  }
  const proofContext = own(proof, '@context');
  if (proofContext !== undefined && !startsWith(own(unsecured, '@context'), proofContext)) {
    return {
      kind: 'failed',
      code: 'proof/not-processable',
      what: 'its vocabulary is not the one that was signed',
    };
  }
  const added =
    proofContext === undefined ? [] : listOf(own(unsecured, '@context')).slice(listOf(proofContext).length);
  const addition = contextsOfDocument({ '@context': added });
  if (addition.kind === 'inline') return { kind: 'failed', code: 'proof/context-inline', what: '' };
  if (addition.kind === 'unknown') {
    return {
      kind: 'failed',
      code: 'proof/not-processable',
      what: 'a vocabulary was added that is not known',
    };
  }
  const body = proofContext === undefined ? unsecured : { ...unsecured, '@context': proofContext };
  const digest = (value: Json) => crypto.digest(options.hash, canonicalJson(value));
  const data = [concatBytes([digest(config), digest(body)])];
  return { kind: 'bytes', data, isComplete: true, unsignedPaths: [] };
}

function startsWith(context: Json | undefined, beginning: Json): boolean {
  const whole = listOf(context);
  return listOf(beginning).every(
    (entry, index) => canonicalJson(entry) === canonicalJson(whole[index] ?? null),
  );
}

function failed(answer: Exclude<CanonicalRdf, { kind: 'canonical' } | { kind: 'lossy' }>): SignedBytes {
  if (answer.kind === 'too-complex') return { kind: 'failed', code: 'proof/too-complex', what: '' };
  return { kind: 'failed', code: 'proof/not-processable', what: answer.what };
}

/** Member by member, since a rest pattern takes ten times as long. No member is `__proto__`: readers refuse it. */
function withoutMember(object: JsonObject, name: string): Record<string, Json> {
  const others: Record<string, Json> = {};
  for (const key of Object.keys(object)) {
    const value = object[key];
    if (key !== name && value !== undefined) others[key] = value;
  }
  return others;
}

function withContext(object: Record<string, Json>, context: Json): JsonObject {
  object['@context'] = context;
  return object;
}
