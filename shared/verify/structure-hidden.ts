import { own } from '../badge/fields.ts';
import type { Badge } from '../badge/model.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { StructureRules } from './structure-rules.ts';

/** Words that let a document mean something else than it shows. Threats B14 to B16. */
export function checkHiddenMeanings(
  document: JsonObject,
  source: Badge['source'],
  rules: StructureRules,
): void {
  if (source.kind === 'json' && source.document === document && isWithoutKeywords(source.text)) return;
  checkValue(document, rules);
}

/**
 * True where the exact text of a JSON document shows that none of these words is in it: no text in it begins with `@`,
 * but `@context`, or with `_:`, in whatever spelling.
 */
function isWithoutKeywords(text: string): boolean {
  if (!text.startsWith('{') || text.includes('\\u')) return false;
  return !beginsSomething(text, '@', '@context"') && !beginsSomething(text, '_:', null);
}

/** True where a text in the JSON begins so, but for one whole text. Looks for the rare sign first, then at its quote. */
function beginsSomething(text: string, start: string, allowed: string | null): boolean {
  for (let at = text.indexOf(start); at !== -1; at = text.indexOf(start, at + 1)) {
    if (text.charCodeAt(at - 1) !== quote) continue;
    if (allowed === null || !text.startsWith(allowed, at)) return true;
  }
  return false;
}

const quote = 0x22;

function checkValue(value: Json, rules: StructureRules): void {
  if (Array.isArray(value)) for (const entry of value) checkValue(entry, rules);
  if (!isJsonObject(value)) return;
  for (const [plain, keyword] of spellings) {
    const isTwice = Object.hasOwn(value, plain) && Object.hasOwn(value, keyword);
    rules.must(!isTwice, 'two-spellings', 'structure/two-spellings', plain);
  }
  const id = own(value, 'id') ?? own(value, '@id');
  const isBlank = typeof id === 'string' && id.startsWith('_:');
  rules.must(!isBlank, 'blank-node', 'structure/forbidden', '_:');
  for (const key of Object.keys(value)) {
    if (key === '@context') continue;
    rules.must(!hidingKeywords.has(key), 'keyword', 'structure/forbidden', key);
    checkValue(value[key] ?? null, rules);
  }
}

const spellings = [
  ['id', '@id'],
  ['type', '@type'],
] as const;

const hidingKeywords = new Set([
  '@graph',
  '@included',
  '@reverse',
  '@nest',
  '@index',
  '@set',
  '@list',
  '@json',
  '@import',
]);
