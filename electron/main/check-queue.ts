import { CodedError } from '../../shared/errors.ts';
import type { CheckProgress } from '../../shared/ipc/views.ts';
import { limits } from '../../shared/limits.ts';
import type { DocumentPort } from '../../shared/verify/ports.ts';
import type { Library } from '../node/library/library.ts';
import { createThrottle } from './throttle.ts';

/** Checks of badges, in the background. Offline ones never wait for a slow issuer. */
export interface CheckQueue {
  /**
   * Resolves when these badges are checked; rejects with a `CodedError` when their reports could not be kept, or when
   * not one of them could be checked for our own reasons.
   */
  add(badgeIds: readonly string[], online: boolean): Promise<void>;
  /** Drops what waits and stops what runs; what is added later is checked. */
  cancel(): void;
  /** The same for good. */
  stop(): Promise<void>;
}

export interface CheckQueueOptions {
  readonly library: Promise<Pick<Library, 'check'>>;
  /** Asked only when the person wants it: the first call brings the network client. */
  readonly onlineDocuments: () => Promise<DocumentPort>;
  /** Documents that are at hand without the network, beside those of the library: the samples' issuers. */
  readonly offlineDocuments?: () => Promise<DocumentPort | null>;
  readonly onProgress: (progress: CheckProgress) => void;
}

export function createCheckQueue(options: CheckQueueOptions): CheckQueue {
  const { library, onlineDocuments, offlineDocuments = async () => null, onProgress } = options;
  let controller = new AbortController();
  const progress = createThrottle(limits.progressIntervalMs, onProgress);
  const last: Record<'online' | 'offline', Promise<unknown>> = {
    online: Promise.resolve(),
    offline: Promise.resolve(),
  };
  let done = 0;
  let total = 0;

  async function checkNow(badgeIds: readonly string[], online: boolean, signal: AbortSignal): Promise<void> {
    let told = 0;
    const tell = (count: number): void => {
      done += count - told;
      told = count;
      progress.push({ done, total });
    };
    try {
      if (signal.aborted) return;
      const { failures } = await (await library).check(badgeIds, {
        documents: online ? await onlineDocuments() : await offlineDocuments(),
        signal,
        onProgress: (each) => tell(Math.min(each.done, badgeIds.length)),
      });
      const [first] = failures.values();
      if (first !== undefined && failures.size === badgeIds.length) throw new CodedError(first.code);
    } finally {
      tell(badgeIds.length);
      if (done === total) {
        progress.flush();
        done = 0;
        total = 0;
      }
    }
  }

  return {
    add: (badgeIds, online) => {
      if (badgeIds.length === 0) return Promise.resolve();
      const mode = online ? 'online' : 'offline';
      total += badgeIds.length;
      progress.push({ done, total });
      const { signal } = controller;
      const turn = last[mode].then(() => checkNow(badgeIds, online, signal));
      last[mode] = turn.catch(() => undefined);
      return turn;
    },
    cancel: () => {
      controller.abort();
      controller = new AbortController();
    },
    stop: async () => {
      controller.abort();
      await Promise.all([last.online, last.offline]);
    },
  };
}
