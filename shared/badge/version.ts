import { isJsonObject, type JsonObject } from '../json.ts';
import { objectsOf, own, ownList } from './fields.ts';
import type { BadgeObject, BadgeVersion } from './model.ts';
import { contextsOf, term, typesOf } from './terms.ts';

/** Which standard a JSON object follows, and what it is within it. */
export interface Classified {
  readonly version: BadgeVersion;
  readonly object: BadgeObject;
}

const credentialsV1 = 'https://www.w3.org/2018/credentials/v1';
const credentialsV2 = 'https://www.w3.org/ns/credentials/v2';

/**
 * Finds out what a parsed object is, from `@context`, `type` and shape alone; null when it is nothing that we know.
 * The rules of the official validators of Open Badges 2.0 and 3.0, joined: a credentials context or type wins over an
 * Open Badges one, and without any context the shape tells 0.5 from 1.0.
 */
export function classify(document: JsonObject): Classified | null {
  const contexts = contextsOf(document);
  const types = typesOf(document);
  if (isCredential(contexts, types)) return credential(document, contexts, types);
  if (contexts.some(isOpenBadges2)) return legacy(document, types, '2.x');
  if (contexts.some((context) => /^https?:\/\/w3id\.org\/openbadges\/v1$/.test(context))) {
    return legacy(document, types, '1.1');
  }
  if (Object.hasOwn(document, '@context')) return unknownContext(document, types);
  return withoutContext(document);
}

/** True for the data model 2.0 of verifiable credentials; its context anywhere in `@context` decides. */
export function isDataModel2(document: JsonObject): boolean {
  return contextsOf(document).includes(credentialsV2);
}

function isCredential(contexts: readonly string[], types: readonly string[]): boolean {
  return (
    contexts.some((context) => context === credentialsV1 || context === credentialsV2) ||
    types.some((type) => type === 'VerifiableCredential' || type === 'VerifiablePresentation')
  );
}

function credential(
  document: JsonObject,
  contexts: readonly string[],
  types: readonly string[],
): Classified | null {
  const plain = contexts.includes(credentialsV2) ? 'vc-2.0' : 'vc-1.1';
  if (types.includes('VerifiablePresentation')) return { version: plain, object: 'container' };
  if (types.includes('ClrCredential')) return { version: 'clr-2.0', object: 'container' };
  if (types.includes('OpenBadgeCredential') || types.includes('AchievementCredential')) {
    return { version: '3.0', object: 'badge' };
  }
  if (types.includes('EndorsementCredential')) return { version: '3.0', object: 'endorsement' };
  if (isStatusList(document, types)) return { version: plain, object: 'status-list' };
  if (Object.hasOwn(document, 'verifiableCredential')) return { version: plain, object: 'container' };
  return { version: plain, object: 'credential' };
}

function isStatusList(document: JsonObject, types: readonly string[]): boolean {
  const listTypes = [
    'BitstringStatusListCredential',
    'StatusList2021Credential',
    'RevocationList2020Credential',
  ];
  if (types.some((type) => listTypes.includes(type))) return true;
  return objectsOf(own(document, 'credentialSubject')).some(
    (subject) =>
      Object.hasOwn(subject, 'encodedList') ||
      typesOf(subject).some((type) => type === 'BitstringStatusList' || type === 'StatusList2021'),
  );
}

function isOpenBadges2(context: string): boolean {
  return (
    /^https?:\/\/w3id\.org\/openbadges\/v2$/.test(context) ||
    /^https?:\/\/openbadgespec\.org\/v2\/context\.json$/.test(context) ||
    /^https?:\/\/purl\.imsglobal\.org\/spec\/ob\/v2p[01]\//.test(context)
  );
}

function legacy(document: JsonObject, types: readonly string[], version: '1.1' | '2.x'): Classified {
  if (types.includes('Assertion')) return { version, object: 'badge' };
  if (types.includes('Endorsement')) return { version, object: 'endorsement' };
  const looksAwarded = term(document, 'recipient') !== undefined && term(document, 'badge') !== undefined;
  return { version, object: looksAwarded ? 'badge' : 'part' };
}

/** An inline or foreign context: the official rule says 2.0; we ask for a word of its vocabulary too. */
function unknownContext(document: JsonObject, types: readonly string[]): Classified | null {
  const inline = ownList(document, '@context').filter(isJsonObject);
  const named = types.some((type) =>
    /^(Assertion|BadgeClass|Issuer|IssuerOrg|Profile|Endorsement)$/.test(type),
  );
  const speaks = inline.some((context) =>
    Object.values(context).some(
      (value) => typeof value === 'string' && value.includes('w3id.org/openbadges'),
    ),
  );
  const awarded = term(document, 'recipient') !== undefined && term(document, 'badge') !== undefined;
  return named || speaks || awarded ? legacy(document, types, '2.x') : null;
}

function withoutContext(document: JsonObject): Classified | null {
  const recipient = own(document, 'recipient');
  const badge = own(document, 'badge');
  const verifies = Object.hasOwn(document, 'verify') || Object.hasOwn(document, 'verification');
  const isAssertion = badge !== undefined && (recipient !== undefined || verifies);
  if (isAssertion || (verifies && verificationUrl(document))) {
    const embedsIssuer = isJsonObject(badge) && isJsonObject(own(badge, 'issuer'));
    const is05 = typeof recipient === 'string' || embedsIssuer || !verifies;
    return { version: is05 ? '0.5' : '1.0', object: 'badge' };
  }
  return isBadgeClass(document) || isIssuer(document) ? { version: '1.0', object: 'part' } : null;
}

function verificationUrl(document: JsonObject): boolean {
  return objectsOf(own(document, 'verify') ?? own(document, 'verification')).some(
    (verify) => typeof own(verify, 'url') === 'string',
  );
}

function isBadgeClass(document: JsonObject): boolean {
  return ['name', 'description', 'criteria', 'issuer'].every((key) => Object.hasOwn(document, key));
}

/** Any JSON may have a name and a URL, so an issuer without a context may have nothing but an issuer's members. */
function isIssuer(document: JsonObject): boolean {
  const members = ['name', 'url', 'org', 'description', 'image', 'email', 'revocationList'];
  const keys = Object.keys(document);
  return (
    keys.includes('name') &&
    /^https?:/i.test(String(own(document, 'url'))) &&
    keys.every((key) => members.includes(key))
  );
}
