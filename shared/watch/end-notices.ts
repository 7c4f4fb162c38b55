import type { BadgeCard } from '../ipc/views.ts';
import { limits } from '../limits.ts';
import { allEndings, type Ending, endingsOf, isWorthNotice } from './endings.ts';

/** Ends that were told or dismissed: badge id → the end that was told of it (RFC 3339). */
export type KnownEnds = Readonly<Record<string, string>>;

/** Badges that end soon and whose end is no news yet: each end is told once. */
export function endNotices(cards: readonly BadgeCard[], known: KnownEnds, nowMs: number): readonly Ending[] {
  const { months } = endingsOf(cards, nowMs);
  return allEndings({ months, ended: [] }).filter(
    ({ card, days, endsAt }) =>
      days <= limits.endingSoonDays && isWorthNotice(card.verdict) && knownEnd(known, card.id) !== endsAt,
  );
}

/** The known ends with these too, without those that passed long ago. */
export function withKnownEnds(known: KnownEnds, endings: readonly Ending[], nowMs: number): KnownEnds {
  const oldMs = nowMs - limits.endedAgoDays * 86_400_000;
  const kept = Object.entries(known).filter(([, endsAt]) => Date.parse(endsAt) > oldMs);
  return Object.fromEntries([...kept, ...endings.map(({ card, endsAt }) => [card.id, endsAt] as const)]);
}

function knownEnd(known: KnownEnds, id: string): string | undefined {
  return Object.hasOwn(known, id) ? known[id] : undefined;
}
