import { listOf, objectOf, objectsOf, own } from '../badge/fields.ts';
import type { Badge } from '../badge/model.ts';
import { typesOf } from '../badge/terms.ts';
import { isJsonObject, type JsonObject } from '../json.ts';
import { checkAchievement } from './structure-ob3-achievement.ts';
import { isDateTime, isFilled, type StructureRules } from './structure-rules.ts';
import { isEach, isText, isUrl } from './structure-values.ts';

/** What Open Badges 3.0 asks of an achievement or endorsement credential beyond VCDM (standards 3.1, 3.2). */
export function checkAchievementCredential(document: JsonObject, badge: Badge, rules: StructureRules): void {
  rules.should(isFilled(own(document, 'id')), 'id', 'structure/recommended', 'id');
  const hasStart = ['validFrom', 'issuanceDate'].some((member) => isFilled(own(document, member)));
  rules.should(hasStart, 'valid-from', 'structure/recommended', 'validFrom');
  checkIssuer(document, rules);
  rules.typeOf(document, 'evidence', 'Evidence', 'evidence-type');
  checkEndorsements(document, rules);
  checkDateTimes(document, ['awardedDate'], rules);
  const subjects = listOf(own(document, 'credentialSubject'));
  rules.must(subjects.length <= 1, 'subject-count', 'structure/bad-value', 'credentialSubject');
  const subject = objectOf(own(document, 'credentialSubject')) ?? {};
  const wanted = badge.object === 'endorsement' ? 'EndorsementSubject' : 'AchievementSubject';
  const isOfType = typesOf(subject).includes(wanted);
  rules.must(isOfType, 'subject-type', 'structure/wrong-type', 'credentialSubject');
  if (badge.object !== 'endorsement') checkSubject(subject, rules);
}

function checkIssuer(document: JsonObject, rules: StructureRules): void {
  const issuer = own(document, 'issuer');
  if (!isJsonObject(issuer)) return;
  const types = typesOf(issuer);
  const isProfile = types.length === 0 || types.includes('Profile');
  rules.must(isProfile, 'issuer-type', 'structure/wrong-type', 'issuer');
  rules.should(types.length > 0, 'issuer-type', 'structure/recommended', 'issuer.type');
  const url = own(issuer, 'url');
  rules.should(url === undefined || isUrl(url), 'issuer-url', 'structure/bad-value', 'issuer.url');
  rules.typeOf(issuer, 'otherIdentifier', 'IdentifierEntry', 'issuer-other-identifier-type');
  rules.typeOf(issuer, 'parentOrg', 'Profile', 'issuer-parent-org-type');
  checkEndorsements(issuer, rules);
}

function checkSubject(subject: JsonObject, rules: StructureRules): void {
  const isNamed = isFilled(own(subject, 'id')) || listOf(own(subject, 'identifier')).length > 0;
  rules.should(isNamed, 'subject-identity', 'structure/recommended', 'credentialSubject.id');
  rules.typeOf(subject, 'identifier', 'IdentityObject', 'identifier-type');
  rules.typeOf(subject, 'result', 'Result', 'result-type');
  rules.typeOf(subject, 'source', 'Profile', 'source-type');
  checkDateTimes(subject, ['activityStartDate', 'activityEndDate'], rules);
  const achievements = objectsOf(own(subject, 'achievement'));
  const [achievement] = achievements;
  const isOne = achievements.length === 1 && listOf(own(subject, 'achievement')).length === 1;
  rules.must(isOne, 'achievement', 'structure/missing', 'achievement');
  if (achievement === undefined) return;
  checkAchievement(achievement, rules);
  checkEndorsements(achievement, rules);
}

/** Endorsements inside: credentials with a proof of their own, or compact tokens. Each is judged alone elsewhere. */
function checkEndorsements(owner: JsonObject, rules: StructureRules): void {
  const areCredentials = isEach(
    own(owner, 'endorsement'),
    (entry) => isJsonObject(entry) && typesOf(entry).includes('EndorsementCredential'),
  );
  rules.should(areCredentials, 'endorsement-type', 'structure/wrong-type', 'endorsement');
  const areTokens = isEach(
    own(owner, 'endorsementJwt'),
    (entry) => isText(entry) && /^[\w-]+\.[\w-]*\.[\w-]+$/.test(entry),
  );
  rules.should(areTokens, 'endorsement-token', 'structure/bad-value', 'endorsementJwt');
}

function checkDateTimes(owner: JsonObject, members: readonly string[], rules: StructureRules): void {
  for (const member of members) {
    const value = own(owner, member);
    rules.should(value === undefined || isDateTime(value), 'award-dates', 'structure/bad-value', member);
  }
}
