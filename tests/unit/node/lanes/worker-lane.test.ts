import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { KillableWorker, LaneJob } from '../../../../electron/node/lanes/live-worker.ts';
import { WorkerLane } from '../../../../electron/node/lanes/worker-lane.ts';
import type { WorkerReply, WorkerRequest } from '../../../../electron/node/lanes/worker-protocol.ts';
import type { DocumentAnswer, DocumentPort } from '../../../../shared/verify/ports.ts';

type Script = (request: WorkerRequest, worker: FakeWorker) => void;

class FakeWorker implements KillableWorker {
  readonly pid = 7;
  readonly received: WorkerRequest[] = [];
  isKilled = false;
  #onMessage: (message: unknown) => void = () => undefined;
  #onExit: (reason: unknown) => void = () => undefined;
  readonly #script: Script;

  constructor(script: Script, isReady = true) {
    this.#script = script;
    if (isReady) queueMicrotask(() => this.say({ kind: 'ready' }));
  }
  on(event: 'message' | 'exit', listener: (value: unknown) => void): void {
    if (event === 'message') this.#onMessage = listener;
    else this.#onExit = listener;
  }
  postMessage(message: WorkerRequest): void {
    this.received.push(message);
    this.#script(message, this);
  }
  kill(): boolean {
    this.isKilled = true;
    return true;
  }
  say(message: WorkerReply | Readonly<Record<string, unknown>>): void {
    this.#onMessage(message);
  }
  crash(reason: unknown = 6): void {
    this.#onExit(reason);
  }
}

const echo: Script = (request, worker) => {
  if (request.kind === 'read') worker.say({ kind: 'done', id: request.id, value: request.fileName });
};
const silent: Script = () => undefined;

/** Asks for one document, and tells why it did not come. */
const asksOnce: Script = (message, worker) => {
  const request = { url: 'https://a.example/', accept: '*/*', maxBytes: 1 };
  if (message.kind === 'read') worker.say({ kind: 'document', id: message.id, call: 0, request });
  if (message.kind === 'document') {
    const { answer } = message;
    worker.say({ kind: 'done', id: message.id, value: answer.kind === 'unavailable' ? answer.code : '' });
  }
};

function laneOf(scripts: readonly Script[], residentMiB: () => number = () => 60) {
  const workers: FakeWorker[] = [];
  const lane = new WorkerLane({
    fork: () => {
      const worker = new FakeWorker(scripts[workers.length] ?? silent);
      workers.push(worker);
      return worker;
    },
    residentMiB,
    startTimeoutMs: 30_000,
    jobTimeoutMs: 10_000,
    memoryMiB: 512,
    memoryWatchMs: 200,
  });
  return { lane, workers };
}

function job(fileName: string, more: Partial<LaneJob<string>> = {}): LaneJob<string> {
  return {
    request: (id) => ({ kind: 'read', id, bytes: new Uint8Array(1), fileName }),
    accept: (value) => {
      if (typeof value !== 'string') throw new Error('no text');
      return value;
    },
    documents: null,
    maxDocuments: 0,
    signal: undefined,
    ...more,
  };
}

