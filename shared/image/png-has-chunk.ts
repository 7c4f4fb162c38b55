/**
 * True where a chunk of this type begins in a PNG (third edition, section 5.3), as far as one leads to the next; `type`:
 * its four letters. For bytes that begin like one; never throws.
 */
export function pngHasChunk(bytes: Uint8Array, type: string): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = 8; at + 8 <= bytes.length; at += 12 + view.getUint32(at)) {
    if ([...type].every((letter, index) => bytes[at + 4 + index] === letter.charCodeAt(0))) return true;
  }
  return false;
}
