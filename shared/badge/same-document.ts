import type { Json } from '../json.ts';
import { isJsonObject } from '../json.ts';
import type { CredentialSource } from './model.ts';

/** True where two sources are the same JSON document, white space and the order of members aside. Tokens: by their text. */
export function sameDocument(a: CredentialSource, b: CredentialSource): boolean {
  if (a.kind !== 'json' || b.kind !== 'json') return a.kind === b.kind && a.text === b.text;
  return equalJson(a.document, b.document);
}

/** True where two JSON values are equal; members in any order. */
export function equalJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((value, index) => equalJson(value, b[index]));
  }
  if (a === undefined || b === undefined || !isJsonObject(a) || !isJsonObject(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && equalJson(a[key], b[key]))
  );
}
