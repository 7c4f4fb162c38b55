import { listOf } from '../badge/fields.ts';
import type { Badge } from '../badge/model.ts';
import { localName, term, typesOf } from '../badge/terms.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { isFilled, type StructureRules } from './structure-rules.ts';
import { isEmail, isTelephone, isText, isUrl } from './structure-values.ts';

/**
 * How an Open Badge up to 2.x names its recipient (standards 1.6; IDENTITY_OBJECT_PROPERTY_DEPENDENCIES). One that hides
 * it by an algorithm that does not exist can be matched with nobody, ever; the rest deviates.
 */
export function checkIdentities(
  document: JsonObject,
  version: Badge['version'],
  rules: StructureRules,
): void {
  const identities = listOf(term(document, 'recipient'));
  rules.should(identities.length <= 1, 'recipient-identity', 'structure/bad-value', 'recipient');
  for (const identity of identities) {
    if (isText(identity)) checkText(identity, version, rules);
    else checkIdentity(identity, version, rules);
  }
}

/** 0.5: an address, or `algorithm$digest`. */
function checkText(text: string, version: Badge['version'], rules: StructureRules): void {
  rules.must(version === '0.5', 'recipient-identity', 'structure/bad-value', 'recipient');
  if (!text.includes('@')) checkHash(text, version, rules);
}

function checkIdentity(identity: Json, version: Badge['version'], rules: StructureRules): void {
  const value = isJsonObject(identity) ? term(identity, 'identity') : undefined;
  const types = isJsonObject(identity) ? typesOf(identity) : [];
  const isComplete = isFilled(value) && (types.length > 0 || version !== '2.x');
  rules.must(isComplete, 'recipient-identity', 'structure/bad-value', 'recipient');
  if (!isJsonObject(identity) || !isText(value)) return;
  const hashed = term(identity, 'hashed');
  const isHashed = hashed === true || hashed === 'true';
  const isTold =
    typeof hashed === 'boolean' || (version !== '2.x' && (hashed === undefined || isText(hashed)));
  rules.should(isTold, 'recipient-hashed', 'structure/hashed', 'recipient');
  const looksHashed = /^(?:[a-z0-9-]{1,20}\$[0-9a-f]+$|(?:md5|sha\d{1,3})\$)/i.test(value);
  rules.should(looksHashed === isHashed, 'recipient-hashed', 'structure/hashed', 'recipient');
  const type = localName(types[0] ?? 'email');
  if (version === '2.x')
    rules.should(knownTypes.includes(type), 'recipient-type', 'structure/other-word', 'recipient', {
      word: type,
    });
  if (looksHashed) checkHash(value, version, rules);
  else rules.should(isHashed || isOfType(type, value), 'recipient-form', 'structure/bad-value', 'recipient');
}

function checkHash(text: string, version: Badge['version'], rules: StructureRules): void {
  const [algorithm = '', digest = ''] = text.toLowerCase().split('$');
  const length = digestLengths.get(algorithm);
  const isHash = length === digest.length && /^[0-9a-f]+$/.test(digest);
  rules.must(isHash, 'recipient-hash', 'structure/unknown-hash', 'recipient', { algorithm });
  const isAllowed = version !== '2.x' || algorithm === 'sha256' || algorithm === 'md5';
  rules.should(isAllowed, 'recipient-hash', 'structure/other-word', 'recipient', { word: algorithm });
}

function isOfType(type: string, value: string): boolean {
  if (type === 'email') return isEmail(value);
  if (type === 'telephone') return isTelephone(value);
  return type !== 'url' || isUrl(value);
}

const knownTypes = ['email', 'url', 'telephone', 'id'];

/** Hex digits of a digest. `sha1` and `sha512` are of the schema of 0.5; 2.0 keeps `md5` and `sha256`. */
const digestLengths: ReadonlyMap<string, number> = new Map([
  ['md5', 32],
  ['sha1', 40],
  ['sha256', 64],
  ['sha512', 128],
]);
