/**
 * True for an absolute IRI that stands in N-Quads as it is: a scheme, and no character that would be escaped or that
 * JSON-LD refuses.
 */
export function isPlainIri(text: string): boolean {
  return plainIri.test(text);
}

const plainIri = /^[A-Za-z][A-Za-z0-9+.-]*:[^\s\p{Cc}<>"{}|^`\\]*$/u;
