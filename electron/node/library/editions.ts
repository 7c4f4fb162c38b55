import type { Badge } from '../../../shared/badge/model.ts';
import type { Reading } from '../../../shared/badge/reading.ts';
import { sameDocument } from '../../../shared/badge/same-document.ts';
import { badgeIdOf, factsOf, sha256Of } from '../../../shared/library/facts-of.ts';
import { contradict } from '../../../shared/library/family.ts';
import { isShown } from '../../../shared/library/presence.ts';
import type { LibraryState } from '../../../shared/library/state.ts';
import { readOriginal } from '../check/read-badge.ts';
import type { BadgeEngine } from '../engine.ts';
import type { LibraryCore } from './library-core.ts';
import type { ObjectStore } from './object-store.ts';

/** Badges by their issuer and id, so that a new one finds one that was here before it. */
export interface Twins {
  /** A badge here that has the issuer and id of this one, in another file; from then on this one is here too. */
  takeIn(badgeId: string, sameBadgeKey: string | null): string | null;
}

export function createTwins(state: LibraryState): Twins {
  const first = new Map<string, string>();
  for (const [id, entry] of state.badges) {
    const key = isShown(entry) ? entry.facts.value.sameBadgeKey : null;
    if (key !== null && !first.has(key)) first.set(key, id);
  }
  return {
    takeIn: (badgeId, key) => {
      if (key === null) return null;
      const twin = first.get(key);
      if (twin === undefined) first.set(key, badgeId);
      return twin === undefined || sha256Of(twin) === sha256Of(badgeId) ? null : twin;
    },
  };
}

/** What it takes to read a badge here again. */
export interface EditionReader {
  readonly core: LibraryCore;
  readonly originals: ObjectStore;
  readonly engine: Pick<BadgeEngine, 'read'>;
}

/**
 * Whether the `index`-th badge of a file is another edition of its twin: it says other things, or is another document.
 * Else it is the same badge in another file.
 */
export async function isEdition(
  library: EditionReader,
  reading: Reading,
  index: number,
  twinId: string,
): Promise<boolean> {
  const twin = library.core.state.badges.get(twinId)?.facts?.value;
  const own = reading.badges[index]?.badge;
  if (twin === undefined || own === undefined) return false;
  if (contradict(factsOf(reading, index, { fileName: '', sizeBytes: 0 }), twin)) return true;
  const other = await badgeOf(library, twinId, twin);
  // Two forms of a badge, as text and as token, say the same in different words.
  const isSameForm = other !== null && own.source.kind === other.source.kind && own.form === other.form;
  return isSameForm && !sameDocument(own.source, other.source);
}

/** null: it cannot be read any more, so nothing can be said of it. */
async function badgeOf(
  library: EditionReader,
  id: string,
  { fileName, pathIndex }: { readonly fileName: string; readonly pathIndex: number },
): Promise<Badge | null> {
  try {
    const { badges } = await readOriginal(library, sha256Of(id), fileName);
    return badges[pathIndex]?.badge ?? null;
  } catch {
    return null;
  }
}

/** The ids of the badges of a file. */
export function idsOf(sha256: string, reading: Reading): readonly string[] {
  return reading.badges.map((_, index) => badgeIdOf(sha256, index));
}
