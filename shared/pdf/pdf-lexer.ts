import { CodedError } from '../errors.ts';
import { limits } from '../limits.ts';
import type { PdfValue } from './pdf-values.ts';

/**
 * Reads values out of a PDF's text, in which each byte is the character of its number (ISO 32000-1, 7.2 and 7.3). What
 * is malformed ends the value and is no error: the caller sees where it stopped. All values of a file share one count.
 *
 * @throws CodedError pdf/too-complex
 */
export class PdfLexer {
  readonly #text: string;
  readonly #count: { values: number };
  /** Where the next token begins. */
  at: number;

  constructor(text: string, at: number, count: { values: number }) {
    this.#text = text;
    this.at = at;
    this.#count = count;
  }

  /** The next value; null: there is none here. */
  value(depth = 0): PdfValue | null {
    this.#count.values += 1;
    if (this.#count.values > limits.pdfValues || depth > limits.pdfDepth) {
      throw new CodedError('pdf/too-complex');
    }
    this.skipSpace();
    const text = this.#text;
    switch (text.charCodeAt(this.at)) {
      case slash:
        return { kind: 'name', name: this.#name() };
      case opening:
        return { kind: 'string', latin1: this.#literal() };
      case bracket:
        return this.#array(depth);
      case less:
        return text.charCodeAt(this.at + 1) === less ? this.#dict(depth) : this.#hex();
      default:
        return this.#numberOrWord();
    }
  }

  /** Past white space and comments. */
  skipSpace(): void {
    const text = this.#text;
    for (;;) {
      const code = text.charCodeAt(this.at);
      if (isSpace(code)) this.at += 1;
      else if (code === percent) this.at = endOfLine(text, this.at);
      else return;
    }
  }

  /** Whether this word stands here; if so, goes past it. */
  takeWord(word: string): boolean {
    if (!this.#text.startsWith(word, this.at)) return false;
    this.at += word.length;
    return true;
  }

  #dict(depth: number): PdfValue {
    this.at += 2;
    const entries = new Map<string, PdfValue>();
    for (;;) {
      this.skipSpace();
      if (this.#text.charCodeAt(this.at) !== slash) break;
      const key = this.#name();
      const value = this.value(depth + 1);
      if (value === null) break;
      // A key that stands twice has no meaning; the first is what most readers take.
      if (!entries.has(key)) entries.set(key, value);
    }
    this.takeWord('>>');
    return { kind: 'dict', entries };
  }

  #array(depth: number): PdfValue {
    this.at += 1;
    const items: PdfValue[] = [];
    for (;;) {
      this.skipSpace();
      if (this.takeWord(']')) break;
      const item = this.value(depth + 1);
      if (item === null) break;
      items.push(item);
    }
    return { kind: 'array', items };
  }

  #name(): string {
    const raw = this.#match(namePattern)?.[1] ?? '';
    return raw.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  }

  #literal(): string {
    const text = this.#text;
    const parts: string[] = [];
    let nesting = 0;
    let from = this.at + 1;
    let at = from;
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === opening) nesting += 1;
      else if (code === closing && nesting === 0) break;
      else if (code === closing) nesting -= 1;
      else if (code === backslash) {
        parts.push(text.slice(from, at));
        const escaped = escapeAt(text, at);
        parts.push(escaped.text);
        at = escaped.end - 1;
        from = escaped.end;
      }
    }
    parts.push(text.slice(from, at));
    this.at = at + 1;
    return parts.join('');
  }

  #hex(): PdfValue {
    const end = this.#text.indexOf('>', this.at);
    const digits = this.#text
      .slice(this.at + 1, end === -1 ? this.#text.length : end)
      .replace(/[^0-9a-f]/gi, '');
    this.at = end === -1 ? this.#text.length : end + 1;
    return { kind: 'string', latin1: latin1OfHex(digits) };
  }

  #numberOrWord(): PdfValue | null {
    const reference = this.#match(referencePattern);
    if (reference !== null) return { kind: 'ref', object: Number(reference[1]) };
    const number = this.#match(numberPattern);
    if (number !== null) return { kind: 'number', value: Number(number[0]) };
    const word = this.#match(wordPattern)?.[0];
    if (word === undefined) return null;
    return word === 'null' ? { kind: 'null' } : { kind: 'boolean', value: word === 'true' };
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.#text);
    if (match !== null) this.at += match[0].length;
    return match;
  }
}

/** The bytes of hexadecimal digits, one character each; a missing last digit is 0 (ISO 32000-1, 7.3.4.3). */
export function latin1OfHex(digits: string): string {
  const even = digits.length % 2 === 0 ? digits : `${digits}0`;
  return even.replace(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16)));
}

/** What an escape in a literal string means, and where it ends (ISO 32000-1, table 3). */
function escapeAt(text: string, at: number): { readonly text: string; readonly end: number } {
  const octal = /^[0-7]{1,3}/.exec(text.slice(at + 1, at + 4))?.[0];
  if (octal !== undefined) {
    return { text: String.fromCharCode(Number.parseInt(octal, 8) & 255), end: at + 1 + octal.length };
  }
  const next = text.charAt(at + 1);
  if (next === '\r' && text.charAt(at + 2) === '\n') return { text: '', end: at + 3 };
  return { text: escapes[next] ?? next, end: at + 2 };
}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  '\n': '',
  '\r': '',
};

function endOfLine(text: string, at: number): number {
  for (let end = at; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if (code === 10 || code === 13) return end;
  }
  return text.length;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9 || code === 12 || code === 0;
}

const slash = 0x2f;
const opening = 0x28;
const closing = 0x29;
const bracket = 0x5b;
const less = 0x3c;
const percent = 0x25;
const backslash = 0x5c;

const namePattern = /\/([^\0\t\n\f\r ()<>[\]{}/%]*)/y;
const referencePattern = /(\d{1,10})[\0\t\n\f\r ]{1,16}\d{1,5}[\0\t\n\f\r ]{1,16}R(?![A-Za-z0-9])/y;
const numberPattern = /[+-]?(?:\d{1,20}\.?\d{0,20}|\.\d{1,20})/y;
const wordPattern = /(?:true|false|null)(?![A-Za-z0-9])/y;
