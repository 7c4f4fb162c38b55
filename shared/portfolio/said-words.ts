import { portfolioText } from '../text/portfolio.ts';

/**
 * The words of a badge in a piece of an exported page, by what they stand for: texts of the elements that carry
 * `data-says`, without white space around and inside them. Of two elements of one kind both count.
 */
export function saidWords(html: string): ReadonlyMap<string, string> {
  const said = new Map<string, string>();
  // No tag of ours is longer, and one without an end must not be read again and again.
  const opening = /<([a-z][a-z0-9]{0,10})\b[^<>]{0,400}?\sdata-says="([a-z]{1,40})"[^<>]{0,400}>/g;
  for (let match = opening.exec(html); match !== null; match = opening.exec(html)) {
    const [, element = '', kind = ''] = match;
    const start = opening.lastIndex;
    const end = html.indexOf(`</${element}>`, start);
    const text = plainText(html.slice(start, end === -1 ? html.length : end));
    said.set(kind, (said.get(kind) ?? '') + text);
    opening.lastIndex = end === -1 ? html.length : end;
  }
  return said;
}

/** The kinds of words in which a page differs from what its badge says; empty: in none. */
export function differingWords(
  said: ReadonlyMap<string, string>,
  expected: ReadonlyMap<string, string>,
): readonly string[] {
  return Object.keys(portfolioText.fields).filter(
    (kind) => (said.get(kind) ?? '') !== (expected.get(kind) ?? ''),
  );
}

/** The differing kinds in words, for a sentence. */
export function fieldNames(kinds: readonly string[]): string {
  const names: Readonly<Record<string, string>> = portfolioText.fields;
  return kinds.map((kind) => names[kind] ?? kind).join(', ');
}

/** Text without its white space and soft differences: what two spellings of one page have in common. */
export function squeezed(text: string): string {
  return text.replace(/\s+/g, '');
}

function plainText(html: string): string {
  const text = html.replace(/<[^<>]*>/g, ' ');
  return squeezed(text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi, decoded));
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return entities[name.toLowerCase()] ?? whole;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}
