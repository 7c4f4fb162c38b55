import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { inProcessEngine } from '../../electron/node/check/in-process-engine.ts';
import { nodeCrypto } from '../../electron/node/crypto.ts';
import { createDesk, type Desk } from '../../electron/node/desk/desk.ts';
import { deskDetails } from '../../electron/node/desk/desk-details.ts';
import { offlineDocuments } from '../../electron/node/network/document-map.ts';
import { knowsNothing } from '../../electron/node/trust/knowledge.ts';
import type { DeskRow } from '../../shared/desk/desk-row.ts';
import { CodedError, codeOf } from '../../shared/errors.ts';
import type { JsonObject } from '../../shared/json.ts';
import type { DocumentPort } from '../../shared/verify/ports.ts';
import type { TrustList } from '../../shared/verify/trust.ts';
import { achievementCredential, recordOfLearning } from '../factories/credentials.ts';
import { ed25519Key } from '../factories/keys.ts';
import { signDataIntegrity } from '../factories/sign-data-integrity.ts';
import { zipOf } from '../factories/zip.ts';
import { fakeSite } from '../support/fake-site.ts';
import { fileSource } from '../support/file-source.ts';
import { altered, learner, testIssuer } from '../support/signed-badge.ts';
import { badgeSource, frozenMs, temporaryFolder } from '../support/temporary-library.ts';

const now = new Date(frozenMs).toISOString();

function deskWith(
  captured: DocumentPort = offlineDocuments,
  trust: () => TrustList | null = () => null,
  engine = inProcessEngine(),
): Desk {
  return createDesk({
    engine,
    clock: { now: () => frozenMs },
    digest: nodeCrypto.digest,
    knowledge: async () => ({ ...knowsNothing, captured, trustFor: async () => trust() }),
  });
}

const verdicts = (rows: readonly DeskRow[]) =>
  rows.map(({ badge, failure }) => badge?.verdict ?? failure?.code);

test('a mixed folder becomes a row for each badge and each file that is none, called by its place below the folder', async () => {
  const issuer = await testIssuer('did:web');
  const token = await issuer.sign();
  const folder = path.join(temporaryFolder(), 'candidates');
  mkdirSync(path.join(folder, 'anna'), { recursive: true });
  writeFileSync(path.join(folder, 'anna', 'altered.jwt'), altered(token));
  writeFileSync(path.join(folder, 'anna', 'good.jwt'), token);
  writeFileSync(path.join(folder, 'berta.zip'), zipOf([{ name: 'inside.jwt', data: Buffer.from(token) }]));
  writeFileSync(path.join(folder, 'notes.txt'), 'My notes');
  const desk = deskWith();
  const { cancelled } = await desk.check([{ kind: 'path', path: folder }]);
  expect(cancelled).toBe(false);
  const rows = desk.rows();
  expect(rows.map(({ file }) => file)).toEqual([
    'candidates/anna/altered.jwt',
    'candidates/anna/good.jwt',
    'candidates/berta.zip › inside.jwt',
    'candidates/notes.txt',
  ]);
  expect(verdicts(rows).slice(1, 3)).toEqual(['unchecked', 'unchecked']);
  expect(rows[3]?.badge).toBeNull();
  expect(rows[1]?.badge).toMatchObject({
    name: 'Welding 1',
    issuerName: 'Trade School',
    isPersonHashed: true,
    wouldAsk: ['trade-school.example'],
    mode: 'offline',
  });
});

test('going online says first which host will learn of it, asks that one, and then nothing is left to ask', async () => {
  const issuer = await testIssuer('did:web');
  const token = await issuer.sign();
  const desk = deskWith();
  await desk.check([fileSource('good.jwt', token), fileSource('altered.jwt', altered(token))]);
  const site = fakeSite({ [issuer.didDocumentUrl]: { body: issuer.didDocument } }, now);
  const changed: string[] = [];
  await desk.checkOnline(
    desk.rows().map(({ id }) => id),
    site,
    { onRows: (rows) => changed.push(...rows.map(({ id }) => id)) },
  );
  expect(verdicts(desk.rows())).toEqual(['verified', 'altered']);
  expect(desk.rows()[0]?.badge).toMatchObject({ wouldAsk: [], unchecked: [], mode: 'online' });
  expect(changed.toSorted()).toEqual(['f0.0', 'f1.0']);
  expect(new Set(site.asked)).toEqual(new Set([issuer.didDocumentUrl]));
});

test('what an earlier check captured answers offline, with its date, and may be asked again', async () => {
  const issuer = await testIssuer('did:web');
  const site = fakeSite(
    { [issuer.didDocumentUrl]: { body: issuer.didDocument } },
    '2026-08-01T00:00:00.000Z',
  );
  const captured: DocumentPort = {
    mode: 'offline',
    get: async (request) => {
      const answer = await site.get(request);
      return answer.kind === 'document'
        ? { ...answer, source: 'captured' }
        : { ...answer, code: 'network/offline' };
    },
  };
  const desk = deskWith(captured);
  await desk.check([fileSource('good.jwt', await issuer.sign())]);
  expect(desk.rows()[0]?.badge).toMatchObject({
    verdict: 'verified-earlier',
    asOf: '2026-08-01T00:00:00.000Z',
    wouldAsk: ['trade-school.example'],
  });
});

