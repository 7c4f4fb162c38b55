import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { inProcessEngine } from '../../electron/node/check/in-process-engine.ts';
import type { BadgeEngine } from '../../electron/node/engine.ts';
import { sha256Hex } from '../../electron/node/files.ts';
import { CodedError } from '../../shared/errors.ts';
import type { DocumentAnswer, DocumentPort } from '../../shared/verify/ports.ts';
import { reportOf } from '../factories/report.ts';
import { badgeSources, openAt, temporaryPlace } from '../support/temporary-library.ts';

const url = 'https://issuer.example/did.json';
const request = { url, accept: 'application/json', maxBytes: 1_000 };

interface Served {
  readonly text: string;
  readonly status?: number;
  readonly contentType?: string;
  readonly fetchedAt?: string;
}

/** An issuer's site as a port; null: out of reach. */
function site(served: Served | null): DocumentPort & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    mode: 'online',
    get: async (wanted): Promise<DocumentAnswer> => {
      asked.push(wanted.url);
      if (served === null) return { kind: 'unavailable', url: wanted.url, code: 'network/unreachable' };
      const bytes = new TextEncoder().encode(served.text);
      return {
        kind: 'document',
        url: wanted.url,
        finalUrl: wanted.url,
        status: served.status ?? 200,
        contentType: served.contentType ?? 'application/json',
        bytes,
        sha256: sha256Hex(bytes),
        fetchedAt: served.fetchedAt ?? '2026-05-03T00:00:00.000Z',
        source: 'live',
      };
    },
  };
}

/** Reads for real; its verification asks for one document and notes the answer. */
function askingEngine(): BadgeEngine & { readonly answers: DocumentAnswer[] } {
  const answers: DocumentAnswer[] = [];
  return {
    ...inProcessEngine(),
    answers,
    verify: async (_, { documents }) => {
      answers.push(await documents.get(request));
      return reportOf();
    },
  };
}

const textOf = (answer: DocumentAnswer | undefined) =>
  answer?.kind === 'document' ? new TextDecoder().decode(answer.bytes) : answer?.code;

test('a document that a check brought answers later checks without a network, across restarts, with its date', async () => {
  const place = temporaryPlace();
  let library = await openAt(place, { engine: askingEngine() });
  await library.importFiles(badgeSources(1));
  const ids = library.view().badges.map(({ id }) => id);
  await library.check(ids, { documents: site({ text: '{"key":1}' }) });
  await library.close();
  const engine = askingEngine();
  library = await openAt(place, { engine });
  await library.check(ids);
  await library.check(ids, { documents: site(null) });
  expect(engine.answers.map(textOf)).toEqual(['{"key":1}', '{"key":1}']);
  expect(engine.answers).toMatchObject([
    { source: 'captured', fetchedAt: '2026-05-03T00:00:00.000Z' },
    { source: 'captured' },
  ]);
  await library.close();
});

test('I19 one document is asked for once in a check, however many badges name it', async () => {
  const library = await openAt(temporaryPlace(), { engine: askingEngine() });
  await library.importFiles(badgeSources(20));
  const port = site({ text: '{}' });
  const { reports } = await library.check(
    library.view().badges.map(({ id }) => id),
    { documents: port },
  );
  expect(reports.size).toBe(20);
  expect(port.asked).toEqual([url]);
  await library.close();
});

test('the newest capture answers first; one whose bytes are damaged is passed over', async () => {
  const place = temporaryPlace();
  const library = await openAt(place, { engine: askingEngine() });
  await library.importFiles(badgeSources(1));
  const ids = library.view().badges.map(({ id }) => id);
  for (const [text, fetchedAt] of [
    ['{"v":2}', '2026-06-01T00:00:00.000Z'],
    ['{"v":1}', '2026-05-01T00:00:00.000Z'],
  ] as const) {
    await library.check(ids, { documents: site({ text, fetchedAt }) });
  }
  expect(textOf(await library.captures().get(request))).toBe('{"v":2}');
  expect(textOf(await library.captures().get({ ...request, maxBytes: 3 }))).toBe('network/too-large');
  const folder = path.join(place.dir, 'documents');
  const newest = readdirSync(folder, { recursive: true })
    .map(String)
    .find((name) => name.includes(sha256Hex(new TextEncoder().encode('{"v":2}'))));
  writeFileSync(path.join(folder, newest ?? ''), 'broken');
  expect(textOf(await library.captures().get(request))).toBe('{"v":1}');
  await library.close();
});

test('D16 a captive portal, a password prompt and a broken server are not captured and never stand in for the issuer', async () => {
  const engine = askingEngine();
  const library = await openAt(temporaryPlace(), { engine });
  await library.importFiles(badgeSources(1));
  const ids = library.view().badges.map(({ id }) => id);
  await library.check(ids, { documents: site({ text: '{"good":1}' }) });
  for (const trouble of [
    { text: '<html>Log in', contentType: 'text/html; charset=utf-8', fetchedAt: '2026-07-01T00:00:00.000Z' },
    { text: 'no', status: 401, fetchedAt: '2026-07-01T00:00:00.000Z' },
    { text: 'broken', status: 500, fetchedAt: '2026-07-01T00:00:00.000Z' },
  ]) {
    await library.check(ids, { documents: site(trouble) });
    expect(textOf(engine.answers.at(-1))).toBe('{"good":1}');
  }
  await library.check(ids, { documents: site({ text: 'gone', status: 410 }) });
  expect(textOf(engine.answers.at(-1))).toBe('gone');
  expect(textOf(await library.captures().get(request))).toBe('{"good":1}');
  await library.close();
});

test('M19 a verification that dies is a failure of that badge alone, and no report is recorded', async () => {
  const engine = inProcessEngine();
  let count = 0;
  const library = await openAt(temporaryPlace(), {
    engine: {
      ...engine,
      verify: async () => {
        count += 1;
        if (count === 2) throw new CodedError('input/memory');
        return reportOf();
      },
    },
  });
  await library.importFiles(badgeSources(3));
  const { reports, failures } = await library.check(library.view().badges.map(({ id }) => id));
  expect(reports.size).toBe(2);
  expect([...failures.values()]).toMatchObject([{ code: 'input/memory' }]);
  expect(library.view().badges.filter(({ verdict }) => verdict === null)).toHaveLength(1);
  await library.close();
});

test('a cancelled check keeps the reports that it made', async () => {
  const controller = new AbortController();
  const library = await openAt(temporaryPlace(), { engine: askingEngine() });
  await library.importFiles(badgeSources(50));
  const { reports, cancelled } = await library.check(
    library.view().badges.map(({ id }) => id),
    {
      signal: controller.signal,
      onProgress: ({ done }) => {
        if (done === 5) controller.abort();
      },
    },
  );
  expect(cancelled).toBe(true);
  expect(reports.size).toBeLessThan(50);
  expect(library.view().badges.filter(({ verdict }) => verdict !== null)).toHaveLength(reports.size);
  await library.close();
});
