import { latin1Text } from '../bytes.ts';
import { CodedError, codeOf } from '../errors.ts';
import { inflate } from '../image/inflate.ts';
import { limits } from '../limits.ts';
import { latin1OfHex } from './pdf-strings.ts';
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
  if (filters.length === 0) spend(budget, bytes.length);
  for (const filter of filters) {
    bytes = unfiltered(filter, bytes, budget);
    if (bytes === null) return null;
  }
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
      return asciiHex(bytes, budget);
    case 'ASCII85Decode':
    case 'A85':
      return ascii85(bytes, budget);
    default:
      return null;
  }
}

/** What a damaged stream gives before its damage is found costs as much as any other. */
function inflated(bytes: Uint8Array, budget: StreamBudget): Uint8Array | null {
  try {
    return inflate(bytes, budget.left, (length) => spend(budget, length));
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

function spent(budget: StreamBudget, length: number): number {
  spend(budget, length);
  return length;
}

function tooMuch(): CodedError {
  return new CodedError('pdf/inflates-too-much', { limitBytes: limits.pdfInflatedBytes });
}

function asciiHex(bytes: Uint8Array, budget: StreamBudget): Uint8Array {
  const end = bytes.indexOf(0x3e);
  const text = latin1Text(end === -1 ? bytes : bytes.subarray(0, end));
  const found = bytesOfLatin1(latin1OfHex(text, 0, text.length));
  spend(budget, found.length);
  return found;
}

/** Groups of five digits of base 85; `z` is four zero bytes; `~>` ends. */
function ascii85(bytes: Uint8Array, budget: StreamBudget): Uint8Array | null {
  const found = new Uint8Array(spent(budget, most85(bytes)));
  let [length, digits, value] = [0, 0, 0];
  for (const byte of bytes) {
    if (byte === 0x7e) break;
    if (byte <= 0x20) continue;
    if (byte === 0x7a && digits === 0) length += 4;
    else if (byte < 0x21 || byte > 0x75) return null;
    else {
      value = value * 85 + byte - 0x21;
      digits += 1;
    }
    if (digits < 5) continue;
    length = writeGroup(found, length, value, 4);
    [digits, value] = [0, 0];
  }
  if (digits > 1) length = writeGroup(found, length, padded85(value, digits), digits - 1);
  return found.subarray(0, length);
}

/** The most that the digits can give. */
function most85(bytes: Uint8Array): number {
  let zeros = 0;
  for (const byte of bytes) if (byte === 0x7a) zeros += 1;
  return zeros * 4 + Math.ceil(((bytes.length - zeros) * 4) / 5);
}

/** A group that was cut short, with the highest digit in the missing places. */
function padded85(value: number, digits: number): number {
  let whole = value;
  for (let place = digits; place < 5; place += 1) whole = whole * 85 + 84;
  return whole;
}

function writeGroup(target: Uint8Array, at: number, value: number, length: number): number {
  for (let index = 0; index < length; index += 1) {
    target[at + index] = Math.floor(value / 256 ** (3 - index)) & 255;
  }
  return at + length;
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
