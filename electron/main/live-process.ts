import { CodedError } from '../../shared/errors.ts';
import type { DocumentPort } from '../../shared/verify/ports.ts';
import { type WorkerReply, type WorkerRequest, workerReply } from '../node/check/worker-protocol.ts';
import { withResolvers } from './with-resolvers.ts';

/** What a lane needs of a utility process. */
export interface WorkerProcess {
  readonly pid: number | undefined;
  postMessage(message: WorkerRequest): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  on(event: 'exit', listener: (code: number) => void): unknown;
  kill(): boolean;
}

export interface LaneOptions {
  readonly fork: () => WorkerProcess;
  /** Resident memory of a process in MiB; null when it is not known. */
  readonly residentMiB: (pid: number) => number | null;
  readonly startTimeoutMs: number;
  readonly jobTimeoutMs: number;
  readonly memoryMiB: number;
  readonly memoryWatchMs: number;
}

/** One piece of work: the request by its number, and the door that lets its answer in. */
export interface LaneJob<Value> {
  readonly request: (id: number) => WorkerRequest;
  /** Throws for an answer of a wrong shape. */
  readonly accept: (value: unknown) => Value;
  readonly documents: DocumentPort | null;
  readonly maxDocuments: number;
  readonly signal: AbortSignal | undefined;
}

/** A process from its fork to its end, with the one job that it does now. */
export class LiveProcess {
  isAlive = true;
  isUsed = false;
  readonly #options: LaneOptions;
  readonly #process: WorkerProcess;
  readonly #ready: Promise<void>;
  #setReady: () => void = () => undefined;
  #current: CurrentJob | null = null;
  #nextId = 0;

  constructor(options: LaneOptions) {
    this.#options = options;
    this.#ready = new Promise((resolve) => {
      this.#setReady = resolve;
    });
    this.#process = options.fork();
    this.#process.on('message', (message) => this.#receive(message));
    // An end that nobody asked for while it worked is, in practice, V8 running out of memory.
    this.#process.on('exit', () => this.#end(new CodedError('input/memory')));
  }

  async run<Value>(job: LaneJob<Value>): Promise<Value> {
    const id = this.#nextId++;
    const { promise, resolve, reject } = withResolvers<unknown>();
    const current: CurrentJob = { id, job, resolve, reject, documents: 0, waiting: 0 };
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

  #startClock(current: CurrentJob, timeoutMs: number): void {
    clearTimeout(current.clock);
    current.clock = setTimeout(() => this.kill('input/timeout'), timeoutMs);
  }

  #watchMemory(): void {
    const { pid } = this.#process;
    const used = pid === undefined ? null : this.#options.residentMiB(pid);
    if (used !== null && used > this.#options.memoryMiB) this.kill('input/memory');
  }

  #accept<Value>(job: LaneJob<Value>, value: unknown): Value {
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
    else if (reply.kind === 'failed') current.reject(new CodedError(reply.code, reply.facts));
    else void this.#fetchDocument(current, reply);
  }

  /** The worker opens no socket: main asks its port. The job's clock stands still meanwhile. */
  async #fetchDocument(current: CurrentJob, { call, request }: DocumentCall): Promise<void> {
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

interface CurrentJob {
  readonly id: number;
  readonly job: LaneJob<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: CodedError) => void;
  documents: number;
  waiting: number;
  clock?: ReturnType<typeof setTimeout>;
}

type DocumentCall = Extract<WorkerReply, { kind: 'document' }>;
