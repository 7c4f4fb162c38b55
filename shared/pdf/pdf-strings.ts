import { latin1Text } from '../bytes.ts';

/**
 * The bytes, one character each, of the hexadecimal digits from `start` to before `end`; what is no digit does not count,
 * and a missing last digit is 0 (ISO 32000-1, 7.3.4.3).
 */
export function latin1OfHex(text: string, start: number, end: number): string {
  const bytes = new Uint8Array(Math.ceil((end - start) / 2));
  let digits = 0;
  for (let at = start; at < end; at += 1) {
    const digit = digitOf(text.charCodeAt(at));
    if (digit === -1) continue;
    const place = digits >> 1;
    bytes[place] = (bytes[place] ?? 0) | (digits % 2 === 0 ? digit << 4 : digit);
    digits += 1;
  }
  return latin1Text(bytes.subarray(0, (digits + 1) >> 1));
}

/**
 * The bytes, one character each, of the literal string whose contents begin at `start`, its escapes undone, and where it
 * ends: behind its bracket, or with the text (ISO 32000-1, 7.3.4.2 and table 3).
 */
export function latin1OfLiteral(
  text: string,
  start: number,
): { readonly latin1: string; readonly end: number } {
  const end = endOfLiteral(text, start);
  const raw = text.slice(start, end);
  return { latin1: raw.includes('\\') ? unescaped(raw) : raw, end: end + 1 };
}

/** Where its own bracket closes: brackets in pairs are text. */
function endOfLiteral(text: string, start: number): number {
  let nesting = 0;
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === backslash) at += 1;
    else if (code === opening) nesting += 1;
    else if (code === closing && nesting === 0) return at;
    else if (code === closing) nesting -= 1;
  }
  return text.length;
}

function unescaped(raw: string): string {
  const bytes = new Uint8Array(raw.length);
  let length = 0;
  for (let at = 0; at < raw.length; at += 1) {
    const code = raw.charCodeAt(at);
    if (code !== backslash) {
      bytes[length++] = code;
      continue;
    }
    at += 1;
    const next = raw.charCodeAt(at);
    if (isOctal(next)) {
      let value = next - zero;
      for (let more = 0; more < 2 && isOctal(raw.charCodeAt(at + 1)); more += 1) {
        at += 1;
        value = value * 8 + raw.charCodeAt(at) - zero;
      }
      bytes[length++] = value & 255;
    } else if (next === carriageReturn || next === lineFeed) {
      if (next === carriageReturn && raw.charCodeAt(at + 1) === lineFeed) at += 1;
    } else if (at < raw.length) bytes[length++] = escapes.get(next) ?? next;
  }
  return latin1Text(bytes.subarray(0, length));
}

function digitOf(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

function isOctal(code: number): boolean {
  return code >= zero && code <= 0x37;
}

const zero = 0x30;
const opening = 0x28;
const closing = 0x29;
const backslash = 0x5c;
const lineFeed = 10;
const carriageReturn = 13;

/** What a letter behind a backslash stands for; any other character stands for itself. */
const escapes: ReadonlyMap<number, number> = new Map([
  [0x6e, lineFeed],
  [0x72, carriageReturn],
  [0x74, 9],
  [0x62, 8],
  [0x66, 12],
]);
