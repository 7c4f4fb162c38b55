import type { Settings } from '../../shared/ipc/views.ts';
import { limits } from '../../shared/limits.ts';
import type { Clock } from '../../shared/verify/ports.ts';
import { planRechecks, type Watched } from '../../shared/watch/plan-rechecks.ts';
import type { Library } from '../node/library/library.ts';
import type { NetworkDoor } from './network-door.ts';
import { recheck } from './recheck.ts';
import type { WatchMemory } from './watch-memory.ts';

/** Checks that happen by themselves, where the person turned them on. */
export interface ScheduledRechecks {
  /** Looks a while after the start whether a site is due, and then again and again. */
  start(): void;
  stop(): Promise<void>;
  /** Looks now. Answers whether something was found that is different. */
  look(): Promise<boolean>;
}

export interface ScheduledRechecksOptions {
  readonly library: Promise<Pick<Library, 'readOnly' | 'view' | 'check' | 'hostsToAsk'>>;
  readonly settings: () => Promise<Pick<Settings, 'recheckRegularly' | 'stayOffline'>>;
  readonly network: Pick<NetworkDoor, 'documentsOf'>;
  readonly memory: WatchMemory;
  readonly clock: Clock;
  /** Evenly in [0, 1). */
  readonly random: () => number;
  readonly onChanged: () => void;
}

export function createScheduledRechecks(options: ScheduledRechecksOptions): ScheduledRechecks {
  const { network, memory, clock, random, onChanged } = options;
  const controller = new AbortController();
  const { signal } = controller;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  async function look(): Promise<boolean> {
    const { recheckRegularly, stayOffline } = await options.settings();
    const library = await options.library;
    if (!recheckRegularly || stayOffline || library.readOnly || signal.aborted) return false;
    const badges = await watched(library);
    const { times } = await memory.get();
    const plan = planRechecks(times, badges, clock.now(), random);
    await memory.change({ times: plan.times });
    if (plan.visit === null || signal.aborted) return false;
    const documents = await network.documentsOf(new Set(plan.visit.hosts));
    const { changed } = await recheck(plan.visit, {
      library,
      documents,
      memory,
      nowMs: clock.now,
      random,
      isScheduled: true,
      signal,
    });
    // What was learned may lead to other hosts: they are part of the next plan.
    await rememberHosts(library, plan.visit.ids);
    return changed.length > 0;
  }

  /** The hosts of every badge; of new ones they are found out first. */
  async function watched(library: Pick<Library, 'view' | 'hostsToAsk'>): Promise<readonly Watched[]> {
    const ids = library.view().badges.map(({ id }) => id);
    const { hosts: known } = await memory.get();
    const fresh = ids.filter((id) => !Object.hasOwn(known, id));
    if (fresh.length > 0) await rememberHosts(library, fresh);
    const { hosts } = await memory.get();
    return ids.map((id) => ({ id, hosts: Object.hasOwn(hosts, id) ? (hosts[id] ?? []) : [] }));
  }

  async function rememberHosts(
    library: Pick<Library, 'view' | 'hostsToAsk'>,
    ids: readonly string[],
  ): Promise<void> {
    const found = await library.hostsToAsk(ids, { signal });
    const here = new Set(library.view().badges.map(({ id }) => id));
    const { hosts } = await memory.get();
    const kept = [...Object.entries(hosts), ...found].filter(([id]) => here.has(id));
    await memory.change({ hosts: Object.fromEntries(kept) });
  }

  function next(afterMs: number): void {
    timer = setTimeout(() => {
      turn = look().then(
        (isChanged) => (isChanged ? onChanged() : undefined),
        // A disk that is full, a library that does not open: the window says so, and the next look may do better.
        () => undefined,
      );
      void turn.then(() => {
        if (!signal.aborted) next(between(limits.recheckLookLeastMs, limits.recheckLookMostMs, random()));
      });
    }, afterMs);
    timer.unref();
  }

  return {
    look,
    start: () => next(between(limits.recheckDelayMs, limits.recheckLookLeastMs, random())),
    stop: async () => {
      clearTimeout(timer);
      controller.abort();
      await turn;
    },
  };
}

function between(leastMs: number, mostMs: number, chance: number): number {
  return leastMs + (mostMs - leastMs) * chance;
}
