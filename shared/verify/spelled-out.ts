import { isJsonObject, type Json, type JsonObject } from '../json.ts';

/**
 * The members of a document, its proofs included, that are not named by the plain words of Open Badges: full or compact
 * IRIs (`https://www.w3.org/2018/credentials#validUntil`, `cred:validUntil`), and the names of classes, which some
 * vocabularies also take as names of members. JSON-LD signs the meaning of a word, not its spelling, so anybody can
 * write an end, a status or a result so, and the signature still fits; whoever reads the plain words would not see it.
 * The same goes for a list inside a list, which JSON-LD takes for one list: its member is named too.
 */
export function spelledOutWords(document: JsonObject): readonly string[] {
  const words = new Set<string>();
  addWords(document, words);
  return [...words];
}

function addWords(value: Json, words: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) for (const entry of value) addWords(entry, words);
  if (!isJsonObject(value)) return;
  for (const key of Object.keys(value)) {
    if (key === '@context') continue;
    const member = value[key] ?? null;
    if (key.includes(':') || otherNames.has(key) || holdsList(member)) words.add(key);
    addWords(member, words);
  }
}

function holdsList(value: Json): boolean {
  return Array.isArray(value) && value.some((entry: Json) => Array.isArray(entry));
}

/** Second names that bundled vocabularies have for members: those of their classes, and one of older proofs. */
const otherNames: ReadonlySet<string> = new Set([
  'Achievement',
  'Address',
  'Criteria',
  'GeoCoordinates',
  'Image',
  'Profile',
  'Result',
  'RubricCriterionLevel',
  'expiration',
]);
