import { SaxesParser, type SaxesTagNS } from 'saxes';
import { CodedError } from '../errors.ts';
import { limits } from '../limits.ts';
import { checkDoctype } from './svg-doctype.ts';

/** Namespaces of the badge element: 2.x and before, 3.0, CLR 2.0. */
export const badgeNamespaces = {
  openbadges: 'http://openbadges.org',
  openbadgecredential: 'https://purl.imsglobal.org/ob/v3p0',
  clrcredential: 'https://purl.imsglobal.org/clr/v2p0',
} as const;

/** A badge element by its place in the text, in UTF-16 units. */
export interface BadgeElement {
  readonly start: number;
  readonly end: number;
  readonly verify: string | null;
  /** Text and CDATA directly inside; null where there is nothing but white space. */
  readonly body: string | null;
  readonly hasCdata: boolean;
  /** Its prefix is bound to no namespace: found by its literal name. */
  readonly isUnbound: boolean;
}

/** The root's start tag by its place, and every badge element. */
export interface SvgScan {
  readonly root: {
    readonly name: string;
    /** After the `>`. */
    readonly tagEnd: number;
    readonly isSelfClosing: boolean;
    /** What the prefix `openbadges` is bound to at the root. */
    readonly openbadges: string | null;
  };
  readonly elements: readonly BadgeElement[];
}

/**
 * Walks an SVG once, as a stream and within limits, and finds its badge elements by namespace and local name. Entities
 * are never expanded: one that stands anywhere but in a namespace declaration refuses the file.
 *
 * @throws CodedError image/bad-svg, image/svg-doctype, image/too-deep
 */
export function scanSvg(text: string): SvgScan {
  return new SvgScanner(text, 'svg').scan();
}

/**
 * The badge elements of any XML, found in the same way and within the same limits: for the metadata of a PDF, which may
 * hold as many badges as any file.
 *
 * @throws CodedError image/bad-svg, image/svg-doctype, image/too-deep, badge/too-many
 */
export function scanBadgeElements(text: string): readonly BadgeElement[] {
  return new SvgScanner(text, null).scan().elements;
}

interface OpenElement {
  readonly depth: number;
  readonly start: number;
  readonly verify: string | null;
  readonly isUnbound: boolean;
  readonly runs: { readonly isCdata: boolean; readonly text: string }[];
}

class SvgScanner {
  readonly #text: string;
  /** The local name that the root must have; null: any. */
  readonly #rootName: string | null;
  readonly #parser = new SaxesParser({ xmlns: true, position: true });
  readonly #elements: BadgeElement[] = [];
  #root: SvgScan['root'] | null = null;
  #open: OpenElement | null = null;
  #depth = 0;
  #count = 0;
  #attributes = 0;
  #tagStart = 0;
  #entities = 0;
  #sawEntity = false;

  constructor(text: string, rootName: string | null) {
    this.#text = text;
    this.#rootName = rootName;
  }

