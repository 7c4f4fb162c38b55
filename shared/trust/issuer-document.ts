import { objectsOf, own, textOf, textsOf } from '../badge/fields.ts';
import { parseJson } from '../badge/json-text.ts';
import { base64UrlBytes } from '../base64.ts';
import { utf8Text } from '../bytes.ts';
import { isJsonObject, type JsonObject } from '../json.ts';

/**
 * True for a document in which an issuer speaks of itself: its keys, its profile, what a badge is for, who was revoked, a
 * context. Never for one about somebody who earned a badge: those are nobody's to pass on (threat N09). What is not
 * understood is none.
 */
export function isIssuersDocument(bytes: Uint8Array): boolean {
  const text = utf8Text(bytes)?.trim() ?? null;
  if (text === null) return false;
  if (/^-----BEGIN (?:RSA )?PUBLIC KEY-----/.test(text)) return true;
  const document = documentIn(text);
  return document !== null && isIssuers(document);
}

function isIssuers(document: JsonObject): boolean {
  const types = [...textsOf(own(document, 'type')), ...textsOf(own(document, '@type'))].map(shortType);
  if (types.some((type) => statusLists.has(type))) return !namesSomebody(document);
  if (isPersonal(document) || types.some((type) => personal.has(type))) return false;
  if (types.some((type) => issuersOwn.has(type))) return true;
  if (objectsOf(own(document, 'verificationMethod')).length > 0) return true;
  const keys = objectsOf(own(document, 'keys'));
  if (keys.length > 0) return keys.every((key) => textOf(own(key, 'kty')) !== null);
  const members = Object.keys(document);
  if (members.length === 1 && members[0] === '@context') return true;
  // Open Badges 1.x knew no types: an organisation, and what it gives badges for.
  const has = (...names: readonly string[]) => names.every((name) => textOf(own(document, name)) !== null);
  return has('name', 'url') || has('name', 'criteria', 'issuer');
}

/** A list that says who was revoked, and no credential of a person that only calls itself one. */
function namesSomebody(document: JsonObject): boolean {
  return isPersonal(document) || objectsOf(own(document, 'credentialSubject')).some(isAboutSomebody);
}

function isPersonal(document: JsonObject): boolean {
  const named = ['recipient', 'verify', 'evidence', 'badge'];
  return (
    named.some((name) => own(document, name) !== undefined) ||
    objectsOf(own(document, 'credentialSubject')).some(isAboutSomebody)
  );
}

function isAboutSomebody(subject: JsonObject): boolean {
  return ['identifier', 'achievement', 'name', 'email'].some((name) => own(subject, name) !== undefined);
}

/** The object of a JSON text, or the payload of a token. */
function documentIn(text: string): JsonObject | null {
  const [, payload = ''] = /^[\w-]+\.([\w-]+)\.[\w-]*$/.exec(text) ?? [];
  try {
    const json = payload === '' ? text : utf8Text(base64UrlBytes(payload) ?? new Uint8Array());
    const { value } = parseJson(json ?? '');
    if (!isJsonObject(value)) return null;
    const wrapped = own(value, 'vc');
    return payload !== '' && isJsonObject(wrapped) ? wrapped : value;
  } catch {
    return null;
  }
}

function shortType(type: string): string {
  return type.split(/[#/:]/).at(-1) ?? type;
}

const statusLists: ReadonlySet<string> = new Set([
  'BitstringStatusListCredential',
  'StatusList2021Credential',
  'RevocationList2020Credential',
  '1EdTechRevocationList',
  'RevocationList',
]);
const issuersOwn: ReadonlySet<string> = new Set([
  'Profile',
  'Issuer',
  'BadgeClass',
  'Achievement',
  'CryptographicKey',
  'Key',
  'JsonWebKey',
  'JsonWebKey2020',
  'Multikey',
]);
const personal: ReadonlySet<string> = new Set([
  'Assertion',
  'VerifiableCredential',
  'VerifiablePresentation',
  'OpenBadgeCredential',
  'AchievementCredential',
  'EndorsementCredential',
  'ClrCredential',
]);
