/** Bytes that go through `btoa` at once: a multiple of three, so that the pieces join without padding between them. */
const pieceBytes = 3 * 8_192;

/** The base64 text (RFC 4648, section 4) of `bytes` in pieces, in order: nothing as long as the whole is ever built. */
export function* base64Pieces(bytes: Uint8Array): Generator<string> {
  for (let start = 0; start < bytes.length; start += pieceBytes) {
    yield btoa(String.fromCharCode(...bytes.subarray(start, start + pieceBytes)));
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