test('the expected recipient is found by a hashed address, and its spelling does not matter', async () => {
  const issuer = await testIssuer('did:web');
  const desk = deskWith();
  await desk.check([fileSource('good.jwt', await issuer.sign()), badgeSource(1)]);
  expect(desk.expect(learner.toUpperCase())).toHaveLength(2);
  expect(desk.rows().map(({ badge }) => badge?.expected)).toEqual(['yours', 'not-yours']);
  expect(desk.expect('').map(({ badge }) => badge?.expected)).toEqual(['not-checked', 'not-checked']);
});

test('a badge is judged again when its issuer became known', async () => {
  const issuer = await testIssuer('did:jwk');
  let trust: TrustList | null = null;
  const desk = deskWith(offlineDocuments, () => trust);
  await desk.check([fileSource('own-key.jwt', await issuer.sign())]);
  expect(verdicts(desk.rows())).toEqual(['unconfirmed']);
  trust = { issuers: [{ id: issuer.id, name: 'Trade School', keys: [] }], listings: [] };
  await desk.checkAgain(['f0.0']);
  expect(verdicts(desk.rows())).toEqual(['verified']);
});

test('an altered badge names no site to ask, since none could help; one whose key is of an earlier day does', async () => {
  const credentialStatus = {
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: '0',
    statusListCredential: 'https://status.example/1',
  };
  const [own, later] = [await testIssuer('did:jwk'), await testIssuer('did:web')];
  const site = await testIssuer('did:web');
  const captured = fakeSite({ [site.didDocumentUrl]: { body: later.didDocument } }, now);
  const desk = deskWith({
    mode: 'offline',
    get: async (request) => {
      const answer = await captured.get(request);
      return answer.kind === 'document'
        ? { ...answer, source: 'captured' }
        : { ...answer, code: 'network/offline' };
    },
  });
  const token = await own.sign({ credentialStatus });
  await desk.check([
    fileSource('good.jwt', token),
    fileSource('altered.jwt', altered(token)),
    fileSource('other-key.jwt', await site.sign()),
  ]);
  expect(desk.rows().map(({ badge }) => [badge?.verdict, badge?.wouldAsk])).toEqual([
    ['unconfirmed', ['status.example']],
    ['altered', []],
    ['altered', ['trade-school.example']],
  ]);
});

test('details name the nearest record around a badge, and all that lies inside a record, as in a backpack', async () => {
  const key = ed25519Key(1);
  const sign = (document: JsonObject) => signDataIntegrity(document, key);
  const badge = (name: string) =>
    sign(achievementCredential(key.did, { members: { id: `urn:badge:${name}`, name } }));
  const inner = await sign(recordOfLearning(key.did, [await badge('One')]));
  const outer = await sign(recordOfLearning(key.did, [inner, await badge('Two')]));
  const desk = deskWith();
  await desk.check([fileSource('record.json', outer)]);
  const families = await Promise.all(
    desk.rows().map(async ({ id }) => {
      const context = { knowledge: knowsNothing, nowMs: frozenMs, digest: nodeCrypto.digest };
      const { badge, partOf, holds, inFile } = deskDetails(await desk.open(id), context);
      return [id, badge.object, partOf?.id ?? null, holds.map((one) => one.id), inFile];
    }),
  );
  expect(families).toEqual([
    ['f0.0', 'container', null, ['f0.1', 'f0.2', 'f0.3'], 4],
    ['f0.1', 'container', 'f0.0', ['f0.2'], 4],
    ['f0.2', 'badge', 'f0.1', [], 4],
    ['f0.3', 'badge', 'f0.0', [], 4],
  ]);
});

test('details are read from the file again; one that was exchanged meanwhile is refused by its code', async () => {
  const issuer = await testIssuer('did:web');
  const file = path.join(temporaryFolder(), 'good.jwt');
  const token = await issuer.sign();
  writeFileSync(file, token);
  const desk = deskWith();
  await desk.check([{ kind: 'path', path: file }]);
  const opened = await desk.open('f0.0');
  const details = deskDetails(opened, {
    knowledge: knowsNothing,
    nowMs: frozenMs,
    digest: nodeCrypto.digest,
  });
  expect(details).toMatchObject({ card: { name: 'Welding 1', verdict: 'unchecked' }, fileName: 'good.jwt' });
  expect(details.rawText).toBe(token);
  expect(Buffer.from(opened.bytes).toString()).toBe(token);
  writeFileSync(file, altered(token));
  expect(await desk.open('f0.0').then(String, codeOf)).toBe('input/changed');
  expect(await desk.open('f9.0').then(String, codeOf)).toBe('store/not-found');
});

