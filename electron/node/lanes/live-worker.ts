import { CodedError } from '../../../shared/errors.ts';
import type { DocumentPort } from '../../../shared/verify/ports.ts';
import { withResolvers } from '../with-resolvers.ts';
import { type DocumentBrought, type WorkerJob, type WorkerReply, workerReply } from './worker-protocol.ts';

/** What a lane needs of a process, or of a thread, that may be killed at any moment. */
export interface KillableWorker<Request = WorkerJob> {
  readonly pid: number | undefined;
  postMessage(message: Request | DocumentBrought): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  /** With what ended it, where that is known: an exit code, or the error of a thread. */
  on(event: 'exit', listener: (reason: unknown) => void): unknown;
  kill(): boolean;
}

export interface LaneOptions<Request = WorkerJob> {
  readonly fork: () => KillableWorker<Request>;
  /** Resident memory of a process in MiB; null when it is not known. */
  readonly residentMiB: (pid: number) => number | null;
  readonly startTimeoutMs: number;
  readonly jobTimeoutMs: number;
  readonly memoryMiB: number;
  readonly memoryWatchMs: number;
}

/** One piece of work: the request by its number, and the door that lets its answer in. */
export interface LaneJob<Value, Request = WorkerJob> {
  readonly request: (id: number) => Request;
  /** Throws for an answer of a wrong shape. */
  readonly accept: (value: unknown) => Value;
  /** What is done of it already. Its clock begins anew with each step. */
  readonly onStep?: (value: unknown) => void;
  readonly documents: DocumentPort | null;
  readonly maxDocuments: number;
  readonly signal: AbortSignal | undefined;
}

/** A process or a thread from its start to its end, with the one job that it does now. */
export class LiveWorker<Request = WorkerJob> {
  isAlive = true;
  isUsed = false;
  readonly #options: LaneOptions<Request>;
  readonly #process: KillableWorker<Request>;
  readonly #ready: Promise<void>;
  #setReady: () => void = () => undefined;
  #current: CurrentJob<Request> | null = null;
  #nextId = 0;

  constructor(options: LaneOptions<Request>) {
    this.#options = options;
    this.#ready = new Promise((resolve) => {
      this.#setReady = resolve;
    });
    this.#process = options.fork();
    this.#process.on('message', (message) => this.#receive(message));
    this.#process.on('exit', (reason) => this.#end(errorOfExit(reason)));
  }

  async run<Value>(job: LaneJob<Value, Request>): Promise<Value> {
    const id = this.#nextId++;
    const { promise, resolve, reject } = withResolvers<unknown>();
    const current: CurrentJob<Request> = { id, job, resolve, reject, documents: 0, waiting: 0 };
    this.#current = current;
    const stop = (): void => this.kill('input/cancelled');
    job.signal?.addEventListener('abort', stop, { once: true });
    const watch = setInterval(() => this.#watchMemory(), this.#options.memoryWatchMs);
    try {
      this.#startClock(current, this.#options.startTimeoutMs);
      await Promise.race([this.#ready, promise]);
      this.#startClock(current, this.#options.jobTimeoutMs);
      if (this.isAlive) this.#process.postMessage(job.request(id));
      const value = await promise;
      return this.#accept(job, value);
    } finally {
      clearTimeout(current.clock);
      clearInterval(watch);
      job.signal?.removeEventListener('abort', stop);
      this.#current = null;
      this.isUsed = true;
    }
  }

  kill(code: 'input/timeout' | 'input/memory' | 'input/cancelled' | 'internal/bug'): void {
    this.#end(new CodedError(code, code === 'input/timeout' ? { limitMs: this.#options.jobTimeoutMs } : {}));
    this.#process.kill();
  }

  #end(error: CodedError): void {
    this.isAlive = false;
    this.#current?.reject(error);
  }

  #startClock(current: CurrentJob<Request>, timeoutMs: number): void {
    clearTimeout(current.clock);
    current.clock = setTimeout(() => this.kill('input/timeout'), timeoutMs);
  }

  #watchMemory(): void {
    const { pid } = this.#process;
    const used = pid === undefined ? null : this.#options.residentMiB(pid);
    if (used !== null && used > this.#options.memoryMiB) this.kill('input/memory');
  }

  #accept<Value>(job: LaneJob<Value, Request>, value: unknown): Value {
    try {
      return job.accept(value);
    } catch (error) {
      this.kill('internal/bug');
      throw new CodedError('internal/bug', {}, { cause: error });
    }
  }

  #receive(message: unknown): void {
    const parsed = workerReply.safeParse(message);
    if (!parsed.success) {
      this.kill('internal/bug');
      return;
    }
    const reply = parsed.data;
    if (reply.kind === 'ready') {
      this.#setReady();
      return;
    }
    const current = this.#current;
    if (current === null || reply.id !== current.id) return;
    if (reply.kind === 'done') current.resolve(reply.value);
    else if (reply.kind === 'step') this.#step(current, reply.value);
    else if (reply.kind === 'failed') current.reject(new CodedError(reply.code, reply.facts));
    else void this.#fetchDocument(current, reply);
  }

  #step(current: CurrentJob<Request>, value: unknown): void {
    const { onStep } = current.job;
    // Of a job that has none, a step would only be a way to keep at it for ever.
    if (onStep === undefined) return;
    if (current.waiting === 0) this.#startClock(current, this.#options.jobTimeoutMs);
    onStep(value);
  }

  /** The worker opens no socket: main asks its port. The job's clock stands still meanwhile. */
  async #fetchDocument(current: CurrentJob<Request>, { call, request }: DocumentCall): Promise<void> {
    const { job, id } = current;
    current.documents += 1;
    current.waiting += 1;
    clearTimeout(current.clock);
    const answer =
      job.documents === null || current.documents > job.maxDocuments
        ? ({ kind: 'unavailable', url: request.url, code: 'network/too-many-documents' } as const)
        : // A port that fails is one that has no answer: the job would wait for ever, and nothing would end it.
          await job.documents
            .get(request)
            .catch(() => ({ kind: 'unavailable', url: request.url, code: 'network/unreachable' }) as const);
    if (!this.isAlive || this.#current !== current) return;
    current.waiting -= 1;
    if (current.waiting === 0) this.#startClock(current, this.#options.jobTimeoutMs);
    this.#process.postMessage({ kind: 'document', id, call, answer });
  }
}

/** An end that nobody asked for while it worked is, in practice, V8 running out of memory, unless it says otherwise. */
function errorOfExit(reason: unknown): CodedError {
  const isBug = reason instanceof Error && !('code' in reason && reason.code === 'ERR_WORKER_OUT_OF_MEMORY');
  return isBug ? new CodedError('internal/bug', {}, { cause: reason }) : new CodedError('input/memory');
}

interface CurrentJob<Request> {
  readonly id: number;
  readonly job: LaneJob<unknown, Request>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: CodedError) => void;
  documents: number;
  waiting: number;
  clock?: ReturnType<typeof setTimeout>;
}

type DocumentCall = Extract<WorkerReply, { kind: 'document' }>;
