import { CodedError, codeOf } from '../errors.ts';
import { unbakePdf } from '../image/unbake-pdf.ts';
import { limits } from '../limits.ts';
import { DistinctDocuments } from './distinct-documents.ts';
import type { ReadingNote } from './model.ts';
import { readParts } from './read-parts.ts';
import { readPicture } from './read-plain.ts';
import type { Reading } from './reading.ts';

/**
 * Reads every badge of a PDF: of its information dictionary, its metadata and the files attached to it. The same badge in
 * two of these places is one badge.
 *
 * @throws CodedError pdf/*, link/in-pdf where it only links to a badge, badge/* of the first that could not be read
 */
export function readPdf(bytes: Uint8Array): Reading {
  const { payloads, notes, attachments, links } = unbakePdf(bytes);
  const baked = readBaked({ mediaType: 'application/pdf', payloads, notes });
  const attached = readParts(attachments);
  const own = baked.reading?.badges ?? [];
  const distinct = new DistinctDocuments();
  for (const { badge } of own) distinct.add(badge.source);
  const more = attached.badges.filter(({ badge }) => distinct.add(badge.source));
  const badges = [...own, ...more];
  if (badges.length > limits.badgesPerFile) {
    throw new CodedError('badge/too-many', { limit: limits.badgesPerFile });
  }
  if (badges.length === 0) throw baked.failure ?? attached.failure ?? refusalOf(links);
  return {
    container: baked.reading?.container ?? 'pdf/attachment',
    mediaType: 'application/pdf',
    badges,
    notes: [...(baked.reading?.notes ?? [...notes, ...unreadNotes(baked.failure)]), ...attached.notes],
  };
}

function readBaked(unbaked: Parameters<typeof readPicture>[0]): {
  readonly reading: Reading | null;
  readonly failure: unknown;
} {
  try {
    return { reading: readPicture(unbaked), failure: null };
  } catch (error) {
    if (codeOf(error) === 'internal/bug') throw error;
    return { reading: null, failure: unbaked.payloads.length === 0 ? null : error };
  }
}

/** What was in the information dictionary or the metadata, and could not be read, beside good files. */
function unreadNotes(failure: unknown): readonly ReadingNote[] {
  return failure === null ? [] : [{ code: 'read.unreadable-payload', facts: { reason: codeOf(failure) } }];
}

function refusalOf(links: readonly string[]): CodedError {
  const [url] = links;
  if (url === undefined) return new CodedError('pdf/no-badge');
  return new CodedError('link/in-pdf', { host: new URL(url).host, url });
}
