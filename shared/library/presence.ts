import type { BadgeEntry } from './state.ts';

type WithFacts = BadgeEntry & { facts: NonNullable<BadgeEntry['facts']> };

/** True for a badge that is in the library now. */
export function isShown(entry: BadgeEntry): entry is WithFacts {
  return entry.facts !== null && entry.present?.value === true && !isPurged(entry);
}

/** True for a badge that was removed and can be restored. */
export function isInBin(entry: BadgeEntry): entry is WithFacts {
  return entry.facts !== null && entry.present?.value === false && !isPurged(entry);
}

/** True for a badge, or for evidence, that was deleted for good, and not brought back since. */
export function isPurged({ purged, present }: Pick<BadgeEntry, 'purged' | 'present'>): boolean {
  return purged !== null && present !== null && present.stamp <= purged;
}
