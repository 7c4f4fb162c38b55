import { listOf } from '../badge/fields.ts';
import type { Badge } from '../badge/model.ts';
import { term } from '../badge/terms.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { isFilled, type StructureRules } from './structure-rules.ts';
import { isDataPicture, isEach, isPresent, isText, isUrl } from './structure-values.ts';

/** What every badge class must say: a name and an issuer; the rest is asked for (standards 1.3, 1.9). */
export function checkBadgeClass(
  badgeClass: JsonObject,
  version: Badge['version'],
  rules: StructureRules,
): void {
  rules.must(isFilled(term(badgeClass, 'name')), 'badge-name', 'structure/missing', 'badge.name');
  const isDescribed = isFilled(term(badgeClass, 'description'));
  rules.should(isDescribed, 'badge-description', 'structure/recommended', 'badge.description');
  const images = listOf(term(badgeClass, 'image'));
  rules.should(images.length > 0, 'badge-image', 'structure/recommended', 'badge.image');
  const areImages = images.length <= 1 && images.every((image) => isImage(image, version));
  rules.should(areImages, 'badge-image-form', 'structure/bad-value', 'badge.image');
  checkCriteria(term(badgeClass, 'criteria'), rules);
  const issuers = listOf(term(badgeClass, 'issuer'));
  rules.must(issuers.some(isPresent), 'badge-issuer', 'structure/missing', 'badge.issuer');
  rules.must(issuers.length <= 1, 'issuer-count', 'structure/bad-value', 'badge.issuer');
  const alignments = term(badgeClass, 'alignment');
  rules.should(isEach(alignments, isAlignment), 'badge-alignment', 'structure/bad-value', 'badge.alignment');
  rules.should(isEach(term(badgeClass, 'tags'), isText), 'badge-tags', 'structure/bad-value', 'badge.tags');
}

/** 0.5 allows paths on the issuer's site. */
function isImage(image: Json, version: Badge['version']): boolean {
  const value = isJsonObject(image) ? term(image, 'id') : image;
  if (isUrl(value) || isDataPicture(value)) return true;
  return version === '0.5' && isText(value) && value.startsWith('/');
}

function checkCriteria(criteria: Json | undefined, rules: StructureRules): void {
  const entries = listOf(criteria);
  const isSaid = entries.some((entry) =>
    isJsonObject(entry)
      ? isPresent(term(entry, 'id')) || isPresent(term(entry, 'narrative'))
      : isPresent(entry),
  );
  rules.should(isSaid, 'badge-criteria', 'structure/recommended', 'badge.criteria');
}

/** `targetName` and `targetUrl`, or `name` and `url` of 1.x. */
function isAlignment(entry: Json): boolean {
  if (!isJsonObject(entry)) return false;
  const isOne = (name: string, url: string) => isFilled(term(entry, name)) && isUrl(term(entry, url));
  return isOne('targetName', 'targetUrl') || isOne('name', 'url');
}
