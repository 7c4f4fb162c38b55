import { latin1Text, utf8Bytes } from './bytes.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const urlValues = valuesOf(`${alphabet}-_`);
const plainValues = valuesOf(`${alphabet}+/`);

/**
 * Bytes of an unpadded base64url text (RFC 4648 section 5, RFC 7515 section 2), strictly: no padding, no other alphabet,
 * no white space, no impossible length, unused bits zero. Null for anything else, so that no two texts mean the same.
 */
export function base64UrlBytes(text: string): Uint8Array | null {
  return native === null ? decode(text, urlValues) : native.bytes(text);
}

/** Base64url in the machine code of a runtime. */
export interface NativeBase64Url {
  /** Does what `base64UrlBytes` does, and is as strict. */
  readonly bytes: (text: string) => Uint8Array | null;
  /** Does what `asciiOfBase64Url` does, and is as strict. */
  readonly ascii: (text: string) => string | null;
}

let native: NativeBase64Url | null = null;

/** From now on the runtime decodes, ten times faster than ours; what is strict stays strict. Null: ours again. */
export function setNativeBase64Url(code: NativeBase64Url | null): void {
  native = code;
}

/**
 * The text inside an unpadded base64url text, where it is all ASCII and as strict as `base64UrlBytes` wants it; null for
 * everything else, which is left to that. Much quicker, since no bytes are made of it.
 */
export function asciiOfBase64Url(text: string): string | null {
  return native === null ? decodeAscii(text) : native.ascii(text);
}

function decodeAscii(text: string): string | null {
  const rest = text.length % 4;
  if (rest === 1 || text.length > scratch.length || text.includes('+') || text.includes('/')) return null;
  const last = urlValues[text.charCodeAt(text.length - 1) & 127] ?? 0;
  if (rest > 0 && (last & (rest === 2 ? 15 : 3)) !== 0) return null;
  const ascii = binaryOf(text.replaceAll('-', '+').replaceAll('_', '/'));
  // Shorter where white space or padding was left out of account.
  if (ascii?.length !== Math.floor((text.length * 3) / 4)) return null;
  return encoder.encodeInto(ascii, scratch).written === ascii.length ? ascii : null;
}

/** Each byte as the character of its number; null for what is no base64. */
function binaryOf(text: string): string | null {
  try {
    return atob(text);
  } catch {
    return null;
  }
}

/** Only to see whether each character takes one byte: a token and its contents fit. */
const scratch = new Uint8Array(65_536);
const encoder = new TextEncoder();

/** Unpadded base64url of the bytes. */
export function base64UrlText(bytes: Uint8Array): string {
  const digits = `${alphabet}-_`;
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const length = Math.min(3, bytes.length - at) + 1;
    for (let digit = 0; digit < length; digit++) text += digits[(group >> (18 - 6 * digit)) & 63];
  }
  return text;
}

/** Padded ordinary base64 of the bytes (RFC 4648 section 4), as data URIs hold it. */
export function base64Text(bytes: Uint8Array): string {
  return btoa(latin1Text(bytes));
}

/** Bytes of ordinary base64 (RFC 4648 section 4), padded or not, as data URIs hold it; null for anything else. */
export function base64Bytes(text: string): Uint8Array | null {
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  if (padding > 0 && text.length % 4 !== 0) return null;
  return decode(text.slice(0, text.length - padding), plainValues);
}

function valuesOf(digits: string): Int8Array {
  const values = new Int8Array(128).fill(-1);
  for (let value = 0; value < digits.length; value++) values[digits.charCodeAt(value)] = value;
  return values;
}

/**
 * Four digits at a time, as bytes, since those of a cut text are slow to reach; what was wrong is asked at the end. The
 * text is filled up with digits that mean zero, so that the last group is like the others.
 */
function decode(text: string, values: Int8Array): Uint8Array | null {
  const rest = text.length % 4;
  const groups = Math.ceil(text.length / 4);
  const digits = utf8Bytes(text.padEnd(groups * 4, 'A'));
  if (rest === 1 || digits.length !== groups * 4) return null;
  const bytes = new Uint8Array(groups * 3);
  let codes = 0;
  let group = 0;
  let wrong = 0;
  for (let from = 0, to = 0; from < digits.length; from += 4, to += 3) {
    const a = digits[from] ?? 0;
    const b = digits[from + 1] ?? 0;
    const c = digits[from + 2] ?? 0;
    const d = digits[from + 3] ?? 0;
    codes |= a | b | c | d;
    group =
      ((values[a & 127] ?? 0) << 18) |
      ((values[b & 127] ?? 0) << 12) |
      ((values[c & 127] ?? 0) << 6) |
      (values[d & 127] ?? 0);
    wrong |= group;
    bytes[to] = group >> 16;
    bytes[to + 1] = group >> 8;
    bytes[to + 2] = group;
  }
  const unused = [0, 0, 0xffff, 0xff][rest] ?? 0;
  if (codes > 127 || wrong < 0 || (group & unused) !== 0) return null;
  return rest === 0 ? bytes : bytes.slice(0, Math.floor((text.length * 3) / 4));
}
