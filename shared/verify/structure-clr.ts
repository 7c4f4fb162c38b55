import { listOf, objectsOf } from '../badge/fields.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { isFilled, isOfType, type StructureRules } from './structure-rules.ts';

/** What CLR 2.0 asks of a learner record beyond VCDM: its name and dates, whom it is about, and what is in it. */
export function checkLearnerRecord(document: JsonObject, rules: StructureRules): void {
  const position = listOf(document['@context']).findIndex(isRecordContext);
  rules.should(position === 1, 'record-context', 'structure/context', '@context');
  for (const member of ['id', 'name']) {
    rules.should(isSaid(document[member]), 'record-required', 'structure/recommended', member);
  }
  const start = document.validFrom ?? document.issuanceDate;
  rules.should(isFilled(start), 'record-required', 'structure/recommended', 'validFrom');
  const { partial } = document;
  const isYesOrNo = partial === undefined || typeof partial === 'boolean';
  rules.should(isYesOrNo, 'record-partial', 'structure/bad-value', 'partial');
  const subjects = listOf(document.credentialSubject);
  const [subject] = subjects;
  const isOne = subjects.length === 1 && isJsonObject(subject) && isOfType(subject, 'ClrSubject');
  rules.must(isOne, 'record-subject', 'structure/wrong-type', 'credentialSubject');
  if (isJsonObject(subject)) checkSubject(subject, rules);
}

function isRecordContext(context: Json): boolean {
  return (
    typeof context === 'string' &&
    /^https:\/\/purl\.imsglobal\.org\/spec\/clr\/v2p0\/context(-2\.\d\.\d)*\.json$/.test(context)
  );
}

function isSaid(value: Json | undefined): boolean {
  return isFilled(value) || (isJsonObject(value) && Object.keys(value).length > 0);
}

function checkSubject(subject: JsonObject, rules: StructureRules): void {
  const isNamed = isFilled(subject.id) || listOf(subject.identifier).length > 0;
  rules.should(isNamed, 'record-subject-identity', 'structure/recommended', 'credentialSubject.id');
  rules.typeOf(subject.identifier, 'identifier', 'IdentityObject', 'identifier-type');
  const inner = listOf(subject.verifiableCredential);
  const areCredentials = inner.every((one) => isJsonObject(one) && isOfType(one, 'VerifiableCredential'));
  const isWhole = inner.length > 0 && areCredentials;
  rules.should(isWhole, 'record-credentials', 'structure/wrong-type', 'verifiableCredential');
  for (const { associationType, sourceId, targetId } of objectsOf(subject.association)) {
    const isComplete = [associationType, sourceId, targetId].every(isFilled);
    rules.should(isComplete, 'record-association', 'structure/bad-value', 'association');
  }
}
