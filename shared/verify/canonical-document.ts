import type { JsonObject } from '../json.ts';
import { type CanonicalOptions, type CanonicalRdf, canonicalRdf } from './canonical-rdf.ts';
import { fastCanonical } from './fast-canonical/fast-canonical.ts';
import type { CryptoPort } from './ports.ts';

/**
 * Canonical N-Quads of a JSON-LD document: in one walk where the document is plain, otherwise by the complete processor,
 * which alone refuses anything.
 */
export async function canonicalDocument(
  document: JsonObject,
  options: CanonicalOptions,
  crypto: CryptoPort,
): Promise<CanonicalRdf> {
  const nquads = options.safe ? await fastCanonical(document, options, crypto) : null;
  return nquads === null ? canonicalRdf(document, options) : { kind: 'canonical', nquads, losses: [] };
}
