import type { Json } from '../json.ts';
import { limits } from '../limits.ts';

/**
 * What a JSON text parses to, where it is written exactly as `JSON.stringify` writes it: undefined for every other. Such
 * a text names no member twice, since one of the two would be gone, and holds no lone surrogate. What else `scanJson`
 * looks for is excluded by length, escapes and a look at the values, so that nobody has to walk it letter by letter.
 */
export function plainJson(text: string): Json | undefined {
  if (text.length > longest || text.includes('\\u') || text.includes('__proto__')) return undefined;
  try {
    const value: Json = JSON.parse(text);
    if (JSON.stringify(value) !== text) return undefined;
    return isDeeper(value, limits.jsonDepth) ? undefined : value;
  } catch {
    return undefined;
  }
}

/** A member takes five characters at least, a value two: neither limit can be passed in so short a text. */
const longest = Math.min(limits.jsonKeysPerObject * 5, limits.jsonValues * 2);

/** True for what holds containers in more containers than `allowed`. */
function isDeeper(value: Json, allowed: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return allowed === 0 || Object.values(value).some((member: Json) => isDeeper(member, allowed - 1));
}
