import { CodedError } from '../errors.ts';
import { limits } from '../limits.ts';

/** Where a value stands in a JSON text: from `start` to before `end`, in UTF-16 units. */
export interface JsonSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * Walks a JSON text once, before `JSON.parse` does, and refuses what a parser would take quietly: nesting beyond the
 * limit, too many members, a member named twice (`JSON.parse` keeps the last, others the first), the member
 * `__proto__`, lone surrogates and U+0000. Grammar is `JSON.parse`'s own business.
 *
 * Returns the spans of the elements of the array (or of the one value) that stands at `path`, so that a credential
 * inside another document keeps its exact text.
 *
 * @throws CodedError badge/too-deep, badge/too-many-keys, badge/duplicate-key, badge/forbidden-key, badge/bad-text
 */
export function scanJson(text: string, path: readonly string[] | null = null): readonly JsonSpan[] {
  const scanner = new Scanner(text, path);
  scanner.run();
  return scanner.spans;
}

interface Frame {
  readonly isObject: boolean;
  /** Names seen so far: none, the only one, or a set, since most hostile masses are of tiny objects. */
  keys: string | Set<string> | null;
  /** In an object: the next string is a member's name. */
  expectsKey: boolean;
  key: string;
  /** Number of path steps matched by this container, or -1 when it lies off the path. */
  readonly matched: number;
  childStart: number;
}

class Scanner {
  readonly spans: JsonSpan[] = [];
  readonly #text: string;
  readonly #path: readonly string[] | null;
  readonly #frames: Frame[] = [];
  #values = 0;
  /** Where the next backslash stands, at or after the last place asked about. */
  #nextEscape = -1;

  constructor(text: string, path: readonly string[] | null) {
    this.#text = text;
    this.#path = path;
  }

  run(): void {
    const text = this.#text;
    for (let at = 0; at < text.length; at++) {
      switch (text.charCodeAt(at)) {
        case 0x22:
          at = this.#string(at);
          break;
        case 0x7b:
          this.#open(at, true);
          break;
        case 0x5b:
          this.#open(at, false);
          break;
        case 0x7d:
        case 0x5d:
          this.#endChild(at);
          this.#frames.pop();
          break;
        case 0x2c:
          this.#endChild(at);
          this.#nextChild(at + 1);
          break;
        case 0x3a:
          this.#colon(at + 1);
          break;
      }
    }
  }

  #open(at: number, isObject: boolean): void {
    const parent = this.#frames.at(-1);
    if (this.#frames.length >= limits.jsonDepth) {
      throw new CodedError('badge/too-deep', { limit: limits.jsonDepth });
    }
    this.#frames.push({
      isObject,
      keys: null,
      expectsKey: isObject,
      key: '',
      matched: parent === undefined ? 0 : stepInto(parent, this.#path),
      childStart: at + 1,
    });
  }

  #nextChild(at: number): void {
    const frame = this.#frames.at(-1);
    if (frame === undefined) return;
    this.#values++;
    if (this.#values > limits.jsonValues)
      throw new CodedError('badge/too-many-keys', { limit: limits.jsonValues });
    frame.expectsKey = frame.isObject;
    frame.childStart = at;
  }

  #colon(at: number): void {
    const frame = this.#frames.at(-1);
    if (frame !== undefined) frame.childStart = at;
  }

  #endChild(at: number): void {
    const frame = this.#frames.at(-1);
    if (frame === undefined || this.#path === null) return;
    const isElement = !frame.isObject && frame.matched === this.#path.length;
    const isSingle =
      frame.isObject && frame.matched === this.#path.length - 1 && frame.key === this.#path.at(-1);
    if (!isElement && !isSingle) return;
    const span = trimmed(this.#text, frame.childStart, at);
    if (span.start === span.end) return;
    if (isSingle && this.#text[span.start] === '[') return;
    this.spans.push(span);
  }

  /** Reads the string that begins at `start`; answers the index of its closing quote. */
  #string(start: number): number {
    const text = this.#text;
    let end = text.indexOf('"', start + 1);
    if (end === -1) end = text.length;
    const escaped = this.#isEscapedBefore(end, start);
    if (escaped) {
      end = start + 1;
      while (end < text.length && text.charCodeAt(end) !== 0x22) end += text.charCodeAt(end) === 0x5c ? 2 : 1;
    }
    const frame = this.#frames.at(-1);
    const isKey = frame?.expectsKey === true;
    if (!isKey && !escaped) return end;
    const value = escaped ? unescaped(text.slice(start, end + 1)) : text.slice(start + 1, end);
    if (escaped && (value.includes('\0') || /\p{Surrogate}/u.test(value)))
      throw new CodedError('badge/bad-text');
    if (isKey) this.#key(frame, value);
    return end;
  }

  #isEscapedBefore(end: number, start: number): boolean {
    if (this.#nextEscape < start) {
      const found = this.#text.indexOf('\\', start);
      this.#nextEscape = found === -1 ? Number.POSITIVE_INFINITY : found;
    }
    return this.#nextEscape < end;
  }

  #key(frame: Frame, name: string): void {
    frame.expectsKey = false;
    frame.key = name;
    if (name === '__proto__') throw new CodedError('badge/forbidden-key', { key: name });
    if (frame.keys === null) {
      frame.keys = name;
      return;
    }
    if (typeof frame.keys === 'string') frame.keys = new Set([frame.keys]);
    if (frame.keys.has(name)) throw new CodedError('badge/duplicate-key', { key: name });
    if (frame.keys.size >= limits.jsonKeysPerObject) {
      throw new CodedError('badge/too-many-keys', { limit: limits.jsonKeysPerObject });
    }
    frame.keys.add(name);
  }
}

/** How much of the path the container that opens now has matched. An array at the end of the path keeps the count. */
function stepInto(parent: Frame, path: readonly string[] | null): number {
  if (path === null || parent.matched === -1 || !parent.isObject) return -1;
  return parent.key === path[parent.matched] ? parent.matched + 1 : -1;
}

function trimmed(text: string, start: number, end: number): JsonSpan {
  let from = start;
  let to = end;
  while (from < to && isJsonSpace(text.charCodeAt(from))) from++;
  while (to > from && isJsonSpace(text.charCodeAt(to - 1))) to--;
  return { start: from, end: to };
}

function isJsonSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

function unescaped(literal: string): string {
  try {
    const value: unknown = JSON.parse(literal);
    return typeof value === 'string' ? value : literal;
  } catch {
    return literal;
  }
}
