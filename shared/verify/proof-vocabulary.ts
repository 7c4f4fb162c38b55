import { listOf, own } from '../badge/fields.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';

/**
 * The words of proofs that a document's own inline vocabularies give another meaning than the standard's: such a proof
 * does not say what it seems to say, whoever made it (Data Integrity, "Context Validation"). The words, as written.
 */
export function redefinedProofWords(document: JsonObject): readonly string[] {
  const inline = listOf(own(document, '@context')).filter(isJsonObject);
  return [...new Set(inline.flatMap((context) => wordsIn(context)))];
}

function wordsIn(context: JsonObject): readonly string[] {
  return Object.entries(context).flatMap(([word, definition]) => {
    const standard = Object.hasOwn(meanings, word) ? meanings[word] : undefined;
    const meaning = isJsonObject(definition) ? own(definition, '@id') : definition;
    const isOther = standard !== undefined && typeof meaning === 'string' && !standard.includes(meaning);
    return [...(isOther ? [word] : []), ...scopedWords(definition)];
  });
}

function scopedWords(definition: Json): readonly string[] {
  if (!isJsonObject(definition)) return [];
  return listOf(own(definition, '@context'))
    .filter(isJsonObject)
    .flatMap((scoped) => wordsIn(scoped));
}

const security = (name: string) => [`https://w3id.org/security#${name}`, `sec:${name}`];

/** What the words mean in every version of the standards: the current name and the earlier ones. */
const meanings: Readonly<Record<string, readonly string[]>> = {
  proof: security('proof'),
  proofPurpose: security('proofPurpose'),
  proofValue: security('proofValue'),
  jws: security('jws'),
  verificationMethod: security('verificationMethod'),
  assertionMethod: security('assertionMethod'),
  authentication: [...security('authenticationMethod'), ...security('authentication')],
  cryptosuite: security('cryptosuite'),
};
