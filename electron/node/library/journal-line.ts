import { z } from 'zod';
import { isJsonObject, type Json, type JsonObject } from '../../../shared/json.ts';
import { type JournalRecord, readRecord } from '../../../shared/library/operations.ts';
import { sha256Hex } from '../files.ts';

/** The end of every line. */
export const lineFeed = 0x0a;

/** A record where it lies in its journal, in bytes; `length` without the line's end. */
export interface PlacedRecord {
  readonly record: JournalRecord;
  readonly offset: number;
  readonly length: number;
}

/** A line that is not what was written, or not of this library. */
export interface BadLine {
  readonly offset: number;
  readonly length: number;
}

export interface JournalContents {
  readonly records: readonly PlacedRecord[];
  readonly badLines: readonly BadLine[];
  /** Up to here all lines are whole; what follows is a line that was never finished. */
  readonly end: number;
  readonly tornBytes: number;
}

/**
 * One line: the record with its own checksum. Line feeds stand only at the end: JSON escapes those inside.
 */
export function encodeLine(record: JournalRecord | JsonObject): Uint8Array {
  const text = JSON.stringify(record);
  return new TextEncoder().encode(`${prefix}${checksum(text)}${middle}${text}}\n`);
}

/** The record of one line without its end; null for one that is bad, or that this version cannot read. */
export function decodeLine(line: Uint8Array): JournalRecord | null {
  const value = wholeValue(line);
  return value === undefined ? null : readRecord(value);
}

/** A whole line as it was written. */
export interface WrittenLine {
  /** Without its end. */
  readonly line: Uint8Array;
  readonly raw: JsonObject;
  /** null: a later version wrote it. */
  readonly record: JournalRecord | null;
}

/** The whole lines of a journal, of whatever library; bad ones are left out. */
export function writtenLines(bytes: Uint8Array): readonly WrittenLine[] {
  const lines: WrittenLine[] = [];
  let from = 0;
  for (let at = bytes.indexOf(lineFeed); at >= 0; at = bytes.indexOf(lineFeed, from)) {
    const line = bytes.subarray(from, at);
    // Whatever `JSON.parse` answers is JSON.
    const raw = wholeValue(line) as Json | undefined;
    if (isJsonObject(raw)) {
      const record = readRecord(raw);
      if (record !== null || laterRecord.safeParse(raw).success) lines.push({ line, raw, record });
    }
    from = at + 1;
  }
  return lines;
}

/** All lines of a journal from `start` (the beginning of a line). A bad one, or one of another library, spoils no other. */
export function decodeJournal(bytes: Uint8Array, libraryId: string, start = 0): JournalContents {
  const records: PlacedRecord[] = [];
  const badLines: BadLine[] = [];
  let offset = start;
  for (let at = bytes.indexOf(lineFeed, offset); at >= 0; at = bytes.indexOf(lineFeed, offset)) {
    const length = at - offset;
    const value = wholeValue(bytes.subarray(offset, at));
    const record = value === undefined ? null : readRecord(value);
    if (record?.library === libraryId) records.push({ record, offset, length });
    else if (length > 0 && !isOfLaterFormat(value, libraryId)) badLines.push({ offset, length });
    offset = at + 1;
  }
  return { records, badLines, end: offset, tornBytes: bytes.length - offset };
}

/** What a line holds, when it is what was written; undefined for anything else. */
function wholeValue(line: Uint8Array): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(line);
    const sum = text.slice(prefix.length, prefix.length + checksumLength);
    const body = text.slice(prefix.length + checksumLength + middle.length, -1);
    const isFramed = text === `${prefix}${sum}${middle}${body}}`;
    return isFramed && checksum(body) === sum ? JSON.parse(body) : undefined;
  } catch {
    return undefined;
  }
}

/** A record that a later version wrote has no effect here, but it is no damage: it stays. */
function isOfLaterFormat(value: unknown, libraryId: string): boolean {
  const later = laterRecord.safeParse(value);
  return later.success && later.data.library === libraryId;
}

const laterRecord = z.object({ format: z.number().int().min(2), library: z.string() });

const prefix = '{"sum":"';
const middle = '","record":';
const checksumLength = 16;

function checksum(text: string): string {
  return sha256Hex(new TextEncoder().encode(text)).slice(0, checksumLength);
}
