import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { CheckThreads } from '../../electron/cli/check-threads.ts';
import type { Input } from '../../electron/cli/inputs.ts';
import type { FileInArchive } from '../../electron/node/import/import-sources.ts';
import { offlineDocuments } from '../../electron/node/network/document-map.ts';
import { CodedError } from '../../shared/errors.ts';
import type { DocumentPort } from '../../shared/verify/ports.ts';

/** A thread that says of each input its own name, and that some names undo. */
const script = `
const { parentPort, threadId } = require('node:worker_threads');
let number = 0;
const waiting = new Map();
const line = (text) => ({ text, status: 0, badges: 1, isRefused: false, trace: null });
parentPort.on('message', async (message) => {
  if (message.kind === 'start') return parentPort.postMessage({ kind: 'ready' });
  if (message.kind === 'document') return waiting.get(message.call)(message.answer);
  if (message.kind !== 'check') return;
  const { id, inputs } = message;
  for (const [first, input] of inputs.entries()) {
    const name = input.shown.replace(/ .*/, '');
    if (name === 'hang') for (;;);
    if (name === 'memory') for (const all = []; ; ) all.push(new Array(100_000).fill(all.length));
    if (name === 'bug') setTimeout(() => { throw new TypeError('a bug'); }) && await new Promise(() => {});
    if (name === 'slow') for (let part = 0; part < 5; part++) {
      for (const end = performance.now() + 150; performance.now() < end; );
      parentPort.postMessage({ kind: 'step', id, value: { first, lines: [] } });
    }
    let said = input.shown;
    if (name === 'ask') {
      const call = number++;
      const request = { url: 'https://a.example/' + call, accept: '*/*', maxBytes: 9 };
      const answer = new Promise((resolve) => waiting.set(call, resolve));
      parentPort.postMessage({ kind: 'document', id, call, request });
      said = (await answer).code;
    }
    if (input.kind === 'bytes') said += ' ' + new TextDecoder().decode(input.bytes);
    parentPort.postMessage({ kind: 'step', id, value: { first, lines: [line(said + ' by ' + threadId)] } });
  }
  parentPort.postMessage({ kind: 'done', id, value: null });
});
`;

const open: CheckThreads[] = [];
afterEach(() => Promise.all(open.splice(0).map((threads) => threads.close())));

function threadsWith({
  network = offlineDocuments,
  ...more
}: {
  network?: DocumentPort;
  most?: number;
} = {}) {
  const controller = new AbortController();
  const started: Worker[] = [];
  const threads = new CheckThreads({
    startThread: () => {
      const thread = new Worker(script, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 16 } });
      started.push(thread);
      return thread;
    },
    data: {
      named: null,
      identities: [],
      trust: null,
      notBeforeMs: 0,
      saying: { json: true, colours: false, nowMs: 0, offline: true },
      atOnce: 1,
    },
    most: 1,
    othersAfterMs: 500,
    jobTimeoutMs: 400,
    network,
    signal: controller.signal,
    ...more,
  });
  open.push(threads);
  return { threads, started, controller };
}

const file = (shown: string): Input => ({ kind: 'file', shown, path: `/nowhere/${shown}` });
const codeOf = (text: string) =>
  text.startsWith('{') ? JSON.parse(text).error.code : text.replace(/ by .*/, '');

async function said(threads: CheckThreads, names: readonly string[]): Promise<readonly string[]> {
  const lines = await Promise.all(names.map((name) => threads.check(file(name))));
  return lines.map(({ text }) => codeOf(text));
}

describe('the threads of check', () => {
  it('say of each input what is said of it', async () => {
    const { threads, started } = threadsWith();
    const names = Array.from({ length: 300 }, (_, index) => `file ${index}`);
    expect(await said(threads, names)).toEqual(names);
    expect(started).toHaveLength(1);
  });

  it('refuse one that takes for ever, and check the others', async () => {
    const { threads } = threadsWith();
    const found = await said(threads, ['one', 'two', 'hang', 'three', 'hang too', 'four']);
    expect(found).toEqual(['one', 'two', 'input/timeout', 'three', 'input/timeout', 'four']);
  });

  it('refuse one that takes all of the memory, and check the others', async () => {
    const { threads } = threadsWith();
    expect(await said(threads, ['one', 'memory', 'two'])).toEqual(['one', 'input/memory', 'two']);
  });

  it('tell a bug of a thread as one, with its trace, and check the others', async () => {
    const { threads } = threadsWith();
    const lines = await Promise.all(['one', 'bug', 'two'].map((name) => threads.check(file(name))));
    expect(lines.map(({ text }) => codeOf(text))).toEqual(['one', 'internal/bug', 'two']);
    expect(lines[1]?.status).toBe(5);
    expect(lines[1]?.trace).toContain('at ');
  });

  it('let one that says that it is alive take its time', async () => {
    const { threads } = threadsWith();
    expect(await said(threads, ['slow', 'one'])).toEqual(['slow', 'one']);
  });

  it('wait for the network as long as it takes, and ask it from the command’s own thread', async () => {
    const asked: string[] = [];
    const get: DocumentPort['get'] = async ({ url }) => {
      asked.push(url);
      await new Promise((resolve) => setTimeout(resolve, 600));
      return { kind: 'unavailable', url, code: 'network/timeout' };
    };
    const { threads } = threadsWith({ network: { mode: 'online', get } });
    expect(await said(threads, ['ask', 'one'])).toEqual(['network/timeout', 'one']);
    expect(asked).toEqual(['https://a.example/0']);
  });

  it('stop at once, and leave nothing unsaid, when the person interrupts', async () => {
    const { threads, controller } = threadsWith();
    const all = said(threads, ['one', 'hang', 'two']);
    setTimeout(() => controller.abort(new CodedError('input/cancelled')), 150);
    expect((await all).slice(1)).toEqual(['input/cancelled', 'input/cancelled']);
  });

  it('are joined by another where the work is long, never by more than were asked for', async () => {
    const names = ['slow', ...Array.from({ length: 100 }, (_, index) => `slow ${index}`)].slice(0, 8);
    const { threads, started } = threadsWith({ most: 2 });
    const first = said(threads, names.slice(0, 2));
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect([...(await first), ...(await said(threads, names.slice(2)))]).toEqual(names);
    expect(started).toHaveLength(2);
  });

  it('unpack an entry when its turn comes, and refuse one that cannot be unpacked by itself', async () => {
    const { threads } = threadsWith();
    const entry = (name: string, read: FileInArchive['read']): Input => {
      const inArchive = {
        kind: 'entry',
        file: name,
        shown: name,
        name,
        path: [name],
        sizeBytes: 4,
        read,
      } as const;
      return { kind: 'entry', shown: name, entry: inArchive };
    };
    const bytes = new TextEncoder().encode('text');
    const lines = await Promise.all([
      threads.check(entry('good', async () => bytes)),
      threads.check(entry('bad', async () => Promise.reject(new CodedError('archive/damaged')))),
      threads.check({ kind: 'refused', shown: 'none', code: 'input/unreadable' }),
      threads.check(entry('last', async () => bytes)),
    ]);
    const found = lines.map(({ text }) => codeOf(text));
    expect(found).toEqual(['good text', 'archive/damaged', 'input/unreadable', 'last text']);
  });
});
