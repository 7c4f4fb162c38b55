import { CodedError } from '../errors.ts';
import { limits } from '../limits.ts';

/** A start tag of a page, its names in lower case; for a script, with its text. */
export interface PageTag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** What stands up to the end tag of an element whose contents are no markup; else empty. */
  readonly text: string;
}

/**
 * The start tags of an HTML text, in order. It is no parser: it builds no tree, runs nothing, and goes through the text
 * once, whatever is in it. Comments and what looks like tags inside scripts are passed over. `most`: how many it may have.
 *
 * @throws CodedError page/too-complex
 */
export function* pageTags(html: string, most: number = limits.pageTags): Generator<PageTag> {
  let tags = 0;
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at)) {
    if (html.startsWith('<!--', at)) {
      const end = html.indexOf('-->', at + 4);
      if (end === -1) return;
      at = end + 3;
      continue;
    }
    const name = nameAt(html, at + 1);
    if (name === '') {
      at += 1;
      continue;
    }
    tags += 1;
    if (tags > most) throw new CodedError('page/too-complex', { limit: limits.pageTags });
    const attributes = new Map<string, string>();
    at = attributesAt(html, at + 1 + name.length, attributes);
    const tag = name.toLowerCase();
    const end = rawTags.has(tag) ? endOfRaw(html, at, tag) : at;
    yield { name: tag, attributes, text: html.slice(at, end) };
    at = end;
  }
}

/** Elements whose contents are text (HTML Living Standard, 13.1.2). */
const rawTags: ReadonlySet<string> = new Set(['script', 'style', 'textarea', 'title']);

function nameAt(html: string, at: number): string {
  namePattern.lastIndex = at;
  return namePattern.exec(html)?.[0] ?? '';
}

/** Reads the attributes into `found`, the first of a name; answers where the tag ends. */
function attributesAt(html: string, start: number, found: Map<string, string>): number {
  let at = start;
  while (at < html.length) {
    const character = html.charAt(at);
    if (character === '>') return at + 1;
    attributePattern.lastIndex = at;
    const name = attributePattern.exec(html)?.[0] ?? '';
    if (name === '') {
      at += 1;
      continue;
    }
    at += name.length;
    const value = valueAt(html, at);
    at = value.end;
    const key = name.toLowerCase();
    if (!found.has(key) && found.size < mostAttributes) found.set(key, withoutEntities(value.text));
  }
  return at;
}

function valueAt(html: string, start: number): { readonly text: string; readonly end: number } {
  equalsPattern.lastIndex = start;
  const equals = equalsPattern.exec(html)?.[0];
  if (equals === undefined) return { text: '', end: start };
  const at = start + equals.length;
  const quote = html.charAt(at);
  if (quote === '"' || quote === "'") {
    const close = html.indexOf(quote, at + 1);
    const end = close === -1 ? html.length : close;
    return { text: html.slice(at + 1, end), end: end + 1 };
  }
  barePattern.lastIndex = at;
  const bare = barePattern.exec(html)?.[0] ?? '';
  return { text: bare, end: at + bare.length };
}

function endOfRaw(html: string, start: number, name: string): number {
  const end = new RegExp(`</${name}[\\s/>]`, 'gi');
  end.lastIndex = start;
  return end.exec(html)?.index ?? html.length;
}

/** The few entities that addresses and small texts are written with. */
export function withoutEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi,
    (whole, hex, decimal, name) => {
      if (name !== undefined) return named[String(name).toLowerCase()] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const namePattern = /[a-zA-Z][a-zA-Z0-9:-]{0,40}/y;
const attributePattern = /[^\s"'>/=<]{1,200}/y;
const equalsPattern = /\s{0,20}=\s{0,20}/y;
const barePattern = /[^\s"'<>`]{1,8192}/y;
const mostAttributes = 100;
