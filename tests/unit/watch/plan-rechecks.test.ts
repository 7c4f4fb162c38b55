import { describe, expect, it } from 'vitest';
import {
  noTimes,
  planRechecks,
  type RecheckTimes,
  type Visit,
  type Watched,
  withAsked,
} from '../../../shared/watch/plan-rechecks.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const startMs = Date.UTC(2026, 10, 22, 12);

/** Chance that is the same in every run (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Made extends Visit {
  readonly atMs: number;
}

/** Thirty days of a fake clock: the app looks every 40 minutes while it is open, and is started anew now and then. */
function thirtyDays(
  badges: (day: number) => readonly Watched[],
  isOpen: (hour: number) => boolean,
  seed = 1,
): readonly Made[] {
  const random = chance(seed);
  const made: Made[] = [];
  let stored = JSON.stringify(noTimes);
  for (let atMs = startMs; atMs < startMs + 30 * dayMs; atMs += 40 * 60_000) {
    if (!isOpen(new Date(atMs).getUTCHours())) continue;
    // What is not in the file is forgotten by each start; here, by each look.
    const plan = planRechecks(
      JSON.parse(stored) as RecheckTimes,
      badges((atMs - startMs) / dayMs),
      atMs,
      random,
    );
    stored = JSON.stringify(plan.times);
    if (plan.visit !== null) made.push({ ...plan.visit, atMs });
  }
  return made;
}

const badge = (id: string, ...hosts: readonly string[]): Watched => ({ id, hosts });
const five = Array.from({ length: 5 }, (_, host) =>
  Array.from({ length: 8 }, (_, index) => badge(`${host}-${index}`, `school-${host}.example`)),
).flat();

function gapsByKey(
  made: readonly Made[],
  keysOf: (visit: Visit) => readonly string[],
): ReadonlyMap<string, readonly number[]> {
  const times = new Map<string, number[]>();
  for (const visit of made)
    for (const key of keysOf(visit)) times.set(key, [...(times.get(key) ?? []), visit.atMs]);
  return new Map(
    [...times].map(([key, all]) => [key, all.slice(1).map((time, index) => time - (all[index] ?? 0))]),
  );
}

describe('N05 thirty days of scheduled checks', () => {
  const made = thirtyDays(
    () => five,
    () => true,
  );
  const ofHosts = gapsByKey(made, ({ hosts }) => hosts);
  const ofBadges = gapsByKey(made, ({ ids }) => ids);

  it('ask each issuer and each badge at least weekly apart, three to five times in all', () => {
    expect([...ofHosts.keys()].sort()).toEqual([0, 1, 2, 3, 4].map((host) => `school-${host}.example`));
    expect(ofBadges.size).toBe(40);
    for (const gaps of [...ofHosts.values(), ...ofBadges.values()]) {
      expect(gaps.length + 1).toBeGreaterThanOrEqual(3);
      expect(gaps.length + 1).toBeLessThanOrEqual(5);
      for (const gap of gaps) {
        expect(gap).toBeGreaterThanOrEqual(7 * dayMs);
        expect(gap).toBeLessThanOrEqual(10 * dayMs + hourMs);
      }
    }
  });

  it('ask a site about all its badges in one visit, and one site at a time', () => {
    for (const { hosts, ids } of made) {
      expect(hosts).toHaveLength(1);
      expect(ids).toHaveLength(8);
    }
    expect(new Set(made.map(({ atMs }) => atMs)).size).toBe(made.length);
  });

  it('come at times that nobody can foresee: neither the first ones nor the pauses are alike', () => {
    const first = [...ofHosts.keys()].map(
      (host) => made.find(({ hosts }) => hosts.includes(host))?.atMs ?? 0,
    );
    expect(new Set(first).size).toBe(5);
    expect(Math.max(...first) - Math.min(...first)).toBeGreaterThan(dayMs);
    const pauses = [...ofHosts.values()].flat().map((gap) => Math.round(gap / hourMs));
    expect(new Set(pauses).size).toBeGreaterThan(pauses.length / 2);
    const others = thirtyDays(
      () => five,
      () => true,
      2,
    );
    expect(others.map(({ atMs }) => atMs)).not.toEqual(made.map(({ atMs }) => atMs));
  });

  it('are no more where the app is open for two hours a day only, and still happen', () => {
    const short = gapsByKey(
      thirtyDays(
        () => five,
        (hour) => hour === 9 || hour === 10,
      ),
      ({ hosts }) => hosts,
    );
    expect(short.size).toBe(5);
    for (const gaps of short.values()) {
      expect(gaps.length + 1).toBeGreaterThanOrEqual(2);
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(7 * dayMs);
    }
  });

  it('never ask a shared site twice in a week, however badges come and change', () => {
    const changing = (day: number) => [
      badge('a', 'a.example', 'shared.example'),
      ...(day > 3 ? [badge('b', 'b.example', 'shared.example')] : []),
      ...(day > 9 && day < 15 ? [badge('c', 'c.example', 'b.example')] : []),
      badge('d', day > 12 ? 'moved.example' : 'd.example'),
      badge('nobody'),
    ];
    for (const seed of [1, 2, 3, 4, 5]) {
      const visits = thirtyDays(changing, () => true, seed);
      const all = [
        ...gapsByKey(visits, ({ hosts }) => hosts).values(),
        ...gapsByKey(visits, ({ ids }) => ids).values(),
      ];
      for (const gap of all.flat()) expect(gap).toBeGreaterThanOrEqual(7 * dayMs);
      expect(visits.flatMap(({ ids }) => ids)).not.toContain('nobody');
      expect(visits.some(({ hosts }) => hosts.includes('moved.example'))).toBe(true);
    }
  });
});

it('badges that share a site, directly or through others, are one visit', () => {
  const badges = [badge('1', 'a', 'b'), badge('2', 'c'), badge('3', 'b', 'd'), badge('4', 'd')];
  const { visit } = planRechecks(noTimes, badges, startMs, () => 0);
  expect(visit).toEqual({ hosts: ['a', 'b', 'd'], ids: ['1', '3', '4'] });
});

it('what a person asked for themselves counts: the site is left alone for a week', () => {
  const visit = { hosts: ['a'], ids: ['1'] };
  const times = withAsked(noTimes, visit, startMs, () => 0);
  const plan = (afterMs: number) => planRechecks(times, [badge('1', 'a')], startMs + afterMs, () => 0).visit;
  expect([plan(0), plan(7 * dayMs - 1), plan(7 * dayMs)]).toEqual([null, null, visit]);
});

it('a clock that was years ahead once does not stop it, and one that jumps back does not hurry it by more than one visit', () => {
  const ahead = withAsked(noTimes, { hosts: ['a'], ids: ['1'] }, startMs + 4_000 * dayMs, () => 0.5);
  const first = planRechecks(ahead, [badge('1', 'a')], startMs, () => 0.5);
  expect(first.visit).toBeNull();
  expect(planRechecks(first.times, [badge('1', 'a')], startMs + 4 * dayMs, () => 0.5).visit).not.toBeNull();
});

it('hosts with names that only objects have are hosts like others', () => {
  const badges = [badge('1', '__proto__'), badge('2', 'constructor')];
  const times = JSON.parse(
    JSON.stringify(planRechecks(noTimes, badges, startMs, () => 0.5).times),
  ) as RecheckTimes;
  expect(Object.keys(times.next).sort()).toEqual(['__proto__', 'constructor']);
  expect(planRechecks(times, badges, startMs + 3 * dayMs, () => 0.5).visit).toBeNull();
});
