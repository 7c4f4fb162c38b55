import path from 'node:path';
import { z } from 'zod';
import type { RecheckSummary } from '../../shared/ipc/watch-calls.ts';
import { limits } from '../../shared/limits.ts';
import type { KnownEnds } from '../../shared/watch/end-notices.ts';
import { noTimes, type RecheckTimes } from '../../shared/watch/plan-rechecks.ts';
import { ensureFolder, readOptional, removeWhole, replaceFile } from '../node/files.ts';
import type { FsPort } from '../node/fs-port.ts';
import { storing } from '../node/store-error.ts';

/** What the watch keeps between starts. Nothing of it is a badge. */
export interface WatchFacts {
  readonly times: RecheckTimes;
  /** Badge → the hosts that a check of it asks, so that they need not be found out at each start. */
  readonly hosts: Readonly<Record<string, readonly string[]>>;
  readonly summary: RecheckSummary | null;
  /** Ends that the person has read of in the window. */
  readonly read: KnownEnds;
  /** Ends that the system told of. */
  readonly told: KnownEnds;
}

export interface WatchMemory {
  get(): Promise<WatchFacts>;
  /** Resolves when it is on disk; rejects with a `CodedError` where the disk does not take it. */
  change(change: Partial<WatchFacts>): Promise<WatchFacts>;
  /** Knows nothing any more, and the file is gone. */
  forget(): Promise<void>;
}

export interface WatchMemoryOptions {
  readonly fs: FsPort;
  readonly file: string;
  /** Facts of another library are none of this one's. */
  readonly libraryId: () => Promise<string>;
}

export function createWatchMemory({ fs, file, libraryId }: WatchMemoryOptions): WatchMemory {
  let known: Promise<WatchFacts> | null = null;

  async function read(): Promise<WatchFacts> {
    const library = await libraryId();
    const bytes = await readOptional(fs, file).catch(() => null);
    try {
      const stored = fileSchema.parse(JSON.parse(new TextDecoder().decode(bytes ?? new Uint8Array())));
      if (stored.library === library) return stored.facts;
    } catch {
      // Damaged, of another version, or not there: nothing is known, and nobody is asked sooner than by a new start.
    }
    return nothing;
  }

  async function write(facts: WatchFacts): Promise<WatchFacts> {
    const stored = { format: 1, library: await libraryId(), facts };
    await storing(async () => {
      await ensureFolder(fs, path.dirname(file));
      await replaceFile(fs, file, new TextEncoder().encode(JSON.stringify(stored)));
    });
    return facts;
  }

  const get = (): Promise<WatchFacts> => {
    known ??= read();
    return known;
  };
  return {
    get,
    change: async (change) => {
      const before = get();
      const turn = before.then((facts) => write({ ...facts, ...change }));
      known = turn.catch(() => before);
      return await turn;
    },
    forget: async () => {
      const gone = get().then(() => storing(() => removeWhole(fs, file)));
      known = gone.then(
        () => nothing,
        () => nothing,
      );
      await gone;
    },
  };
}

const nothing: WatchFacts = { times: noTimes, hosts: {}, summary: null, read: {}, told: {} };

const text = z.string().max(limits.documentUrlCharacters);
const timesByName = z.record(text, z.number());
const ends = z.record(text, z.string().max(40));

const fileSchema = z.object({
  format: z.literal(1),
  library: z.string(),
  facts: z.object({
    times: z.object({ next: timesByName, asked: timesByName }),
    hosts: z.record(text, z.array(text).readonly()),
    summary: z
      .object({
        at: z.string().max(40),
        isScheduled: z.boolean(),
        checked: z.number().int().min(0),
        failed: z.number().int().min(0),
        cancelled: z.boolean(),
        changed: z.array(z.object({ id: text, name: text, sentences: z.array(text).readonly() })).readonly(),
        further: z.array(text).readonly(),
        furtherIds: z.array(text).readonly().default([]),
      })
      .nullable(),
    read: ends,
    told: ends,
  }) satisfies z.ZodType<WatchFacts>,
});
