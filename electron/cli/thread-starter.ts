import { Worker } from 'node:worker_threads';
import { limits } from '../../shared/limits.ts';

/** Starts the threads that read and verify. */
export interface ThreadStarter {
  (): Worker;
  /** Starts the first one now: it waits for its data. */
  early(): void;
}

/** The script of a thread lies beside the `program`, whose address this is. */
export function threadStarter(program: string): ThreadStarter {
  const script = new URL('check-thread.js', program);
  let first: Worker | null = null;
  const start = () =>
    new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: limits.workerMemoryMiB } });
  const next = () => {
    const thread = first ?? start();
    first = null;
    return thread;
  };
  return Object.assign(next, {
    early: () => {
      first = start();
    },
  });
}
