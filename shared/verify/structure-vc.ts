import { isIri, listOf, own } from '../badge/fields.ts';
import type { Badge } from '../badge/model.ts';
import { typesOf } from '../badge/terms.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { Finding } from './run.ts';
import { checkHiddenMeanings } from './structure-hidden.ts';
import { checkAchievementCredential } from './structure-ob3.ts';
import { checkPresentation } from './structure-presentation.ts';
import { isDateTime, isFilled, isLanguageText, StructureRules } from './structure-rules.ts';

const credentialContexts = ['https://www.w3.org/ns/credentials/v2', 'https://www.w3.org/2018/credentials/v1'];

/**
 * The rules of verifiable credentials (VCDM 1.1 and 2.0), and on them those of Open Badges 3.0 and CLR 2.0: context,
 * types, identifiers, issuer, subject, dates, and the members that may carry a second meaning (standards 3.1, 3.2).
 */
export function structureOfCredential(document: JsonObject, badge: Badge): readonly Finding[] {
  const rules = new StructureRules();
  const isPresentation = typesOf(document).includes('VerifiablePresentation');
  checkContext(document, badge, rules);
  const wanted = isPresentation ? 'VerifiablePresentation' : 'VerifiableCredential';
  const types = listOf(own(document, 'type') ?? own(document, '@type'));
  rules.must(types.length > 0 && types.every(isFilled), 'type', 'structure/missing', 'type');
  rules.must(typesOf(document).includes(wanted), 'type', 'structure/missing', wanted);
  const id = own(document, 'id') ?? own(document, '@id');
  rules.must(id === undefined || isIri(id), 'id', 'structure/bad-value', 'id');
  if (isPresentation) checkPresentation(document, badge.form !== 'none', rules);
  else checkCredential(document, badge, rules);
  checkHiddenMeanings(document, rules);
  return rules.findings;
}

function checkContext(document: JsonObject, badge: Badge, rules: StructureRules): void {
  const contexts = listOf(own(document, '@context'));
  const first = contexts[0];
  const isFirst = typeof first === 'string' && credentialContexts.includes(first);
  rules.must(isFirst, 'context', 'structure/context', '@context');
  rules.must(
    contexts.every((entry) => typeof entry === 'string' || isJsonObject(entry)),
    'context',
    'structure/context',
    '@context',
  );
  rules.must(
    new Set(contexts).size === contexts.length,
    'context-duplicate',
    'structure/context-duplicate',
    '',
  );
  if (badge.version !== '3.0') return;
  const position = contexts.findIndex((entry) => typeof entry === 'string' && isOpenBadgesContext(entry));
  rules.must(position > 0, 'context-open-badges', 'structure/context', '@context');
  rules.should(position === 1, 'context-order', 'structure/context', '@context');
}

function isOpenBadgesContext(url: string): boolean {
  return (
    /^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context(-3\.\d\.\d)*\.json$/.test(url) ||
    url === 'https://purl.imsglobal.org/spec/ob/v3p0/context/ob_v3p0.jsonld' ||
    /^https:\/\/imsglobal\.github\.io\/openbadges-specification\/(context\.json|ob_v3p0\.html)$/.test(url) ||
    url === 'https://w3c-ccg.github.io/vc-ed/plugfest-1-2022/jff-vc-edu-plugfest-1-context.json'
  );
}

function checkCredential(document: JsonObject, badge: Badge, rules: StructureRules): void {
  checkIssuer(own(document, 'issuer'), rules);
  const subjects = listOf(own(document, 'credentialSubject'));
  const saysSomething = (entry: Json) => isJsonObject(entry) && Object.keys(entry).length > 0;
  rules.must(
    subjects.length > 0 && subjects.every(saysSomething),
    'subject',
    'structure/missing',
    'credentialSubject',
  );
  for (const subject of subjects.filter(isJsonObject)) {
    const id = own(subject, 'id') ?? own(subject, '@id');
    rules.must(id === undefined || isIri(id), 'subject-id', 'structure/bad-value', 'credentialSubject.id');
  }
  checkDates(document, rules);
  for (const [member, prefix] of typedMembers) checkTyped(document, member, prefix, rules);
  for (const member of ['name', 'description'] as const) {
    rules.must(isLanguageText(own(document, member)), member, 'structure/bad-value', member);
  }
  if (badge.object === 'status-list') checkStatusList(document, subjects, rules);
  if (badge.version === '3.0') checkAchievementCredential(document, badge, rules);
}

