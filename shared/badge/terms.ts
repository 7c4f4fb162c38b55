import type { Json, JsonObject } from '../json.ts';
import { listOf, own } from './fields.ts';

/** Spellings of one property that Open Badges up to 2.x carry in practice, the canonical one first. */
const spellings: Readonly<Record<string, readonly string[]>> = {
  id: ['id', '@id'],
  type: ['type', '@type'],
  verification: ['verification', 'verify', 'obi:verify', 'https://w3id.org/openbadges#verify'],
  issuedOn: ['issuedOn', 'issued_on', 'obi:issueDate', 'https://w3id.org/openbadges#issueDate'],
  identity: ['identity', 'obi:identityHash', 'https://w3id.org/openbadges#identityHash'],
  tags: ['tags', 'schema:keywords', 'http://schema.org/keywords', 'https://schema.org/keywords'],
  targetFramework: ['targetFramework', 'schema:educationalFramework', 'schema:targetFramework'],
};

const prefixes = [
  'obi:',
  'schema:',
  'https://w3id.org/openbadges#',
  'http://schema.org/',
  'https://schema.org/',
];

/**
 * A property of an Open Badges 1.x or 2.x object by its canonical name, in any spelling: short, prefixed or full IRI
 * (context of Open Badges 2.0). Saves JSON-LD processing for badges whose signature does not rest on it.
 */
export function term(object: JsonObject, name: string): Json | undefined {
  for (const spelling of everySpelling.get(name) ?? withSpellings(name)) {
    const value = own(object, spelling);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** Made once for each name, since a text that was just put together is slow to look up. Names are words of ours: some fifty. */
const everySpelling = new Map<string, readonly string[]>();

function withSpellings(name: string): readonly string[] {
  const all = [...(spellings[name] ?? [name]), ...prefixes.map((prefix) => prefix + name)];
  everySpelling.set(name, all);
  return all;
}

/** The types of an object by their local names: `https://w3id.org/openbadges#Assertion` and `obi:Assertion` are `Assertion`. */
export function typesOf(object: JsonObject): readonly string[] {
  const names: string[] = [];
  for (const type of listOf(own(object, 'type') ?? own(object, '@type'))) {
    if (typeof type === 'string') names.push(localName(type));
  }
  return names;
}

/** Every string in `@context`; objects inside are left out. */
export function contextsOf(object: JsonObject): readonly string[] {
  return listOf(own(object, '@context')).filter((entry) => typeof entry === 'string');
}

/** `email` of `schema:email`, `https://schema.org/email` and the like; any other text as it is. */
export function localName(name: string): string {
  if (!name.includes(':')) return name;
  const known = /^(?:obi:|schema:|https?:\/\/schema\.org\/|https:\/\/w3id\.org\/openbadges#)/.exec(name);
  if (known !== null) return name.slice(known[0].length);
  const vocabulary = /^https:\/\/(?:www\.w3\.org|purl\.imsglobal\.org|w3id\.org)\/[^#]*#/.exec(name);
  return vocabulary === null ? name : name.slice(vocabulary[0].length);
}
