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
  /** Ends what runs, and answers when it has ended; the next look comes at its time. */
  cancel(): Promise<void>;
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
  let controller = new AbortController();
  let isStopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  /** One after another, so that whoever ends them waits for all. */
  function look(): Promise<boolean> {
    const looking = turn.then(lookNow);
    turn = looking.catch(() => undefined);
    return looking;
  }

  async function lookNow(): Promise<boolean> {
    const { signal } = controller;
    const { recheckRegularly, stayOffline } = await options.settings();
    const library = await options.library;
    if (!recheckRegularly || stayOffline || library.readOnly || signal.aborted) return false;
    const badges = await watched(library, signal);
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
    await rememberHosts(library, plan.visit.ids, signal);
    return changed.length > 0;
  }

  /** The hosts of every badge; of new ones they are found out first. */
  async function watched(
    library: Pick<Library, 'view' | 'hostsToAsk'>,
    signal: AbortSignal,
  ): Promise<readonly Watched[]> {
    const ids = library.view().badges.map(({ id }) => id);
    const { hosts: known } = await memory.get();
    const fresh = ids.filter((id) => !Object.hasOwn(known, id));
    if (fresh.length > 0) await rememberHosts(library, fresh, signal);
    const { hosts } = await memory.get();
    return ids.map((id) => ({ id, hosts: Object.hasOwn(hosts, id) ? (hosts[id] ?? []) : [] }));
  }

  async function rememberHosts(
    library: Pick<Library, 'view' | 'hostsToAsk'>,
    ids: readonly string[],
    signal: AbortSignal,
  ): Promise<void> {
    const found = await library.hostsToAsk(ids, { signal });
    const here = new Set(library.view().badges.map(({ id }) => id));
    const { hosts } = await memory.get();
    const kept = [...Object.entries(hosts), ...found].filter(([id]) => here.has(id));
    await memory.change({ hosts: Object.fromEntries(kept) });
  }

  function next(afterMs: number): void {
    timer = setTimeout(() => {
      const looked = look().then(
        (isChanged) => (isChanged ? onChanged() : undefined),
        // A disk that is full, a library that does not open: the window says so, and the next look may do better.
        () => undefined,
      );
      void looked.then(() => {
        if (!isStopped) next(between(limits.recheckLookLeastMs, limits.recheckLookMostMs, random()));
      });
    }, afterMs);
    timer.unref();
  }

  async function cancel(): Promise<void> {
    controller.abort();
    controller = new AbortController();
    await turn;
  }

  return {
    look,
    cancel,
    start: () => next(between(limits.recheckDelayMs, limits.recheckLookLeastMs, random())),
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await cancel();
    },
  };
}

function between(leastMs: number, mostMs: number, chance: number): number {
  return leastMs + (mostMs - leastMs) * chance;
}
