import { describe, expect, it, vi } from 'vitest';
import { createCheckQueue } from '../../../electron/main/check-queue.ts';
import type { Library } from '../../../electron/node/library/library.ts';
import { withResolvers } from '../../../electron/node/with-resolvers.ts';
import { CodedError } from '../../../shared/errors.ts';
import type { CheckProgress } from '../../../shared/ipc/views.ts';
import type { DocumentPort } from '../../../shared/verify/ports.ts';

type Check = Library['check'];

const online: DocumentPort = { mode: 'online', get: vi.fn() };

function queueWith(check: Check) {
  const progress: CheckProgress[] = [];
  const onlineDocuments = vi.fn(async () => online);
  const queue = createCheckQueue({
    library: Promise.resolve({ check }),
    onlineDocuments,
    onProgress: (each) => void progress.push(each),
  });
  return { queue, progress, onlineDocuments };
}

const nothing = { reports: new Map(), differences: new Map(), failures: new Map(), cancelled: false };

describe('the queue of checks', () => {
  it('N02 never touches the network for an offline check', async () => {
    const check = vi.fn<Check>(async () => nothing);
    const { queue, onlineDocuments } = queueWith(check);
    await queue.add(['a'], false);
    expect(check.mock.calls[0]?.[1]?.documents).toBeNull();
    expect(onlineDocuments).not.toHaveBeenCalled();
    await queue.add(['a'], true);
    expect(check.mock.calls[1]?.[1]?.documents).toBe(online);
  });

  it('gives an offline check the documents that are at hand, and an online one none of them', async () => {
    const atHand: DocumentPort = { mode: 'offline', get: vi.fn() };
    const check = vi.fn<Check>(async () => nothing);
    const queue = createCheckQueue({
      library: Promise.resolve({ check }),
      onlineDocuments: async () => online,
      offlineDocuments: async () => atHand,
      onProgress: () => undefined,
    });
    await queue.add(['a'], false);
    await queue.add(['a'], true);
    expect(check.mock.calls.map((call) => call[1]?.documents)).toEqual([atHand, online]);
  });

  it('lets an offline check pass a slow online one', async () => {
    let answer: () => void = () => undefined;
    const slow = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const { queue } = queueWith(async (_ids, options) => {
      if (options?.documents !== null) await slow;
      return nothing;
    });
    const waiting = queue.add(['slow'], true);
    await queue.add(['quick'], false);
    answer();
    await waiting;
  });

  it('counts over all that waits, and ends at its total', async () => {
    const { queue, progress } = queueWith(async (ids, options) => {
      ids.forEach((_id, index) => {
        options?.onProgress?.({ done: index + 1, total: ids.length });
      });
      return nothing;
    });
    await Promise.all([queue.add(['a', 'b'], false), queue.add(['c'], false)]);
    expect(progress.at(-1)).toEqual({ done: 3, total: 3 });
    expect(progress.every(({ done, total }) => done <= total)).toBe(true);
    await queue.add(['d'], false);
    expect(progress.at(-1)).toEqual({ done: 1, total: 1 });
  });

  it('tells who asked when reports could not be kept, and goes on', async () => {
    let isFirst = true;
    const { queue, progress } = queueWith(async () => {
      if (!isFirst) return nothing;
      isFirst = false;
      throw new CodedError('store/disk-full');
    });
    await expect(queue.add(['a'], false)).rejects.toMatchObject({ code: 'store/disk-full' });
    await queue.add(['b'], false);
    expect(progress.at(-1)).toEqual({ done: 1, total: 1 });
  });

  it('tells who asked when not one badge could be checked for our own reasons', async () => {
    const failure = { code: 'input/timeout', message: '', next: '' } as const;
    const { queue } = queueWith(async () => ({ ...nothing, failures: new Map([['a', failure]]) }));
    await expect(queue.add(['a'], false)).rejects.toMatchObject({ code: 'input/timeout' });
    await queue.add(['a', 'b'], false);
  });

  it('stops what runs and drops what waits', async () => {
    const started: (readonly string[])[] = [];
    const { queue } = queueWith(async (ids, options) => {
      started.push(ids);
      await new Promise<void>((resolve) => options?.signal?.addEventListener('abort', () => resolve()));
      return { ...nothing, cancelled: true };
    });
    void queue.add(['a'], false);
    void queue.add(['b'], false);
    await new Promise((resolve) => setTimeout(resolve));
    await queue.stop();
    expect(started).toEqual([['a']]);
  });

  it('stops what runs and drops what waits when it is cancelled, and checks what is added later', async () => {
    const { promise: stopped, resolve: stop } = withResolvers<void>();
    const check = vi.fn<Check>(async (_ids, options) => {
      options?.signal?.addEventListener('abort', () => stop());
      if (check.mock.calls.length === 1) await stopped;
      return nothing;
    });
    const { queue } = queueWith(check);
    const both = [queue.add(['a'], true), queue.add(['b'], true)];
    await vi.waitFor(() => expect(check).toHaveBeenCalledTimes(1));
    queue.cancel();
    await Promise.all(both);
    expect(check).toHaveBeenCalledTimes(1);
    await queue.add(['c'], true);
    expect(check.mock.calls.map(([ids]) => ids)).toEqual([['a'], ['c']]);
  });
});
