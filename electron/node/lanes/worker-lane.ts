import { CodedError } from '../../../shared/errors.ts';
import { type LaneJob, type LaneOptions, LiveWorker } from './live-worker.ts';
import type { WorkerJob } from './worker-protocol.ts';

/**
 * One worker (a process or a thread) that does one job at a time, so that a hang or a crash has one culprit. A job that takes too long
 * or too much memory ends with its worker; the next job gets a new one.
 */
export class WorkerLane<Request = WorkerJob> {
  readonly #options: LaneOptions<Request>;
  #queue: Promise<unknown> = Promise.resolve();
  #process: LiveWorker<Request> | null = null;
  #waiting = 0;
  #closed = false;

  constructor(options: LaneOptions<Request>) {
    this.#options = options;
  }

  /** Jobs that run or wait. */
  get load(): number {
    return this.#waiting;
  }

  run<Value>(job: LaneJob<Value, Request>): Promise<Value> {
    this.#waiting += 1;
    const turn = this.#queue.then(() => this.#attempt(job));
    this.#queue = turn.then(
      () => undefined,
      () => undefined,
    );
    return turn.finally(() => {
      this.#waiting -= 1;
    });
  }

  close(): void {
    this.#closed = true;
    this.#process?.kill('input/cancelled');
    this.#process = null;
  }

  /** A worker that worked before may be full of others' leftovers, so what it ran out of is tried once in a new one. */
  async #attempt<Value>(job: LaneJob<Value, Request>): Promise<Value> {
    const isUsed = this.#process?.isUsed === true;
    try {
      return await this.#runOnce(job);
    } catch (error) {
      if (!isUsed || !(error instanceof CodedError) || error.code !== 'input/memory') throw error;
      return this.#runOnce(job);
    }
  }

  async #runOnce<Value>(job: LaneJob<Value, Request>): Promise<Value> {
    if (this.#closed || job.signal?.aborted === true) throw new CodedError('input/cancelled');
    if (this.#process?.isAlive !== true) this.#process = new LiveWorker(this.#options);
    return this.#process.run(job);
  }
}
