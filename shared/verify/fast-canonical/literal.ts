/** A literal in canonical N-Quads (RDF 1.1 N-Quads, section 4); an empty datatype is that of plain strings. */
export function literal(text: string, datatype: string): string {
  const quoted = `"${special.test(text) ? text.replace(everySpecial, escaped) : text}"`;
  return datatype === '' || datatype === xsdString ? quoted : `${quoted}^^<${datatype}>`;
}

const xsdString = 'http://www.w3.org/2001/XMLSchema#string';
const special = /[\p{Cc}"\\]/u;
const everySpecial = /[\p{Cc}"\\]/gu;

const short: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
};

function escaped(character: string): string {
  const code = character.charCodeAt(0);
  if (code > 0x7f) return character;
  return short[character] ?? `\\u${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
