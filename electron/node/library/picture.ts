import type { Picture } from './library.ts';

/** The picture in a data URI; null for one that is none of the shown kinds, whatever it calls itself. */
export function pictureOfDataUri(uri: string): Picture | null {
  const comma = uri.indexOf(',');
  if (comma < 0 || !/^data:/i.test(uri)) return null;
  const isBase64 = /;\s*base64\s*$/i.test(uri.slice(0, comma));
  const bytes = isBase64 ? base64(uri.slice(comma + 1)) : percentDecoded(uri.slice(comma + 1));
  return bytes === null ? null : pictureOf(bytes);
}

/** Bytes as a picture, its kind decided by their beginning; null for anything else. */
export function pictureOf(bytes: Uint8Array): Picture | null {
  const found = signatures.find(({ at, text }) => startsWith(bytes, at, text));
  if (found !== undefined) return { bytes, mediaType: found.mediaType };
  const start = new TextDecoder().decode(bytes.subarray(0, 1_024));
  return /^\s*(?:<\?xml|<!--|<svg|<!DOCTYPE svg)/i.test(start) &&
    /<(?:[\w-]+:)?svg[\s>]/i.test(start + tail(bytes))
    ? { bytes, mediaType: 'image/svg+xml' }
    : null;
}

const signatures = [
  { mediaType: 'image/png', at: 0, text: '\x89PNG\r\n\x1a\n' },
  { mediaType: 'image/jpeg', at: 0, text: '\xff\xd8\xff' },
  { mediaType: 'image/gif', at: 0, text: 'GIF8' },
  { mediaType: 'image/webp', at: 8, text: 'WEBP' },
] as const;

function startsWith(bytes: Uint8Array, at: number, text: string): boolean {
  return [...text].every((character, index) => bytes[at + index] === character.charCodeAt(0));
}

/** A long comment may stand before the root element. */
function tail(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes.subarray(1_024, 16_384));
}

function base64(text: string): Uint8Array | null {
  const compact = percentDecodedText(text)?.replace(/\s+/g, '') ?? null;
  if (compact === null || !/^[A-Za-z0-9+/]*={0,2}$/.test(compact)) return null;
  return new Uint8Array(Buffer.from(compact, 'base64'));
}

function percentDecoded(text: string): Uint8Array | null {
  const decoded = percentDecodedText(text);
  return decoded === null ? null : new TextEncoder().encode(decoded);
}

function percentDecodedText(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
