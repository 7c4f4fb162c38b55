import type { BadgeCard } from '../ipc/views.ts';

/** The order of addition: one order for one library, whichever file its records were read from. */
export function byAddition(a: BadgeCard, b: BadgeCard): number {
  if (a.addedAt !== b.addedAt) return a.addedAt < b.addedAt ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
