import { CodedError } from '../../shared/errors.ts';
import { limits } from '../../shared/limits.ts';
import type { DocumentPort } from '../../shared/verify/ports.ts';
import type { FileEngine } from '../node/engine.ts';
import { isContainerAlone } from '../node/import/import-sources.ts';
import type { WorkerLane } from '../node/lanes/worker-lane.ts';
import type { WorkerJob } from '../node/lanes/worker-protocol.ts';
import type { InputToCheck } from './check-input.ts';
import { type CheckLaneOptions, checkLane } from './check-lane.ts';
import type { CheckJob, CheckStep, CheckThreadData } from './check-thread-protocol.ts';
import { refused } from './checked.ts';
import type { CheckedLine } from './checked-line.ts';
import type { Input } from './inputs.ts';
import { type OpeningThread, openingThread } from './opening-thread.ts';

export interface CheckThreadsOptions extends CheckLaneOptions {
  readonly data: CheckThreadData;
  /** The most threads that check. */
  readonly most: number;
  /** How long the first works before others join it, in milliseconds. */
  readonly othersAfterMs: number;
  readonly network: DocumentPort;
  readonly signal: AbortSignal;
}

/**
 * Checks inputs in threads that may be ended, so that one that takes for ever, or all of the memory, is refused alone
 * while the others go on. What a thread was at when it ended is looked at again, each by itself.
 */
export class CheckThreads {
  readonly #options: CheckThreadsOptions;
  readonly #opener: OpeningThread;
  readonly #lanes: readonly CheckLane[];
  readonly #waiting: Waiting[] = [];
  readonly #startedMs = performance.now();

  constructor(options: CheckThreadsOptions) {
    this.#options = options;
    this.#opener = openingThread(() => checkLane<WorkerJob>(options));
    this.#lanes = Array.from({ length: options.most }, () => ({
      lane: checkLane<CheckJob>(options),
      isBusy: false,
    }));
  }

  /** Opens archives, and what addresses lead to. */
  get engine(): FileEngine {
    return this.#opener;
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
    await this.#opener.close();
  }

  /** One thread that is warm beats two that are cold: others join where the work is long. */
  #free(): CheckLane | undefined {
    const isLong = performance.now() - this.#startedMs > this.#options.othersAfterMs;
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
      say(await this.#refusedLine(input.shown, wayTo(input), error));
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
        if (isOver) one.say(await this.#refusedLine(one.input.shown, wayIn(one.input), error));
        else await this.#checkTogether(lane, [one]);
      }
    }
  }

  /** The words for it are loaded when they are first needed: most inputs are told of by a thread. */
  async #refusedLine(shown: string, way: readonly string[], error: unknown): Promise<CheckedLine> {
    const { checkedLine } = await import('./checked-line.ts');
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

const mostTogether = 256;
