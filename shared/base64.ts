const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const urlValues = valuesOf(`${alphabet}-_`);
const plainValues = valuesOf(`${alphabet}+/`);

/**
 * Bytes of an unpadded base64url text (RFC 4648 section 5, RFC 7515 section 2), strictly: no padding, no other alphabet,
 * no white space, no impossible length, unused bits zero. Null for anything else, so that no two texts mean the same.
 */
export function base64UrlBytes(text: string): Uint8Array | null {
  return decode(text, urlValues);
}

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

function decode(text: string, values: Int8Array): Uint8Array | null {
  if (text.length % 4 === 1) return null;
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let pending = 0;
  let pendingBits = 0;
  let at = 0;
  for (let index = 0; index < text.length; index++) {
    const value = values[text.charCodeAt(index)] ?? -1;
    if (value === -1) return null;
    pending = ((pending << 6) | value) & 0xfff;
    pendingBits += 6;
    if (pendingBits >= 8) {
      pendingBits -= 8;
      bytes[at++] = (pending >> pendingBits) & 0xff;
    }
  }
  return (pending & ((1 << pendingBits) - 1)) === 0 ? bytes : null;
}
