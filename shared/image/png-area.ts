/** The pixels of a PNG, as its header says (PNG third edition, section 11.2.1); null for what does not begin like one. */
export function pngArea(bytes: Uint8Array): number | null {
  if (bytes.length < 24) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const isPng = signature.every((word, index) => view.getUint32(4 * index) === word);
  return isPng ? view.getUint32(16) * view.getUint32(20) : null;
}

/** The eight bytes of every PNG, and the length and the name of its first chunk: "IHDR". */
const signature = [0x89504e47, 0x0d0a1a0a, 13, 0x49484452];
