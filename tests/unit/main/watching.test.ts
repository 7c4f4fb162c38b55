import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createNetworkDoor } from '../../../electron/main/network-door.ts';
import { createScheduledRechecks } from '../../../electron/main/scheduled-rechecks.ts';
import type { WatchFacts, WatchMemory } from '../../../electron/main/watch-memory.ts';
import { createWatching, type WatchingOptions } from '../../../electron/main/watching.ts';
import type { CheckOptions, HostsOptions } from '../../../electron/node/library/library.ts';
import { withResolvers } from '../../../electron/node/with-resolvers.ts';
import { defaultSettings } from '../../../shared/ipc/default-settings.ts';
import type { BadgeCard, Settings } from '../../../shared/ipc/views.ts';
import type { WatchNews } from '../../../shared/ipc/watch-calls.ts';
import { limits } from '../../../shared/limits.ts';
import type { DocumentPort } from '../../../shared/verify/ports.ts';
import { makeCard } from '../../factories/card.ts';
import { reportOf } from '../../factories/report.ts';
import { lineOf, readCalendar } from '../../support/read-calendar.ts';
import { frozenMs, temporaryFolder } from '../../support/temporary-library.ts';

const id = (digit: string) => digit.repeat(64);
const dayMs = 86_400_000;

beforeEach(() => void vi.useFakeTimers({ now: frozenMs }));
afterEach(() => void vi.useRealTimers());

interface World {
  readonly cards: readonly BadgeCard[];
  readonly hosts: Readonly<Record<string, readonly string[]>>;
  readonly differences?: Readonly<Record<string, readonly string[]>>;
  readonly settings?: Partial<Settings>;
  readonly readOnly?: boolean;
}

/** What is kept of a folder, as its text: time must not run on while a disk is waited for. */
const kept = new Map<string, string>();

function memoryOf(folder: string): WatchMemory {
  const read = (): WatchFacts =>
    JSON.parse(
      kept.get(folder) ?? '{"times":{"next":{},"asked":{}},"hosts":{},"summary":null,"read":{},"told":{}}',
    );
  return {
    get: async () => read(),
    change: async (change) => {
      kept.set(folder, JSON.stringify({ ...read(), ...change }));
      return read();
    },
    forget: async () => void kept.delete(folder),
  };
}

/** A library that asks its network once for each host of each badge, and notes it. */
function worldOf(
  { cards, hosts, differences = {}, settings = {}, readOnly = false }: World,
  folder = temporaryFolder(),
) {
  const asked: { readonly host: string; readonly atMs: number }[] = [];
  const looked: string[] = [];
  const told: WatchNews[] = [];
  const notified: string[] = [];
  let current: Settings = { ...defaultSettings, ...settings };
  const network = createNetworkDoor(
    async () => current,
    async () =>
      ({
        fetcherDocuments: ({ isAgreedHost }: { isAgreedHost?: (host: string) => boolean }): DocumentPort => ({
          mode: 'online',
          get: async ({ url }) => {
            const { host } = new URL(url);
            if (isAgreedHost?.(host) === false)
              return { kind: 'unavailable', url, code: 'network/not-agreed', host };
            asked.push({ host, atMs: Date.now() });
            return { kind: 'unavailable', url, code: 'network/unreachable' };
          },
        }),
      }) as unknown as typeof import('../../../electron/node/network/fetcher.ts'),
  );
  const library = {
    readOnly,
    view: () => ({ badges: cards }) as never,
    hostsToAsk: async (ids: readonly string[], options: HostsOptions = {}) => {
      looked.push(...ids);
      options.onProgress?.({ done: ids.length, total: ids.length });
      return new Map(ids.map((one) => [one, hosts[one] ?? []] as const));
    },
    check: async (ids: readonly string[], options: CheckOptions = {}) => {
      for (const one of ids)
        for (const host of hosts[one] ?? [])
          await options.documents?.get({ url: `https://${host}/x`, accept: '*/*', maxBytes: 10 });
      return {
        reports: new Map(ids.map((one) => [one, reportOf()] as const)),
        differences: new Map(Object.entries(differences).filter(([one]) => ids.includes(one))),
        failures: new Map(),
        cancelled: options.signal?.aborted === true,
      };
    },
  };
  const memory = memoryOf(folder);
  const options: WatchingOptions = {
    library: Promise.resolve(library),
    settings: async () => current,
    network,
    memory,
    dialogs: { chooseTarget: async () => path.join(folder, 'ends.ics') },
    clock: { now: () => Date.now() },
    random: () => 0.5,
    tell: (news) => told.push(news),
    notify: (text) => notified.push(text),
  };
  const set = (change: Partial<Settings>): void => {
    current = { ...current, ...change };
  };
  return { options, memory, folder, asked, looked, told, notified, set };
}

const two: World = {
  cards: [makeCard(id('a'), { name: 'Welding' }), makeCard(id('b'), { name: 'Knitting' })],
  hosts: { [id('a')]: ['a.example'], [id('b')]: ['b.example', 'a.example'] },
  differences: { [id('b')]: ['The issuer has changed its key.'] },
};

