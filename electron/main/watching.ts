import path from 'node:path';
import { assertNever } from '../../shared/assert-never.ts';
import { CodedError } from '../../shared/errors.ts';
import type { Settings } from '../../shared/ipc/views.ts';
import type {
  HostToAsk,
  WatchAnswer,
  WatchNews,
  WatchRequest,
  WatchView,
} from '../../shared/ipc/watch-calls.ts';
import { limits } from '../../shared/limits.ts';
import { calendarWords, endWords } from '../../shared/text/watch.ts';
import type { Clock } from '../../shared/verify/ports.ts';
import { endNotices, withKnownEnds } from '../../shared/watch/end-notices.ts';
import { allEndings, endingsOf } from '../../shared/watch/endings.ts';
import { expiryCalendar } from '../../shared/watch/ics.ts';
import { nodeCrypto } from '../node/crypto.ts';
import { leavingAs } from '../node/export/leaving.ts';
import { replaceFile } from '../node/files.ts';
import { nodeFs } from '../node/fs-port.ts';
import type { Library } from '../node/library/library.ts';
import type { Dialogs } from './dialogs.ts';
import type { NetworkDoor } from './network-door.ts';
import { recheck } from './recheck.ts';
import { createScheduledRechecks } from './scheduled-rechecks.ts';
import { createThrottle } from './throttle.ts';
import type { WatchMemory } from './watch-memory.ts';

/** The watch over one's own badges: when they end, and what is different when their issuers are asked again. */
export interface Watching {
  answer(request: WatchRequest): Promise<WatchAnswer>;
  /** Begins to look by itself: at ends daily, at issuers where the person turned it on. */
  start(): void;
  /** Stops what runs: it comes to its end soon. */
  cancel(): void;
  /** Waits for the end of what runs, and knows nothing any more of the badges that were here. */
  forget(): Promise<void>;
  stop(): Promise<void>;
}

export interface WatchingOptions {
  readonly library: Promise<Pick<Library, 'readOnly' | 'view' | 'check' | 'hostsToAsk'>>;
  readonly settings: () => Promise<Settings>;
  readonly network: Pick<NetworkDoor, 'documentsOf'>;
  readonly memory: WatchMemory;
  readonly dialogs: Pick<Dialogs, 'chooseTarget'>;
  readonly clock: Clock;
  /** Evenly in [0, 1). */
  readonly random: () => number;
  readonly tell: (news: WatchNews) => void;
  /** A notification of the system, which shows the window when it is pressed. */
  readonly notify: (text: string) => void;
}

type Progress = Extract<WatchNews, { kind: 'progress' }>['progress'];
type Do<Name extends WatchRequest['do']> = Extract<WatchRequest, { do: Name }>;

