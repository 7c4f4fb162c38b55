import { isJsonObject, type Json, type JsonObject } from '../json.ts';

/** The object's own member, so that `constructor` and `toString` are never found by accident. */
export function own(object: JsonObject, key: string): Json | undefined {
  const value = object[key];
  // JSON holds no functions, and what is on its prototype is one, but for the prototype itself: one look tells them apart.
  if (typeof value === 'function') return undefined;
  return key !== '__proto__' || Object.hasOwn(object, key) ? value : undefined;
}

/** The own member as a list: an array as it is, nothing and null as none, anything else as one. */
export function ownList(object: JsonObject, key: string): readonly Json[] {
  return listOf(own(object, key));
}

/** Any value as a list. */
export function listOf(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) return [];
  return isList(value) ? value : [value];
}

/**
 * A text for a person out of any value: a string, a finite number, a language value (`{"@value": …}`), a language map
 * (`{"en": …}`) or the first that gives one of a list. Null for anything else and for blank texts.
 */
export function textOf(value: Json | undefined): string | null {
  if (typeof value === 'string') return value.trim() === '' ? null : value;
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : null;
  if (value === undefined || value === null || typeof value === 'boolean') return null;
  if (isList(value)) return firstOf(value, plainText);
  return plainText(value);
}

/** Texts of a list; what has none is left out. */
export function textsOf(value: Json | undefined): readonly string[] {
  return listOf(value).flatMap((entry) => textOf(entry) ?? []);
}

/** The value as an object: itself, or the first object of a list. */
export function objectOf(value: Json | undefined): JsonObject | null {
  return firstOf(listOf(value), (entry) => (isJsonObject(entry) ? entry : null));
}

/** All objects of a value or list. */
export function objectsOf(value: Json | undefined): readonly JsonObject[] {
  return listOf(value).filter(isJsonObject);
}

/** The identifier of a reference: a string itself, an object's `id` or `@id`; the first of a list. */
export function idOf(value: Json | undefined): string | null {
  return firstOf(listOf(value), (entry) => {
    if (typeof entry === 'string') return entry.trim() === '' ? null : entry;
    if (!isJsonObject(entry)) return null;
    const id = own(entry, 'id') ?? own(entry, '@id');
    return typeof id === 'string' && id.trim() !== '' ? id : null;
  });
}

/** True for a text that is an absolute IRI and no blank node. */
export function isIri(value: Json | undefined): value is string {
  return typeof value === 'string' && /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(value);
}

/** True for an absolute http or https URL. */
export function isWebUrl(text: string | null): text is string {
  return text !== null && /^https?:\/\//i.test(text) && URL.canParse(text);
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function plainText(value: Json): string | null {
  if (typeof value === 'string' || typeof value === 'number') return textOf(value);
  if (!isJsonObject(value)) return null;
  const exact = own(value, '@value');
  if (exact !== undefined) return typeof exact === 'string' ? textOf(exact) : null;
  const languages = Object.keys(value);
  if (!languages.every(isLanguageTag) || languages.join() === 'id') return null;
  const language = languages.find((key) => /^en(-|$)/i.test(key)) ?? languages[0];
  const text = language === undefined ? null : own(value, language);
  return typeof text === 'string' ? textOf(text) : null;
}

/** The shape of a language tag of BCP 47. */
function isLanguageTag(key: string): boolean {
  return /^[a-z]{2,3}(-[a-z0-9]{1,8}){0,4}$/i.test(key);
}

function firstOf<Entry, Result>(
  list: readonly Entry[],
  read: (entry: Entry) => Result | null,
): Result | null {
  for (const entry of list) {
    const result = read(entry);
    if (result !== null) return result;
  }
  return null;
}
