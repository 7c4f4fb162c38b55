import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { inProcessEngine } from '../../electron/node/check/in-process-engine.ts';
import { nodeCrypto } from '../../electron/node/crypto.ts';
import { createDesk } from '../../electron/node/desk/desk.ts';
import type { Library } from '../../electron/node/library/library.ts';
import { offlineDocuments } from '../../electron/node/network/document-map.ts';
import { codeOf } from '../../shared/errors.ts';
import { isIssuersDocument } from '../../shared/trust/issuer-document.ts';
import { readTrustPack } from '../../shared/trust/pack.ts';
import { packMaker } from '../factories/trust-pack.ts';
import { fakeSite } from '../support/fake-site.ts';
import { fileSource } from '../support/file-source.ts';
import { type TestIssuer, testIssuer } from '../support/signed-badge.ts';
import { badgeSource, frozenMs, openAt, type Place, temporaryPlace } from '../support/temporary-library.ts';

const checkedAt = '2026-10-01T08:00:00.000Z';
const host = 'trade-school.example';

/** A library in which the issuer was asked on 1 October, and another that never saw it. */
async function twoPlaces() {
  const issuer = await testIssuer('did:web');
  const token = await issuer.sign();
  const online = await libraryWith(token);
  const site = fakeSite({ [issuer.didDocumentUrl]: { body: issuer.didDocument } }, checkedAt);
  await online.library.check([online.id], { documents: site });
  const offline = await libraryWith(token);
  await offline.library.check([offline.id]);
  return { issuer, token, site, online, offline };
}

async function libraryWith(token: string, place: Place = temporaryPlace()) {
  const library = await openAt(place);
  const { files } = await library.importFiles([fileSource('welding.jwt', token)]);
  return { library, place, id: files[0]?.row.badgeIds[0] ?? '' };
}

const verdictOf = (library: Library, id: string) =>
  library.view().badges.find((card) => card.id === id)?.verdict;

