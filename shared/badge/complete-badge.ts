import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { idOf } from './fields.ts';
import type { Badge } from './model.ts';
import { type LinkedDocuments, readOb2 } from './ob2.ts';
import { term } from './terms.ts';

/**
 * A badge of 1.x or 2.x with the words of the badge class and the issuer that it only names, taken from documents at
 * hand; any other badge as it is. What comes from there is the issuer's site's word, not the file's: whether it may be
 * believed is for the verifier to say.
 */
export function completeBadge(badge: Badge, documentAt: (url: string) => JsonObject | null): Badge {
  const isAssertion = badge.object === 'badge' && /^(1\.0|1\.1|2\.x)$/.test(badge.version);
  if (!isAssertion || badge.source.kind === 'url') return badge;
  const linked = linkedDocuments(badge.source.document, documentAt);
  if (linked.badgeClass === undefined) return badge;
  const { version, object } = badge;
  return readOb2(badge.source, { version, object }, linked);
}

type Lookup = (url: string) => JsonObject | null;

function linkedDocuments(assertion: JsonObject, documentAt: Lookup): LinkedDocuments {
  const badgeClass = embeddedOrAt(term(assertion, 'badge'), documentAt);
  if (badgeClass === null) return {};
  const issuer = embeddedOrAt(term(badgeClass, 'issuer'), documentAt);
  return { badgeClass, ...(issuer === null ? {} : { issuer }) };
}

function embeddedOrAt(reference: Json | undefined, documentAt: Lookup): JsonObject | null {
  if (reference !== undefined && isJsonObject(reference)) return reference;
  const id = idOf(reference);
  return id === null ? null : documentAt(id);
}
