import { hasZone, readDate } from '../badge/dates.ts';
import { listOf } from '../badge/fields.ts';
import type { Badge } from '../badge/model.ts';
import { term, typesOf } from '../badge/terms.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { checkExtensions } from './extensions.ts';
import type { Finding } from './run.ts';
import { checkBadgeClass } from './structure-ob2-linked.ts';
import { isFilled, isIri, StructureRules } from './structure-rules.ts';

/**
 * The rules of Open Badges 0.5 to 2.x for an assertion and what is embedded in it (standards 1.3, 1.9). Values that a
 * strict validator would refuse but that every issuer of the time wrote are deviations.
 */
export function structureOfAssertion(document: JsonObject, badge: Badge): readonly Finding[] {
  const rules = new StructureRules();
  if (badge.object === 'part') return rules.findings;
  const isVersion2 = badge.version === '2.x';
  rules.must(isPresent(term(document, 'recipient')), 'recipient', 'structure/missing', 'recipient');
  rules.must(isPresent(term(document, 'badge')), 'badge', 'structure/missing', 'badge');
  rules.must(listOf(term(document, 'badge')).length <= 1, 'badge-count', 'structure/bad-value', 'badge');
  checkDates(document, isVersion2, badge.version, rules);
  if (badge.version !== '0.5') checkVerification(document, badge, isVersion2, rules);
  if (isVersion2) checkVersion2(document, badge, rules);
  if (badge.version === '1.0' || badge.version === '1.1') {
    rules.should(isPresent(term(document, 'uid')), 'uid', 'structure/recommended', 'uid');
  }
  const badgeClass = term(document, 'badge');
  if (isJsonObject(badgeClass)) checkBadgeClass(badgeClass, rules);
  return [...rules.findings, ...checkExtensions(document)];
}

function checkDates(
  document: JsonObject,
  isVersion2: boolean,
  version: Badge['version'],
  rules: StructureRules,
): void {
  const issuedOn = term(document, 'issuedOn');
  const expires = term(document, 'expires');
  if (version !== '0.5') rules.must(isPresent(issuedOn), 'issued-on', 'structure/missing', 'issuedOn');
  for (const [name, value] of [
    ['issuedOn', issuedOn],
    ['expires', expires],
  ] as const) {
    if (!isPresent(value)) continue;
    const text = typeof value === 'number' ? String(value) : value;
    const isRead = typeof text === 'string' && readDate(text) !== null;
    rules.must(isRead, 'dates', 'structure/bad-value', name);
    if (isVersion2 && isRead) rules.should(hasZone(text), 'dates-zone', 'structure/bad-value', name);
  }
}

function checkVerification(
  document: JsonObject,
  badge: Badge,
  isVersion2: boolean,
  rules: StructureRules,
): void {
  const verification = term(document, 'verification');
  rules.must(isJsonObject(verification), 'verification', 'structure/missing', 'verification');
  if (!isJsonObject(verification)) return;
  const types = [...typesOf(verification)].map((type) => type.toLowerCase().replace(/badge$/, ''));
  const isKnown = types.includes('hosted') || types.includes('signed');
  rules.must(isKnown, 'verification-type', 'structure/wrong-type', 'verification');
  if (badge.form === 'jws') {
    rules.should(types.includes('signed'), 'verification-signed', 'structure/wrong-type', 'verification');
  }
  if (!isVersion2)
    rules.must(isIri(term(verification, 'url')), 'verification-url', 'structure/missing', 'verify.url');
}

function checkVersion2(document: JsonObject, badge: Badge, rules: StructureRules): void {
  rules.must(
    typesOf(document).includes('Assertion') || badge.object === 'endorsement',
    'type',
    'structure/missing',
    'Assertion',
  );
  rules.must(isIri(term(document, 'id')), 'id', 'structure/missing', 'id');
  const recipient = term(document, 'recipient');
  for (const identity of listOf(recipient)) {
    const isComplete =
      isJsonObject(identity) && isFilled(term(identity, 'identity')) && typesOf(identity).length > 0;
    rules.must(isComplete, 'recipient-identity', 'structure/bad-value', 'recipient');
  }
}

function isPresent(value: Json | undefined): value is Json {
  return value !== undefined && value !== null && value !== '';
}
