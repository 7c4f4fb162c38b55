import { describe, expect, it, vi } from 'vitest';
import { DocumentsOfMain } from '../../../../electron/node/lanes/documents-of-main.ts';
import type { WorkerReply } from '../../../../electron/node/lanes/worker-protocol.ts';
import { workerReply } from '../../../../electron/node/lanes/worker-protocol.ts';

const request = { url: 'https://school.example/key', accept: 'application/json', maxBytes: 1_000 };

describe('the worker’s documents', () => {
  it('are asked of main, and each answer finds its question', async () => {
    const sent: WorkerReply[] = [];
    const documents = new DocumentsOfMain((message) => void sent.push(message));
    const port = documents.portFor(7, 'offline');
    const [first, second] = [port.get(request), port.get({ ...request, url: 'https://school.example/two' })];
    expect(sent).toEqual([
      { kind: 'document', id: 7, call: 0, request },
      { kind: 'document', id: 7, call: 1, request: { ...request, url: 'https://school.example/two' } },
    ]);
    expect(sent.map((message) => workerReply.safeParse(message).success)).toEqual([true, true]);
    const answer = (url: string) => ({ kind: 'unavailable', url, code: 'network/offline' }) as const;
    documents.receive({ kind: 'document', id: 7, call: 1, answer: answer('two') });
    documents.receive({ kind: 'document', id: 7, call: 0, answer: answer('one') });
    expect([(await first).url, (await second).url]).toEqual(['one', 'two']);
  });

  it('with an address that is too long for anybody are not asked for at all', async () => {
    const send = vi.fn();
    const port = new DocumentsOfMain(send).portFor(1, 'online');
    const url = `https://school.example/${'a'.repeat(10_000)}`;
    expect(await port.get({ ...request, url })).toEqual({
      kind: 'unavailable',
      url,
      code: 'network/bad-url',
    });
    expect(send).not.toHaveBeenCalled();
  });

  it('that nobody asked for change nothing', () => {
    const documents = new DocumentsOfMain(() => undefined);
    const answer = { kind: 'unavailable', url: 'x', code: 'network/offline' } as const;
    expect(() => documents.receive({ kind: 'document', id: 1, call: 99, answer })).not.toThrow();
  });
});
