import { latin1Text } from '../bytes.ts';
import { CodedError } from '../errors.ts';
import { limits } from '../limits.ts';
import { PdfLexer } from './pdf-lexer.ts';
import { type StreamBudget, streamContents } from './pdf-stream.ts';
import type { PdfDict, PdfStream, PdfValue } from './pdf-values.ts';

/** The objects of a PDF, and the two places from which a reader starts. */
export interface PdfFile {
  readonly catalog: PdfDict;
  readonly info: PdfDict | null;
  /** The value itself, a reference followed once; `null` where it leads nowhere. */
  resolve(value: PdfValue | undefined): PdfValue;
  /** What is in a stream; null: packed in a way that is not supported, or damaged. */
  contents(stream: PdfStream): Uint8Array | null;
}

/**
 * Reads a PDF from beginning to end, as a reader does whose table of contents is lost: objects in their order, a later
 * one in place of an earlier one, streams passed over whole. So its tables cannot lie, and each byte is looked at once.
 * Nothing in it is run, drawn or followed.
 *
 * @throws CodedError pdf/encrypted, pdf/damaged, pdf/too-complex, pdf/inflates-too-much
 */
export function readPdfFile(bytes: Uint8Array): PdfFile {
  return new PdfScan(latin1Text(bytes)).file();
}

class PdfScan {
  readonly #text: string;
  readonly #count = { values: 0 };
  readonly #budget: StreamBudget = { left: limits.pdfInflatedBytes };
  readonly #objects = new Map<number, PdfValue>();
  #root: PdfValue | null = null;
  #info: PdfValue | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  file(): PdfFile {
    this.#scan();
    const root = this.#root === null ? null : this.#resolve(this.#root);
    const catalog = root?.kind === 'dict' ? root : this.#lostCatalog();
    if (catalog === null) throw new CodedError('pdf/damaged');
    const info = this.#info === null ? null : this.#resolve(this.#info);
    return {
      catalog,
      info: info?.kind === 'dict' ? info : null,
      resolve: (value) => this.#resolve(value),
      contents: (stream) => this.#contents(stream),
    };
  }

  #scan(): void {
    // The word first, its numbers by looking back: a file full of digits costs no more than any other.
    const start = /(?<=(\d{1,10})[\0\t\n\f\r ]{1,16}\d{1,5}[\0\t\n\f\r ]{1,16})obj(?![A-Za-z])|trailer/g;
    for (let match = start.exec(this.#text); match !== null; match = start.exec(this.#text)) {
      const lexer = new PdfLexer(this.#text, start.lastIndex, this.#count);
      const value = lexer.value();
      start.lastIndex = Math.max(lexer.at, start.lastIndex);
      if (value === null) continue;
      if (match[1] === undefined) this.#trailer(value);
      else start.lastIndex = this.#object(Number(match[1]), value, lexer);
    }
  }

  /** Keeps an object, and answers where the scan goes on: behind its stream, where it has one. */
  #object(number: number, value: PdfValue, lexer: PdfLexer): number {
    if (value.kind !== 'dict') {
      this.#keep(number, value);
      return lexer.at;
    }
    lexer.skipSpace();
    if (!lexer.takeWord('stream')) {
      this.#keep(number, value);
      return lexer.at;
    }
    const stream = this.#stream(value, lexer.at);
    this.#keep(number, stream);
    const type = value.entries.get('Type');
    if (type?.kind === 'name' && type.name === 'XRef') this.#trailer(value);
    if (type?.kind === 'name' && type.name === 'ObjStm') this.#packedObjects(stream);
    return stream.end;
  }

  #keep(number: number, value: PdfValue): void {
    this.#objects.set(number, value);
    if (this.#objects.size > limits.pdfObjects) throw new CodedError('pdf/too-complex');
  }

  /** Its length where that is right, or else up to its end word. */
  #stream({ entries }: PdfDict, afterWord: number): PdfStream {
    const text = this.#text;
    const isCrLf = text.charAt(afterWord) === '\r' && text.charAt(afterWord + 1) === '\n';
    const start = afterWord + (isCrLf ? 2 : /[\r\n]/.test(text.charAt(afterWord)) ? 1 : 0);
    const length = this.#resolve(entries.get('Length'));
    if (length.kind === 'number' && length.value >= 0) {
      const end = start + length.value;
      if (end <= text.length && /^[\0\t\n\f\r ]{0,2}endstream/.test(text.slice(end, end + 11))) {
        return { kind: 'stream', entries, start, end };
      }
    }
    const end = text.indexOf('endstream', start);
    return {
      kind: 'stream',
      entries,
      start,
      end: end === -1 ? text.length : withoutLineEnd(text, start, end),
    };
  }

  /**
   * Objects that are packed together in a stream (ISO 32000-1, 7.5.7): numbers and places first, then the values. They stand
   * one after the other: one that lies in another is none, or each byte would be read as often as it is named.
   */
  #packedObjects(stream: PdfStream): void {
    const count = stream.entries.get('N');
    const first = stream.entries.get('First');
    const bytes = this.#contents(stream);
    if (bytes === null || count?.kind !== 'number' || first?.kind !== 'number') return;
    const text = latin1Text(bytes);
    const heads = new PdfLexer(text, 0, this.#count);
    const places: { readonly number: number; readonly at: number }[] = [];
    for (let index = 0; index < count.value; index += 1) {
      const number = heads.value();
      const offset = heads.value();
      if (number?.kind !== 'number' || offset?.kind !== 'number') break;
      places.push({ number: number.value, at: first.value + offset.value });
    }
    let readTo = 0;
    for (const { number, at } of places.sort((one, other) => one.at - other.at)) {
      if (at < readTo) continue;
      const lexer = new PdfLexer(text, at, this.#count);
      const value = lexer.value();
      readTo = lexer.at;
      if (value !== null) this.#keep(number, value);
    }
  }

  #trailer(value: PdfValue): void {
    if (value.kind !== 'dict') return;
    const { entries } = value;
    if (entries.has('Encrypt')) throw new CodedError('pdf/encrypted');
    this.#root = entries.get('Root') ?? this.#root;
    this.#info = entries.get('Info') ?? this.#info;
  }

  #lostCatalog(): PdfDict | null {
    for (const value of this.#objects.values()) {
      const type = value.kind === 'dict' ? value.entries.get('Type') : undefined;
      if (value.kind === 'dict' && type?.kind === 'name' && type.name === 'Catalog') return value;
    }
    return null;
  }

  /** Once: an object that is only a reference to another has no meaning, and could lead in a circle. */
  #resolve(value: PdfValue | undefined): PdfValue {
    if (value?.kind !== 'ref') return value ?? nothing;
    const found = this.#objects.get(value.object);
    return found === undefined || found.kind === 'ref' ? nothing : found;
  }

  #contents(stream: PdfStream): Uint8Array | null {
    const resolve = (value: PdfValue | undefined) => this.#resolve(value);
    return streamContents(this.#text, stream, resolve, this.#budget);
  }
}

const nothing: PdfValue = { kind: 'null' };

function withoutLineEnd(text: string, start: number, end: number): number {
  if (text.slice(Math.max(start, end - 2), end) === '\r\n') return end - 2;
  return end > start && /[\r\n]/.test(text.charAt(end - 1)) ? end - 1 : end;
}