describe('a worker lane', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('does its jobs one after another in one process', async () => {
    const { lane, workers } = laneOf([echo]);
    expect(await Promise.all([lane.run(job('a')), lane.run(job('b')), lane.run(job('c'))])).toEqual([
      'a',
      'b',
      'c',
    ]);
    expect(workers).toHaveLength(1);
    expect(lane.load).toBe(0);
  });

  it('kills a job that hangs, refuses that file alone, and goes on in a new process', async () => {
    const { lane, workers } = laneOf([silent, echo]);
    const hung = expect(lane.run(job('hangs'))).rejects.toMatchObject({
      code: 'input/timeout',
      facts: { limitMs: 10_000 },
    });
    const next = lane.run(job('next'));
    await vi.advanceTimersByTimeAsync(9_999);
    expect(workers[0]?.isKilled).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await hung;
    expect(workers[0]?.isKilled).toBe(true);
    expect(await next).toBe('next');
    expect(workers).toHaveLength(2);
  });

  it('gives a job that tells its steps its whole time again after each', async () => {
    const { lane, workers } = laneOf([silent]);
    const steps: unknown[] = [];
    const long = lane.run(job('long', { onStep: (value) => void steps.push(value) }));
    const step = (value: string) => workers[0]?.say({ kind: 'step', id: 0, value });
    await vi.advanceTimersByTimeAsync(9_999);
    step('one');
    await vi.advanceTimersByTimeAsync(9_999);
    step('two');
    workers[0]?.say({ kind: 'done', id: 0, value: 'whole' });
    expect(await long).toBe('whole');
    expect(steps).toEqual(['one', 'two']);
  });

  it('gives a job that has no steps no more time for pretending some', async () => {
    const { lane, workers } = laneOf([silent]);
    const hung = expect(lane.run(job('hangs'))).rejects.toMatchObject({ code: 'input/timeout' });
    await vi.advanceTimersByTimeAsync(9_999);
    workers[0]?.say({ kind: 'step', id: 0, value: 'still here' });
    await vi.advanceTimersByTimeAsync(1);
    await hung;
  });

  it('tells what a thread says of its own end: too little memory, or a bug', async () => {
    const memory = Object.assign(new Error('no memory'), { code: 'ERR_WORKER_OUT_OF_MEMORY' });
    const bug = new TypeError('a bug');
    const { lane } = laneOf([(_job, worker) => worker.crash(memory), (_job, worker) => worker.crash(bug)]);
    await expect(lane.run(job('large'))).rejects.toMatchObject({ code: 'input/memory' });
    await expect(lane.run(job('wrong'))).rejects.toMatchObject({ code: 'internal/bug', cause: bug });
  });

  it('refuses a file whose reading takes too much memory', async () => {
    const { lane, workers } = laneOf([silent], () => 513);
    const eager = expect(lane.run(job('big'))).rejects.toMatchObject({ code: 'input/memory' });
    await vi.advanceTimersByTimeAsync(200);
    await eager;
    expect(workers[0]?.isKilled).toBe(true);
  });

  it('refuses a file that crashes a fresh process, after one try', async () => {
    const { lane, workers } = laneOf([(_request, worker) => worker.crash(), echo]);
    await expect(lane.run(job('crashes'))).rejects.toMatchObject({ code: 'input/memory' });
    expect(workers).toHaveLength(1);
    expect(await lane.run(job('next'))).toBe('next');
  });

  it('gives a file a second, fresh process when the first was used by others before it died', async () => {
    const dieOnSecond: Script = (request, worker) => {
      if (worker.received.length === 2) worker.crash();
      else echo(request, worker);
    };
    const { lane, workers } = laneOf([dieOnSecond, echo]);
    expect(await lane.run(job('first'))).toBe('first');
    expect(await lane.run(job('second'))).toBe('second');
    expect(workers).toHaveLength(2);
  });

  it('starts a new process when the idle one died', async () => {
    const { lane, workers } = laneOf([echo, echo]);
    expect(await lane.run(job('a'))).toBe('a');
    workers[0]?.crash();
    expect(await lane.run(job('b'))).toBe('b');
    expect(workers).toHaveLength(2);
  });

  it('passes the code and the facts of a refused file on, and keeps the process', async () => {
    const refuse: Script = (request, worker) =>
      worker.say({ kind: 'failed', id: request.id, code: 'image/no-badge', facts: { kind: 'PNG' } });
    const { lane, workers } = laneOf([refuse]);
    const expected = { code: 'image/no-badge', facts: { kind: 'PNG' } };
    await expect(lane.run(job('a'))).rejects.toMatchObject(expected);
    await expect(lane.run(job('b'))).rejects.toMatchObject(expected);
    expect(workers).toHaveLength(1);
  });

  it('ends a process that speaks another language, or answers with a wrong shape', async () => {
    const babble: Script = (_request, worker) => worker.say({ kind: 'open', path: '/etc/passwd' });
    const wrongShape: Script = (request, worker) => worker.say({ kind: 'done', id: request.id, value: 7 });
    const { lane, workers } = laneOf([babble, wrongShape, echo]);
    await expect(lane.run(job('a'))).rejects.toMatchObject({ code: 'internal/bug' });
    await expect(lane.run(job('b'))).rejects.toMatchObject({ code: 'internal/bug' });
    expect(workers.map((worker) => worker.isKilled)).toEqual([true, true]);
    expect(await lane.run(job('c'))).toBe('c');
  });

  it('ignores the answer to another job', async () => {
    const impostor: Script = (request, worker) => {
      worker.say({ kind: 'done', id: request.id + 1, value: 'another' });
      echo(request, worker);
    };
    const { lane } = laneOf([impostor]);
    expect(await lane.run(job('mine'))).toBe('mine');
  });

  it('stops at once when the person cancels, and never starts what was cancelled before', async () => {
    const { lane, workers } = laneOf([silent, echo]);
    const controller = new AbortController();
    const running = expect(lane.run(job('a', { signal: controller.signal }))).rejects.toMatchObject({
      code: 'input/cancelled',
    });
    const waiting = expect(lane.run(job('b', { signal: controller.signal }))).rejects.toMatchObject({
      code: 'input/cancelled',
    });
    await vi.advanceTimersByTimeAsync(0);
    controller.abort();
    await Promise.all([running, waiting]);
    expect(workers).toHaveLength(1);
    expect(workers[0]?.isKilled).toBe(true);
  });

  it('asks the document port for the worker, and its clock stands still meanwhile', async () => {
    const answer: DocumentAnswer = {
      kind: 'unavailable',
      url: 'https://a.example/',
      code: 'network/offline',
    };
    const get = vi.fn<DocumentPort['get']>(
      () => new Promise((resolve) => setTimeout(() => resolve(answer), 60_000)),
    );
    const request = { url: 'https://a.example/', accept: 'application/json', maxBytes: 100 };
    const asks: Script = (message, worker) => {
      if (message.kind === 'read') worker.say({ kind: 'document', id: message.id, call: 3, request });
      if (message.kind === 'document')
        worker.say({ kind: 'done', id: message.id, value: message.answer.kind });
    };
    const { lane, workers } = laneOf([asks]);
    const done = lane.run(job('a', { documents: { mode: 'online', get }, maxDocuments: 1 }));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await done).toBe('unavailable');
    expect(get).toHaveBeenCalledExactlyOnceWith(request);
    expect(workers[0]?.received[1]).toEqual({ kind: 'document', id: 0, call: 3, answer });
  });

  it('asks for no more documents than one badge may need', async () => {
    const get = vi.fn<DocumentPort['get']>();
    const { lane } = laneOf([asksOnce]);
    const value = await lane.run(job('a', { documents: { mode: 'online', get }, maxDocuments: 0 }));
    expect(value).toBe('network/too-many-documents');
    expect(get).not.toHaveBeenCalled();
  });

  it('takes a document port that fails for one that has no answer, and goes on', async () => {
    const get = vi.fn<DocumentPort['get']>(() => Promise.reject(new Error('the disk is gone')));
    const { lane } = laneOf([asksOnce]);
    const value = await lane.run(job('a', { documents: { mode: 'online', get }, maxDocuments: 1 }));
    expect(value).toBe('network/unreachable');
  });

  it('gives up on a process that never gets ready', async () => {
    const worker = new FakeWorker(echo, false);
    const lane = new WorkerLane({
      fork: () => worker,
      residentMiB: () => null,
      startTimeoutMs: 30_000,
      jobTimeoutMs: 10_000,
      memoryMiB: 512,
      memoryWatchMs: 200,
    });
    const late = expect(lane.run(job('a'))).rejects.toMatchObject({ code: 'input/timeout' });
    await vi.advanceTimersByTimeAsync(30_000);
    await late;
    expect(worker.isKilled).toBe(true);
  });

  it('refuses everything after it was closed', async () => {
    const { lane, workers } = laneOf([silent]);
    const running = expect(lane.run(job('a'))).rejects.toMatchObject({ code: 'input/cancelled' });
    await vi.advanceTimersByTimeAsync(0);
    lane.close();
    await running;
    await expect(lane.run(job('b'))).rejects.toMatchObject({ code: 'input/cancelled' });
    expect(workers).toHaveLength(1);
  });
});
