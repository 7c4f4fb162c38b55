import { listOf } from '../badge/fields.ts';
import type { Badge } from '../badge/model.ts';
import { term, typesOf } from '../badge/terms.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { Finding } from './run.ts';
import { isFilled, isIri, StructureRules } from './structure-rules.ts';

/** The rules for the badge class and the issuer as their own addresses give them (standards 1.3, 1.9). */
export function structureOfLinked(
  version: Badge['version'],
  badgeClass: JsonObject,
  issuer: JsonObject,
): readonly Finding[] {
  const rules = new StructureRules();
  checkBadgeClass(badgeClass, rules);
  rules.must(isFilled(term(issuer, 'name')), 'issuer-name', 'structure/missing', 'issuer.name');
  if (version === '2.x') {
    rules.must(typesOf(badgeClass).includes('BadgeClass'), 'badge-type', 'structure/wrong-type', 'badge');
    const isProfile = typesOf(issuer).some((type) => ['Profile', 'Issuer', 'IssuerOrg'].includes(type));
    rules.must(isProfile, 'issuer-type', 'structure/wrong-type', 'issuer');
    rules.should(isIri(term(issuer, 'url')), 'issuer-url', 'structure/recommended', 'issuer.url');
    rules.should(isFilled(term(issuer, 'email')), 'issuer-email', 'structure/recommended', 'issuer.email');
  }
  return rules.findings;
}

/** What every badge class must say: a name and an issuer; the rest is asked for. */
export function checkBadgeClass(badgeClass: JsonObject, rules: StructureRules): void {
  rules.must(isFilled(term(badgeClass, 'name')), 'badge-name', 'structure/missing', 'badge.name');
  rules.should(
    isFilled(term(badgeClass, 'description')),
    'badge-description',
    'structure/recommended',
    'badge.description',
  );
  rules.should(
    listOf(term(badgeClass, 'image')).length > 0,
    'badge-image',
    'structure/recommended',
    'badge.image',
  );
  const criteria = term(badgeClass, 'criteria');
  const isSaid = isJsonObject(criteria)
    ? isPresent(term(criteria, 'id')) || isPresent(term(criteria, 'narrative'))
    : isPresent(criteria);
  rules.should(isSaid, 'badge-criteria', 'structure/recommended', 'badge.criteria');
  const issuers = listOf(term(badgeClass, 'issuer'));
  rules.must(issuers.some(isPresent), 'badge-issuer', 'structure/missing', 'badge.issuer');
  rules.must(issuers.length <= 1, 'issuer-count', 'structure/bad-value', 'badge.issuer');
}

function isPresent(value: Json | undefined): boolean {
  return value !== undefined && value !== null && value !== '';
}
