import { own } from '../badge/fields.ts';
import { isJsonObject, type Json } from '../json.ts';
import type { StructureRules } from './structure-rules.ts';

/** Words that let a document mean something else than it shows. Threats B14 to B16. */
export function checkHiddenMeanings(value: Json, rules: StructureRules): void {
  if (Array.isArray(value)) for (const entry of value) checkHiddenMeanings(entry, rules);
  if (!isJsonObject(value)) return;
  for (const [plain, keyword] of [
    ['id', '@id'],
    ['type', '@type'],
  ] as const) {
    const isTwice = Object.hasOwn(value, plain) && Object.hasOwn(value, keyword);
    rules.must(!isTwice, 'two-spellings', 'structure/two-spellings', plain);
  }
  const id = own(value, 'id') ?? own(value, '@id');
  const isBlank = typeof id === 'string' && id.startsWith('_:');
  rules.must(!isBlank, 'blank-node', 'structure/forbidden', '_:');
  for (const [key, member] of Object.entries(value)) {
    if (key === '@context') continue;
    rules.must(!hidingKeywords.has(key), 'keyword', 'structure/forbidden', key);
    checkHiddenMeanings(member, rules);
  }
}

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