describe('a trust pack', () => {
  test('is of the issuers that were chosen: each is told before with its documents and their newest date', async () => {
    const [school, college, later] = [
      await testIssuer('did:web'),
      await testIssuer('did:web', 'harbour-college.example'),
      await testIssuer('did:web', 'never-asked.example'),
    ];
    const library = await openAt(temporaryPlace());
    await library.importFiles([
      fileSource('a.jwt', await school.sign()),
      fileSource('b.jwt', await school.sign({ id: 'urn:uuid:2' })),
      fileSource('c.jwt', await college.sign({ id: 'urn:uuid:3' })),
      fileSource('d.jwt', await later.sign({ id: 'urn:uuid:4' })),
    ]);
    const ids = library.view().badges.map(({ id }) => id);
    const documents = { [school.didDocumentUrl]: { body: school.didDocument } };
    await library.check(ids, { documents: fakeSite(documents, checkedAt) });
    const july = '2026-07-01T08:00:00.000Z';
    await library.check(ids, {
      documents: fakeSite({ [college.didDocumentUrl]: { body: college.didDocument } }, july),
    });
    const told = await library.packIssuers();
    const facts = told.map(({ id, name, badges, documents, newest }) => [
      id,
      name,
      badges,
      documents,
      newest,
    ]);
    expect(facts.sort()).toEqual([
      [college.id, 'Trade School', 1, 1, july],
      [later.id, 'Trade School', 1, 0, null],
      [school.id, 'Trade School', 2, 1, checkedAt],
    ]);
    const made = await library.exportTrustPack({ issuers: [college.id], name: 'For the harbour' });
    expect(made).toMatchObject({ name: 'For the harbour', documents: 1, hosts: ['harbour-college.example'] });
    const { header } = await readTrustPack(made.bytes, nodeCrypto, frozenMs);
    expect(header.issuers).toEqual([college.id]);
    await library.close();
  });

  test('is not collected on for somebody who no longer waits: no badge more is looked into', async () => {
    const engine = inProcessEngine();
    const library = await openAt(temporaryPlace(), { engine });
    const school = await testIssuer('did:web');
    await library.importFiles([fileSource('a.jwt', await school.sign())]);
    const verify = vi.spyOn(engine, 'verify');
    const controller = new AbortController();
    await library.packIssuers(controller.signal);
    expect(verify).toHaveBeenCalledOnce();
    controller.abort();
    await library.packIssuers(controller.signal);
    expect(verify).toHaveBeenCalledOnce();
    await library.close();
  });

  test('lets a machine that never saw the issuer say “verified earlier”, with the date of the documents', async () => {
    const { online, offline } = await twoPlaces();
    expect(verdictOf(offline.library, offline.id)).toBe('unchecked');
    const made = await online.library.exportTrustPack({ issuers: [] });
    expect(made).toMatchObject({ name: 'Trade School', documents: 1, hosts: [host] });
    const preview = await offline.library.previewTrustPack(made.bytes);
    expect(preview).toEqual({
      name: 'Trade School',
      fingerprint: made.fingerprint,
      documents: 1,
      hosts: [host],
      madeAt: new Date(frozenMs).toISOString(),
      oldest: checkedAt,
      newest: checkedAt,
      fresher: 1,
      maker: 'new',
    });
    expect(verdictOf(offline.library, offline.id)).toBe('unchecked');
    expect(await offline.library.importTrustPack(made.bytes)).toMatchObject({ changed: 1 });
    expect(verdictOf(offline.library, offline.id)).toBe('verified-earlier');
    const { headline } = await offline.library.details(offline.id);
    expect(headline).toMatchObject({ verdict: 'verified-earlier', asOf: checkedAt });
    expect(offline.library.view().packs).toMatchObject([{ name: 'Trade School', hosts: [host] }]);
    await Promise.all([online.library.close(), offline.library.close()]);
  });

  test('is undone and redone and removed with what rested on it, at the desk too', async () => {
    const { online, offline, token } = await twoPlaces();
    const { library, id, place } = offline;
    const { bytes } = await online.library.exportTrustPack({ issuers: [] });
    await library.importTrustPack(bytes);
    const atDesk = async (): Promise<string | undefined> => {
      const desk = createDesk({
        engine: inProcessEngine(),
        clock: { now: () => frozenMs },
        digest: nodeCrypto.digest,
        knowledge: async () => library.knowledge(),
      });
      await desk.check([fileSource('welding.jwt', token)]);
      return desk.rows()[0]?.badge?.verdict;
    };
    expect(await atDesk()).toBe('verified-earlier');
    expect(await library.undo()).toBe('Add trust pack “Trade School”');
    expect([verdictOf(library, id), await atDesk()]).toEqual(['unchecked', 'unchecked']);
    expect(library.view().packs).toEqual([]);
    // A check by hand finds nothing of it either.
    await library.check([id]);
    expect(verdictOf(library, id)).toBe('unchecked');
    await library.redo();
    expect([verdictOf(library, id), await atDesk()]).toEqual(['verified-earlier', 'verified-earlier']);
    await library.check([id]);
    const [pack] = library.view().packs;
    expect(await library.removeTrustPack(pack?.id ?? '')).toEqual({ changed: 1 });
    expect([verdictOf(library, id), await atDesk()]).toEqual(['unchecked', 'unchecked']);
    await library.close();
    const again = await openAt({ ...place, cacheDir: path.join(place.cacheDir, 'another') });
    expect(verdictOf(again, id)).toBe('unchecked');
    expect(again.view().packs).toEqual([]);
    await again.close();
  });

  test('outlives the snapshot, and its trust is one record among the others', async () => {
    const { online, offline } = await twoPlaces();
    await offline.library.importTrustPack((await online.library.exportTrustPack({ issuers: [] })).bytes);
    const before = offline.library.view();
    await offline.library.close();
    for (const cacheDir of [offline.place.cacheDir, path.join(offline.place.cacheDir, 'another')]) {
      const again = await openAt({ ...offline.place, cacheDir });
      expect(again.view()).toEqual(before);
      await again.close();
    }
  });

  test('never makes a badge “verified”, however fresh, and never takes the place of a newer capture', async () => {
    const { issuer, online, offline, site } = await twoPlaces();
    const maker = packMaker();
    const other = await testIssuer('did:web');
    const now = new Date(frozenMs).toISOString();
    const fresh = maker.pack(
      { [issuer.didDocumentUrl]: issuer.didDocument },
      { fetchedAt: now, madeAt: now },
    );
    await offline.library.importTrustPack(fresh);
    expect(verdictOf(offline.library, offline.id)).toBe('verified-earlier');
    // Another key, stated with an older date than our own capture, is passed over.
    const forged = maker.pack(
      { [issuer.didDocumentUrl]: other.didDocument },
      { fetchedAt: '2026-09-01T00:00:00.000Z', name: 'Forged' },
    );
    await online.library.importTrustPack(forged);
    expect((await online.library.previewTrustPack(forged)).fresher).toBe(0);
    await online.library.check([online.id]);
    expect(verdictOf(online.library, online.id)).toBe('verified-earlier');
    expect(site.asked).toEqual([issuer.didDocumentUrl]);
  });

  test('makes nothing good that was found bad', async () => {
    const { issuer, online } = await twoPlaces();
    const other = await testIssuer('did:web');
    const foreign = await libraryWith(await other.sign({}, 'Welding 2'));
    const live = fakeSite(
      { [issuer.didDocumentUrl]: { body: issuer.didDocument } },
      '2026-11-20T08:00:00.000Z',
    );
    await foreign.library.check([foreign.id], { documents: live });
    const before = verdictOf(foreign.library, foreign.id);
    expect(before).not.toMatch(/^verified/);
    const pack = packMaker().pack({ [other.didDocumentUrl]: other.didDocument });
    await foreign.library.importTrustPack(pack);
    expect(verdictOf(foreign.library, foreign.id)).toBe(before);
    await online.library.close();
  });

  test('by another maker of the same name is told apart; an older one of the same maker is refused', async () => {
    const { issuer, offline } = await twoPlaces();
    const { library } = offline;
    const maker = packMaker();
    const documents = { [issuer.didDocumentUrl]: issuer.didDocument };
    await library.importTrustPack(maker.pack(documents));
    const preview = async (pack: Uint8Array) => (await library.previewTrustPack(pack)).maker;
    expect(await preview(packMaker().pack(documents))).toBe('other-of-this-name');
    expect(await preview(maker.pack(documents, { name: 'Another' }))).toBe('known');
    expect(await preview(packMaker().pack(documents, { name: 'Another' }))).toBe('new');
    const newer = maker.pack(documents, { madeAt: '2026-10-03T08:00:00.000Z' });
    expect(await preview(newer)).toBe('renews');
    await library.importTrustPack(newer);
    expect(library.view().packs).toHaveLength(1);
    expect(await library.importTrustPack(maker.pack(documents)).then(String, codeOf)).toBe('pack/older');
    expect(await library.undo()).toBe('Update trust pack “Town library”');
    expect(library.view().packs.map(({ madeAt }) => madeAt)).toEqual(['2026-10-02T08:00:00.000Z']);
    expect(verdictOf(library, offline.id)).toBe('verified-earlier');
  });

  test('that was tampered with changes nothing, not even on disk', async () => {
    const { online, offline } = await twoPlaces();
    const { bytes } = await online.library.exportTrustPack({ issuers: [] });
    const before = filesIn(offline.place.dir);
    const changed = bytes.slice();
    changed[bytes.length - 10] = (changed[bytes.length - 10] ?? 0) ^ 1;
    expect(await offline.library.importTrustPack(changed).then(String, codeOf)).toMatch(/^pack\//);
    const cut = bytes.subarray(0, bytes.length - 40);
    expect(await offline.library.importTrustPack(cut).then(String, codeOf)).toMatch(/^pack\//);
    expect(filesIn(offline.place.dir)).toEqual(before);
  });

  test('is made of what issuers say of themselves, and holds nobody’s badge and nobody’s address', async () => {
    const { issuer, online, token } = await twoPlaces();
    const { library } = online;
    const hosted = badgeSource(7);
    const { files } = await library.importFiles([hosted]);
    const text = hosted.kind === 'bytes' ? new TextDecoder().decode(hosted.bytes) : '';
    const site = fakeSite(
      {
        'https://school.example/assertions/7': { body: text },
        'https://school.example/': { body: { type: 'Profile', id: 'https://school.example/', name: 'T' } },
      },
      checkedAt,
    );
    await library.check(files[0]?.row.badgeIds ?? [], { documents: site });
    expect(site.asked).toContain('https://school.example/assertions/7');
    const { bytes, hosts } = await library.exportTrustPack({ issuers: [] });
    expect(hosts).toEqual([host]);
    const { documents } = await readTrustPack(bytes, nodeCrypto, frozenMs);
    const all = documents.map((one) => new TextDecoder().decode(one.bytes)).join('\n');
    expect(all).toContain(issuer.id);
    for (const secret of ['ada@home.example', token.slice(0, 40), 'recipient'])
      expect(`${all}${new TextDecoder().decode(bytes)}`).not.toContain(secret);
    expect(await library.exportTrustPack({ issuers: ['school.example'] }).then(String, codeOf)).toBe(
      'pack/nothing',
    );
    expect((await library.exportTrustPack({ issuers: [host] })).documents).toBe(1);
    expect((await library.exportTrustPack({ issuers: [issuer.id] })).documents).toBe(1);
  });

  test('is signed with a key that is made once, lies beside the cache, and is its owner’s alone to read', async () => {
    const { online } = await twoPlaces();
    const first = await online.library.exportTrustPack({ issuers: [] });
    const second = await online.library.exportTrustPack({ issuers: [], name: 'Mine' });
    expect(second).toMatchObject({ fingerprint: first.fingerprint, name: 'Mine' });
    const keys = readdirSync(online.place.cacheDir).filter((name) => name.endsWith('.pem'));
    expect(keys).toHaveLength(1);
    const file = path.join(online.place.cacheDir, keys[0] ?? '');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(new TextDecoder().decode(first.bytes)).not.toContain(readFileSync(file, 'utf8').split('\n')[1]);
  });

  test('is not passed on: what came in a pack goes into no other', async () => {
    const { online, offline } = await twoPlaces();
    await offline.library.importTrustPack((await online.library.exportTrustPack({ issuers: [] })).bytes);
    expect(await offline.library.exportTrustPack({ issuers: [] }).then(String, codeOf)).toBe('pack/nothing');
  });

  test('goes where a read-only library cannot: it is refused by its code', async () => {
    const { online, offline } = await twoPlaces();
    const { bytes } = await online.library.exportTrustPack({ issuers: [] });
    await offline.library.close();
    const reading = await openAt(offline.place, { mode: 'read' });
    expect(await reading.importTrustPack(bytes).then(String, codeOf)).toBe('store/read-only');
    expect((await reading.previewTrustPack(bytes)).documents).toBe(1);
    await reading.close();
  });

  test('an answer of the site today stands above a pack, and is kept when the pack goes', async () => {
    const { issuer, offline } = await twoPlaces();
    const { library, id } = offline;
    await library.importTrustPack(packMaker().pack({ [issuer.didDocumentUrl]: issuer.didDocument }));
    const today = fakeSite(
      { [issuer.didDocumentUrl]: { body: issuer.didDocument } },
      new Date(frozenMs).toISOString(),
    );
    await library.check([id], { documents: today });
    expect(verdictOf(library, id)).toBe('verified');
    await library.removeTrustPack(library.view().packs[0]?.id ?? '');
    expect(verdictOf(library, id)).toBe('verified');
    await library.check([id], { documents: offlineDocuments });
    expect(verdictOf(library, id)).toBe('verified-earlier');
  });
});

test('documents about a person are told from documents about an issuer', async () => {
  const issuer: TestIssuer = await testIssuer('did:web');
  const is = (value: unknown) =>
    isIssuersDocument(new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value)));
  const list = { type: ['VerifiableCredential', 'BitstringStatusListCredential'] };
  const jwt = (claims: object) => `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2ln`;
  for (const own of [
    issuer.didDocument,
    { keys: [{ kty: 'OKP' }] },
    { type: 'Profile', name: 'School' },
    { type: 'https://w3id.org/openbadges#BadgeClass', name: 'Welding' },
    { name: 'School', url: 'https://school.example' },
    { '@context': { name: 'https://schema.org/name' } },
    { ...list, credentialSubject: { type: 'BitstringStatusList', encodedList: 'u' } },
    jwt({ ...list, credentialSubject: { encodedList: 'u' } }),
    jwt({ vc: { ...list, credentialSubject: { encodedList: 'u' } } }),
    '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----',
  ])
    expect(is(own), JSON.stringify(own)).toBe(true);
  for (const personal of [
    await issuer.sign(),
    { type: 'Assertion', recipient: { identity: 'a@b.example' } },
    { type: ['Assertion', 'BadgeClass'], name: 'x' },
    { uid: '1', recipient: 'a@b.example', badge: 'https://x.example', verify: {} },
    { ...list, credentialSubject: { identifier: [{ identityHash: 'a@b.example' }] } },
    { type: 'Profile', verificationMethod: [], credentialSubject: { achievement: {} } },
    '<html>',
    '',
    [],
  ])
    expect(is(personal), JSON.stringify(personal)).toBe(false);
});

/** Every file below a folder with its contents. */
function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => `${file} ${readFileSync(file, 'base64')}`)
    .sort();
}
