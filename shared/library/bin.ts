import type { BinCard } from '../ipc/views.ts';
import { limits } from '../limits.ts';
import { type CardContext, cardOfFacts } from './cards.ts';
import { timeOf } from './clock.ts';
import type { Change } from './operations.ts';
import { isInBin } from './presence.ts';
import type { LibraryState } from './state.ts';

/** The removed badges that can be restored, the last removed first. */
export function binOf(state: LibraryState, context: CardContext): readonly BinCard[] {
  const cards: BinCard[] = [];
  for (const [id, entry] of state.badges) {
    if (!isInBin(entry)) continue;
    const removedMs = timeOf(entry.present?.stamp ?? '');
    cards.push({
      ...cardOfFacts(id, entry, entry.facts.value, context),
      removedAt: new Date(removedMs).toISOString(),
      daysLeft: daysLeft(removedMs, context.nowMs),
    });
  }
  return cards.sort((a, b) =>
    a.removedAt === b.removedAt ? (a.id < b.id ? -1 : 1) : a.removedAt < b.removedAt ? 1 : -1,
  );
}

/**
 * The badges that were in the bin for their whole time. A clock that leapt past the newest record by more than that time
 * may be wrong: then none is due, until something was recorded at the new time.
 */
export function dueForPurge(state: LibraryState, nowMs: number): readonly string[] {
  if (state.lastTime === null || nowMs - timeOf(state.lastTime) > binMs) return [];
  return [...state.badges]
    .filter(([, entry]) => isInBin(entry) && nowMs - timeOf(entry.present?.stamp ?? '') >= binMs)
    .map(([id]) => id);
}

/** The changes that delete badges of the bin for good, with the files that the person added to them. */
export function purgeChanges(state: LibraryState, ids: readonly string[]): readonly Change[] {
  return ids.flatMap((badge): readonly Change[] => {
    const entry = state.badges.get(badge);
    if (entry === undefined || !isInBin(entry)) return [];
    const evidence = [...entry.evidence].flatMap(([id, { present, facts, addedAt }]): readonly Change[] =>
      present?.value === true && facts !== null
        ? [{ kind: 'evidence.removed', badge, evidence: id, addedAt: addedAt ?? '', facts: facts.value }]
        : [],
    );
    return [{ kind: 'badge.purged', badge, removal: entry.present?.stamp ?? '' }, ...evidence];
  });
}

const dayMs = 86_400_000;
const binMs = limits.binDays * dayMs;

function daysLeft(removedMs: number, nowMs: number): number {
  const left = Math.ceil((removedMs + binMs - nowMs) / dayMs);
  return Math.min(limits.binDays, Math.max(0, left));
}
