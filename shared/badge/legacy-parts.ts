import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { blankProfile } from './blank-badge.ts';
import { idOf, isWebUrl, listOf, objectOf, textOf } from './fields.ts';
import type { Alignment, Criteria, Evidence, ImageRef, ProfileRef } from './model.ts';
import { term } from './terms.ts';

/** `issuer` of 1.x and 2.x: a URL, or an embedded Profile. */
export function legacyProfile(value: Json | undefined): ProfileRef {
  const profile = objectOf(value);
  if (profile === null) return { ...blankProfile, id: idOf(value) };
  return {
    id: idOf(profile),
    name: textOf(term(profile, 'name')),
    url: textOf(term(profile, 'url')),
    email: textOf(term(profile, 'email')),
    description: textOf(term(profile, 'description')),
    image: imagesOf(term(profile, 'image'))[0]?.url ?? null,
  };
}

/** An image as URL, data URI or object; anything else is none. */
export function imagesOf(value: Json | undefined): readonly ImageRef[] {
  return listOf(value).flatMap((entry) => {
    const url = idOf(entry);
    if (url === null || !/^(https?:\/\/|data:image\/)/i.test(url)) return [];
    const caption = isJsonObject(entry) ? textOf(term(entry, 'caption')) : null;
    return [{ url, caption }];
  });
}

/** `criteria`: a URL, a text, or an object with `id` and `narrative`. */
export function legacyCriteria(value: Json | undefined): Criteria {
  const object = objectOf(value);
  if (object !== null) return { url: idOf(object), narrative: textOf(term(object, 'narrative')) };
  const text = textOf(value);
  return isWebUrl(text) ? { url: text, narrative: null } : { url: null, narrative: text };
}

/** `evidence` and the assertion's own `narrative`. */
export function legacyEvidence(value: Json | undefined, narrative: Json | undefined): readonly Evidence[] {
  const entries = listOf(value).flatMap((entry) => {
    if (!isJsonObject(entry)) {
      const url = textOf(entry);
      return url === null ? [] : [{ url, name: null, description: null, narrative: null }];
    }
    return [evidenceOf(entry)];
  });
  const own = textOf(narrative);
  return own === null ? entries : [...entries, { url: null, name: null, description: null, narrative: own }];
}

/** Alignments, with the names of 2.0 (`targetName`) and of 1.x (`name`). */
export function legacyAlignments(value: Json | undefined): readonly Alignment[] {
  return listOf(value).flatMap((entry) => {
    if (!isJsonObject(entry)) return [];
    const url = textOf(term(entry, 'targetUrl')) ?? textOf(term(entry, 'url'));
    const name = textOf(term(entry, 'targetName')) ?? textOf(term(entry, 'name')) ?? url;
    if (name === null) return [];
    return [
      {
        name,
        url,
        description: textOf(term(entry, 'targetDescription')) ?? textOf(term(entry, 'description')),
        framework: textOf(term(entry, 'targetFramework')),
        code: textOf(term(entry, 'targetCode')),
      },
    ];
  });
}

function evidenceOf(entry: JsonObject): Evidence {
  return {
    url: idOf(entry),
    name: textOf(term(entry, 'name')),
    description: textOf(term(entry, 'description')),
    narrative: textOf(term(entry, 'narrative')),
  };
}
