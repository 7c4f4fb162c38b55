import { isJsonObject, type Json } from '../json.ts';

/** JSON in the one spelling of RFC 8785 (JCS): sorted by UTF-16 units, no white space, numbers as ECMAScript writes them. */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map((entry: Json) => canonicalJson(entry)).join(',')}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] ?? null)}`);
  return `{${members.join(',')}}`;
}

/**
 * False for what RFC 8785 refuses to write, which `canonicalJson` would write like something else: numbers beyond a double
 * (`1e400`) and texts with half a surrogate pair. Threat B18.
 */
export function hasCanonicalJson(value: Json): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value === 'string') return isWellFormed(value);
  if (Array.isArray(value)) return value.every((entry: Json) => hasCanonicalJson(entry));
  if (!isJsonObject(value)) return true;
  return Object.entries(value).every(([key, member]) => isWellFormed(key) && hasCanonicalJson(member));
}

function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}
