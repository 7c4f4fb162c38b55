import type { Worker } from 'node:worker_threads';
import { CodedError } from '../../shared/errors.ts';
import { limits } from '../../shared/limits.ts';
import type { DocumentPort } from '../../shared/verify/ports.ts';
import type { BadgeEngine } from '../node/engine.ts';
import { isContainerAlone } from '../node/import/import-sources.ts';
import { laneEngine } from '../node/lanes/lane-engine.ts';
import type { KillableWorker } from '../node/lanes/live-worker.ts';
import { WorkerLane } from '../node/lanes/worker-lane.ts';
import type { WorkerJob } from '../node/lanes/worker-protocol.ts';
import { type InputToCheck, refused } from './check-input.ts';
import type { CheckJob, CheckStart, CheckStep, CheckThreadData } from './check-thread-protocol.ts';
import { type CheckedLine, checkedLine } from './checked-line.ts';
import type { Input } from './inputs.ts';

export interface CheckThreadsOptions {
  readonly startThread: () => Worker;
  readonly data: CheckThreadData;
  /** The most threads that check; each starts when it is of use. */
  readonly most: number;
  /** How long one input may go without a sign of life. */
  readonly jobTimeoutMs: number;
  readonly network: DocumentPort;
  readonly signal: AbortSignal;
}

/**
 * Checks inputs in threads that may be ended, so that one that takes for ever, or all of the memory, is refused alone
 * while the others go on. What a thread was at when it ended is looked at again, each by itself.
 */
export class CheckThreads {
  /** Opens archives, and what addresses lead to. */
  readonly engine: BadgeEngine;
  readonly #options: CheckThreadsOptions;
  readonly #lanes: readonly CheckLane[];
  readonly #waiting: Waiting[] = [];
  readonly #startedMs = performance.now();

  constructor(options: CheckThreadsOptions) {
    this.#options = options;
    this.engine = laneEngine(() => laneOf<WorkerJob>(options));
    this.#lanes = Array.from({ length: options.most }, () => ({
      lane: laneOf<CheckJob>(options),
      isBusy: false,
    }));
  }

  /** What is said of the input. Never rejects. */
  check(input: Input): Promise<CheckedLine> {
    return new Promise((say) => {
      this.#waiting.push({ input, say });
      const free = this.#free();
      if (free !== undefined) void this.#work(free);
    });
  }

  async close(): Promise<void> {
    for (const { lane } of this.#lanes) lane.close();
    await this.engine.close();
  }

  /** One thread that is warm beats two that are cold: another joins where the work is long. */
  #free(): CheckLane | undefined {
    const isLong = performance.now() - this.#startedMs > anotherAfterMs;
    return this.#lanes.find(({ isBusy }, index) => !isBusy && (index === 0 || isLong));
  }

  async #work(lane: CheckLane): Promise<void> {
    lane.isBusy = true;
    while (this.#waiting.length > 0) {
      const loaded = await Promise.all(this.#taken().map((one) => this.#load(one)));
      await this.#checkTogether(lane, loaded.flat());
    }
    lane.isBusy = false;
  }

  /** The next inputs, as many as are quickly done, and not too large together. */
  #taken(): readonly Waiting[] {
    let heldBytes = 0;
    const count = this.#waiting.findIndex(({ input }, index) => {
      heldBytes += input.kind === 'entry' ? input.entry.sizeBytes : 0;
      return index > 0 && (index >= mostTogether || heldBytes > limits.lentFileBytes);
    });
    return this.#waiting.splice(0, count === -1 ? this.#waiting.length : count);
  }

  /** What a thread can be given; nothing where all is said already. */
  async #load({ input, say }: Waiting): Promise<readonly Loaded[]> {
    try {
      return [{ input: await inputToCheck(input, this.#options.signal), say }];
    } catch (error) {
      say(this.#refusedLine(input.shown, wayTo(input), error));
      return [];
    }
  }

  async #checkTogether(lane: CheckLane, inputs: readonly Loaded[]): Promise<void> {
    if (inputs.length === 0) return;
    const left = new Set(inputs);
    try {
      await lane.lane.run({
        request: (id) => ({ kind: 'check', id, inputs: inputs.map(({ input }) => input) }),
        accept: () => undefined,
        onStep: (value) => sayStep(inputs, left, value as CheckStep),
        documents: this.#options.network,
        // Each badge has a limit of its own.
        maxDocuments: Number.POSITIVE_INFINITY,
        signal: this.#options.signal,
      });
    } catch (error) {
      const isOver = inputs.length === 1 || this.#options.signal.aborted;
      for (const one of left) {
        if (isOver) one.say(this.#refusedLine(one.input.shown, wayIn(one.input), error));
        else await this.#checkTogether(lane, [one]);
      }
    }
  }

  #refusedLine(shown: string, way: readonly string[], error: unknown): CheckedLine {
    return checkedLine(shown, way, refused(null, error), this.#options.data.saying);
  }
}

interface CheckLane {
  readonly lane: WorkerLane<CheckJob>;
  isBusy: boolean;
}

interface Waiting {
  readonly input: Input;
  readonly say: (line: CheckedLine) => void;
}

interface Loaded {
  readonly input: InputToCheck;
  readonly say: (line: CheckedLine) => void;
}

/** What a thread says of itself is ours: its steps are types only. */
function sayStep(inputs: readonly Loaded[], left: Set<Loaded>, { first, lines }: CheckStep): void {
  for (const [index, line] of lines.entries()) {
    const one = inputs[first + index];
    if (one === undefined) continue;
    left.delete(one);
    one.say(line);
  }
}

async function inputToCheck(input: Input, signal: AbortSignal): Promise<InputToCheck> {
  switch (input.kind) {
    case 'refused':
      throw new CodedError(input.code, input.facts);
    case 'entry': {
      const { entry, shown } = input;
      const inside = { way: entry.path, notes: entry.notes ?? [], isContainerAlone: isContainerAlone(entry) };
      return { kind: 'bytes', shown, name: entry.name, bytes: await entry.read(signal), inside };
    }
    case 'file':
    case 'bytes':
      return input;
  }
}

function wayTo(input: Input): readonly string[] {
  return input.kind === 'entry' ? input.entry.path : [];
}

function wayIn(input: InputToCheck): readonly string[] {
  return input.kind === 'bytes' ? (input.inside?.way ?? []) : [];
}

function laneOf<Request>({ startThread, data, jobTimeoutMs }: CheckThreadsOptions): WorkerLane<Request> {
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
function started<Request>(thread: Worker, data: CheckThreadData): KillableWorker<Request> {
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

const mostTogether = 64;
const anotherAfterMs = 500;
