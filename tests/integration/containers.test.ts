import { describe, expect, it } from 'vitest';
import { checkInput } from '../../electron/cli/check-input.ts';
import { fileLine } from '../../electron/cli/file-line.ts';
import { inProcessEngine } from '../../electron/node/check/in-process-engine.ts';
import { FileMemory } from '../../electron/node/file-memory.ts';
import { offlineDocuments } from '../../electron/node/network/document-map.ts';
import type { JsonObject } from '../../shared/json.ts';
import { assertion20 } from '../factories/badges.ts';
import { achievementCredential, contextsV2, recordOfLearning } from '../factories/credentials.ts';
import { ed25519Key } from '../factories/keys.ts';
import { signDataIntegrity } from '../factories/sign-data-integrity.ts';
import { signJws } from '../factories/sign-jws.ts';
import { fileSource } from '../support/file-source.ts';
import { frozenMs, openAt, temporaryPlace } from '../support/temporary-library.ts';

const key = ed25519Key(1);
const trust = { issuers: [{ id: key.did, name: 'Known', keys: [] }] };
const badge = (name: string, members: JsonObject = {}) =>
  signDataIntegrity(
    achievementCredential(key.did, { members: { id: `urn:badge:${name}`, name, ...members } }),
    key,
  );
const forged = async (name: string): Promise<JsonObject> => ({ ...(await badge(name)), name: 'Doctor' });

const record = (inner: readonly JsonObject[]) => signDataIntegrity(recordOfLearning(key.did, inner), key);
const sourceOf = (document: JsonObject) => fileSource('record.json', document);

async function lineOf(document: JsonObject) {
  const bytes = new TextEncoder().encode(JSON.stringify(document));
  const context = {
    engine: inProcessEngine(),
    memory: new FileMemory(),
    documents: offlineDocuments,
    captured: offlineDocuments,
    identities: [],
    trust,
    nowMs: frozenMs,
    notBeforeMs: 0,
    signal: new AbortController().signal,
  };
  return fileLine('-', await checkInput({ kind: 'bytes', shown: '-', name: '', bytes }, context), frozenMs);
}

describe('B17 a record of learning (CLR 2.0) with badges inside', () => {
  it('each is judged alone, and says where it lies', async () => {
    const { badges } = await lineOf(await record([await badge('One'), await forged('Two')]));
    expect(badges.map(({ source, verdict }) => [source.path.join('/'), verdict])).toEqual([
      ['', 'verified'],
      ['credentialSubject/verifiableCredential/0', 'verified'],
      ['credentialSubject/verifiableCredential/1', 'altered'],
    ]);
    const outer = { ...(await record([await badge('One')])), name: 'Another record' };
    expect((await lineOf(outer)).badges.map(({ verdict }) => verdict)).toEqual(['altered', 'verified']);
  });

  it('each is a card of its own that names the record, and the record names them', async () => {
    const library = await openAt(temporaryPlace());
    await library.importFiles([sourceOf(await record([await badge('One'), await badge('Two')]))]);
    const cards = library.view().badges;
    expect(cards).toHaveLength(3);
    const [outer, first] = cards.map(({ id }) => id).sort((a, b) => a.length - b.length);
    const details = await library.details(outer ?? '');
    expect(details.partOf).toBeNull();
    expect(details.holds).toHaveLength(2);
    const inner = await library.details(first ?? '');
    expect(inner.partOf).toEqual({ id: outer, name: 'Record of learning' });
    expect(inner.holds).toEqual([]);
    await library.edit({ kind: 'badges.remove', badgeIds: [outer ?? ''] });
    expect((await library.details(first ?? '')).partOf).toBeNull();
    await library.close();
  });
});

describe('answers of services that hold several badges', () => {
  it.each<[string, () => Promise<JsonObject>, readonly string[]]>([
    [
      'the API of Open Badges 3.0',
      async () => ({
        credential: [await badge('One')],
        compactJwsString: [
          signJws(achievementCredential(key.did), key, { alg: 'EdDSA', typ: 'vc+jwt', kid: key.method }),
        ],
      }),
      ['credential/0', 'compactJwsString/0'],
    ],
    [
      'Badge Connect 2.1',
      async () => ({ status: { error: null, statusCode: 200, statusText: 'OK' }, results: [assertion20()] }),
      ['results/0'],
    ],
    [
      'a presentation with an enveloped credential',
      async () => ({
        '@context': [contextsV2[0]],
        type: ['VerifiablePresentation'],
        verifiableCredential: [
          {
            '@context': contextsV2[0],
            type: 'EnvelopedVerifiableCredential',
            id: `data:application/vc+jwt,${signJws(achievementCredential(key.did), key, { alg: 'EdDSA', typ: 'vc+jwt', kid: key.method })}`,
          },
        ],
      }),
      ['verifiableCredential/0'],
    ],
  ])('%s: each is read with its place', async (_, make, paths) => {
    const { badges, error } = await lineOf(await make());
    expect(error).toBeNull();
    expect(badges.map(({ source }) => source.path.join('/'))).toEqual(paths);
    expect(badges.every(({ form, verdict }) => form === 'hosted' || verdict === 'verified')).toBe(true);
  });
});

it('C17 two badges of one id that say different things are both kept, and the later one says so', async () => {
  const library = await openAt(temporaryPlace());
  const first = await badge('One');
  const other = await badge('One', { validUntil: '2030-01-01T00:00:00Z' });
  await library.importFiles([sourceOf(first)]);
  await library.importFiles([sourceOf(other)]);
  const cards = library.view().badges;
  expect(cards).toHaveLength(2);
  const twin = cards.find(({ sameAs }) => sameAs !== null)?.id ?? '';
  expect((await library.details(twin)).contradictsTwin).toBe(true);
  await library.close();

  const copies = await openAt(temporaryPlace());
  await copies.importFiles([sourceOf(first)]);
  await copies.importFiles([sourceOf({ ...first, note: 'The same badge in other bytes.' })]);
  const copy = copies.view().badges.find(({ sameAs }) => sameAs !== null)?.id ?? '';
  expect((await copies.details(copy)).contradictsTwin).toBe(false);
  await copies.close();
});
