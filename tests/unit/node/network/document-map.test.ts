import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  documentMapPort,
  firstOf,
  offlineDocuments,
} from '../../../../electron/node/network/document-map.ts';
import { readDocumentMap } from '../../../../electron/node/network/read-document-map.ts';
import type { DocumentPort, DocumentRequest } from '../../../../shared/verify/ports.ts';

let folder: string;
const capturedAtMs = Date.UTC(2026, 4, 3);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'document-map-'));
  await writeFile(join(folder, 'did.json'), '{"id":"did:web:example.edu"}');
  await utimes(join(folder, 'did.json'), new Date('2026-03-01T00:00:00Z'), new Date('2026-03-01T00:00:00Z'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const request = (url: string, maxBytes = 1_000): DocumentRequest => ({ url, accept: '*/*', maxBytes });
const mapOf = (map: Record<string, string>, time: number | null = capturedAtMs) =>
  documentMapPort({ map, folder, capturedAtMs: time });

describe('a map of captured documents', () => {
  it('answers with the bytes, their hash and the date of the capture', async () => {
    const answer = await mapOf({ 'https://example.edu/did.json': 'did.json' }).get(
      request('https://example.edu/did.json'),
    );
    expect(answer).toMatchObject({
      kind: 'document',
      status: 200,
      source: 'captured',
      fetchedAt: '2026-05-03T00:00:00.000Z',
      sha256: 'e76ee38705c228aeb0ec70ed745a6e7727896cd27bad2dc28a85e1eeb3507174',
    });
  });

  it('an address of http stands for the https one that would have been asked', async () => {
    const answer = await mapOf({ 'http://example.edu/did.json': 'did.json' }).get(
      request('http://example.edu/did.json'),
    );
    expect(answer).toMatchObject({
      url: 'http://example.edu/did.json',
      finalUrl: 'https://example.edu/did.json',
    });
  });

  it('without a date, each document is as old as its file', async () => {
    const answer = await mapOf({ 'https://example.edu/did.json': 'did.json' }, null).get(
      request('https://example.edu/did.json'),
    );
    expect(answer).toMatchObject({ fetchedAt: '2026-03-01T00:00:00.000Z' });
  });

  it('fragments make no difference, on either side', async () => {
    const map = mapOf({ 'https://example.edu/did.json#key-1': 'did.json' });
    expect((await map.get(request('https://example.edu/did.json'))).kind).toBe('document');
    expect((await map.get(request('https://example.edu/did.json#key-2'))).kind).toBe('document');
  });

  it('a host’s root is one document with or without its slash', async () => {
    expect(
      (await mapOf({ 'https://example.edu': 'did.json' }).get(request('https://example.edu/'))).kind,
    ).toBe('document');
  });

  it('another address, another query and another scheme are other documents', async () => {
    const map = mapOf({ 'https://example.edu/did.json': 'did.json' });
    for (const url of [
      'https://example.edu/did.json?a',
      'http://example.edu/did.json',
      'https://example.edu/DID.json',
    ]) {
      expect(await map.get(request(url))).toEqual({ kind: 'unavailable', url, code: 'network/offline' });
    }
  });

  it('names of Object.prototype are not in an empty map', async () => {
    for (const url of ['toString', '__proto__', 'constructor']) {
      expect((await mapOf({}).get(request(url))).kind).toBe('unavailable');
    }
  });

  it('a document that is missing, a folder, or larger than asked for is unavailable, never an exception', async () => {
    const map = mapOf({
      'https://a.example/1': 'gone.json',
      'https://a.example/2': '.',
      'https://a.example/3': 'did.json',
    });
    expect(await map.get(request('https://a.example/1'))).toMatchObject({ code: 'network/offline' });
    expect(await map.get(request('https://a.example/2'))).toMatchObject({ code: 'network/offline' });
    expect(await map.get(request('https://a.example/3', 3))).toMatchObject({ code: 'network/too-large' });
  });

  it('paths are relative to the map’s own file', async () => {
    await writeFile(join(folder, 'map.json'), '{"https://example.edu/did.json": "did.json"}');
    const port = documentMapPort(await readDocumentMap(join(folder, 'map.json'), capturedAtMs));
    expect((await port.get(request('https://example.edu/did.json'))).kind).toBe('document');
  });

  it('an earlier version is wanted: only what was captured before counts', async () => {
    const port = mapOf({ 'https://example.edu/did.json': 'did.json' });
    const { fetchedAt } = Object(await port.get(request('https://example.edu/did.json')));
    const later = new Date(Date.parse(fetchedAt) + 1).toISOString();
    const askedBefore = (earlierThan: string) =>
      port.get({ ...request('https://example.edu/did.json'), earlierThan });
    expect(await askedBefore(fetchedAt)).toMatchObject({ kind: 'unavailable', code: 'network/offline' });
    expect(await askedBefore(later)).toMatchObject({ kind: 'document', fetchedAt });
  });

  it.each(['[]', '{"https://a.example": 3}', 'nonsense', '', '"text"'])('%s is no map', async (text) => {
    await writeFile(join(folder, 'bad.json'), text);
    await expect(readDocumentMap(join(folder, 'bad.json'), null)).rejects.toMatchObject({
      code: 'badge/bad-json',
    });
  });
});

describe('two sources of documents', () => {
  const live: DocumentPort = {
    mode: 'online',
    get: async ({ url }) => ({ kind: 'unavailable', url, code: 'network/unreachable' }),
  };

  it('the first answers what it has, the second is asked for the rest', async () => {
    const both = firstOf(mapOf({ 'https://example.edu/did.json': 'did.json' }), live);
    expect(both.mode).toBe('online');
    expect((await both.get(request('https://example.edu/did.json'))).kind).toBe('document');
    expect(await both.get(request('https://example.edu/other'))).toMatchObject({
      code: 'network/unreachable',
    });
  });

  it('offline, what the map does not have is unavailable', async () => {
    const both = firstOf(mapOf({}), offlineDocuments);
    expect(both.mode).toBe('offline');
    expect(await both.get(request('https://example.edu/'))).toMatchObject({ code: 'network/offline' });
  });
});
