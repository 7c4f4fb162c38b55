import { isIri, isWebUrl, listOf } from '../badge/fields.ts';
import type { Badge } from '../badge/model.ts';
import { term, typesOf } from '../badge/terms.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { hostOf } from './documents.ts';
import { isEndorsement } from './ob2-documents.ts';
import type { Finding } from './run.ts';
import { checkBadgeClass } from './structure-ob2-class.ts';
import { checkProfile } from './structure-ob2-profile.ts';
import { checkKnownTypes } from './structure-ob2-types.ts';
import { StructureRules } from './structure-rules.ts';
import { isText } from './structure-values.ts';

/**
 * The rules for the badge class and the issuer as their own addresses give them (standards 1.3, 1.9). For an endorsement,
 * which has no class, the endorsement itself stands in its place.
 */
export function structureOfLinked(
  version: Badge['version'],
  badgeClass: JsonObject,
  issuer: JsonObject,
): readonly Finding[] {
  const rules = new StructureRules();
  const isAward = !isEndorsement(badgeClass);
  if (isAward) checkBadgeClass(badgeClass, version, rules);
  checkProfile(issuer, version, rules);
  if (version === '2.x') {
    if (isAward)
      rules.must(typesOf(badgeClass).includes('BadgeClass'), 'badge-type', 'structure/wrong-type', 'badge');
    const isProfile = typesOf(issuer).some((type) => ['Profile', 'Issuer', 'IssuerOrg'].includes(type));
    rules.must(isProfile, 'issuer-type', 'structure/wrong-type', 'issuer');
    checkKnownTypes(badgeClass, isAward ? 'badge' : 'endorsement', rules);
    checkKnownTypes(issuer, 'issuer', rules);
  }
  return rules.findings;
}

/** 2.x asks for a hosted badge and its class on one site (Open Badges 2.0, HostedBadge). */
export function originOfClass(assertionUrl: string, badgeClassUrl: string | null): readonly Finding[] {
  const rules = new StructureRules();
  const host = hostOf(badgeClassUrl ?? assertionUrl);
  const isOne = !isWebUrl(badgeClassUrl) || host === hostOf(assertionUrl);
  rules.should(isOne, 'badge-origin', 'structure/other-origin', 'badge', { host });
  return rules.findings;
}

/** Entries of a revocation list of 2.x: ids are IRIs, uids are texts. */
export function structureOfRevocationList(list: JsonObject): readonly Finding[] {
  const rules = new StructureRules();
  const entries = listOf(term(list, 'revokedAssertions'));
  rules.should(
    typesOf(list).includes('RevocationList') && entries.every(isEntry),
    'revocation-list',
    'structure/bad-value',
    'revocation list',
  );
  return rules.findings;
}

function isEntry(entry: Json): boolean {
  if (!isJsonObject(entry)) return isIri(entry);
  const id = term(entry, 'id');
  const uid = term(entry, 'uid');
  return id === undefined ? isText(uid) : isIri(id) && (uid === undefined || isText(uid));
}
