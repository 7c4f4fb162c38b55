import type { BinCard } from '../ipc/views.ts';
import { limits } from '../limits.ts';
import { type CardContext, cardOfFacts } from './cards.ts';
import { timeOf } from './clock.ts';
import type { Change } from './operations.ts';
import { isInBin, isPurged } from './presence.ts';
import type { Register } from './register.ts';
import type { BadgeEntry, EvidenceEntry, LibraryState } from './state.ts';

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
 * What deletes for good all that was in the bin for its whole time, and files of evidence that were removed as long ago.
 * A clock that leapt past the newest record by more than that time may be wrong: then nothing is due, until something
 * was recorded at the new time.
 */
export function duePurges(state: LibraryState, nowMs: number): readonly Change[] {
  if (state.lastTime === null || nowMs - timeOf(state.lastTime) > binMs) return [];
  const isDue = (present: Register<boolean> | null) =>
    present?.value === false && nowMs - timeOf(present.stamp) >= binMs;
  const changes: Change[] = [];
  for (const [badge, entry] of state.badges) {
    if (isInBin(entry) && isDue(entry.present)) changes.push(...purgeOf(badge, entry));
    else if (!isPurged(entry)) changes.push(...evidencePurges(badge, entry, ({ present }) => isDue(present)));
  }
  return changes;
}

/** The changes that delete badges of the bin for good, with the evidence that the person added to them. */
export function purgeChanges(state: LibraryState, ids: readonly string[]): readonly Change[] {
  return ids.flatMap((badge) => {
    const entry = state.badges.get(badge);
    return entry !== undefined && isInBin(entry) ? purgeOf(badge, entry) : [];
  });
}

function purgeOf(badge: string, entry: BadgeEntry): readonly Change[] {
  const purged: Change = { kind: 'badge.purged', badge, removal: entry.present?.stamp ?? '' };
  return [purged, ...evidencePurges(badge, entry, () => true)];
}

function evidencePurges(
  badge: string,
  { evidence }: BadgeEntry,
  isWanted: (entry: EvidenceEntry) => boolean,
): readonly Change[] {
  return [...evidence]
    .filter(([, entry]) => entry.present !== null && !isPurged(entry) && isWanted(entry))
    .map(
      ([id, { present }]): Change => ({
        kind: 'evidence.purged',
        badge,
        evidence: id,
        removal: present?.stamp ?? '',
      }),
    );
}

const dayMs = 86_400_000;
const binMs = limits.binDays * dayMs;

function daysLeft(removedMs: number, nowMs: number): number {
  const left = Math.ceil((removedMs + binMs - nowMs) / dayMs);
  return Math.min(limits.binDays, Math.max(0, left));
}
