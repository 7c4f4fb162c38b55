import { hasZone, readDate } from '../badge/dates.ts';
import { isIri, listOf, own } from '../badge/fields.ts';
import type { Badge } from '../badge/model.ts';
import { contextsOf, term, typesOf } from '../badge/terms.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { checkExtensions } from './extensions.ts';
import type { Finding } from './run.ts';
import { checkBadgeClass } from './structure-ob2-class.ts';
import { checkIdentities } from './structure-ob2-identity.ts';
import { checkProfile } from './structure-ob2-profile.ts';
import { checkKnownTypes } from './structure-ob2-types.ts';
import { isFilled, StructureRules } from './structure-rules.ts';
import { isEach, isLanguageTag, isPresent, isText, isUrl } from './structure-values.ts';

/**
 * The rules of Open Badges 0.5 to 2.x for an assertion and what is embedded in it (standards 1.3, 1.9). Values that a
 * strict validator would refuse but that every issuer of the time wrote are deviations.
 */
export function structureOfAssertion(document: JsonObject, badge: Badge): readonly Finding[] {
  const rules = new StructureRules();
  const { version } = badge;
  if (version === '2.x') checkKnownTypes(document, 'badge', rules);
  if (badge.object === 'part') checkPart(document, version, rules);
  else if (badge.object === 'endorsement') checkEndorsement(document, rules);
  else checkAssertion(document, badge, rules);
  const isPart: Finding = { id: 'badge.award', outcome: 'not-applicable', code: 'structure/not-an-award' };
  return [...rules.findings, ...(badge.object === 'part' ? [isPart] : []), ...checkExtensions(document)];
}

function checkAssertion(document: JsonObject, badge: Badge, rules: StructureRules): void {
  const { version } = badge;
  const isVersion2 = version === '2.x';
  rules.must(isPresent(term(document, 'recipient')), 'recipient', 'structure/missing', 'recipient');
  checkIdentities(document, version, rules);
  rules.must(isPresent(term(document, 'badge')), 'badge', 'structure/missing', 'badge');
  rules.must(listOf(term(document, 'badge')).length <= 1, 'badge-count', 'structure/bad-value', 'badge');
  checkDates(document, version, rules);
  if (version !== '0.5') checkVerification(document, badge, rules);
  if (version === '1.0' || version === '1.1') {
    rules.should(isPresent(term(document, 'uid')), 'uid', 'structure/recommended', 'uid');
  }
  if (isVersion2) {
    const isAssertion = typesOf(document).includes('Assertion');
    rules.must(isAssertion, 'assertion-type', 'structure/missing', 'Assertion');
    rules.must(isIri(term(document, 'id')), 'assertion-id', 'structure/missing', 'id');
    checkVersion2(document, rules);
  }
  const badgeClass = term(document, 'badge');
  if (!isJsonObject(badgeClass)) return;
  checkBadgeClass(badgeClass, version, rules);
  const issuer = term(badgeClass, 'issuer');
  if (isVersion2)
    checkKnownTypes({ '@context': own(document, '@context') ?? [], ...badgeClass }, 'badge class', rules);
  if (version === '0.5' && isJsonObject(issuer)) checkProfile(issuer, version, rules);
}

/** A badge class or an issuer by itself: no badge, and still to be built as one part of it. */
function checkPart(document: JsonObject, version: Badge['version'], rules: StructureRules): void {
  const types = typesOf(document);
  if (types.includes('BadgeClass')) checkBadgeClass(document, version, rules);
  if (types.some((type) => ['Issuer', 'IssuerOrg'].includes(type))) checkProfile(document, version, rules);
}

/** An endorsement of 2.x: what it says about whom, by whom, when (standards 1.3). */
function checkEndorsement(document: JsonObject, rules: StructureRules): void {
  rules.must(isIri(term(document, 'id')), 'assertion-id', 'structure/missing', 'id');
  const claims = listOf(own(document, 'claim'));
  const [claim] = claims;
  const isAboutOne = claims.length === 1 && isJsonObject(claim) && isIri(term(claim, 'id'));
  rules.must(isAboutOne, 'claim', 'structure/missing', 'claim.id');
  rules.must(isPresent(term(document, 'issuer')), 'issuer', 'structure/missing', 'issuer');
  const isVerifiable = isJsonObject(term(document, 'verification'));
  rules.must(isVerifiable, 'verification', 'structure/missing', 'verification');
  checkDates(document, '2.x', rules);
}

function checkDates(document: JsonObject, version: Badge['version'], rules: StructureRules): void {
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
    if (version === '2.x' && isRead) rules.should(hasZone(text), 'dates-zone', 'structure/bad-value', name);
  }
}

function checkVerification(document: JsonObject, badge: Badge, rules: StructureRules): void {
  const verification = term(document, 'verification');
  rules.must(isJsonObject(verification), 'verification', 'structure/missing', 'verification');
  if (!isJsonObject(verification)) return;
  const types = [...typesOf(verification)].map((type) => type.toLowerCase().replace(/badge$/, ''));
  const isKnown = types.includes('hosted') || types.includes('signed');
  rules.must(isKnown, 'verification-type', 'structure/wrong-type', 'verification');
  if (badge.form === 'jws') {
    rules.should(types.includes('signed'), 'verification-signed', 'structure/wrong-type', 'verification');
  }
  const creator = term(verification, 'creator');
  const isNamed = isEach(creator, (entry) => isIri(isJsonObject(entry) ? term(entry, 'id') : entry));
  rules.should(isNamed, 'verification-creator', 'structure/bad-value', 'verification.creator');
  if (badge.version !== '2.x')
    rules.must(isIri(term(verification, 'url')), 'verification-url', 'structure/missing', 'verify.url');
}

function checkVersion2(document: JsonObject, rules: StructureRules): void {
  const isNamed = contextsOf(document).some((context) => /openbadge|\/spec\/ob\//.test(context));
  rules.should(isNamed, 'assertion-context', 'structure/context', '@context');
  const images = listOf(term(document, 'image'));
  const isImage =
    images.length <= 1 && images.every((image) => isUrl(isJsonObject(image) ? term(image, 'id') : image));
  rules.should(isImage, 'image', 'structure/bad-value', 'image');
  rules.should(isEach(term(document, 'evidence'), isEvidence), 'evidence', 'structure/bad-value', 'evidence');
  rules.should(isEach(term(document, 'narrative'), isText), 'narrative', 'structure/bad-value', 'narrative');
  const revoked = term(document, 'revoked');
  rules.should(
    revoked === undefined || typeof revoked === 'boolean',
    'revoked',
    'structure/bad-value',
    'revoked',
  );
  rules.should(
    isEach(own(document, '@language'), isLanguageTag),
    'language',
    'structure/bad-value',
    '@language',
  );
}

/** An address, or an object that says something. */
function isEvidence(entry: Json): boolean {
  if (!isJsonObject(entry)) return isIri(entry);
  const id = term(entry, 'id');
  const says = ['narrative', 'name', 'description'].some((member) => isFilled(term(entry, member)));
  return id === undefined ? says : isIri(id);
}