it('which sites would learn of a check is told before any is asked, with the number of badges', async () => {
  const { options, asked } = worldOf(two);
  const answer = await createWatching(options).answer({ do: 'hosts', ids: [id('a'), id('b')] });
  expect(answer).toEqual({
    kind: 'hosts',
    byHost: [
      { host: 'a.example', badges: 2 },
      { host: 'b.example', badges: 1 },
    ],
    askNobody: 0,
    cancelled: false,
  });
  expect(asked).toEqual([]);
});

it('N02 a check asks the agreed sites alone, names the others, and keeps what changed until it was read, over a restart too', async () => {
  const { options, asked, folder } = worldOf(two);
  const watching = createWatching(options);
  await watching.answer({ do: 'check', ids: [id('a'), id('b')], hosts: ['a.example'] });
  expect(new Set(asked.map(({ host }) => host))).toEqual(new Set(['a.example']));
  const summary = {
    at: '2026-11-22T12:00:00.000Z',
    isScheduled: false,
    checked: 2,
    failed: 0,
    cancelled: false,
    changed: [{ id: id('b'), name: 'Knitting', sentences: ['The issuer has changed its key.'] }],
    further: ['b.example'],
    furtherIds: [id('b')],
  };
  const again = createWatching(worldOf(two, folder).options);
  expect(await again.answer({ do: 'look' })).toEqual({ kind: 'view', view: { summary, knownEnds: {} } });
  // What was not read stays beside what a later check finds.
  const other = createWatching(
    worldOf({ ...two, differences: { [id('a')]: ['It is back.'] } }, folder).options,
  );
  const later = await other.answer({ do: 'check', ids: [id('a')], hosts: ['a.example'] });
  expect(later).toMatchObject({
    view: { summary: { changed: [{ name: 'Welding' }, { name: 'Knitting' }] } },
  });
  expect(await other.answer({ do: 'dismiss-summary' })).toMatchObject({ view: { summary: null } });
});

it('progress is told and ends with nothing, and two checks at once are refused', async () => {
  const { options, told } = worldOf(two);
  const watching = createWatching(options);
  const first = watching.answer({ do: 'hosts', ids: [id('a')] });
  await expect(watching.answer({ do: 'hosts', ids: [id('b')] })).rejects.toMatchObject({
    code: 'watch/busy',
  });
  await first;
  expect(told.at(-1)).toEqual({ kind: 'progress', progress: null });
  await expect(watching.answer({ do: 'hosts', ids: [id('b')] })).resolves.toBeDefined();
});

it('N02 nothing is asked by itself until the person turns it on, nor while they stay offline, nor in a read-only library', async () => {
  for (const world of [
    two,
    { ...two, settings: { recheckRegularly: true, stayOffline: true } },
    { ...two, settings: { recheckRegularly: true }, readOnly: true },
  ]) {
    const { options, asked, looked } = worldOf(world);
    const watching = createWatching(options);
    watching.start();
    await vi.advanceTimersByTimeAsync(30 * dayMs);
    await watching.stop();
    expect([asked, looked]).toEqual([[], []]);
  }
});

it('N05 turned on, each site is asked once in a visit and at most weekly for thirty days, whatever restarts', async () => {
  const folder = temporaryFolder();
  const asked: { readonly host: string; readonly atMs: number }[] = [];
  for (let day = 0; day < 30; day += 1) {
    const world = worldOf({ ...two, settings: { recheckRegularly: true } }, folder);
    const watching = createWatching(world.options);
    watching.start();
    await vi.advanceTimersByTimeAsync(dayMs);
    await watching.stop();
    asked.push(...world.asked);
  }
  const visits = [...new Set(asked.filter(({ host }) => host === 'a.example').map(({ atMs }) => atMs))];
  expect(visits.length).toBeGreaterThanOrEqual(3);
  expect(visits.length).toBeLessThanOrEqual(5);
  visits.slice(1).forEach((time, index) => {
    expect(time - (visits[index] ?? 0)).toBeGreaterThanOrEqual(limits.recheckEveryMs);
  });
  // Two badges share a site: they are asked about in the same visit.
  expect(asked.filter(({ host }) => host === 'b.example').map(({ atMs }) => atMs)).toEqual(visits);
});

it('N05 a crash while sites are asked leads to no second visit before a week', async () => {
  const folder = temporaryFolder();
  const world = worldOf({ ...two, settings: { recheckRegularly: true } }, folder);
  const crashing = {
    ...(await world.options.library),
    check: async () => await Promise.reject(new Error('the power went')),
  };
  const look = async (options: WatchingOptions) =>
    await createScheduledRechecks({ ...options, onChanged: () => undefined }).look();
  await look({ ...world.options, library: Promise.resolve(crashing) });
  vi.setSystemTime(frozenMs + 4 * dayMs);
  await expect(look({ ...world.options, library: Promise.resolve(crashing) })).rejects.toThrow('power');
  const after = worldOf({ ...two, settings: { recheckRegularly: true } }, folder);
  vi.setSystemTime(frozenMs + 10.9 * dayMs);
  await look(after.options);
  expect(after.asked).toEqual([]);
  vi.setSystemTime(frozenMs + 14.1 * dayMs);
  await look(after.options);
  expect(after.asked.length).toBeGreaterThan(0);
});

