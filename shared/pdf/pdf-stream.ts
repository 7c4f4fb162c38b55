import { concatBytes } from '../bytes.ts';
import { CodedError, codeOf } from '../errors.ts';
import { inflate } from '../image/inflate.ts';
import { limits } from '../limits.ts';
import { latin1OfHex } from './pdf-lexer.ts';
import type { PdfStream, PdfValue } from './pdf-values.ts';

/** How many bytes all streams of one file may still give. */
export interface StreamBudget {
  left: number;
}

/**
 * What is in a stream, its filters undone (ISO 32000-1, 7.4): Flate without predictor, ASCIIHex and ASCII85. Null for
 * other filters and for what is damaged.
 *
 * @throws CodedError pdf/inflates-too-much, pdf/too-complex
 */
export function streamContents(
  text: string,
  { entries, start, end }: PdfStream,
  resolve: (value: PdfValue | undefined) => PdfValue,
  budget: StreamBudget,
): Uint8Array | null {
  const filters = namesOf(resolve(entries.get('Filter')), resolve);
  if (filters === null || hasPredictor(resolve(entries.get('DecodeParms')), resolve)) return null;
  if (filters.length > limits.pdfFilters) throw new CodedError('pdf/too-complex');
  let bytes: Uint8Array | null = bytesOfLatin1(text.slice(start, end));
  for (const filter of filters) {
    bytes = unfiltered(filter, bytes, budget);
    if (bytes === null) return null;
  }
  spend(budget, bytes.length);
  return bytes;
}

/** The characters' numbers as bytes. */
export function bytesOfLatin1(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}

function unfiltered(filter: string, bytes: Uint8Array, budget: StreamBudget): Uint8Array | null {
  switch (filter) {
    case 'FlateDecode':
    case 'Fl':
      return inflated(bytes, budget);
    case 'ASCIIHexDecode':
    case 'AHx':
      return bytesOfLatin1(latin1OfHex(digitsOf(bytes)));
    case 'ASCII85Decode':
    case 'A85':
      return ascii85(bytes);
    default:
      return null;
  }
}

function inflated(bytes: Uint8Array, budget: StreamBudget): Uint8Array | null {
  try {
    return inflate(bytes, budget.left);
  } catch (error) {
    if (codeOf(error) === 'image/damaged') return null;
    if (codeOf(error) !== 'image/inflates-too-much') throw error;
    throw tooMuch();
  }
}

function spend(budget: StreamBudget, length: number): void {
  budget.left -= length;
  if (budget.left < 0) throw tooMuch();
}

function tooMuch(): CodedError {
  return new CodedError('pdf/inflates-too-much', { limitBytes: limits.pdfInflatedBytes });
}

function digitsOf(bytes: Uint8Array): string {
  const end = bytes.indexOf(0x3e);
  const digits = bytes.subarray(0, end === -1 ? bytes.length : end);
  return new TextDecoder().decode(digits).replace(/[^0-9a-f]/gi, '');
}

/** Groups of five digits of base 85; `z` is four zero bytes; `~>` ends. */
function ascii85(bytes: Uint8Array): Uint8Array | null {
  const parts: Uint8Array[] = [];
  let group: number[] = [];
  for (const byte of bytes) {
    if (byte === 0x7e) break;
    if (byte <= 0x20) continue;
    if (byte === 0x7a && group.length === 0) parts.push(new Uint8Array(4));
    else if (byte < 0x21 || byte > 0x75) return null;
    else group.push(byte - 0x21);
    if (group.length < 5) continue;
    parts.push(bytesOfGroup(group, 4));
    group = [];
  }
  if (group.length > 1) parts.push(bytesOfGroup([...group, 84, 84, 84, 84].slice(0, 5), group.length - 1));
  return concatBytes(parts);
}

function bytesOfGroup(digits: readonly number[], length: number): Uint8Array {
  const value = digits.reduce((sum, digit) => sum * 85 + digit, 0);
  return Uint8Array.from({ length }, (_, index) => Math.floor(value / 256 ** (3 - index)) & 255);
}

function namesOf(
  value: PdfValue,
  resolve: (value: PdfValue | undefined) => PdfValue,
): readonly string[] | null {
  if (value.kind === 'null') return [];
  const names = (value.kind === 'array' ? value.items.map(resolve) : [value]).map((item) =>
    item.kind === 'name' ? item.name : null,
  );
  return names.every((name) => name !== null) ? names : null;
}

function hasPredictor(value: PdfValue, resolve: (value: PdfValue | undefined) => PdfValue): boolean {
  return (value.kind === 'array' ? value.items.map(resolve) : [value]).some((item) => {
    const predictor = item.kind === 'dict' ? resolve(item.entries.get('Predictor')) : undefined;
    return predictor?.kind === 'number' && predictor.value > 1;
  });
}