  scan(): SvgScan {
    const parser = this.#parser;
    parser.on('error', (error) => this.#error(error));
    parser.on('doctype', (doctype) => {
      this.#entities = checkDoctype(doctype);
    });
    parser.on('opentagstart', () => this.#tagBegins());
    parser.on('attribute', (attribute) => this.#attribute(attribute.name));
    parser.on('opentag', (tag) => this.#tagOpens(tag));
    parser.on('closetag', () => this.#tagCloses());
    refuseMasses(this.#text);
    parser.write(this.#text).close();
    this.#refuseEntityInText();
    if (this.#root === null) throw new CodedError('image/bad-svg');
    return { root: this.#root, elements: this.#elements };
  }

  #error(error: Error): void {
    if (error.message.includes('unbound namespace prefix')) return;
    if (error.message.includes('undefined entity') && this.#entities > 0) {
      this.#sawEntity = true;
      return;
    }
    throw new CodedError('image/bad-svg', {}, { cause: error });
  }

  #tagBegins(): void {
    this.#refuseEntityInText();
    this.#tagStart = this.#text.lastIndexOf('<', this.#parser.position - 1);
    this.#attributes = 0;
    this.#depth++;
    this.#count++;
    if (this.#depth > limits.xmlDepth) throw new CodedError('image/too-deep', { limit: limits.xmlDepth });
    if (this.#count > limits.xmlElements)
      throw new CodedError('image/too-deep', { limit: limits.xmlElements });
  }

  #attribute(name: string): void {
    this.#attributes++;
    if (this.#attributes > limits.xmlAttributes) {
      throw new CodedError('image/too-deep', { limit: limits.xmlAttributes });
    }
    if (this.#sawEntity && name !== 'xmlns' && !name.startsWith('xmlns:'))
      throw new CodedError('image/svg-doctype');
    this.#sawEntity = false;
  }

  #tagOpens(tag: SaxesTagNS): void {
    if (this.#root === null) {
      if (this.#rootName !== null && tag.local !== this.#rootName) throw new CodedError('image/bad-svg');
      this.#root = {
        name: tag.name,
        tagEnd: this.#parser.position,
        isSelfClosing: tag.isSelfClosing,
        openbadges: tag.ns.openbadges ?? null,
      };
    }
    if (this.#open !== null || !isBadgeElement(tag)) return;
    this.#open = this.#begin(tag);
    this.#parser.on('text', (run) => this.#run(run, false));
    this.#parser.on('cdata', (run) => this.#run(run, true));
  }

  #begin(tag: SaxesTagNS): OpenElement {
    const verify = tag.attributes.verify?.value ?? null;
    return {
      depth: this.#depth,
      start: this.#tagStart,
      verify: verify === null || verify.trim() === '' ? null : verify,
      isUnbound: isUnbound(tag),
      runs: [],
    };
  }

  #tagCloses(): void {
    this.#refuseEntityInText();
    const open = this.#open;
    if (open !== null && open.depth === this.#depth) {
      const { depth: _, runs, ...element } = open;
      this.#elements.push({ ...element, ...bodyOf(runs), end: this.#parser.position });
      this.#open = null;
      this.#parser.off('text');
      this.#parser.off('cdata');
      this.#refuseTooMany();
    }
    this.#depth--;
  }

  /** A picture is of one badge. */
  #refuseTooMany(): void {
    const isPicture = this.#rootName !== null;
    if (this.#elements.length <= (isPicture ? limits.payloadsPerImage : limits.badgesPerFile)) return;
    throw isPicture
      ? new CodedError('image/ambiguous')
      : new CodedError('badge/too-many', { limit: limits.badgesPerFile });
  }

  #run(text: string, isCdata: boolean): void {
    if (this.#open?.depth === this.#depth) this.#open.runs.push({ isCdata, text });
  }

  /** An entity inside a tag was settled by its attribute; one that is still open stood in a text. */
  #refuseEntityInText(): void {
    if (this.#sawEntity) throw new CodedError('image/svg-doctype');
  }
}

/** Before the parser spends time on them: it is slow on some signs in masses, and on dashes within comments. */
function refuseMasses(text: string): void {
  const counts = {
    '&': limits.xmlReferences,
    '<': limits.xmlMarkup,
    '\r': limits.xmlLines,
    '\n': limits.xmlLines,
    ']': limits.xmlBrackets,
  };
  for (const [character, limit] of Object.entries(counts))
    counted(text, character, limit, { start: 0, end: text.length, before: 0 });
  let before = 0;
  for (let at = text.indexOf('<!--'); at !== -1; ) {
    const found = text.indexOf('-->', at + 4);
    const end = found === -1 ? text.length : found;
    before = counted(text, '-', limits.xmlDashes, { start: at + 4, end, before });
    at = text.indexOf('<!--', end);
  }
}

/** How often the character stands there, with those before it; at most as often as it may. */
function counted(
  text: string,
  character: string,
  limit: number,
  { start, end, before }: { readonly start: number; readonly end: number; readonly before: number },
): number {
  let count = before;
  for (let at = text.indexOf(character, start); at !== -1 && at < end; at = text.indexOf(character, at + 1)) {
    count++;
    if (count > limit) throw new CodedError('image/too-deep', { limit });
  }
  return count;
}

/** The parser gives an unbound prefix as the namespace itself. */
function isUnbound({ uri, prefix }: SaxesTagNS): boolean {
  return prefix === 'openbadges' && (uri === '' || uri === prefix);
}

function isBadgeElement(tag: SaxesTagNS): boolean {
  const { local, uri } = tag;
  if (local !== 'assertion' && local !== 'credential') return false;
  if (uri.includes('&')) throw new CodedError('image/svg-doctype');
  if (isUnbound(tag)) return true;
  return Object.values(badgeNamespaces).some((namespace) => uri.replace(/\/$/, '') === namespace);
}

/** White space outside the CDATA sections is layout; inside them, and between them, every character counts. */
function bodyOf(runs: OpenElement['runs']): Pick<BadgeElement, 'body' | 'hasCdata'> {
  const first = runs.findIndex((run) => run.isCdata);
  const last = runs.findLastIndex((run) => run.isCdata);
  const join = (part: OpenElement['runs']) => part.map((run) => run.text).join('');
  const body =
    first === -1
      ? join(runs).trim()
      : join(runs.slice(0, first)).trimStart() +
        join(runs.slice(first, last + 1)) +
        join(runs.slice(last + 1)).trimEnd();
  return { body: body.trim() === '' ? null : body, hasCdata: first !== -1 };
}
