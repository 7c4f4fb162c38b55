import { latin1Text } from '../bytes.ts';
import type { PdfFile } from './pdf-file.ts';
import { PdfLexer } from './pdf-lexer.ts';
import type { PdfDict, PdfValue } from './pdf-values.ts';

/** The objects of a PDF by its own table: only those that are asked for are looked at. */
export type PdfTable = Pick<PdfFile, 'catalog' | 'resolve'>;

/**
 * Opens a PDF by the table at its end (ISO 32000-2, 7.5.4), as it is written by us: one table, no packed objects. However
 * many pages it has, each object costs what it is. null for any other PDF: `readPdfFile` reads those. What its table says
 * wrongly is not found.
 */
export function pdfByTable(bytes: Uint8Array): PdfTable | null {
  const end = latin1Text(bytes.subarray(-endBytes));
  const start = Number(/startxref[\r\n ]+(\d{1,12})[\r\n ]+%%EOF[\r\n ]*$/.exec(end)?.[1] ?? Number.NaN);
  if (!Number.isSafeInteger(start) || start > bytes.length || bytes.length - start > tableBytes) return null;
  const text = latin1Text(bytes.subarray(start));
  const offsets = offsetsIn(text);
  const trailer = offsets === null ? null : valueAt(text, text.indexOf('trailer') + 'trailer'.length);
  if (offsets === null || trailer?.kind !== 'dict' || trailer.entries.has('Encrypt')) return null;
  const work = { longLeft: longObjects };
  const resolve = (value: PdfValue | undefined): PdfValue => {
    if (value?.kind !== 'ref') return value ?? nothing;
    const found = objectAt(bytes, value.object, offsets.get(value.object), work);
    return found === null || found.kind === 'ref' ? nothing : found;
  };
  const catalog = resolve(trailer.entries.get('Root'));
  return catalog.kind === 'dict' ? { catalog, resolve } : null;
}

/** Where objects that are in use begin, by their numbers. */
function offsetsIn(text: string): ReadonlyMap<number, number> | null {
  if (!text.startsWith('xref')) return null;
  const offsets = new Map<number, number>();
  const head = /[\r\n ]*(\d{1,10}) (\d{1,10})[ \r]*\n/y;
  head.lastIndex = 'xref'.length;
  for (let match = head.exec(text); match !== null; match = head.exec(text)) {
    const [first, count] = [Number(match[1]), Number(match[2])];
    const from = head.lastIndex;
    if (from + count * entryBytes > text.length) return null;
    for (let index = 0; index < count; index += 1) {
      const entry = text.slice(from + index * entryBytes, from + (index + 1) * entryBytes);
      if (/^\d{10} \d{5} n/.test(entry)) offsets.set(first + index, Number(entry.slice(0, 10)));
    }
    head.lastIndex = from + count * entryBytes;
  }
  return offsets;
}

/** The object of this number, if it is what begins there; a stream with where its bytes lie. */
function objectAt(
  bytes: Uint8Array,
  object: number,
  offset: number | undefined,
  work: { longLeft: number },
): PdfValue | null {
  if (offset === undefined || offset >= bytes.length) return null;
  for (const size of objectBytes) {
    if (size > (objectBytes[0] ?? 0)) work.longLeft -= 1;
    if (work.longLeft < 0) return null;
    const text = latin1Text(bytes.subarray(offset, offset + size));
    const found = objectIn(text, { bytes, object, offset });
    if (found !== 'longer') return found;
  }
  return null;
}

interface Place {
  readonly bytes: Uint8Array;
  readonly object: number;
  readonly offset: number;
}

function objectIn(text: string, { bytes, object, offset }: Place): PdfValue | null | 'longer' {
  const head = /^(\d{1,10}) \d{1,5} obj/.exec(text);
  if (head === null || Number(head[1]) !== object) return null;
  const lexer = new PdfLexer(text, head[0].length, { values: 0 });
  const value = lexer.value();
  if (lexer.at + marginBytes > text.length && offset + text.length < bytes.length) return 'longer';
  if (value?.kind !== 'dict') return value;
  lexer.skipSpace();
  return lexer.takeWord('stream') ? streamOf(value, bytes, text, offset, lexer.at) : value;
}

function streamOf(
  { entries }: PdfDict,
  bytes: Uint8Array,
  text: string,
  offset: number,
  at: number,
): PdfValue | null {
  const begin = /\r?\n/y;
  begin.lastIndex = at;
  const length = entries.get('Length');
  if (begin.exec(text) === null || length?.kind !== 'number' || length.value < 0) return null;
  const start = offset + begin.lastIndex;
  const end = start + length.value;
  const after = latin1Text(bytes.subarray(end, end + 12));
  return /^\r?\n?endstream/.test(after) ? { kind: 'stream', entries, start, end } : null;
}

function valueAt(text: string, at: number): PdfValue | null {
  return new PdfLexer(text, at, { values: 0 }).value();
}

const nothing: PdfValue = { kind: 'null' };

/** A line of the table. */
const entryBytes = 20;
const endBytes = 1_024;
/** Of a million objects. */
const tableBytes = 24_000_000;
/** An object up to its stream: most are short, a list of thousands of files is the longest. */
const objectBytes = [4_096, 1_048_576];
/** Objects of the longer kind that are read: the list of the files is one. */
const longObjects = 64;
/** What stands behind an object, up to the begin of its stream. */
const marginBytes = 32;
