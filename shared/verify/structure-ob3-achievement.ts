import { objectsOf, own } from '../badge/fields.ts';
import { typesOf } from '../badge/terms.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { isFilled, type StructureRules } from './structure-rules.ts';
import { isEach, isText } from './structure-values.ts';

/** The achievement of Open Badges 3.0 (standards 3.1): name, description and criteria always, the rest as listed. */
export function checkAchievement(achievement: JsonObject, rules: StructureRules): void {
  const isAchievement = typesOf(achievement).includes('Achievement');
  rules.must(isAchievement, 'achievement-type', 'structure/wrong-type', 'achievement');
  for (const member of ['id', 'name', 'description'] as const) {
    const value = own(achievement, member);
    const isThere = isText(value) ? isFilled(value) : isJsonObject(value);
    rules.must(isThere, `achievement-${member}`, 'structure/missing', `achievement.${member}`);
  }
  const criteria = own(achievement, 'criteria');
  const parts = isJsonObject(criteria) ? criteria : {};
  const isSaid = isFilled(own(parts, 'id')) || isFilled(own(parts, 'narrative'));
  rules.must(isSaid, 'criteria', 'structure/missing', 'achievement.criteria');
  rules.typeOf(achievement, 'resultDescription', 'ResultDescription', 'result-description-type');
  rules.typeOf(achievement, 'creator', 'Profile', 'creator-type');
  rules.typeOf(achievement, 'otherIdentifier', 'IdentifierEntry', 'achievement-other-identifier-type');
  const kind = own(achievement, 'achievementType');
  const isKind =
    kind === undefined || (isText(kind) && (achievementKinds.has(kind) || kind.startsWith('ext:')));
  rules.should(isKind, 'achievement-kind', 'structure/other-word', 'achievementType', { word: String(kind) });
  const alignments = own(achievement, 'alignment');
  rules.should(isEach(alignments, isAlignment), 'achievement-alignment', 'structure/bad-value', 'alignment');
  for (const description of objectsOf(own(achievement, 'resultDescription'))) {
    const isWhole = ['id', 'name', 'resultType'].every((member) => isFilled(own(description, member)));
    rules.should(isWhole, 'result-description', 'structure/bad-value', 'resultDescription');
  }
  const image = own(achievement, 'image');
  const isImage = isEach(image, (entry) => isFilled(isJsonObject(entry) ? own(entry, 'id') : entry));
  rules.should(isImage, 'image-object', 'structure/bad-value', 'image');
}

function isAlignment(entry: Json): boolean {
  return isJsonObject(entry) && ['targetName', 'targetUrl'].every((member) => isFilled(own(entry, member)));
}

/** The words of AchievementType (Open Badges 3.0, appendix B). */
const achievementKinds: ReadonlySet<string> = new Set([
  'Achievement',
  'ApprenticeshipCertificate',
  'Assessment',
  'Assignment',
  'AssociateDegree',
  'Award',
  'Badge',
  'BachelorDegree',
  'Certificate',
  'CertificateOfCompletion',
  'Certification',
  'CommunityService',
  'Competency',
  'Course',
  'CoCurricular',
  'Degree',
  'Diploma',
  'DoctoralDegree',
  'Fieldwork',
  'GeneralEducationDevelopment',
  'JourneymanCertificate',
  'LearningProgram',
  'License',
  'MasterCertificate',
  'MasterDegree',
  'Membership',
  'MicroCredential',
  'ProfessionalDoctorate',
  'QualityAssuranceCredential',
  'ResearchDoctorate',
  'SecondarySchoolDiploma',
]);
