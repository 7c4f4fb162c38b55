import type { ReadingNote } from '../badge/model.ts';
import { indexOfByte, latin1Text, utf8Text } from '../bytes.ts';
import { CodedError } from '../errors.ts';
import { limits } from '../limits.ts';
import type { ByteSource } from './byte-source.ts';
import { inflate } from './inflate.ts';
import type { BakedPayload } from './payload.ts';
import { hasGoodChecksum, type PngChunk } from './png-chunks.ts';

/** Keywords under which badges are baked, in order of preference (3.0, 2.x and before, a common misspelling, CLR 2.0). */
export const badgeKeywords = ['openbadgecredential', 'openbadges', 'openbadge', 'clrcredential'] as const;

export type BadgeKeyword = (typeof badgeKeywords)[number];

/** The badge keyword of a text chunk, in any case of letters; null for every other chunk. */
export function badgeKeywordOf(source: ByteSource, chunk: PngChunk): BadgeKeyword | null {
  const { type } = chunk;
  if (type !== 'iTXt' && type !== 'tEXt' && type !== 'zTXt') return null;
  const start = source.bytes(chunk.dataStart, Math.min(chunk.dataEnd, chunk.dataStart + 80));
  const end = start.indexOf(0);
  if (end === -1) return null;
  const keyword = latin1Text(start.subarray(0, end)).toLowerCase();
  return badgeKeywords.find((known) => known === keyword) ?? null;
}

/**
 * The text of a badge chunk. Specifications allow only plain iTXt (and tEXt in 0.5); compressed ones are read too, since
 * image optimisers make them, and so are the chunk that Moodle wrote for years and one whose header is missing.
 *
 * @throws CodedError image/inflates-too-much, image/damaged, input/too-large
 */
export function readBadgeChunk(source: ByteSource, chunk: PngChunk, keyword: string): BakedPayload {
  const data = source.bytes(chunk.dataStart + keyword.length + 1, chunk.dataEnd);
  const read =
    chunk.type === 'tEXt' ? plain(data) : chunk.type === 'zTXt' ? compressed(data) : international(data);
  const checksum: readonly ReadingNote[] = hasGoodChecksum(source, chunk)
    ? []
    : [{ code: 'read.bad-checksum', facts: {} }];
  return {
    container: `png/${chunk.type}:${keyword}`,
    text: read.text,
    notes: [...checksum, ...read.notes],
  };
}

interface ReadChunk {
  readonly text: string;
  readonly notes: readonly ReadingNote[];
}

/** The standard says Latin-1, practice says UTF-8: bytes that are good UTF-8 are UTF-8, in every chunk type. */
function plain(data: Uint8Array): ReadChunk {
  if (data.length > limits.inflatedTextBytes) {
    throw new CodedError('input/too-large', { limitBytes: limits.inflatedTextBytes });
  }
  const utf8 = utf8Text(data);
  if (utf8 !== null) return { text: utf8, notes: [] };
  return { text: latin1Text(data), notes: [{ code: 'read.latin1', facts: {} }] };
}

function compressed(data: Uint8Array): ReadChunk {
  if (data[0] !== 0) throw new CodedError('image/damaged');
  return inflated(data.subarray(1));
}

function inflated(data: Uint8Array): ReadChunk {
  const read = plain(inflate(data, limits.inflatedTextBytes));
  return { text: read.text, notes: [{ code: 'read.compressed', facts: {} }, ...read.notes] };
}

/** iTXt after the keyword: compression flag and method, language NUL, translated keyword NUL, text. */
function international(data: Uint8Array): ReadChunk {
  const [flag, method] = data;
  const languageEnd = indexOfByte(data, 0, 2, data.length);
  const keywordEnd = languageEnd === -1 ? -1 : indexOfByte(data, 0, languageEnd + 1, data.length);
  if (keywordEnd === -1 || (flag !== 0 && flag !== 1)) return malformed(data);
  const rest = data.subarray(keywordEnd + 1);
  if (flag === 0) return plain(rest);
  if (method !== 0) throw new CodedError('image/damaged');
  return inflated(rest);
}

const moodleStart = "'json'\0''\0\"{'method': 'hosted', 'assertionUrl': '";
const moodleEnd = '\'}"';

/** Moodle's chunk, or a credential that follows the keyword at once. */
function malformed(data: Uint8Array): ReadChunk {
  const { text } = plain(data);
  const notes: readonly ReadingNote[] = [{ code: 'read.malformed-chunk', facts: {} }];
  if (text.startsWith(moodleStart) && text.endsWith(moodleEnd)) {
    return { text: text.slice(moodleStart.length, -moodleEnd.length), notes };
  }
  const bare = withoutLeadingNuls(text);
  if (/^\s{0,100}(?:[{[]|e[wy]|https?:)/.test(bare)) return { text: bare, notes };
  throw new CodedError('image/damaged');
}

function withoutLeadingNuls(text: string): string {
  let start = 0;
  while (text.charCodeAt(start) === 0) start++;
  return text.slice(start);
}
