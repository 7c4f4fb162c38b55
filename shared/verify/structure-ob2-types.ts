import { listOf, own } from '../badge/fields.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { StructureRules } from './structure-rules.ts';

/**
 * Every type of an Open Badges 2.x object is a class of the standard, a word that the document's own context defines, or an
 * IRI (VALIDATE_RDF_TYPE_PROPERTY): any other word names nothing. Under a foreign context nothing can be said.
 */
export function checkKnownTypes(document: JsonObject, what: string, rules: StructureRules): void {
  const contexts = listOf(own(document, '@context'));
  if (contexts.some((context) => typeof context === 'string' && !isOwnContext(context))) return;
  const defined = contexts.filter(isJsonObject);
  for (const type of listOf(own(document, 'type') ?? own(document, '@type'))) {
    const isKnown = typeof type === 'string' && isDefined(type, defined);
    rules.must(isKnown, 'known-types', 'structure/unknown-type', what, { word: wordOf(type) });
  }
}

function isDefined(type: string, contexts: readonly JsonObject[]): boolean {
  if (classes.has(type) || /^[a-z][a-z0-9+.-]*:[^\s]+$/i.test(type)) return true;
  return contexts.some((context) => Object.hasOwn(context, type) || Object.hasOwn(context, '@vocab'));
}

/** The contexts of Open Badges 1.1 to 2.1 and those of its published extensions. */
function isOwnContext(url: string): boolean {
  return (
    /^https?:\/\/(www\.)?(w3id\.org\/openbadges|openbadgespec\.org)\//.test(url) ||
    /^https?:\/\/purl\.imsglobal\.org\/spec\/ob\/v2p[01]\//.test(url)
  );
}

function wordOf(type: Json): string {
  return typeof type === 'string' ? type : typeof type;
}

/** The classes that the context of Open Badges 2.0 defines, with the older names. */
const classes: ReadonlySet<string> = new Set([
  'AlignmentObject',
  'Assertion',
  'BadgeClass',
  'Criteria',
  'CryptographicKey',
  'Endorsement',
  'Evidence',
  'Extension',
  'FrameValidation',
  'HostedBadge',
  'IdentityObject',
  'Image',
  'Issuer',
  'IssuerOrg',
  'Profile',
  'RevocationList',
  'SignedBadge',
  'TypeValidation',
  'VerificationObject',
  'hosted',
  'signed',
]);
