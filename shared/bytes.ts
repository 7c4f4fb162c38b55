/**
 * UTF-8 text of the bytes, a byte order mark kept; null where the bytes are not UTF-8 (RFC 3629: no overlong forms, no
 * surrogates).
 */
export function utf8Text(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

/** The text as UTF-8. A lone surrogate becomes U+FFFD, as everywhere on the Web. */
export function utf8Bytes(text: string): Uint8Array {
  return encoder.encode(text);
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();

/** True where the text takes more than `limit` bytes as UTF-8. */
export function exceedsUtf8Bytes(text: string, limit: number): boolean {
  if (text.length > limit) return true;
  return text.length * 3 > limit && utf8Bytes(text).length > limit;
}

/** ISO 8859-1: every byte is the character of its number. */
export function latin1Text(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 8_192) {
    // A spread goes through an iterator, which takes five times as long.
    parts.push(Reflect.apply(String.fromCharCode, null, bytes.subarray(at, at + 8_192)));
  }
  return parts.join('');
}

declare const ascii: unique symbol;

/** A text that is known to be ASCII, so that every character is one byte of its UTF-8. Only who has looked may say so. */
export type AsciiText = string & { readonly [ascii]: true };

/** Bytes of an ASCII text. Throws a `RangeError` for any other character: only our own constants come here. */
export function asciiBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => {
    const code = character.charCodeAt(0);
    if (code > 127 || character.length > 1) throw new RangeError('not an ASCII text');
    return code;
  });
}

/** Lower-case hexadecimal. */
export function hexText(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += hexPairs[byte];
  return text;
}

const hexPairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** All parts, one after the other. */
export function concatBytes(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** True when the same bytes stand in both. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

/** True when `bytes` has the bytes of `wanted` at `offset`. */
export function hasBytesAt(bytes: Uint8Array, offset: number, wanted: readonly number[]): boolean {
  return wanted.every((byte, index) => bytes[offset + index] === byte);
}

/** Where `byte` first stands in `bytes` from `start` to before `end`, or -1. */
export function indexOfByte(bytes: Uint8Array, byte: number, start: number, end: number): number {
  const at = bytes.subarray(start, end).indexOf(byte);
  return at === -1 ? -1 : start + at;
}
