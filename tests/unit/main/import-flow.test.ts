import { describe, expect, it, vi } from 'vitest';
import { createImportFlow } from '../../../electron/main/import-flow.ts';
import type { ImportedFile, ImportResult, Library } from '../../../electron/node/library/library.ts';
import { offlineDocuments } from '../../../electron/node/network/document-map.ts';
import { withResolvers } from '../../../electron/node/with-resolvers.ts';
import { CodedError } from '../../../shared/errors.ts';
import type { ImportProgress } from '../../../shared/ipc/import-views.ts';

type ImportFiles = Library['importFiles'];

function imported(name: string, badgeId: string): ImportedFile {
  const row = {
    fileName: name,
    outcome: 'imported',
    badgeIds: [badgeId],
    found: '',
    notes: [],
    failure: null,
  } as const;
  return { index: 0, file: name, sha256: null, row };
}

function flowWith(importFiles: ImportFiles) {
  const progress: ImportProgress[] = [];
  const onImported = vi.fn();
  const onFinished = vi.fn();
  const agreed: (readonly string[])[] = [];
  const signals: AbortSignal[] = [];
  const flow = createImportFlow({
    library: Promise.resolve({ importFiles }),
    documentsOf: async (hosts, signal) => {
      agreed.push(hosts);
      signals.push(signal);
      return offlineDocuments;
    },
    onFinished,
    onProgress: (each) => void progress.push(each),
    onImported,
  });
  return { flow, progress, onImported, onFinished, agreed, signals };
}

const path = (name: string) => ({ kind: 'path', path: `/in/${name}` }) as const;

describe('an import', () => {
  it('answers a row for each file, also for those that the page could not read', async () => {
    const { flow, onImported } = flowWith(async () => ({
      files: [imported('a.png', 'a')],
      cancelled: false,
    }));
    const { rows } = await flow.run([
      path('a.png'),
      { kind: 'refused', name: '..\\x/big.png', code: 'input/too-large' },
    ]);
    expect(rows.map(({ fileName, outcome, failure }) => [fileName, outcome, failure?.code])).toEqual([
      ['a.png', 'imported', undefined],
      ['big.png', 'refused', 'input/too-large'],
    ]);
    expect(onImported.mock.calls).toEqual([[['a']]]);
  });

  it('of an address asks the hosts that the person agreed to alone, and remembers them where it leads on', async () => {
    const link = { url: 'https://data.example/1', host: 'data.example' };
    const found = imported('page.example/1', '');
    const importFiles = vi.fn<ImportFiles>(async () => ({
      files: [{ ...found, row: { ...found.row, outcome: 'refused', badgeIds: [], link } }],
      cancelled: false,
    }));
    const { flow, agreed, onFinished } = flowWith(importFiles);
    const summary = await flow.runAddress('https://page.example/1', ['page.example']);
    expect(agreed).toEqual([['page.example']]);
    expect(summary.rows[0]?.link).toEqual({ ...link, agreed: ['page.example'] });
    expect(onFinished.mock.calls).toEqual([[summary]]);
    const [sources, options] = importFiles.mock.calls[0] ?? [];
    expect(sources).toEqual([{ kind: 'address', url: 'https://page.example/1' }]);
    expect(['page.example', 'data.example'].map((host) => options?.mayAsk?.(host))).toEqual([true, false]);
  });

  it('asks the library for nothing when no file could be read', async () => {
    const importFiles = vi.fn<ImportFiles>();
    const { rows } = await flowWith(importFiles).flow.run([
      { kind: 'refused', name: 'x', code: 'input/unreadable' },
    ]);
    expect(rows).toHaveLength(1);
    expect(importFiles).not.toHaveBeenCalled();
  });

  it('tells a thousand steps in few events, and always the last one', async () => {
    const { flow, progress } = flowWith(async (_sources, options) => {
      for (let done = 1; done <= 1_000; done += 1) {
        options?.onProgress?.({ done, total: 1_000, imported: done, finished: done === 1_000 });
      }
      return { files: [], cancelled: false };
    });
    await flow.run([path('a.png')]);
    expect(progress.length).toBeLessThanOrEqual(3);
    expect(progress.at(-1)).toEqual({ done: 1_000, total: 1_000, imported: 1_000, finished: true });
  });

  it('J04 waits for the one before it', async () => {
    const order: string[] = [];
    const { flow } = flowWith(async (sources) => {
      const name = sources[0]?.kind === 'path' ? sources[0].path : '';
      order.push(`start ${name}`);
      await Promise.resolve();
      order.push(`end ${name}`);
      return { files: [], cancelled: false };
    });
    await Promise.all([flow.run([path('1')]), flow.run([path('2')])]);
    expect(order).toEqual(['start /in/1', 'end /in/1', 'start /in/2', 'end /in/2']);
  });

  it('is stopped together with those that wait, and the next one runs', async () => {
    const aborted: (boolean | undefined)[] = [];
    const { flow } = flowWith(async (_sources, options): Promise<ImportResult> => {
      if (aborted.length === 0) await abortOf(options?.signal);
      aborted.push(options?.signal?.aborted);
      return { files: [], cancelled: options?.signal?.aborted === true };
    });
    const running = flow.run([path('1')]);
    const waiting = flow.run([path('2')]);
    await Promise.resolve();
    flow.cancel();
    expect([(await running).cancelled, (await waiting).cancelled]).toEqual([true, true]);
    expect((await flow.run([path('3')])).cancelled).toBe(false);
    expect(aborted).toEqual([true, true, false]);
  });

  it('that the library rejects does not stop the next one', async () => {
    let isFirst = true;
    const { flow } = flowWith(async () => {
      if (!isFirst) return { files: [], cancelled: false };
      isFirst = false;
      throw new CodedError('store/disk-full');
    });
    await expect(flow.run([path('1')])).rejects.toMatchObject({ code: 'store/disk-full' });
    expect(await flow.run([path('2')])).toEqual({ rows: [], cancelled: false });
  });

  it('of an address that is cancelled ends what is being fetched', async () => {
    const { flow, signals } = flowWith(async (_sources, options) => {
      await abortOf(options?.signal);
      return { files: [], cancelled: true };
    });
    const importing = flow.runAddress('https://a.example/1', ['a.example']);
    await vi.waitFor(() => expect(signals).toHaveLength(1));
    flow.cancel();
    expect(signals[0]?.aborted).toBe(true);
    await importing;
  });

  it('L12 that was cancelled with those that wait is told of before it is called settled', async () => {
    const { promise, resolve } = withResolvers<void>();
    const { flow, onFinished } = flowWith(async (_sources, options) => {
      await promise;
      return { files: [imported('a.png', 'a')], cancelled: options?.signal?.aborted === true };
    });
    void flow.run([path('a.png')]);
    void flow.run([path('b.png')]);
    flow.cancel();
    const settled = flow.settled();
    resolve();
    await settled;
    expect(onFinished.mock.calls.map(([summary]) => summary.cancelled)).toEqual([true, true]);
  });
});

function abortOf(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted === true) resolve();
    else signal?.addEventListener('abort', () => resolve());
  });
}
