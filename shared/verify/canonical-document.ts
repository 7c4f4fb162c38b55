import type { JsonObject } from '../json.ts';
import { type CanonicalOptions, type CanonicalRdf, canonicalRdf } from './canonical-rdf.ts';
import { fastCanonical } from './fast-canonical/fast-canonical.ts';
import type { CryptoPort } from './ports.ts';

/**
 * Canonical N-Quads of a JSON-LD document: in one walk where the document is plain, otherwise by the complete processor,
 * which alone refuses anything. At once where nothing has to be loaded.
 */
export function canonicalDocument(
  document: JsonObject,
  options: CanonicalOptions,
  crypto: CryptoPort,
): CanonicalRdf | Promise<CanonicalRdf> {
  const nquads = options.safe ? fastCanonical(document, options, crypto) : null;
  return nquads instanceof Promise
    ? nquads.then((text) => ownOrComplete(text, document, options))
    : ownOrComplete(nquads, document, options);
}

function ownOrComplete(
  nquads: string | null,
  document: JsonObject,
  options: CanonicalOptions,
): CanonicalRdf | Promise<CanonicalRdf> {
  return nquads === null ? canonicalRdf(document, options) : { kind: 'canonical', nquads, losses: [] };
}
