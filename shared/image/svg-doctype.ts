import { CodedError } from '../errors.ts';

/**
 * Refuses a document type that could change what the picture says. Let through: none at all, the SVG types of the W3C
 * (never fetched), and short plain entities such as Illustrator declares for its namespaces. Refused: external entities,
 * parameter entities, entities made of entities, anything else declared. Answers how many entities are declared.
 *
 * @throws CodedError image/svg-doctype
 */
export function checkDoctype(doctype: string): number {
  const bracket = doctype.indexOf('[');
  const head = bracket === -1 ? doctype : doctype.slice(0, bracket);
  const address = /(?:SYSTEM|PUBLIC\s{1,99}(?:"[^"]*"|'[^']*'))\s{1,99}["']([^"']*)["']/.exec(head)?.[1];
  if (address !== undefined && !/^https?:\/\/www\.w3\.org\//.test(address))
    throw new CodedError('image/svg-doctype');
  if (bracket === -1) return 0;
  const subset = doctype.slice(bracket + 1, doctype.lastIndexOf(']')).replace(/<!--[\s\S]*?(?:-->|$)/g, '');
  let count = 0;
  const rest = subset.replace(plainEntity, () => {
    count++;
    return '';
  });
  if (rest.trim() !== '' || count > maxEntities) throw new CodedError('image/svg-doctype');
  return count;
}

const maxEntities = 100;
const plainEntity = /<!ENTITY\s{1,99}[\w.-]{1,99}\s{1,99}(?:"[^"&%<]{0,999}"|'[^'&%<]{0,999}')\s{0,99}>/g;
