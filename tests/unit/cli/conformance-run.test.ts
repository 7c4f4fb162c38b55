import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CorpusCase, readManifest } from '../../../electron/cli/conformance-manifest.ts';
import { type CorpusContext, runCase } from '../../../electron/cli/conformance-run.ts';
import type { BadgeEngine, VerifyRequest } from '../../../electron/node/engine.ts';
import { CodedError, type ErrorCode } from '../../../shared/errors.ts';
import { badgeOf } from '../../factories/badge.ts';
import { reportOf } from '../../factories/report.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'conformance-run-'));
  await writeFile(join(folder, 'a.json'), '{}');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const oneCase = (more: Partial<CorpusCase> = {}): CorpusCase => ({
  id: 'a',
  file: 'a.json',
  obVersion: '3.0',
  proof: 'none',
  expected: 'valid',
  documents: {},
  structuralOnly: false,
  ...more,
});

const readsBadges = (...badges: readonly ReturnType<typeof badgeOf>[]): Partial<BadgeEngine> => ({
  read: async () => ({
    container: 'json',
    mediaType: 'application/json',
    badges: badges.map((badge) => ({ path: [], badge })),
    notes: [],
  }),
});

const contextOf = (engine: Partial<BadgeEngine>, trustAllKeys = false): CorpusContext => ({
  engine: {
    read: () => Promise.reject(new Error('not expected')),
    verify: async () => reportOf(),
    listArchive: () => Promise.reject(new Error('not expected')),
    openPdf: () => Promise.reject(new Error('not expected')),
    unpack: () => Promise.reject(new Error('not expected')),
    complete: async (badge) => ({ badge, taken: [], asked: [] }),
    close: async () => {},
    ...engine,
  },
  folder,
  nowMs: Date.UTC(2026, 10, 22),
  trustAllKeys,
  signal: new AbortController().signal,
});

const failsWith = (error: unknown): Partial<BadgeEngine> => ({ read: () => Promise.reject(error) });

describe('a case of a corpus', () => {
  it('whose file is missing is a crash, so that a corpus that is not there never looks good', async () => {
    const { shown } = await runCase(oneCase({ file: 'missing.json' }), contextOf({}));
    expect(shown).toEqual({ kind: 'crashed' });
  });

  it('that is refused with a code is refused, with words', async () => {
    const { shown } = await runCase(oneCase(), contextOf(failsWith(new CodedError('badge/bad-json'))));
    expect(shown).toMatchObject({
      kind: 'refused',
      code: 'badge/bad-json',
      message: expect.stringMatching(/./),
    });
  });

  it.each<ErrorCode>([
    'internal/bug',
    'store/io',
    'ipc/bad-payload',
    'input/cancelled',
    'usage/bad-arguments',
  ])('that ends with %s is a crash: that is no answer about a badge', async (code) => {
    expect((await runCase(oneCase(), contextOf(failsWith(new CodedError(code))))).shown.kind).toBe('crashed');
  });

  it('that throws anything else, while reading or verifying, is a crash', async () => {
    expect((await runCase(oneCase(), contextOf(failsWith(new TypeError())))).shown.kind).toBe('crashed');
    const verify = () => Promise.reject(new CodedError('badge/bad-json'));
    expect((await runCase(oneCase(), contextOf({ ...readsBadges(badgeOf()), verify }))).shown.kind).toBe(
      'crashed',
    );
  });

  it('is verified badge by badge: offline, with its own documents only, at the corpus’s time', async () => {
    await writeFile(join(folder, 'did.json'), '{"id":1}');
    const requests: VerifyRequest[] = [];
    const verify = async (_: unknown, request: VerifyRequest) => {
      requests.push(request);
      return reportOf();
    };
    const documents = { 'https://a.example/did.json': 'did.json' };
    const { shown } = await runCase(
      oneCase({ documents, recipientEmail: 'jane@example.org' }),
      contextOf({ ...readsBadges(badgeOf(), badgeOf()), verify }),
    );
    expect(shown.kind === 'read' && shown.badges).toHaveLength(2);
    const [request] = requests;
    expect(request).toMatchObject({
      nowMs: Date.UTC(2026, 10, 22),
      identities: ['jane@example.org'],
      trust: null,
    });
    expect(request?.documents.mode).toBe('offline');
    const ask = (url: string) => request?.documents.get({ url, accept: '*/*', maxBytes: 100 });
    expect(await ask('https://a.example/did.json')).toMatchObject({
      kind: 'document',
      source: 'captured',
      fetchedAt: '2026-11-22T00:00:00.000Z',
    });
    expect(await ask('https://b.example/')).toMatchObject({ kind: 'unavailable', code: 'network/offline' });
  });

  it('with all keys trusted, trusts issuers that are only a key, and no others', async () => {
    const trusted: unknown[] = [];
    const verify = async (_: unknown, { trust }: VerifyRequest) => {
      trusted.push(trust?.issuers.map(({ id }) => id));
      return reportOf();
    };
    const by = (id: string) => badgeOf({ issuer: { ...badgeOf().issuer, id } });
    const badges = readsBadges(
      by('did:key:z6Mk'),
      by('did:jwk:e30'),
      by('did:web:a.example'),
      by('https://a.example'),
    );
    await runCase(oneCase(), contextOf({ ...badges, verify }, true));
    expect(trusted).toEqual([['did:key:z6Mk'], ['did:jwk:e30'], [], []]);
  });
});

describe('a manifest', () => {
  it.each([
    ['no JSON', '['],
    ['no list', '{}'],
    ['an empty list', '[]'],
    ['a case without an expectation', '[{"id":"a","file":"a"}]'],
    ['an unknown expectation', '[{"id":"a","file":"a","expected":"fine"}]'],
    [
      'two cases of one id',
      '[{"id":"a","file":"a","expected":"valid"},{"id":"a","file":"b","expected":"valid"}]',
    ],
  ])('that is %s is wrong usage: nothing was judged', async (_, text) => {
    await writeFile(join(folder, 'manifest.json'), text);
    await expect(readManifest(join(folder, 'manifest.json'))).rejects.toThrow('The manifest must be');
  });

  it('may hold more than we read', async () => {
    await writeFile(
      join(folder, 'manifest.json'),
      '[{"id":"a","file":"a","expected":"valid","licence":"MIT"}]',
    );
    const { cases, folder: found } = await readManifest(join(folder, 'manifest.json'));
    expect([cases.length, found]).toEqual([1, folder]);
  });
});
