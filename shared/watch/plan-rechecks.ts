import { limits } from '../limits.ts';

/** When sites may be asked again, as it is kept between starts. Times are milliseconds since 1970. */
export interface RecheckTimes {
  /** Host → not before. */
  readonly next: Readonly<Record<string, number>>;
  /** Badge → when it was asked about last; only those of the last days. */
  readonly asked: Readonly<Record<string, number>>;
}

/** A badge and the hosts that a check of it would ask. */
export interface Watched {
  readonly id: string;
  readonly hosts: readonly string[];
}

/** One visit: these sites are asked about these badges, all at once. */
export interface Visit {
  readonly hosts: readonly string[];
  readonly ids: readonly string[];
}

/** `times`: to be kept before anybody is asked, so that a crash never leads to a second visit. `visit` null: none is due. */
export interface RecheckPlan {
  readonly times: RecheckTimes;
  readonly visit: Visit | null;
}

export const noTimes: RecheckTimes = { next: {}, asked: {} };

/**
 * Which sites to ask now, by themselves (threat N05). Badges that share a host are one group and are asked about together,
 * so that each site sees one visit and nobody can tell badges apart by when they are asked. A site, and so a badge, is
 * asked at most once a week; by chance up to some days later, and a new one at any time of its first week, so that visits
 * tell nothing of when the app was started. One group a call: whoever calls again later spreads them out.
 * `random`: evenly in [0, 1).
 */
export function planRechecks(
  times: RecheckTimes,
  badges: readonly Watched[],
  nowMs: number,
  random: () => number,
): RecheckPlan {
  const asked = recent(times.asked, nowMs);
  const next = new Map<string, number>();
  const hosts = new Set(badges.flatMap((badge) => badge.hosts));
  for (const host of [...hosts].sort()) {
    const known = knownTime(times.next, host);
    // A clock that was far ahead once must not keep a site from being asked for years.
    const isSound = known !== null && known <= nowMs + limits.recheckEveryMs + limits.recheckSpreadMs;
    next.set(host, isSound ? known : nowMs + random() * limits.recheckEveryMs);
  }
  for (const [host, time] of Object.entries(times.next)) {
    // Of a host that no badge names now, as long as it could not be asked again: it may be named again.
    if (!next.has(host) && time > nowMs && time <= nowMs + limits.recheckEveryMs + limits.recheckSpreadMs)
      next.set(host, time);
  }
  const due = groupsOf(badges)
    .map((visit) => ({ visit, dueMs: dueOf(visit, next, asked) }))
    .filter(({ dueMs }) => dueMs <= nowMs)
    .sort((a, b) => a.dueMs - b.dueMs)[0];
  const kept: RecheckTimes = { next: Object.fromEntries(next), asked: Object.fromEntries(asked) };
  if (due === undefined) return { times: kept, visit: null };
  return { times: withAsked(kept, due.visit, nowMs, random), visit: due.visit };
}

/** The times after these sites were asked about these badges, whoever wished it. */
export function withAsked(
  { next, asked }: RecheckTimes,
  { hosts, ids }: Visit,
  nowMs: number,
  random: () => number,
): RecheckTimes {
  const later = () => nowMs + limits.recheckEveryMs + random() * limits.recheckSpreadMs;
  return {
    next: Object.fromEntries([...Object.entries(next), ...hosts.map((host) => [host, later()] as const)]),
    asked: Object.fromEntries([...Object.entries(asked), ...ids.map((id) => [id, nowMs] as const)]),
  };
}

/** When the last of its hosts and badges may be asked again. */
function dueOf(
  { hosts, ids }: Visit,
  next: ReadonlyMap<string, number>,
  asked: ReadonlyMap<string, number>,
): number {
  let due = 0;
  for (const host of hosts) due = Math.max(due, next.get(host) ?? 0);
  for (const id of ids)
    due = Math.max(due, (asked.get(id) ?? -limits.recheckEveryMs) + limits.recheckEveryMs);
  return due;
}

/** Badges that share a host, directly or through others; those that ask nobody are left out. */
function groupsOf(badges: readonly Watched[]): readonly Visit[] {
  const parent = new Map<string, string>();
  const top = (host: string): string => {
    let at = host;
    for (let up = parent.get(at); up !== undefined; up = parent.get(at)) at = up;
    return at;
  };
  for (const { hosts } of badges) {
    const [first, ...others] = hosts;
    if (first === undefined) continue;
    for (const other of others) {
      const [a, b] = [top(first), top(other)];
      if (a !== b) parent.set(b, a);
    }
  }
  const groups = new Map<string, { hosts: Set<string>; ids: string[] }>();
  for (const { id, hosts } of badges) {
    const [first] = hosts;
    if (first === undefined) continue;
    const key = top(first);
    const group = groups.get(key) ?? { hosts: new Set<string>(), ids: [] };
    for (const host of hosts) group.hosts.add(host);
    group.ids.push(id);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ hosts, ids }) => ({ hosts: [...hosts].sort(), ids }));
}

/** Those that could still be too early to ask again; of a clock that was ahead, none. */
function recent(asked: Readonly<Record<string, number>>, nowMs: number): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(asked).filter(([, time]) => time > nowMs - limits.recheckEveryMs && time <= nowMs),
  );
}

function knownTime(times: Readonly<Record<string, number>>, host: string): number | null {
  return Object.hasOwn(times, host) ? (times[host] ?? null) : null;
}
