import type { Worker } from 'node:worker_threads';
import { limits } from '../../shared/limits.ts';
import type { KillableWorker } from '../node/lanes/live-worker.ts';
import { WorkerLane } from '../node/lanes/worker-lane.ts';
import type { CheckStart, CheckThreadData } from './check-thread-protocol.ts';

export interface CheckLaneOptions {
  readonly startThread: () => Worker;
  /** What is checked by; null for threads that only do what an engine does. */
  readonly data: CheckThreadData | null;
  /** How long one input may go without a sign of life, in milliseconds. */
  readonly jobTimeoutMs: number;
}

/** A lane whose workers are threads of `check`. */
export function checkLane<Request>({
  startThread,
  data,
  jobTimeoutMs,
}: CheckLaneOptions): WorkerLane<Request> {
  return new WorkerLane<Request>({
    fork: () => started<Request>(startThread(), data),
    // V8 itself holds a thread to its limit.
    residentMiB: () => null,
    startTimeoutMs: limits.workerStartTimeoutMs,
    jobTimeoutMs,
    memoryMiB: limits.workerMemoryMiB,
    memoryWatchMs: limits.workerMemoryWatchMs,
  });
}

/** Gives a new thread what it is to check by. */
function started<Request>(thread: Worker, data: CheckThreadData | null): KillableWorker<Request> {
  thread.postMessage({ kind: 'start', data } satisfies CheckStart);
  let reason: unknown = null;
  // Without a listener it would end the command.
  thread.on('error', (error) => {
    reason = error;
  });
  return {
    pid: undefined,
    postMessage: (message) => thread.postMessage(message),
    on: (event: 'message' | 'exit', listener: (value: unknown) => void) =>
      event === 'message' ? thread.on('message', listener) : thread.on('exit', () => listener(reason)),
    kill: () => {
      void thread.terminate();
      return true;
    },
  };
}
