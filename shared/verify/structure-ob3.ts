import { listOf, objectOf, objectsOf, own } from '../badge/fields.ts';
import type { Badge } from '../badge/model.ts';
import { typesOf } from '../badge/terms.ts';
import { isJsonObject, type JsonObject } from '../json.ts';
import { isFilled, type StructureRules } from './structure-rules.ts';

/** What Open Badges 3.0 asks of an achievement or endorsement credential beyond VCDM (standards 3.1, 3.2). */
export function checkAchievementCredential(document: JsonObject, badge: Badge, rules: StructureRules): void {
  const id = own(document, 'id');
  rules.should(isFilled(id), 'id', 'structure/recommended', 'id');
  checkIssuer(document, rules);
  rules.typeOf(document, 'evidence', 'Evidence', 'evidence-type');
  const subjects = listOf(own(document, 'credentialSubject'));
  rules.must(subjects.length <= 1, 'subject-count', 'structure/bad-value', 'credentialSubject');
  const subject = objectOf(own(document, 'credentialSubject')) ?? {};
  if (badge.object === 'endorsement') {
    rules.must(
      typesOf(subject).includes('EndorsementSubject'),
      'subject-type',
      'structure/wrong-type',
      'credentialSubject',
    );
  } else checkSubject(subject, rules);
}

function checkIssuer(document: JsonObject, rules: StructureRules): void {
  const issuer = own(document, 'issuer');
  if (!isJsonObject(issuer)) return;
  const types = typesOf(issuer);
  rules.must(
    types.length === 0 || types.includes('Profile'),
    'issuer-type',
    'structure/wrong-type',
    'issuer',
  );
  rules.should(types.length > 0, 'issuer-type', 'structure/recommended', 'issuer.type');
  rules.typeOf(issuer, 'otherIdentifier', 'IdentifierEntry', 'issuer-other-identifier-type');
  rules.typeOf(issuer, 'parentOrg', 'Profile', 'issuer-parent-org-type');
}

function checkSubject(subject: JsonObject, rules: StructureRules): void {
  rules.must(
    typesOf(subject).includes('AchievementSubject'),
    'subject-type',
    'structure/wrong-type',
    'credentialSubject',
  );
  const isNamed = isFilled(own(subject, 'id')) || listOf(own(subject, 'identifier')).length > 0;
  rules.should(isNamed, 'subject-identity', 'structure/recommended', 'credentialSubject.id');
  rules.typeOf(subject, 'identifier', 'IdentityObject', 'identifier-type');
  rules.typeOf(subject, 'result', 'Result', 'result-type');
  rules.typeOf(subject, 'source', 'Profile', 'source-type');
  const achievements = objectsOf(own(subject, 'achievement'));
  const [achievement] = achievements;
  const isOne = achievements.length === 1 && listOf(own(subject, 'achievement')).length === 1;
  rules.must(isOne, 'achievement', 'structure/missing', 'achievement');
  if (achievement !== undefined) checkAchievement(achievement, rules);
}

function checkAchievement(achievement: JsonObject, rules: StructureRules): void {
  rules.must(
    typesOf(achievement).includes('Achievement'),
    'achievement-type',
    'structure/wrong-type',
    'achievement',
  );
  for (const member of ['id', 'name', 'description']) {
    const value = own(achievement, member);
    const isThere = typeof value === 'string' ? isFilled(value) : isJsonObject(value);
    rules.must(isThere, `achievement-${member}`, 'structure/missing', `achievement.${member}`);
  }
  const criteria = own(achievement, 'criteria');
  const parts = isJsonObject(criteria) ? criteria : {};
  const isSaid = isFilled(own(parts, 'id')) || isFilled(own(parts, 'narrative'));
  rules.must(isSaid, 'criteria', 'structure/missing', 'achievement.criteria');
  rules.typeOf(achievement, 'resultDescription', 'ResultDescription', 'result-description-type');
  rules.typeOf(achievement, 'creator', 'Profile', 'creator-type');
  rules.typeOf(achievement, 'otherIdentifier', 'IdentifierEntry', 'achievement-other-identifier-type');
}