export function createWatching(options: WatchingOptions): Watching {
  const { network, memory, clock, random, tell } = options;
  let running: AbortController | null = null;
  let timer: ReturnType<typeof setInterval> | undefined;
  let lastLook: Promise<void> = Promise.resolve();
  let lastWork: Promise<unknown> = Promise.resolve();

  const view = async (): Promise<WatchView> => {
    const { summary, read } = await memory.get();
    return { summary, knownEnds: read };
  };
  const tellView = async (): Promise<void> => tell({ kind: 'view', view: await view() });
  const scheduled = createScheduledRechecks({ ...options, onChanged: () => void tellView() });

  /** One thing at a time, with its progress told and a way to stop it. */
  async function busy<Value>(
    work: (signal: AbortSignal, onProgress: (progress: Progress) => void) => Promise<Value>,
  ): Promise<Value> {
    if (running !== null) throw new CodedError('watch/busy');
    const controller = new AbortController();
    running = controller;
    const progress = createThrottle<Progress>(limits.progressIntervalMs, (now) =>
      tell({ kind: 'progress', progress: now }),
    );
    const working = work(controller.signal, progress.push);
    lastWork = working.catch(() => undefined);
    try {
      return await working;
    } finally {
      running = null;
      progress.push(null);
      progress.flush();
    }
  }

  const hosts = ({ ids }: Do<'hosts'>): Promise<WatchAnswer> =>
    busy(async (signal, onProgress) => {
      const found = await (await options.library).hostsToAsk(ids, {
        signal,
        onProgress: (now) => onProgress({ ...now, step: 'looking' }),
      });
      const lists = [...found.values()];
      const askNobody = lists.filter((list) => list.length === 0).length;
      return { kind: 'hosts', byHost: countByHost(lists), askNobody, cancelled: signal.aborted };
    });

  const check = ({ ids, hosts: agreed }: Do<'check'>): Promise<WatchAnswer> =>
    busy(async (signal, onProgress) => {
      await recheck(
        { hosts: agreed, ids },
        {
          library: await options.library,
          documents: await network.documentsOf(new Set(agreed)),
          memory,
          nowMs: clock.now,
          random,
          isScheduled: false,
          signal,
          onProgress: (now) => onProgress({ ...now, step: 'asking' }),
        },
      );
      return { kind: 'view', view: await view() };
    });

  async function dismissEnds({ ids }: Do<'dismiss-ends'>): Promise<WatchAnswer> {
    const wanted = new Set(ids);
    const { badges } = (await options.library).view();
    const endings = allEndings(endingsOf(badges, clock.now())).filter(({ card }) => wanted.has(card.id));
    await memory.change({ read: withKnownEnds((await memory.get()).read, endings, clock.now()) });
    return { kind: 'view', view: await view() };
  }

  async function saveCalendar(): Promise<WatchAnswer> {
    const target = await options.dialogs.chooseTarget('calendar', calendarWords.fileName);
    if (target === null) return { kind: 'nothing' };
    const { badges } = (await options.library).view();
    const text = expiryCalendar(badges, { nowMs: clock.now(), hexDigest: nodeCrypto.hexDigest });
    await leavingAs(path.basename(target), () => replaceFile(nodeFs, target, new TextEncoder().encode(text)));
    return { kind: 'saved', savedAs: path.basename(target) };
  }

  /** The window counts the days anew; the system tells each end once, where the person wants it. */
  async function lookAtEnds(): Promise<void> {
    await tellView();
    if (!(await options.settings()).notifyOfEnds) return;
    const { told } = await memory.get();
    const endings = endNotices((await options.library).view().badges, told, clock.now());
    if (endings.length === 0) return;
    await memory.change({ told: withKnownEnds(told, endings, clock.now()) });
    options.notify(endWords.soon(endings.length));
  }

  /** Nothing that runs writes any more, once this is answered. */
  async function stopped(): Promise<void> {
    running?.abort();
    await Promise.all([lastLook, lastWork, scheduled.cancel()]);
  }

  return {
    answer: async (request) => {
      switch (request.do) {
        case 'look':
          return { kind: 'view', view: await view() };
        case 'hosts':
          return await hosts(request);
        case 'check':
          return await check(request);
        case 'cancel':
          running?.abort();
          return { kind: 'nothing' };
        case 'dismiss-summary':
          await memory.change({ summary: null });
          return { kind: 'view', view: await view() };
        case 'dismiss-ends':
          return await dismissEnds(request);
        case 'save-calendar':
          return await saveCalendar();
        default:
          return assertNever(request);
      }
    },
    start: () => {
      scheduled.start();
      // A library that does not open is what the window shows already.
      const look = (): void => {
        lastLook = lastLook.then(lookAtEnds).catch(() => undefined);
      };
      look();
      timer = setInterval(look, limits.endingLookMs);
      timer.unref();
    },
    cancel: () => void stopped(),
    forget: async () => {
      await stopped();
      await memory.forget();
    },
    stop: async () => {
      clearInterval(timer);
      await Promise.all([stopped(), scheduled.stop()]);
    },
  };
}

/** Sites in alphabetical order, with the number of badges that each would be asked about. */
function countByHost(lists: readonly (readonly string[])[]): readonly HostToAsk[] {
  const counts = new Map<string, number>();
  for (const host of lists.flat()) counts.set(host, (counts.get(host) ?? 0) + 1);
  return [...counts]
    .map(([host, badges]) => ({ host, badges }))
    .sort((a, b) => (a.host < b.host ? -1 : 1))
    .slice(0, limits.recheckHosts);
}
