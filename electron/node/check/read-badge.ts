import type { Badge } from '../../../shared/badge/model.ts';
import { CodedError } from '../../../shared/errors.ts';
import { sha256Of } from '../../../shared/library/facts-of.ts';
import { isShown } from '../../../shared/library/presence.ts';
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
  { core, originals, engine }: ReadingBadges,
  id: string,
  signal?: AbortSignal,
): Promise<Badge> {
  const entry = core.state.badges.get(id);
  if (entry === undefined || !isShown(entry)) throw new CodedError('store/not-found');
  const { fileName, pathIndex } = entry.facts.value;
  const reading = await engine.read(await originals.get(sha256Of(id)), fileName, signal);
  const found = reading.badges[pathIndex];
  if (found === undefined) throw new CodedError('store/not-found');
  return found.badge;
}
