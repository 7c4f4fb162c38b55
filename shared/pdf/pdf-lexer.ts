import { CodedError } from '../errors.ts';
import { limits } from '../limits.ts';
import { latin1OfHex, latin1OfLiteral } from './pdf-strings.ts';
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
    if (raw.length > limits.pdfNameCharacters) return raw;
    return raw.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  }

  #literal(): string {
    const { latin1, end } = latin1OfLiteral(this.#text, this.at + 1);
    this.at = end;
    return latin1;
  }

  #hex(): PdfValue {
    const close = this.#text.indexOf('>', this.at);
    const end = close === -1 ? this.#text.length : close;
    const latin1 = latin1OfHex(this.#text, this.at + 1, end);
    this.at = close === -1 ? end : end + 1;
    return { kind: 'string', latin1 };
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
const bracket = 0x5b;
const less = 0x3c;
const percent = 0x25;

const namePattern = /\/([^\0\t\n\f\r ()<>[\]{}/%]*)/y;
const referencePattern = /(\d{1,10})[\0\t\n\f\r ]{1,16}\d{1,5}[\0\t\n\f\r ]{1,16}R(?![A-Za-z0-9])/y;
const numberPattern = /[+-]?(?:\d{1,20}\.?\d{0,20}|\.\d{1,20})/y;
const wordPattern = /(?:true|false|null)(?![A-Za-z0-9])/y;
