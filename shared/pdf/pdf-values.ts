/** A value of a PDF (ISO 32000-1, 7.3). Nothing is resolved: a reference stays a reference. */
export type PdfValue =
  | { readonly kind: 'null' }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name'; readonly name: string }
  /** Its bytes, one character each. */
  | { readonly kind: 'string'; readonly latin1: string }
  | { readonly kind: 'ref'; readonly object: number }
  | { readonly kind: 'array'; readonly items: readonly PdfValue[] }
  | PdfDict
  | PdfStream;

export interface PdfDict {
  readonly kind: 'dict';
  readonly entries: ReadonlyMap<string, PdfValue>;
}

export interface PdfStream {
  readonly kind: 'stream';
  readonly entries: ReadonlyMap<string, PdfValue>;
  /** Where its bytes lie in the text that it was read from; still packed. */
  readonly start: number;
  readonly end: number;
}