/** A list that says what the standing of others is (Bitstring Status List, section 2.2; Status List 2021). */
function checkStatusList(document: JsonObject, subjects: readonly Json[], rules: StructureRules): void {
  const isListCredential = typesOf(document).some((type) => statusListCredentialTypes.has(type));
  rules.must(isListCredential, 'status-list-credential-type', 'structure/wrong-type', 'type');
  for (const subject of subjects.filter(isJsonObject)) {
    const isList = typesOf(subject).some((type) => statusListTypes.has(type));
    rules.must(isList, 'status-list-type', 'structure/wrong-type', 'credentialSubject');
    rules.must(
      typeof own(subject, 'encodedList') === 'string',
      'encoded-list',
      'structure/missing',
      'encodedList',
    );
  }
}

const statusListCredentialTypes = new Set([
  'BitstringStatusListCredential',
  'StatusList2021Credential',
  'RevocationList2020Credential',
]);
const statusListTypes = new Set(['BitstringStatusList', 'StatusList2021', 'RevocationList2020']);

function checkIssuer(issuer: Json | undefined, rules: StructureRules): void {
  const id = isJsonObject(issuer) ? (own(issuer, 'id') ?? own(issuer, '@id')) : issuer;
  rules.must(issuer !== undefined && issuer !== null, 'issuer', 'structure/missing', 'issuer');
  rules.must(isIri(id), 'issuer-id', 'structure/bad-value', 'issuer');
  if (!isJsonObject(issuer)) return;
  for (const member of ['name', 'description'] as const) {
    rules.must(
      isLanguageText(own(issuer, member)),
      `issuer-${member}`,
      'structure/bad-value',
      `issuer.${member}`,
    );
  }
}

function checkDates(document: JsonObject, rules: StructureRules): void {
  const isVersion2 = listOf(own(document, '@context')).includes('https://www.w3.org/ns/credentials/v2');
  const issued = own(document, 'issuanceDate') ?? own(document, 'validFrom');
  if (!isVersion2) rules.must(issued !== undefined, 'issuance-date', 'structure/missing', 'issuanceDate');
  for (const member of ['validFrom', 'validUntil', 'issuanceDate', 'expirationDate']) {
    const value = own(document, member);
    if (value === undefined) continue;
    rules.must(isDateTime(value), 'dates', 'structure/bad-value', member);
  }
}

const typedMembers = [
  ['credentialStatus', 'credential-status'],
  ['refreshService', 'refresh-service'],
  ['termsOfUse', 'terms-of-use'],
  ['evidence', 'evidence'],
  ['credentialSchema', 'credential-schema'],
] as const;

function checkTyped(
  document: JsonObject,
  member: string,
  prefix: (typeof typedMembers)[number][1],
  rules: StructureRules,
): void {
  for (const entry of listOf(own(document, member))) {
    const type = isJsonObject(entry) ? listOf(own(entry, 'type') ?? own(entry, '@type')) : [];
    const isTyped = type.length > 0 && type.every(isFilled);
    rules.must(isTyped, `${prefix}-type`, 'structure/missing', `${member}.type`);
    const id = isJsonObject(entry) ? own(entry, 'id') : undefined;
    const needsId = member === 'credentialSchema';
    rules.must(
      needsId ? isIri(id) : id === undefined || isIri(id),
      `${prefix}-id`,
      'structure/bad-value',
      `${member}.id`,
    );
  }
}
