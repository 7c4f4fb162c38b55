import { expect, test } from 'vitest';
import { hostLog } from '../../../shared/desk/host-log.ts';
import type { DocumentAnswer, DocumentPort } from '../../../shared/verify/ports.ts';

const accept = 'application/json';

function portOf(answers: Readonly<Record<string, Partial<DocumentAnswer>>>): DocumentPort {
  return {
    mode: 'online',
    // What the log looks at is given by each test.
    get: async ({ url }) =>
      ({ kind: 'unavailable', url, code: 'network/offline', ...answers[url] }) as DocumentAnswer,
  };
}

async function hostsAfter(port: DocumentPort, urls: readonly string[]): Promise<readonly string[]> {
  const log = hostLog(port);
  for (const url of urls) await log.get({ url, accept, maxBytes: 10 });
  return log.hosts();
}

test('hosts of documents that are missing or of an earlier date are noted, each once, in order', async () => {
  const port = portOf({ 'https://b.example/1': { kind: 'document', source: 'captured' } });
  const urls = [
    'https://b.example/1',
    'https://a.example:8443/1',
    'http://a.example/2',
    'https://b.example/2',
  ];
  expect(await hostsAfter(port, urls)).toEqual(['a.example', 'a.example:8443', 'b.example']);
});

test('I01 an address that is never asked is not named either', async () => {
  const urls = [
    'https://10.0.0.7/1',
    'https://printer.local/1',
    'ftp://a.example/1',
    'https://user@a.example/',
    'https://b.example:22/',
  ];
  expect(await hostsAfter(portOf({}), urls)).toEqual([]);
});

test('a host that answered just now, or that was asked in vain, is not noted', async () => {
  const port = portOf({
    'https://a.example/1': { kind: 'document', source: 'live' },
    'https://b.example/1': { code: 'network/timeout' },
  });
  expect(await hostsAfter(port, ['https://a.example/1', 'https://b.example/1'])).toEqual([]);
});

test('a redirect to a host that nobody agreed to is noted by that host', async () => {
  const port = portOf({ 'https://a.example/1': { code: 'network/not-agreed', host: 'c.example' } });
  expect(await hostsAfter(port, ['https://a.example/1'])).toEqual(['c.example']);
});

test('what is no web address names no host', async () => {
  expect(await hostsAfter(portOf({}), ['ftp://a.example/', 'data:,x', 'nonsense', ''])).toEqual([]);
});

test('an earlier capture that is looked for is no reason to ask', async () => {
  const log = hostLog(portOf({}));
  await log.get({ url: 'https://a.example/', accept, maxBytes: 1, earlierThan: '2026-01-01T00:00:00Z' });
  expect(log.hosts()).toEqual([]);
});
