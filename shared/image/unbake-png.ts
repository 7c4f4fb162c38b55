import type { ReadingNote } from '../badge/model.ts';
import { CodedError } from '../errors.ts';
import { limits } from '../limits.ts';
import type { ByteSource } from './byte-source.ts';
import { type BakedPayload, type Unbaked, withoutRepetitions } from './payload.ts';
import { type PngChunk, readPngChunks } from './png-chunks.ts';
import { type BadgeKeyword, badgeKeywordOf, badgeKeywords, readBadgeChunk } from './png-text.ts';

/**
 * Every badge text in a PNG: `openbadgecredential` before `openbadges`, iTXt before tEXt before zTXt, then in the
 * file's order. A chunk that cannot be read is noted where another can.
 *
 * @throws CodedError image/no-badge, image/ambiguous and those of `readPngChunks` and `readBadgeChunk`
 */
export function unbakePng(source: ByteSource): Unbaked {
  const candidates: Candidate[] = [];
  const { trailingBytes } = readPngChunks(source, (chunk) => {
    const keyword = badgeKeywordOf(source, chunk);
    if (keyword !== null) candidates.push({ chunk, keyword });
  });
  candidates.sort((a, b) => rank(a) - rank(b));
  if (candidates.length === 0) throw new CodedError('image/no-badge');
  if (candidates.length > limits.payloadsPerImage) throw new CodedError('image/ambiguous');
  const found: BakedPayload[] = [];
  const notes: ReadingNote[] = [];
  let failure: unknown = null;
  for (const { chunk, keyword } of candidates) {
    try {
      found.push(readBadgeChunk(source, chunk, keyword));
    } catch (error) {
      if (!(error instanceof CodedError) || error.code !== 'image/damaged') throw error;
      failure ??= error;
      notes.push({ code: 'read.unreadable-payload', facts: { reason: error.code } });
    }
  }
  if (found.length === 0) throw failure;
  if (trailingBytes > 0) notes.push({ code: 'read.content-after-end', facts: { bytes: trailingBytes } });
  const distinct = withoutRepetitions(found);
  return { mediaType: 'image/png', payloads: distinct.payloads, notes: [...notes, ...distinct.notes] };
}

interface Candidate {
  readonly chunk: PngChunk;
  readonly keyword: BadgeKeyword;
}

function rank({ chunk, keyword }: Candidate): number {
  const byKeyword = badgeKeywords.indexOf(keyword);
  return byKeyword * 3 + ['iTXt', 'tEXt', 'zTXt'].indexOf(chunk.type);
}