it('the switch “stay offline” counts at once, also for a visit under way', async () => {
  const world = worldOf({ ...two, settings: { recheckRegularly: true } });
  const { library } = world.options;
  const slow = { ...(await library) };
  const scheduled = createScheduledRechecks({
    ...world.options,
    library: Promise.resolve({
      ...slow,
      check: async (ids, options) => {
        world.set({ stayOffline: true });
        return await slow.check(ids, options);
      },
    }),
    onChanged: () => undefined,
  });
  await scheduled.look();
  vi.setSystemTime(frozenMs + 4 * dayMs);
  await scheduled.look();
  expect(world.asked).toEqual([]);
});

const soon: World = {
  cards: [
    makeCard(id('a'), { expires: new Date(frozenMs + 9 * dayMs).toISOString() }),
    makeCard(id('b'), { expires: new Date(frozenMs + 40 * dayMs).toISOString() }),
  ],
  hosts: {},
};

it('the system tells of ends where the person wants it, once for each badge, and names none', async () => {
  const quiet = worldOf(soon);
  const first = createWatching(quiet.options);
  first.start();
  await vi.advanceTimersByTimeAsync(2 * dayMs);
  await first.stop();
  expect(quiet.notified).toEqual([]);
  const folder = temporaryFolder();
  const notified: string[] = [];
  for (let day = 0; day < 14; day += 1) {
    const world = worldOf({ ...soon, settings: { notifyOfEnds: true } }, folder);
    const watching = createWatching(world.options);
    watching.start();
    await vi.advanceTimersByTimeAsync(dayMs);
    await watching.stop();
    notified.push(...world.notified);
  }
  expect(notified).toEqual([
    '1 badge in your backpack ends within a month.',
    '1 badge in your backpack ends within a month.',
  ]);
});

it('an end that was read is remembered over a restart', async () => {
  const { options, folder } = worldOf(soon);
  await createWatching(options).answer({ do: 'dismiss-ends', ids: [id('a'), id('f')] });
  const again = await createWatching(worldOf(soon, folder).options).answer({ do: 'look' });
  expect(again).toMatchObject({ view: { knownEnds: { [id('a')]: soon.cards[0]?.expires } } });
});

it('the calendar is saved where the person chose, and nothing where they closed the dialog', async () => {
  const { options, folder } = worldOf(soon);
  const answer = await createWatching(options).answer({ do: 'save-calendar' });
  expect(answer).toEqual({ kind: 'saved', savedAs: 'ends.ics' });
  const { inside } = readCalendar(readFileSync(path.join(folder, 'ends.ics'), 'utf8'));
  expect(inside.map((event) => lineOf(event, 'DTSTART;VALUE=DATE'))).toEqual(['20261201', '20270101']);
  const closed = { ...options, dialogs: { chooseTarget: async () => null } };
  expect(await createWatching(closed).answer({ do: 'save-calendar' })).toEqual({ kind: 'nothing' });
});

/** A world whose checks wait until they are let go on, at the end of their visits. */
async function slowWorld() {
  const world = worldOf({ ...two, settings: { recheckRegularly: true } });
  const library = await world.options.library;
  const asking = withResolvers<AbortSignal | undefined>();
  const answered = withResolvers<void>();
  const slow = {
    ...library,
    check: async (ids: readonly string[], options: CheckOptions = {}) => {
      asking.resolve(options.signal);
      await answered.promise;
      return await library.check(ids, options);
    },
  };
  const options = { ...world.options, library: Promise.resolve(slow) };
  return { ...world, options, asking: asking.promise, answer: answered.resolve };
}

it.each(['by itself', 'by the person'])(
  'L12 a check that was begun %s and is under way when everything is deleted is stopped, and keeps nothing afterwards',
  async (begun) => {
    const { options, memory, asking, answer } = await slowWorld();
    const empty = await memory.get();
    const watching = createWatching(options);
    if (begun === 'by itself') {
      watching.start();
      await vi.advanceTimersByTimeAsync(8 * dayMs);
    } else void watching.answer({ do: 'check', ids: [id('b')], hosts: ['b.example'] });
    const signal = await asking;
    watching.cancel();
    expect(signal?.aborted).toBe(true);
    const forgetting = watching.forget();
    answer();
    await forgetting;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await memory.get()).toEqual(empty);
    await watching.stop();
  },
);

it('a visit that was stopped is not the last: the next comes at its time', async () => {
  const { options, asked, asking, answer } = await slowWorld();
  const watching = createWatching(options);
  watching.start();
  await vi.advanceTimersByTimeAsync(8 * dayMs);
  await asking;
  watching.cancel();
  answer();
  await watching.forget();
  asked.length = 0;
  await vi.advanceTimersByTimeAsync(30 * dayMs);
  expect(asked.length).toBeGreaterThan(0);
  await watching.stop();
});
