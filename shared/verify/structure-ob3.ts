import { listOf, objectOf, objectsOf } from '../badge/fields.ts';
import type { Badge } from '../badge/model.ts';
import { typesOf } from '../badge/terms.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { checkAchievement } from './structure-ob3-achievement.ts';
import { isDateTime, isFilled, isOfType, type StructureRules } from './structure-rules.ts';
import { isEach, isText, isUrl } from './structure-values.ts';

/** What Open Badges 3.0 asks of an achievement or endorsement credential beyond VCDM (standards 3.1, 3.2). */
export function checkAchievementCredential(document: JsonObject, badge: Badge, rules: StructureRules): void {
  rules.should(isFilled(document.id), 'id', 'structure/recommended', 'id');
  const hasStart = isFilled(document.validFrom) || isFilled(document.issuanceDate);
  rules.should(hasStart, 'valid-from', 'structure/recommended', 'validFrom');
  checkIssuer(document, rules);
  rules.typeOf(document.evidence, 'evidence', 'Evidence', 'evidence-type');
  checkEndorsements(document, rules);
  checkDateTime(document.awardedDate, 'awardedDate', rules);
  const subjects = listOf(document.credentialSubject);
  rules.must(subjects.length <= 1, 'subject-count', 'structure/bad-value', 'credentialSubject');
  const subject = objectOf(document.credentialSubject) ?? {};
  const wanted = badge.object === 'endorsement' ? 'EndorsementSubject' : 'AchievementSubject';
  rules.must(isOfType(subject, wanted), 'subject-type', 'structure/wrong-type', 'credentialSubject');
  if (badge.object !== 'endorsement') checkSubject(subject, rules);
}

function checkIssuer(document: JsonObject, rules: StructureRules): void {
  const issuer = document.issuer;
  if (!isJsonObject(issuer)) return;
  if (!isOfType(issuer, 'Profile')) {
    const isTyped = typesOf(issuer).length > 0;
    rules.must(!isTyped, 'issuer-type', 'structure/wrong-type', 'issuer');
    rules.should(isTyped, 'issuer-type', 'structure/recommended', 'issuer.type');
  }
  const url = issuer.url;
  rules.should(url === undefined || isUrl(url), 'issuer-url', 'structure/bad-value', 'issuer.url');
  rules.typeOf(issuer.otherIdentifier, 'otherIdentifier', 'IdentifierEntry', 'issuer-other-identifier-type');
  rules.typeOf(issuer.parentOrg, 'parentOrg', 'Profile', 'issuer-parent-org-type');
  checkEndorsements(issuer, rules);
}

function checkSubject(subject: JsonObject, rules: StructureRules): void {
  const isNamed = isFilled(subject.id) || listOf(subject.identifier).length > 0;
  rules.should(isNamed, 'subject-identity', 'structure/recommended', 'credentialSubject.id');
  rules.typeOf(subject.identifier, 'identifier', 'IdentityObject', 'identifier-type');
  rules.typeOf(subject.result, 'result', 'Result', 'result-type');
  rules.typeOf(subject.source, 'source', 'Profile', 'source-type');
  checkDateTime(subject.activityStartDate, 'activityStartDate', rules);
  checkDateTime(subject.activityEndDate, 'activityEndDate', rules);
  const achievements = objectsOf(subject.achievement);
  const [achievement] = achievements;
  const isOne = achievements.length === 1 && listOf(subject.achievement).length === 1;
  rules.must(isOne, 'achievement', 'structure/missing', 'achievement');
  if (achievement === undefined) return;
  checkAchievement(achievement, rules);
  checkEndorsements(achievement, rules);
}

/** Endorsements inside: credentials with a proof of their own, or compact tokens. Each is judged alone elsewhere. */
function checkEndorsements(owner: JsonObject, rules: StructureRules): void {
  const areCredentials = isEach(
    owner.endorsement,
    (entry) => isJsonObject(entry) && isOfType(entry, 'EndorsementCredential'),
  );
  rules.should(areCredentials, 'endorsement-type', 'structure/wrong-type', 'endorsement');
  const areTokens = isEach(
    owner.endorsementJwt,
    (entry) => isText(entry) && /^[\w-]+\.[\w-]*\.[\w-]+$/.test(entry),
  );
  rules.should(areTokens, 'endorsement-token', 'structure/bad-value', 'endorsementJwt');
}

function checkDateTime(value: Json | undefined, member: string, rules: StructureRules): void {
  rules.should(value === undefined || isDateTime(value), 'award-dates', 'structure/bad-value', member);
}
