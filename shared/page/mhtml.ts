import { base64Bytes } from '../base64.ts';
import { latin1Text } from '../bytes.ts';
import { CodedError } from '../errors.ts';
import { limits } from '../limits.ts';
import { bytesOfLatin1 } from '../pdf/pdf-stream.ts';

/** One part of a page that was saved with all its pictures in one file. */
export interface MhtmlPart {
  /** In lower case, without parameters. */
  readonly mediaType: string;
  /** Where it was on the web; null: not said. */
  readonly location: string | null;
  readonly bytes: Uint8Array;
}

/**
 * The parts of an MHTML file (RFC 2557): one level, base64 and quoted-printable undone. A part that cannot be decoded is
 * left out.
 *
 * @throws CodedError page/too-complex
 */
export function mhtmlParts(bytes: Uint8Array): readonly MhtmlPart[] {
  const text = latin1Text(bytes);
  const [head, bodyAt] = headerAt(text, 0);
  const boundary = /boundary="([^"\r\n]{1,200})"|boundary=([^\s;"]{1,200})/i.exec(
    head.get('content-type') ?? '',
  );
  const delimiter = `--${boundary?.[1] ?? boundary?.[2] ?? ''}`;
  if (delimiter === '--') return [];
  const parts: MhtmlPart[] = [];
  let at = text.indexOf(delimiter, bodyAt);
  for (let count = 1; at !== -1 && !text.startsWith('--', at + delimiter.length); count += 1) {
    if (count > limits.pageParts) throw new CodedError('page/too-complex', { limit: limits.pageParts });
    const start = at + delimiter.length;
    const next = text.indexOf(`\n${delimiter}`, start);
    const part = partOf(text, start, next === -1 ? text.length : next);
    if (part !== null) parts.push(part);
    at = next === -1 ? -1 : next + 1;
  }
  return parts;
}

function partOf(text: string, start: number, end: number): MhtmlPart | null {
  const lineEnd = text.indexOf('\n', start);
  if (lineEnd === -1 || lineEnd >= end) return null;
  const [header, bodyAt] = headerAt(text.slice(lineEnd + 1, end), 0);
  const body = text.slice(lineEnd + 1 + bodyAt, end);
  const bytes = decoded(body, header.get('content-transfer-encoding') ?? '');
  if (bytes === null) return null;
  const mediaType = (header.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  return { mediaType, location: header.get('content-location') ?? null, bytes };
}

function decoded(body: string, encoding: string): Uint8Array | null {
  switch (encoding.trim().toLowerCase()) {
    case 'base64':
      return base64Bytes(body.replace(/\s+/g, ''));
    case 'quoted-printable':
      return unquoted(bytesOfLatin1(body.replace(/=[ \t]{0,20}\r?\n/g, '')));
    default:
      return bytesOfLatin1(body);
  }
}

/** Each `=` before two hexadecimal digits, and these, as the byte that they stand for (RFC 2045, 6.7). In place. */
function unquoted(bytes: Uint8Array): Uint8Array {
  let length = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    const [high, low] = byte === equals ? [digitOf(bytes[at + 1]), digitOf(bytes[at + 2])] : [-1, -1];
    const isQuoted = high !== -1 && low !== -1;
    bytes[length++] = isQuoted ? high * 16 + low : byte;
    if (isQuoted) at += 2;
  }
  return bytes.subarray(0, length);
}

function digitOf(code = 0): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

const equals = 0x3d;

/** Header fields in lower case, folded lines joined; and where the body begins. */
function headerAt(text: string, start: number): readonly [ReadonlyMap<string, string>, number] {
  const empty = /\r?\n\r?\n/g;
  empty.lastIndex = start;
  const end =
    empty.exec(text.slice(0, start + mostHeader))?.index ?? Math.min(text.length, start + mostHeader);
  const fields = new Map<string, string>();
  for (const line of text
    .slice(start, end)
    .replace(/\r?\n[ \t]{1,20}/g, ' ')
    .split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) fields.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return [fields, text.startsWith('\r\n\r\n', end) ? end + 4 : end + 2];
}

const mostHeader = 16_384;
