import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { blankProfile } from './blank-badge.ts';
import { idOf, listOf, objectOf, objectsOf, own, ownList, textOf } from './fields.ts';
import { imagesOf } from './legacy-parts.ts';
import type { Alignment, Evidence, ProfileRef, Result, StatusPointer } from './model.ts';
import { typesOf } from './terms.ts';

/** `issuer` or `creator` of a verifiable credential: an id, or a Profile. */
export function profileOf(value: Json | undefined): ProfileRef {
  const profile = objectOf(value);
  if (profile === null) return { ...blankProfile, id: idOf(value) };
  return {
    id: idOf(profile),
    name: textOf(own(profile, 'name')),
    url: textOf(own(profile, 'url')),
    email: textOf(own(profile, 'email')),
    description: textOf(own(profile, 'description')),
    image: imagesOf(own(profile, 'image'))[0]?.url ?? null,
  };
}

/** `evidence` of the credential. */
export function evidenceOf(value: Json | undefined): readonly Evidence[] {
  return objectsOf(value).map((entry) => ({
    url: idOf(entry),
    name: textOf(own(entry, 'name')),
    description: textOf(own(entry, 'description')),
    narrative: textOf(own(entry, 'narrative')),
  }));
}

/** `alignment` of an achievement or a result. */
export function alignmentsOf(value: Json | undefined): readonly Alignment[] {
  return objectsOf(value).flatMap((entry) => {
    const url = textOf(own(entry, 'targetUrl'));
    const name = textOf(own(entry, 'targetName')) ?? url;
    if (name === null) return [];
    return [
      {
        name,
        url,
        description: textOf(own(entry, 'targetDescription')),
        framework: textOf(own(entry, 'targetFramework')),
        code: textOf(own(entry, 'targetCode')),
      },
    ];
  });
}

/** Results with the words of their descriptions: a reached rubric level by its name. */
export function resultsOf(subject: JsonObject, achievement: JsonObject): readonly Result[] {
  const descriptions = firstById(objectsOf(own(achievement, 'resultDescription')));
  const levelsOf = new Map<JsonObject, ReadonlyMap<string, JsonObject>>();
  return objectsOf(own(subject, 'result')).map((result) => {
    const description = descriptions.get(idOf(own(result, 'resultDescription')) ?? '');
    const level = idOf(own(result, 'achievedLevel'));
    const levels =
      description === undefined
        ? undefined
        : (levelsOf.get(description) ?? firstById(objectsOf(own(description, 'rubricCriterionLevel'))));
    if (description !== undefined && levels !== undefined) levelsOf.set(description, levels);
    const reached = levels?.get(level ?? '');
    return {
      name: description === undefined ? null : textOf(own(description, 'name')),
      value:
        textOf(own(result, 'value')) ??
        (reached === undefined ? null : textOf(own(reached, 'name'))) ??
        level,
      status: textOf(own(result, 'status')),
    };
  });
}

/** Each object by its id; of several with one id the first. An id is never empty. */
function firstById(objects: readonly JsonObject[]): ReadonlyMap<string, JsonObject> {
  const known = new Map<string, JsonObject>();
  for (const object of objects) {
    const id = idOf(object);
    if (id !== null && !known.has(id)) known.set(id, object);
  }
  return known;
}

/** Every `credentialStatus` entry; an entry without a type keeps an empty one, for the check to refuse. */
export function statusPointersOf(credential: JsonObject): readonly StatusPointer[] {
  return ownList(credential, 'credentialStatus').flatMap((entry) => {
    if (!isJsonObject(entry)) return [];
    const url = textOf(own(entry, 'statusListCredential')) ?? textOf(own(entry, 'revocationListCredential'));
    return [{ type: typesOf(entry)[0] ?? '', url: url ?? idOf(entry), entry }];
  });
}

/** Endorsements as objects; one in JWT form is put in the standard's own envelope (VCDM 2.0 section 4.13). */
export function endorsementsOf(object: JsonObject): readonly JsonObject[] {
  const embedded = objectsOf(own(object, 'endorsement'));
  const enveloped = listOf(own(object, 'endorsementJwt')).flatMap((token) =>
    typeof token === 'string'
      ? [{ type: 'EnvelopedVerifiableCredential', id: `data:application/vc+jwt,${token}` }]
      : [],
  );
  return [...embedded, ...enveloped];
}
