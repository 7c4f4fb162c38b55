import type { Badge } from '../../../shared/badge/model.ts';
import type { Reading } from '../../../shared/badge/reading.ts';
import { CodedError } from '../../../shared/errors.ts';
import { sha256Of } from '../../../shared/library/facts-of.ts';
import { isShown } from '../../../shared/library/presence.ts';
import { limits } from '../../../shared/limits.ts';
import type { BadgeEngine } from '../engine.ts';
import type { LibraryCore } from '../library/library-core.ts';
import type { ObjectStore } from '../library/object-store.ts';

export interface ReadingBadges {
  readonly core: LibraryCore;
  readonly originals: ObjectStore;
  readonly engine: BadgeEngine;
}

/** A badge of the library, read anew from its original. */
export async function readBadge(
  { core, ...library }: ReadingBadges,
  id: string,
  signal?: AbortSignal,
): Promise<Badge> {
  const entry = core.state.badges.get(id);
  if (entry === undefined || !isShown(entry)) throw new CodedError('store/not-found');
  const { fileName, pathIndex } = entry.facts.value;
  const reading = await readOriginal(library, sha256Of(id), fileName, signal);
  const found = reading.badges[pathIndex];
  if (found === undefined) throw new CodedError('store/not-found');
  return found.badge;
}

/** What an original holds. That of many badges is remembered while they are asked for one after the other. */
export async function readOriginal(
  { originals, engine }: { readonly originals: ObjectStore; readonly engine: Pick<BadgeEngine, 'read'> },
  sha256: string,
  fileName: string,
  signal?: AbortSignal,
): Promise<Reading> {
  const kept = readLast.get(originals);
  if (kept?.sha256 === sha256 && kept.fileName === fileName) return kept.reading;
  const bytes = await originals.get(sha256);
  const reading = await engine.read(bytes, fileName, signal);
  const isWorthKeeping = reading.badges.length > 1 && bytes.length <= limits.readingKeptBytes;
  if (isWorthKeeping) readLast.set(originals, { sha256, fileName, reading });
  return reading;
}

/** Of each library. */
const readLast = new WeakMap<
  ObjectStore,
  { readonly sha256: string; readonly fileName: string; readonly reading: Reading }
>();
