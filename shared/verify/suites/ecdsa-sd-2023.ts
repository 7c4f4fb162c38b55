import { own } from '../../badge/fields.ts';
import { base64UrlBytes } from '../../base64.ts';
import { concatBytes, hasBytesAt, utf8Bytes } from '../../bytes.ts';
import { isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { limits } from '../../limits.ts';
import { canonicalRdf } from '../canonical-rdf.ts';
import { inCodePointOrder, mayHaveTwoOrders } from '../code-point-order.ts';
import { fastCanonical } from '../fast-canonical/fast-canonical.ts';
import type { PublicJwk } from '../ports.ts';
import { type DerivedProof, readDerivedProof } from './derived-proof.ts';
import { type DisclosedData, fastDisclosedData, libraryDisclosedData } from './disclosed-data.ts';
import { noSeal, type SealedQuestion, type Statement, type Statements, type Suite } from './suite.ts';

const name = 'ecdsa-sd-2023';

/**
 * Selective disclosure with P-256 (Data Integrity ECDSA 1.0, section 3.5). A derived proof shows some of what the issuer
 * signed, each statement by its own signature under a key that the issuer's key vouches for. A base proof holds what lets
 * its owner derive others, and is none to show: it is refused by name.
 */
export const ecdsaSd2023: Suite = {
  name,
  isOwnType: false,
  canonicalization: 'rdfc',
  carrier: 'proofValue',
  ownContext: null,
  isSelective: true,
  refusal: (proof) => {
    const bytes = bytesOf(proof);
    return bytes !== null && hasBytesAt(bytes, 0, basePrefix) ? 'proof/base-proof' : null;
  },
  async seal(proof, key) {
    if (key.crv !== 'P-256') return noSeal('key/other-kind');
    const bytes = bytesOf(proof);
    const isDerived = bytes !== null && hasBytesAt(bytes, 0, derivedPrefix);
    const derived = isDerived ? await readDerivedProof(bytes.subarray(derivedPrefix.length)) : null;
    if (derived === null) return noSeal('proof/bad-value', 'its signature has the wrong form');
    return { kind: 'seal', statements: (question) => statementsOf(question, derived, key) };
  },
};

function bytesOf(proof: JsonObject): Uint8Array | null {
  const value = own(proof, 'proofValue');
  return typeof value === 'string' && value.startsWith('u') ? base64UrlBytes(value.slice(1)) : null;
}

const basePrefix = [0xd9, 0x5d, 0x00];
const derivedPrefix = [0xd9, 0x5d, 0x01];

async function statementsOf(
  question: SealedQuestion,
  derived: DerivedProof,
  key: PublicJwk,
): Promise<Statements> {
  const { document, proof, crypto, variant } = question;
  const { proof: _, ...body } = document;
  const unsecured: JsonObject = question.previous.length === 0 ? body : { ...body, proof: question.previous };
  if (namesBlankNode(unsecured) || namesBlankNode(proof))
    return unprocessable('a text in it looks like a label');
  const quick = await fastCanonical(unsecured, { variant, hash: 'sha256' }, crypto);
  const plain = quick === null ? await completeCanonical(question, unsecured) : quick;
  if (typeof plain !== 'string') return plain;
  const count = plain.split('\n').length - 1;
  if (count > limits.disclosedStatements) return { kind: 'failed', code: 'proof/too-complex', what: '' };
  if (!derived.mandatoryIndexes.every((index) => index < count)) return { kind: 'unfit' };
  const data =
    (quick === null ? null : await fastDisclosedData(quick, unsecured, proof, derived, variant, crypto)) ??
    (await libraryDisclosedData(unsecured, proof, variant));
  if (data === null) return unprocessable('it is not built as its suite says');
  const usual = statementsIn(data, derived, count, key);
  if (usual === null) return { kind: 'unfit' };
  const ways = { kind: 'statements', unsignedPaths: [] } as const;
  if (!mayHaveTwoOrders(plain)) return { ...ways, ways: [usual], isComplete: true };
  const ordered = await inCodePointOrder(plain, { hash: 'sha256', signal: question.signal }, crypto);
  const other =
    ordered && (await fastDisclosedData(ordered, unsecured, proof, derived, variant, crypto, 'code-points'));
  const exact = other && statementsIn(other, derived, count, key);
  return exact
    ? { ...ways, ways: [usual, exact], isComplete: true }
    : { ...ways, ways: [usual], isComplete: false };
}

/** What the keys must have signed; null where the proof has not one signature for each of the statements. */
function statementsIn(
  data: DisclosedData,
  derived: DerivedProof,
  count: number,
  key: PublicJwk,
): readonly Statement[] | null {
  const { nonMandatory, signatures } = data;
  const isWhole =
    nonMandatory.length === signatures.length &&
    nonMandatory.length + derived.mandatoryIndexes.length === count;
  if (!isWhole || nonMandatory.some((text) => text.includes('_:undefined'))) return null;
  const base = {
    algorithm: 'ES256',
    key,
    signature: data.baseSignature,
    data: [concatBytes([data.proofHash, data.publicKey, data.mandatoryHash])],
  } as const;
  const each = nonMandatory.map(
    (text, index): Statement => ({
      algorithm: 'ES256',
      key: derived.statementKey,
      signature: signatures[index] ?? new Uint8Array(),
      data: [utf8Bytes(text)],
    }),
  );
  return [base, ...each];
}

/** The canonical form by the complete processor in safe mode, or why there are no statements. */
async function completeCanonical(
  { variant, signal, work }: SealedQuestion,
  unsecured: JsonObject,
): Promise<string | Statements> {
  const rdf = await canonicalRdf(unsecured, { variant, hash: 'sha256', safe: true, signal, work });
  switch (rdf.kind) {
    case 'canonical':
      return rdf.nquads;
    case 'too-complex':
      return { kind: 'failed', code: 'proof/too-complex', what: '' };
    case 'invalid':
      return unprocessable(rdf.what);
    case 'lossy':
      return unprocessable('it uses words that no vocabulary of it knows');
  }
}

/**
 * True when a text or a name in the document contains what looks like a blank node's label: the library replaces labels
 * by text, within literals too, so that two different texts would count as one.
 */
function namesBlankNode(value: Json): boolean {
  if (typeof value === 'string') return value.includes('_:');
  if (Array.isArray(value)) return value.some((entry: Json) => namesBlankNode(entry));
  if (!isJsonObject(value)) return false;
  return Object.entries(value).some(([key, member]) => key.includes('_:') || namesBlankNode(member));
}

function unprocessable(what: string): Statements {
  return { kind: 'failed', code: 'proof/not-processable', what };
}
