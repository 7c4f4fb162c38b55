import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { idOf, isWebUrl } from './fields.ts';
import type { Badge } from './model.ts';
import { type LinkedDocuments, readOb2 } from './ob2.ts';
import { term } from './terms.ts';

/** A document of the issuer's site that is at hand, and when it was fetched (RFC 3339, UTC). */
export interface DocumentAtHand {
  readonly document: JsonObject;
  readonly asOf: string;
}

/** A document that words of the badge were taken from. */
export interface TakenDocument {
  readonly part: 'badge-class' | 'issuer';
  readonly url: string;
  /** RFC 3339, UTC. */
  readonly asOf: string;
}

export interface Completion {
  readonly badge: Badge;
  readonly taken: readonly TakenDocument[];
  /** Every address that was looked up, found or not: a document there would change the answer. */
  readonly asked: readonly string[];
}

/**
 * A badge of 1.x or 2.x with the words of the badge class and the issuer that it only names, taken from documents at
 * hand; any other badge as it is. The file's own words are never replaced (threat C07). What comes from there is the
 * issuer's site's word, not the file's: whether it may be believed is for the verifier to say.
 */
export function completeBadge(badge: Badge, documentAt: (url: string) => DocumentAtHand | null): Completion {
  const isAssertion = badge.object === 'badge' && /^(1\.0|1\.1|2\.x)$/.test(badge.version);
  if (!isAssertion || badge.source.kind === 'url') return { badge, taken: [], asked: [] };
  const lookup = new Lookup(documentAt);
  const linked = linkedDocuments(badge.source.document, lookup);
  const { taken, asked } = lookup;
  if (taken.length === 0) return { badge, taken, asked };
  const { version, object } = badge;
  const completed = readOb2(badge.source, { version, object }, linked);
  // A picture that the badge came in is shown before those that it names.
  const added = badge.images.filter(({ url }) => !completed.images.some((image) => image.url === url));
  return { badge: { ...completed, images: [...added, ...completed.images] }, taken, asked };
}

/** Takes documents by their addresses and notes each. */
class Lookup {
  readonly taken: TakenDocument[] = [];
  readonly asked: string[] = [];
  readonly #documentAt: (url: string) => DocumentAtHand | null;

  constructor(documentAt: (url: string) => DocumentAtHand | null) {
    this.#documentAt = documentAt;
  }

  /** What lies in the badge, with what it lacks from its own address; null where neither says a thing. */
  part(reference: Json | undefined, part: TakenDocument['part']): JsonObject | null {
    const embedded = reference !== undefined && isJsonObject(reference) ? reference : null;
    if (embedded !== null && term(embedded, 'name') !== undefined) return embedded;
    const url = idOf(reference);
    if (!isWebUrl(url)) return embedded;
    this.asked.push(url);
    const found = this.#documentAt(url);
    if (found === null) return embedded;
    this.taken.push({ part, url, asOf: found.asOf });
    return { ...found.document, ...embedded };
  }
}

function linkedDocuments(assertion: JsonObject, lookup: Lookup): LinkedDocuments {
  const badgeClass = lookup.part(term(assertion, 'badge'), 'badge-class');
  if (badgeClass === null) return {};
  const issuer = lookup.part(term(badgeClass, 'issuer'), 'issuer');
  return { badgeClass, ...(issuer === null ? {} : { issuer }) };
}
