import { base64Text } from '../base64.ts';
import { CodedError, codeOf, type ErrorCode } from '../errors.ts';
import { detectKind, type FileKind } from '../image/detect.ts';
import { limits } from '../limits.ts';
import { DistinctDocuments } from './distinct-documents.ts';
import type { ReadingNote } from './model.ts';
import { placed, readPlain } from './read-plain.ts';
import type { FoundBadge, Reading } from './reading.ts';

/** A file inside another one. */
export interface Part {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What the files inside another one hold. */
export interface ReadParts {
  readonly badges: readonly FoundBadge[];
  readonly notes: readonly ReadingNote[];
  /** Why the first that seemed to be a badge could not be read; null: none. */
  readonly failure: unknown;
}

/**
 * Reads those of the files that are badges by themselves; each once, the same badge in two files too. What is no badge is
 * passed over, what is a broken one is noted. Never throws for a bad part but for one that must not be taken lightly.
 *
 * @throws CodedError badge/too-many, badge/private-key-inside
 */
export function readParts(parts: Iterable<Part>): ReadParts {
  const badges: FoundBadge[] = [];
  const notes: ReadingNote[] = [];
  const distinct = new DistinctDocuments();
  let failure: unknown = null;
  for (const part of parts) {
    try {
      if (!plainKinds.has(detectKind(part.bytes))) continue;
      const reading = readPlain(part.bytes);
      for (const found of placed(withPicture(reading, part.bytes), part.name)) {
        if (distinct.add(found.badge.source)) badges.push(found);
      }
      notes.push(...reading.notes);
    } catch (error) {
      const code = codeOf(error);
      if (refusesWhole.includes(code)) throw error;
      if (noBadge.includes(code)) continue;
      failure ??= error;
      notes.push({ code: 'read.skipped-entry', facts: { entry: part.name, reason: code } });
    }
    if (badges.length > limits.badgesPerFile) {
      throw new CodedError('badge/too-many', { limit: limits.badgesPerFile });
    }
  }
  return { badges, notes, failure };
}

/** A badge that came in a picture is shown by it, where it is not too large to pass on. */
function withPicture({ badges, mediaType }: Reading, bytes: Uint8Array): readonly FoundBadge[] {
  const [first, ...others] = badges;
  const isPicture = mediaType === 'image/png' || mediaType === 'image/svg+xml';
  if (first === undefined || !isPicture || bytes.length > limits.pdfPictureBytes) return badges;
  const url = `data:${mediaType};base64,${base64Text(bytes)}`;
  const badge = { ...first.badge, images: [{ url, caption: null }, ...first.badge.images] };
  return [{ ...first, badge }, ...others];
}

const plainKinds: ReadonlySet<FileKind> = new Set(['png', 'svg', 'json', 'jose', 'data-uri']);

const noBadge: readonly ErrorCode[] = ['image/no-badge', 'input/unknown-kind', 'badge/not-a-badge'];

const refusesWhole: readonly ErrorCode[] = ['internal/bug', 'badge/private-key-inside'];
