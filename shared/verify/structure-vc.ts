import { isIri, listOf } from '../badge/fields.ts';
import type { Badge } from '../badge/model.ts';
import { typesOf } from '../badge/terms.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { Finding } from './run.ts';
import { checkLearnerRecord } from './structure-clr.ts';
import { checkHiddenMeanings } from './structure-hidden.ts';
import { checkAchievementCredential } from './structure-ob3.ts';
import { checkPresentation } from './structure-presentation.ts';
import { isDateTime, isFilled, isLanguageText, isOfType, StructureRules } from './structure-rules.ts';

const credentialContexts = ['https://www.w3.org/ns/credentials/v2', 'https://www.w3.org/2018/credentials/v1'];

/**
 * The rules of verifiable credentials (VCDM 1.1 and 2.0), and on them those of Open Badges 3.0 and CLR 2.0: context,
 * types, identifiers, issuer, subject, dates, and the members that may carry a second meaning (standards 3.1, 3.2).
 */
export function structureOfCredential(document: JsonObject, badge: Badge): readonly Finding[] {
  const rules = new StructureRules();
  const isPresentation = isOfType(document, 'VerifiablePresentation');
  checkContext(document, badge, rules);
  const wanted = isPresentation ? 'VerifiablePresentation' : 'VerifiableCredential';
  const types = listOf(document.type ?? document['@type']);
  rules.must(types.length > 0 && types.every(isFilled), 'type', 'structure/missing', 'type');
  rules.must(isOfType(document, wanted), 'type', 'structure/missing', wanted);
  const id = document.id ?? document['@id'];
  rules.must(id === undefined || isIri(id), 'id', 'structure/bad-value', 'id');
  if (isPresentation) checkPresentation(document, badge.form !== 'none', rules);
  else checkCredential(document, badge, rules);
  checkHiddenMeanings(document, badge.source, rules);
  return rules.findings;
}

function checkContext(document: JsonObject, badge: Badge, rules: StructureRules): void {
  const contexts = listOf(document['@context']);
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
  checkIssuer(document.issuer, rules);
  const subjects = listOf(document.credentialSubject);
  const saysSomething = (entry: Json) => isJsonObject(entry) && Object.keys(entry).length > 0;
  rules.must(
    subjects.length > 0 && subjects.every(saysSomething),
    'subject',
    'structure/missing',
    'credentialSubject',
  );
  for (const subject of subjects.filter(isJsonObject)) {
    const id = subject.id ?? subject['@id'];
    rules.must(id === undefined || isIri(id), 'subject-id', 'structure/bad-value', 'credentialSubject.id');
  }
  checkDates(document, rules);
  checkTyped(document.credentialStatus, 'credentialStatus', 'credential-status', rules);
  checkTyped(document.refreshService, 'refreshService', 'refresh-service', rules);
  checkTyped(document.termsOfUse, 'termsOfUse', 'terms-of-use', rules);
  checkTyped(document.evidence, 'evidence', 'evidence', rules);
  checkTyped(document.credentialSchema, 'credentialSchema', 'credential-schema', rules);
  rules.must(isLanguageText(document.name), 'name', 'structure/bad-value', 'name');
  rules.must(isLanguageText(document.description), 'description', 'structure/bad-value', 'description');
  if (badge.object === 'status-list') checkStatusList(document, subjects, rules);
  if (badge.version === '3.0') checkAchievementCredential(document, badge, rules);
  if (badge.version === 'clr-2.0') checkLearnerRecord(document, rules);
}

/** A list that says what the standing of others is (Bitstring Status List, section 2.2; Status List 2021). */
function checkStatusList(document: JsonObject, subjects: readonly Json[], rules: StructureRules): void {
  const isListCredential = typesOf(document).some((type) => statusListCredentialTypes.has(type));
  rules.must(isListCredential, 'status-list-credential-type', 'structure/wrong-type', 'type');
  for (const subject of subjects.filter(isJsonObject)) {
    const isList = typesOf(subject).some((type) => statusListTypes.has(type));
    rules.must(isList, 'status-list-type', 'structure/wrong-type', 'credentialSubject');
    rules.must(typeof subject.encodedList === 'string', 'encoded-list', 'structure/missing', 'encodedList');
  }
}

const statusListCredentialTypes = new Set([
  'BitstringStatusListCredential',
  'StatusList2021Credential',
  'RevocationList2020Credential',
]);
const statusListTypes = new Set(['BitstringStatusList', 'StatusList2021', 'RevocationList2020']);

function checkIssuer(issuer: Json | undefined, rules: StructureRules): void {
  const id = isJsonObject(issuer) ? (issuer.id ?? issuer['@id']) : issuer;
  rules.must(issuer !== undefined && issuer !== null, 'issuer', 'structure/missing', 'issuer');
  rules.must(isIri(id), 'issuer-id', 'structure/bad-value', 'issuer');
  if (!isJsonObject(issuer)) return;
  const isNamed = isLanguageText(issuer.name);
  rules.must(isNamed, 'issuer-name', 'structure/bad-value', 'issuer.name');
  const isDescribed = isLanguageText(issuer.description);
  rules.must(isDescribed, 'issuer-description', 'structure/bad-value', 'issuer.description');
}

function checkDates(document: JsonObject, rules: StructureRules): void {
  const isVersion2 = listOf(document['@context']).includes('https://www.w3.org/ns/credentials/v2');
  const issued = document.issuanceDate ?? document.validFrom;
  if (!isVersion2) rules.must(issued !== undefined, 'issuance-date', 'structure/missing', 'issuanceDate');
  checkDate(document.validFrom, 'validFrom', rules);
  checkDate(document.validUntil, 'validUntil', rules);
  checkDate(document.issuanceDate, 'issuanceDate', rules);
  checkDate(document.expirationDate, 'expirationDate', rules);
}

function checkDate(value: Json | undefined, member: string, rules: StructureRules): void {
  if (value === undefined || isDateTime(value)) return;
  rules.must(false, 'dates', 'structure/bad-value', member);
}

function checkTyped(
  value: Json | undefined,
  member: string,
  prefix: 'credential-status' | 'refresh-service' | 'terms-of-use' | 'evidence' | 'credential-schema',
  rules: StructureRules,
): void {
  if (value === undefined) return;
  for (const entry of listOf(value)) {
    const type = isJsonObject(entry) ? listOf(entry.type ?? entry['@type']) : [];
    const isTyped = type.length > 0 && type.every(isFilled);
    if (!isTyped) rules.must(false, `${prefix}-type`, 'structure/missing', `${member}.type`);
    const id = isJsonObject(entry) ? entry.id : undefined;
    const isNamed = id === undefined ? member !== 'credentialSchema' : isIri(id);
    if (!isNamed) rules.must(false, `${prefix}-id`, 'structure/bad-value', `${member}.id`);
  }
}
