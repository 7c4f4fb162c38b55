const digits = new TextEncoder().encode('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/');
const padding = 61;

/** Bytes in one piece: a multiple of three, so that the pieces join without padding between them. */
const pieceBytes = 3 * 8_192;

/**
 * The base64 text (RFC 4648, section 4) of `bytes` in pieces, in order: nothing as long as the whole is ever built. By
 * table, which is several times faster than `btoa` over `String.fromCharCode`.
 */
export function* base64Pieces(bytes: Uint8Array): Generator<string> {
  const decoder = new TextDecoder();
  for (let start = 0; start < bytes.length; start += pieceBytes) {
    yield decoder.decode(base64Digits(bytes.subarray(start, start + pieceBytes)));
  }
}

/** The bytes of a base64 data URI (RFC 2397), or of a percent-encoded one; null where it is none. */
export function bytesOfDataUri(uri: string): Uint8Array | null {
  const match = /^data:([^,]{0,200}),/i.exec(uri);
  if (match === null) return null;
  const body = uri.slice(match[0].length);
  try {
    const text = /;\s*base64\s*$/i.test(match[1] ?? '') ? atob(decodeURIComponent(body)) : null;
    if (text === null) return new TextEncoder().encode(decodeURIComponent(body));
    return Uint8Array.from(text, (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}

/** ASCII codes of the base64 digits of one piece. */
function base64Digits(bytes: Uint8Array): Uint8Array {
  const text = new Uint8Array(Math.ceil(bytes.length / 3) * 4).fill(padding);
  let at = 0;
  for (let index = 0; index < bytes.length; index += 3) {
    const group = ((bytes[index] ?? 0) << 16) | ((bytes[index + 1] ?? 0) << 8) | (bytes[index + 2] ?? 0);
    const length = Math.min(bytes.length - index, 3) + 1;
    for (let digit = 0; digit < length; digit += 1)
      text[at + digit] = digits[(group >> (18 - 6 * digit)) & 63] ?? 0;
    at += 4;
  }
  return text;
}