test('a check that is cancelled stops, keeps the rows that it has, and a cleared desk holds nothing', async () => {
  const desk = deskWith();
  const controller = new AbortController();
  const sources = Array.from({ length: 60 }, (_, index) => badgeSource(index + 1));
  const { cancelled } = await desk.check(sources, {
    signal: controller.signal,
    onProgress: ({ done }) => done >= 3 && controller.abort(),
  });
  expect(cancelled).toBe(true);
  expect(desk.rows().length).toBeGreaterThanOrEqual(3);
  expect(desk.rows().length).toBeLessThan(60);
  desk.clear();
  expect(desk.rows()).toEqual([]);
  expect(await desk.sources(['f0.0'])).toEqual([]);
});

test.each(['reading', 'checking', 'opening a folder'])(
  'a desk that is cleared during the %s holds nothing of what was on its way',
  async (step) => {
    const folder = temporaryFolder();
    const { bytes } = badgeSource(1) as { bytes: Uint8Array };
    writeFileSync(path.join(folder, 'badges.zip'), zipOf([{ name: 'badge.json', data: Buffer.from(bytes) }]));
    const engine = inProcessEngine();
    const clear = <Value>(value: Value): Value => {
      desk.clear();
      return value;
    };
    const desk = deskWith(offlineDocuments, () => null, {
      ...engine,
      read: async (...words) =>
        step === 'reading' ? clear(await engine.read(...words)) : await engine.read(...words),
      complete: async (...words) =>
        step === 'checking' ? clear(await engine.complete(...words)) : await engine.complete(...words),
      listArchive: async (...words) =>
        step === 'opening a folder'
          ? clear(await engine.listArchive(...words))
          : await engine.listArchive(...words),
    });
    const told: DeskRow[] = [];
    await desk.check([{ kind: 'path', path: folder }], { onRows: (rows) => told.push(...rows) });
    expect([desk.rows(), told]).toEqual([[], []]);
    expect(await desk.sources(['f0', 'f0.0'])).toEqual([]);
  },
);

test('to keep a badge the desk hands over its file, bytes as they were, and writes nothing itself', async () => {
  const folder = temporaryFolder();
  const issuer = await testIssuer('did:web');
  const token = await issuer.sign();
  const archive = path.join(folder, 'badges.zip');
  writeFileSync(archive, zipOf([{ name: 'inside.jwt', data: Buffer.from(token) }]));
  const desk = deskWith();
  await desk.check([{ kind: 'path', path: archive }, badgeSource(1)]);
  const [inside, loose] = await desk.sources(['f0.0', 'f1.0', 'f1.0']);
  expect(inside).toMatchObject({ kind: 'bytes', name: 'inside.jwt' });
  expect(inside?.kind === 'bytes' && Buffer.from(inside.bytes).toString()).toBe(token);
  expect(loose).toEqual(badgeSource(1));
  expect(readdirSync(folder)).toEqual(['badges.zip']);
});

test('a file that was being checked when it was cancelled keeps the row that it has, and gets none where it has none', async () => {
  const issuer = await testIssuer('did:web');
  const engine = inProcessEngine();
  let controller = new AbortController();
  let isStopped = false;
  const desk = deskWith(undefined, undefined, {
    ...engine,
    verify: async (badge, request) => {
      if (!isStopped) return await engine.verify(badge, request);
      controller.abort();
      throw new CodedError('input/cancelled');
    },
  });
  await desk.check([fileSource('good.jwt', await issuer.sign())]);
  const before = desk.rows();
  expect(before).toHaveLength(1);
  isStopped = true;
  await desk.checkAgain(
    before.map(({ id }) => id),
    { signal: controller.signal },
  );
  expect(desk.rows()).toEqual(before);
  controller = new AbortController();
  const { cancelled } = await desk.check([fileSource('next.jwt', await issuer.sign())], {
    signal: controller.signal,
  });
  expect([cancelled, desk.rows()]).toEqual([true, before]);
});

test('a badge whose archive is gone by the time it is to be kept is a refused row, and the others are kept', async () => {
  const folder = temporaryFolder();
  const source = badgeSource(1);
  const data = Buffer.from(source.kind === 'bytes' ? source.bytes : []);
  writeFileSync(path.join(folder, 'gone.zip'), zipOf([{ name: 'badge.json', data }]));
  const desk = deskWith();
  await desk.check([{ kind: 'path', path: path.join(folder, 'gone.zip') }, badgeSource(2)]);
  rmSync(path.join(folder, 'gone.zip'));
  expect(await desk.sources(['f0.0', 'f1.0'])).toEqual([
    { kind: 'refused', name: 'gone.zip › badge.json', code: 'input/unreadable' },
    badgeSource(2),
  ]);
});
