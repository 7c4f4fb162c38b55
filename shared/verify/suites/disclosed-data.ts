/// <reference path="./ecdsa-sd-modules.d.ts" />
import type { VerifyData } from '@digitalbazaar/ecdsa-sd-2023-cryptosuite';
import { own } from '../../badge/fields.ts';
import type { JsonObject } from '../../json.ts';
import { sortedByCodePoints } from '../code-point-order.ts';
import { bundledContext } from '../contexts.ts';
import { fastCanonical } from '../fast-canonical/fast-canonical.ts';
import type { CryptoPort } from '../ports.ts';
import type { DerivedProof } from './derived-proof.ts';

/** What a derived `ecdsa-sd-2023` proof signs of a document (Data Integrity ECDSA 1.0, section 3.5.8). */
export type DisclosedData = VerifyData;

/**
 * The same that the suite's library makes, from the fast canonical form `nquads` of the document without proof; null
 * where the proof's own words are not plain, it brings vocabularies of its own, or a label is missing: the library decides.
 */
export async function fastDisclosedData(
  nquads: string,
  document: JsonObject,
  proof: JsonObject,
  derived: DerivedProof,
  variant: number,
  crypto: CryptoPort,
  order: StatementOrder = 'units',
): Promise<DisclosedData | null> {
  if (own(proof, '@context') !== undefined) return null;
  const { proofValue: _, ...config } = proof;
  const context = own(document, '@context') ?? null;
  const options = await fastCanonical(
    { '@context': context, ...config },
    { variant, hash: 'sha256' },
    crypto,
  );
  const statements = options === null ? null : relabelled(nquads, derived.labels, order);
  if (options === null || statements === null) return null;
  const mandatoryPlaces = new Set(derived.mandatoryIndexes);
  const mandatory: string[] = [];
  const nonMandatory: string[] = [];
  statements.forEach((statement, place) => {
    if (mandatoryPlaces.has(place)) mandatory.push(statement);
    else nonMandatory.push(statement);
  });
  const { baseSignature, publicKey, signatures } = derived;
  const proofHash = crypto.digest('sha256', options);
  const mandatoryHash = crypto.digest('sha256', mandatory.join(''));
  return { baseSignature, proofHash, publicKey, signatures, nonMandatory, mandatoryHash };
}

/** What statements are sorted by: UTF-16 units, as the usual makers of proofs do, or code points, as RDFC-1.0 has it. */
export type StatementOrder = 'units' | 'code-points';

/** The statements with the proof's labels for blank nodes, sorted anew; null where it has none for one of them. */
function relabelled(
  nquads: string,
  labels: ReadonlyMap<string, string>,
  order: StatementOrder,
): readonly string[] | null {
  let isWhole = true;
  const text = nquads.replace(/_:(\S+)/g, (_, name: string) => {
    const label = labels.get(name);
    if (label === undefined) isWhole = false;
    return `_:${label}`;
  });
  if (!isWhole) return null;
  const lines = text
    .split('\n')
    .slice(0, -1)
    .map((line) => `${line}\n`);
  return order === 'units' ? lines.sort() : sortedByCodePoints(lines);
}

/** What the suite's library makes, from pinned vocabularies alone; null where it refuses. */
export async function libraryDisclosedData(
  document: JsonObject,
  proof: JsonObject,
  variant: number,
): Promise<DisclosedData | null> {
  const { createVerifyCryptosuite } = await import('@digitalbazaar/ecdsa-sd-2023-cryptosuite');
  const cryptosuite = createVerifyCryptosuite();
  const documentLoader = async (url: string) => {
    const context = bundledContext(url, variant);
    if (context === null) throw new Error('context not bundled');
    return { contextUrl: null, documentUrl: url, document: context };
  };
  try {
    return await cryptosuite.createVerifyData({ cryptosuite, document, proof, documentLoader });
  } catch {
    return null;
  }
}
