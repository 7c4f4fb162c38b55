import type { BadgeCard } from '../ipc/views.ts';
import { limits } from '../limits.ts';
import type { Verdict } from '../verify/report.ts';

/** A badge with an end. */
export interface Ending {
  readonly card: BadgeCard;
  /** RFC 3339, UTC. */
  readonly endsAt: string;
  /** Whole days of the UTC calendar; 0: today. Of a badge that has ended, days since then. */
  readonly days: number;
}

/** The badges that end in one month of the UTC calendar, the first to end first. */
export interface EndingMonth {
  readonly year: number;
  /** 1 is January. */
  readonly month: number;
  readonly endings: readonly Ending[];
}

export interface Endings {
  /** What ends within the next year, by month. */
  readonly months: readonly EndingMonth[];
  /** What ended lately, the last to end first. */
  readonly ended: readonly Ending[];
  /** How many end after that year, and are in no list. */
  readonly later: number;
}

/**
 * The badges that end within a year and those that ended lately; what ends later is counted, and dates that cannot be
 * read are left out.
 */
export function endingsOf(cards: readonly BadgeCard[], nowMs: number): Endings {
  const coming: Ending[] = [];
  const ended: Ending[] = [];
  let later = 0;
  for (const card of cards) {
    const endMs = endOf(card);
    if (endMs === null) continue;
    const days = dayOf(endMs) - dayOf(nowMs);
    const ending = (count: number) => ({ card, endsAt: new Date(endMs).toISOString(), days: count });
    if (endMs >= nowMs && days <= limits.endingAheadDays) coming.push(ending(days));
    else if (endMs >= nowMs) later += 1;
    else if (endMs < nowMs && -days <= limits.endedAgoDays) ended.push(ending(Math.abs(days)));
  }
  coming.sort(byEnd);
  return { months: byMonth(coming), ended: ended.sort(byEnd).reverse(), later };
}

/** The badges of all months and those that ended, in the order in which they are shown. */
export function allEndings({ months, ended }: Pick<Endings, 'months' | 'ended'>): readonly Ending[] {
  return [...months.flatMap(({ endings }) => endings), ...ended];
}

/** When a badge ends, in milliseconds since 1970; null: never, or at a date that cannot be read. */
export function endOf({ expires }: Pick<BadgeCard, 'expires'>): number | null {
  const time = expires === null ? Number.NaN : Date.parse(expires);
  return Number.isNaN(time) ? null : time;
}

/** False for a badge that is none, or counts no more: when it ends is no news. */
export function isWorthNotice(verdict: Verdict | null): boolean {
  return verdict === null || !worthless.has(verdict);
}

const worthless: ReadonlySet<Verdict> = new Set(['altered', 'issuer-mismatch', 'malformed', 'revoked']);

const dayMs = 86_400_000;

function dayOf(timeMs: number): number {
  return Math.floor(timeMs / dayMs);
}

function byEnd(a: Ending, b: Ending): number {
  return Date.parse(a.endsAt) - Date.parse(b.endsAt) || (a.card.id < b.card.id ? -1 : 1);
}

function byMonth(endings: readonly Ending[]): readonly EndingMonth[] {
  const months = new Map<string, Ending[]>();
  for (const ending of endings) {
    const key = ending.endsAt.slice(0, ending.endsAt.indexOf('-', 1) + 3);
    months.set(key, [...(months.get(key) ?? []), ending]);
  }
  return [...months.values()].map((group) => {
    const date = new Date(group[0]?.endsAt ?? 0);
    return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, endings: group };
  });
}
