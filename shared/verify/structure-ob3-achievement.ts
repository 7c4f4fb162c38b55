import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { isFilled, isOfType, type StructureRules } from './structure-rules.ts';
import { isEach, isText } from './structure-values.ts';

/** The achievement of Open Badges 3.0 (standards 3.1): name, description and criteria always, the rest as listed. */
export function checkAchievement(achievement: JsonObject, rules: StructureRules): void {
  rules.must(isOfType(achievement, 'Achievement'), 'achievement-type', 'structure/wrong-type', 'achievement');
  rules.must(isSaid(achievement.id), 'achievement-id', 'structure/missing', 'achievement.id');
  rules.must(isSaid(achievement.name), 'achievement-name', 'structure/missing', 'achievement.name');
  const isDescribed = isSaid(achievement.description);
  rules.must(isDescribed, 'achievement-description', 'structure/missing', 'achievement.description');
  const criteria = achievement.criteria;
  const parts = isJsonObject(criteria) ? criteria : {};
  const isCriteria = isFilled(parts.id) || isFilled(parts.narrative);
  rules.must(isCriteria, 'criteria', 'structure/missing', 'achievement.criteria');
  rules.typeOf(
    achievement.resultDescription,
    'resultDescription',
    'ResultDescription',
    'result-description-type',
  );
  rules.typeOf(achievement.creator, 'creator', 'Profile', 'creator-type');
  rules.typeOf(
    achievement.otherIdentifier,
    'otherIdentifier',
    'IdentifierEntry',
    'achievement-other-identifier-type',
  );
  const kind = achievement.achievementType;
  const isKind =
    kind === undefined || (isText(kind) && (achievementKinds.has(kind) || kind.startsWith('ext:')));
  if (!isKind)
    rules.should(false, 'achievement-kind', 'structure/other-word', 'achievementType', wordOf(kind));
  const alignments = achievement.alignment;
  rules.should(isEach(alignments, isAlignment), 'achievement-alignment', 'structure/bad-value', 'alignment');
  const isWhole = isEach(achievement.resultDescription, isResultDescription);
  rules.should(isWhole, 'result-description', 'structure/bad-value', 'resultDescription');
  const isImage = isEach(achievement.image, isImageEntry);
  rules.should(isImage, 'image-object', 'structure/bad-value', 'image');
}

/** A text, or an object, such as one text for each language. */
function isSaid(value: Json | undefined): boolean {
  return isText(value) ? isFilled(value) : isJsonObject(value);
}

/** A value that is no text may even say how it becomes one. */
function wordOf(kind: Json): { readonly word: string } {
  return { word: isText(kind) ? kind : typeof kind };
}

/** What is no object is another rule's business. */
function isResultDescription(entry: Json): boolean {
  if (!isJsonObject(entry)) return true;
  return isFilled(entry.id) && isFilled(entry.name) && isFilled(entry.resultType);
}

function isImageEntry(entry: Json): boolean {
  return isFilled(isJsonObject(entry) ? entry.id : entry);
}

function isAlignment(entry: Json): boolean {
  return isJsonObject(entry) && isFilled(entry.targetName) && isFilled(entry.targetUrl);
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
