import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { inProcessEngine } from '../../electron/node/check/in-process-engine.ts';
import type { BadgeEngine } from '../../electron/node/engine.ts';
import type { ImportSource, Library } from '../../electron/node/library/library.ts';
import { codeOf } from '../../shared/errors.ts';
import type { JsonObject } from '../../shared/json.ts';
import { keyText } from '../../shared/verify/key-text.ts';
import type { DocumentPort } from '../../shared/verify/ports.ts';
import { achievementCredential } from '../factories/credentials.ts';
import { ed25519Key } from '../factories/keys.ts';
import { fakeDocuments } from '../factories/ports.ts';
import { dccRegistry, testAnchor } from '../factories/registries.ts';
import { signDataIntegrity } from '../factories/sign-data-integrity.ts';
import { frozenMs, openAt, type Place, temporaryPlace } from '../support/temporary-library.ts';

const key = ed25519Key(1);
const other = ed25519Key(2);
const did = 'did:web:school.example.org';
const didUrl = 'https://school.example.org/.well-known/did.json';

const source = (name: string, credential: unknown): ImportSource => ({
  kind: 'bytes',
  name,
  bytes: new TextEncoder().encode(JSON.stringify(credential)),
});
const badgeOf = async (
  issuer: string,
  number: number,
  change: JsonObject = {},
  signer = key,
  method = signer.method,
) =>
  source(
    `badge-${number}.json`,
    await signDataIntegrity({ ...achievementCredential(issuer), id: `urn:x:${number}`, ...change }, signer, {
      method,
    }),
  );
const site = (multikey: string): JsonObject => ({
  id: did,
  verificationMethod: [{ id: `${did}#k`, type: 'Multikey', controller: did, publicKeyMultibase: multikey }],
  assertionMethod: [`${did}#k`],
});
const bytes = (text: string) => new TextEncoder().encode(text);

/** What the other issuer, named so, says of the first badge. */
async function endorsementBy(issuer: string | JsonObject): Promise<JsonObject> {
  const endorsement = {
    '@context': achievementCredential(key.did)['@context'] ?? [],
    id: 'urn:x:endorsement',
    type: ['VerifiableCredential', 'EndorsementCredential'],
    issuer,
    validFrom: '2026-01-02T03:04:05Z',
    name: 'Endorsement',
    credentialSubject: { id: 'urn:x:1', type: ['EndorsementSubject'], endorsementComment: 'Good.' },
  };
  return await signDataIntegrity(endorsement, other);
}

/** A library with two badges of an issuer that is only a key, one of them expired, and one of another. */
async function libraryWithBadges(place: Place = temporaryPlace(), engine?: BadgeEngine) {
  const library = await openAt(place, engine === undefined ? {} : { engine });
  const { files } = await library.importFiles([
    await badgeOf(key.did, 1),
    await badgeOf(key.did, 2, { validUntil: '2026-06-01T00:00:00Z' }),
    await badgeOf(other.did, 3, {}, other),
  ]);
  const ids = files.flatMap(({ row }) => row.badgeIds);
  await library.check(ids);
  const [good = '', expired = '', foreign = ''] = ids;
  return { library, good, expired, foreign };
}

const verdict = (library: Library, id: string) =>
  library.view().badges.find((card) => card.id === id)?.verdict;

describe('knowing the issuer of a badge', () => {
  test('pins the key that signed, judges its badges anew at once, and says how many changed', async () => {
    const { library, good, expired, foreign } = await libraryWithBadges();
    expect(verdict(library, good)).toBe('unconfirmed');
    expect(await library.knowIssuerOf(good, { name: 'My school', note: 'From 2019' })).toEqual({
      changed: 1,
    });
    expect([good, expired, foreign].map((id) => verdict(library, id))).toEqual([
      'verified',
      'expired',
      'unconfirmed',
    ]);
    expect(library.view().knownIssuers).toMatchObject([
      {
        id: key.did,
        name: 'My school',
        note: 'From 2019',
        badgeCount: 2,
        addedAt: '2026-11-22T12:00:00.000Z',
      },
    ]);
    expect(library.view().knownIssuers[0]?.fingerprints).toHaveLength(1);
    expect(library.knownIssuers()).toEqual({
      issuers: [{ id: key.did, name: 'My school', keys: [keyText(key.jwk)] }],
    });
    const { report, issuerSeen } = await library.details(good);
    expect(report?.checks.map(({ id }) => id)).toContain('issuer.pinned-key');
    expect(issuerSeen).toMatchObject({ id: key.did, standing: 'known' });
    await library.close();
  });

  test('is undone and redone with the verdicts', async () => {
    const { library, good } = await libraryWithBadges();
    await library.knowIssuerOf(good, { name: 'My school', note: '' });
    expect(library.view().history.undo).toBe('Add “My school” to known issuers');
    await library.undo();
    expect(verdict(library, good)).toBe('unconfirmed');
    expect(library.view().knownIssuers).toEqual([]);
    await library.redo();
    expect(verdict(library, good)).toBe('verified');
    expect(await library.forgetKnownIssuer(key.did)).toEqual({ changed: 1 });
    expect(verdict(library, good)).toBe('unconfirmed');
    await library.undo();
    expect(verdict(library, good)).toBe('verified');
    await library.close();
  });

  test('survives closing, and the loss of the snapshot', async () => {
    const place = temporaryPlace();
    const { library, good } = await libraryWithBadges(place);
    await library.knowIssuerOf(good, { name: 'My school', note: '' });
    const before = library.view();
    await library.close();
    for (const cacheDir of [place.cacheDir, path.join(place.cacheDir, 'another')]) {
      const again = await openAt({ ...place, cacheDir });
      expect(again.view()).toEqual(before);
      await again.close();
    }
  });

  test('has what they endorse judged anew too, and again when they are forgotten', async () => {
    const place = temporaryPlace();
    const library = await openAt(place);
    const endorsement = await endorsementBy({ id: other.did, type: ['Profile'], name: 'Guild' });
    const { files } = await library.importFiles([
      await badgeOf(key.did, 1, { endorsement: [endorsement] }),
      await badgeOf(other.did, 2, {}, other),
    ]);
    const [endorsed = '', byGuild = ''] = files.flatMap(({ row }) => row.badgeIds);
    await library.check([endorsed, byGuild]);
    const binding = async (from = library) =>
      (await from.details(endorsed)).report?.endorsements[0]?.issuerBinding.value;
    expect(await binding()).toBe('self-asserted');
    await library.knowIssuerOf(byGuild, { name: 'Guild', note: '' });
    expect([await binding(), verdict(library, endorsed)]).toEqual(['confirmed', 'unconfirmed']);
    await library.close();
    const again = await openAt(place);
    expect(await binding(again)).toBe('confirmed');
    await again.forgetKnownIssuer(other.did);
    expect(await binding(again)).toBe('self-asserted');
    await again.close();
  });

  test('is kept for later checks, and for badges that come later', async () => {
    const { library, good } = await libraryWithBadges();
    await library.knowIssuerOf(good, { name: 'My school', note: '' });
    const { files } = await library.importFiles([await badgeOf(key.did, 9)]);
    const [fresh = ''] = files.flatMap(({ row }) => row.badgeIds);
    await library.check([good, fresh]);
    expect([verdict(library, good), verdict(library, fresh)]).toEqual(['verified', 'verified']);
    await library.close();
  });

  test('is refused where no good signature was seen', async () => {
    const library = await openAt(temporaryPlace());
    const signed = await signDataIntegrity(achievementCredential(key.did), key);
    const forged = { ...signed, name: 'Another name' };
    const mismatch = await signDataIntegrity(achievementCredential(other.did), key);
    const { files } = await library.importFiles([source('a.json', forged), source('b.json', mismatch)]);
    const ids = files.flatMap(({ row }) => row.badgeIds);
    for (const id of ids) {
      await expect(library.knowIssuerOf(id, { name: 'X', note: '' }).catch(codeOf)).resolves.toBe(
        'trust/no-key-seen',
      );
    }
    await library.check(ids);
    for (const id of ids) {
      await expect(library.knowIssuerOf(id, { name: 'X', note: '' }).catch(codeOf)).resolves.toBe(
        'trust/no-key-seen',
      );
      expect((await library.details(id)).issuerSeen).toBeNull();
    }
    expect(library.view().knownIssuers).toEqual([]);
    await library.close();
  });

  test('an issuer by hand: pins must be keys, ids no mere names', async () => {
    const library = await openAt(temporaryPlace());
    const codes = await Promise.all([
      library.addKnownIssuer({ id: key.did, name: 'X', keys: ['junk'] }).catch(codeOf),
      library.addKnownIssuer({ id: 'Harvard', name: 'X', keys: [] }).catch(codeOf),
      library.forgetKnownIssuer('did:key:zUnknown').catch(codeOf),
    ]);
    expect(codes).toEqual(['trust/bad-key', 'usage/bad-arguments', 'store/not-found']);
    await library.close();
  });
});

describe('an issuer that changed its key', () => {
  const published = (multikey: string): DocumentPort => fakeDocuments({ [didUrl]: site(multikey) });

  test('is an alarm until the person takes the new key in; then both are known', async () => {
    const library = await openAt(temporaryPlace());
    const old = await library.importFiles([await badgeOf(did, 1, {}, key, `${did}#k`)]);
    const [first = ''] = old.files.flatMap(({ row }) => row.badgeIds);
    await library.check([first], { documents: published(key.multikey) });
    expect(verdict(library, first)).toBe('verified');
    expect(await library.knowIssuerOf(first, { name: 'School', note: '' })).toEqual({ changed: 0 });

    const fresh = await library.importFiles([await badgeOf(did, 2, {}, other, `${did}#k`)]);
    const [second = ''] = fresh.files.flatMap(({ row }) => row.badgeIds);
    await library.check([second], { documents: published(other.multikey) });
    expect(verdict(library, second)).toBe('unconfirmed');
    const details = await library.details(second);
    expect(details.report?.checks.find(({ id }) => id === 'issuer.pinned-key')).toMatchObject({
      outcome: 'warn',
      code: 'issuer/pinned-key-changed',
    });
    expect(details.issuerSeen?.standing).toBe('known-by-other-key');
    expect(details.headline?.sentence).toContain('Since 22 November 2026');

    expect(await library.knowIssuerOf(second, { name: 'School', note: '' })).toEqual({ changed: 1 });
    expect(verdict(library, second)).toMatch(/^verified/);
    expect(library.knownIssuers().issuers[0]?.keys).toHaveLength(2);
    await library.undo();
    expect(verdict(library, second)).toBe('unconfirmed');
    await library.close();
  });
});

describe('judging anew', () => {
  test('keeps what the issuer’s site said: a badge that it withdrew stays withdrawn', async () => {
    const library = await openAt(temporaryPlace());
    const { files } = await library.importFiles([
      await badgeOf(key.did, 1, {
        credentialStatus: {
          id: 'https://school.example.org/status/1#7',
          type: 'BitstringStatusListEntry',
          statusPurpose: 'revocation',
          statusListIndex: '7',
          statusListCredential: 'https://school.example.org/status/1',
        },
      }),
    ]);
    const [id = ''] = files.flatMap(({ row }) => row.badgeIds);
    await library.check([id]);
    expect(verdict(library, id)).toBe('unconfirmed');
    await library.knowIssuerOf(id, { name: 'School', note: '' });
    expect(verdict(library, id)).toBe('unchecked');
    await library.close();
  });

  test('a badge whose file is damaged is no longer green when its issuer is forgotten', async () => {
    const place = temporaryPlace();
    const { library, good } = await libraryWithBadges(place);
    await library.knowIssuerOf(good, { name: 'School', note: '' });
    expect(verdict(library, good)).toBe('verified');
    const folder = path.join(place.dir, 'badges', good.slice(0, 2));
    for (const file of readdirSync(folder)) writeFileSync(path.join(folder, file), '{}');
    await library.forgetKnownIssuer(key.did);
    expect(verdict(library, good)).toBe('unconfirmed');
    await library.close();
  });

  test('an issuer that is forgotten while a check is on its way vouches for nothing', async () => {
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    let waits = false;
    const real = inProcessEngine();
    const engine: BadgeEngine = {
      ...real,
      verify: async (badge, request) => {
        const report = await real.verify(badge, request);
        if (waits) {
          waits = false;
          await gate;
        }
        return report;
      },
    };
    const { library, good } = await libraryWithBadges(temporaryPlace(), engine);
    await library.knowIssuerOf(good, { name: 'School', note: '' });
    waits = true;
    const checking = library.check([good]);
    while (waits) await new Promise((resolve) => setTimeout(resolve, 1));
    await library.forgetKnownIssuer(key.did);
    release();
    await checking;
    expect(verdict(library, good)).toBe('unconfirmed');
    await library.close();
  });

  test('records that were torn off never leave a badge green by the word of nobody', async () => {
    for (const action of ['know', 'forget'] as const) {
      const place = temporaryPlace();
      const { library, good } = await libraryWithBadges(place);
      if (action === 'forget') await library.knowIssuerOf(good, { name: 'School', note: '' });
      const [name = ''] = readdirSync(path.join(place.dir, 'journal'));
      const file = path.join(place.dir, 'journal', name);
      const before = readFileSync(file).length;
      if (action === 'know') await library.knowIssuerOf(good, { name: 'School', note: '' });
      else await library.forgetKnownIssuer(key.did);
      await library.close();
      const whole = readFileSync(file);
      const cuts = [...whole.entries()]
        .filter(([at, byte]) => at >= before && byte === 10)
        .map(([at]) => at + 1);
      for (const cut of [...cuts, before + 10, whole.length - 5].toSorted((a, b) => b - a)) {
        truncateSync(file, cut);
        const torn = await openAt(
          { ...place, cacheDir: path.join(place.cacheDir, String(cut)) },
          { mode: 'read' },
        );
        const isKnown = torn.view().knownIssuers.length > 0;
        if (verdict(torn, good) === 'verified') expect(isKnown).toBe(true);
        await torn.close();
      }
    }
  });
});

describe('a list of known issuers', () => {
  const list = (...issuers: object[]) => bytes(JSON.stringify({ issuers }));

  test('G11 is looked at first, then taken in as one action; nothing is changed by looking', async () => {
    const { library, good, foreign } = await libraryWithBadges();
    const file = list(
      { id: key.did, name: 'School', keys: [key.multikey] },
      { id: other.did, name: 'Club' },
      { id: 'x' },
    );
    const preview = await library.previewIssuerList(file, 'friends.json');
    expect(preview).toMatchObject({
      kind: 'issuers',
      count: 2,
      names: ['School', 'Club'],
      skipped: 1,
      alreadyKnown: 0,
    });
    expect(library.view().knownIssuers).toEqual([]);
    expect(await library.importIssuerList(file, 'friends.json')).toMatchObject({ count: 2, changed: 2 });
    expect([verdict(library, good), verdict(library, foreign)]).toEqual(['verified', 'verified']);
    await library.undo();
    expect([verdict(library, good), verdict(library, foreign)]).toEqual(['unconfirmed', 'unconfirmed']);
    await library.close();
  });

  test('G11 never changes a pin that is there', async () => {
    const { library, good } = await libraryWithBadges();
    await library.knowIssuerOf(good, { name: 'School', note: '' });
    const hostile = list(
      { id: key.did, name: 'Evil', keys: [other.multikey] },
      { id: key.did, name: 'Evil' },
    );
    expect(await library.importIssuerList(hostile, 'x.json')).toMatchObject({
      count: 0,
      alreadyKnown: 1,
      changed: 0,
    });
    expect(library.knownIssuers().issuers).toMatchObject([{ name: 'School', keys: [keyText(key.jwk)] }]);
    await library.close();
  });

  test('what is exported is what is taken in again', async () => {
    const { library, good } = await libraryWithBadges();
    await library.knowIssuerOf(good, { name: 'School', note: '' });
    const exported = bytes(JSON.stringify(library.knownIssuers()));
    await library.close();
    const second = await openAt(temporaryPlace());
    await second.importIssuerList(exported, 'known.json');
    expect(second.knownIssuers()).toEqual(JSON.parse(new TextDecoder().decode(exported)));
    await second.close();
  });
});

describe('a registry', () => {
  test('of the DCC confirms an issuer that is only a key, as of its date, until it is removed', async () => {
    const place = temporaryPlace();
    const { library, good, foreign } = await libraryWithBadges(place);
    const file = bytes(dccRegistry({ [key.did]: { name: 'Trade School' } }));
    expect(await library.previewIssuerList(file, 'Schools.json')).toMatchObject({
      kind: 'registry',
      name: 'Schools',
      count: 1,
      asOf: '2026-09-21T10:00:00.000Z',
    });
    expect(await library.importIssuerList(file, 'Schools.json')).toMatchObject({ changed: 1 });
    expect([verdict(library, good), verdict(library, foreign)]).toEqual(['verified-earlier', 'unconfirmed']);
    const [registry] = library.view().registries;
    expect(registry).toMatchObject({ name: 'Schools', entries: 1, format: 'dcc-legacy' });
    await library.close();
    const again = await openAt(place);
    await again.check([good]);
    expect(verdict(again, good)).toBe('verified-earlier');
    expect(await again.removeRegistry(registry?.id ?? '')).toEqual({ changed: 1 });
    expect(verdict(again, good)).toBe('unconfirmed');
    await again.undo();
    expect(verdict(again, good)).toBe('verified-earlier');
    await again.close();
  });

  test.each<[string, string | JsonObject]>([
    ['their id', other.did],
    ['an object', { id: other.did, type: ['Profile'] }],
  ])('vouches for those who endorse a badge too, named by %s', async (_, endorser) => {
    const library = await openAt(temporaryPlace());
    const endorsement = await endorsementBy(endorser);
    const { files } = await library.importFiles([await badgeOf(key.did, 1, { endorsement: [endorsement] })]);
    const id = files[0]?.row.badgeIds[0] ?? '';
    const file = bytes(dccRegistry({ [other.did]: { name: 'Guild' } }));
    await library.importIssuerList(file, 'Guilds.json');
    await library.check([id]);
    const { report } = await library.details(id);
    expect(report?.endorsements[0]?.issuerBinding.value).toBe('confirmed');
    expect(report?.issuerBinding.value).toBe('self-asserted');
    await library.close();
  });

  test('of the DCC is renewed by a newer file, which may list nobody any more', async () => {
    const { library, good } = await libraryWithBadges();
    await library.importIssuerList(bytes(dccRegistry({ [key.did]: { name: 'School' } })), 'Schools.json');
    const newer = bytes(dccRegistry({}, { updated: '2026-11-01T00:00:00Z' }));
    expect(await library.importIssuerList(newer, 'Schools.json')).toMatchObject({ renews: true, changed: 1 });
    expect(verdict(library, good)).toBe('unconfirmed');
    expect(library.view().registries).toHaveLength(1);
    await library.undo();
    expect(verdict(library, good)).toBe('verified-earlier');
    await library.close();
  });

  test('of OpenID Federation is believed by its pinned key alone', async () => {
    const { library, good } = await libraryWithBadges();
    const anchor = await testAnchor();
    const stranger = await testAnchor();
    const first = [await anchor.configuration(), await anchor.statement(key.did)].join('\n');
    const preview = await library.previewIssuerList(bytes(first), 'statements.txt');
    expect(preview).toMatchObject({ name: 'Registry of Schools', count: 1, anchor: { id: anchor.id } });
    expect(preview.anchor?.fingerprints[0]).toMatch(/^[0-9a-f]{4}( [0-9a-f]{4}){7}$/);
    expect(await library.importIssuerList(bytes(first), 'statements.txt')).toMatchObject({ changed: 1 });
    expect(verdict(library, good)).toBe('verified-earlier');

    const forged = [await stranger.configuration(), await stranger.statement(other.did)].join('\n');
    await expect(library.importIssuerList(bytes(forged), 'x.txt').catch(codeOf)).resolves.toBe(
      'trust/anchor-changed',
    );
    const half = [await anchor.statement(key.did), await stranger.statement(other.did)].join('\n');
    expect(await library.importIssuerList(bytes(half), 'x.txt')).toMatchObject({
      count: 1,
      skipped: 1,
      renews: true,
    });
    expect(library.view().registries).toHaveLength(1);
    await library.close();
  });

  test('of OpenID Federation vouches in a check until its statement ends, and not a moment longer', async () => {
    const anchor = await testAnchor();
    const exp = Date.parse('2026-12-01T00:00:00Z') / 1_000;
    const text = [await anchor.configuration(), await anchor.statement(key.did, { exp })].join('\n');
    const place = temporaryPlace();
    const { library, good } = await libraryWithBadges(place);
    await library.importIssuerList(bytes(text), 'x.txt');
    expect(verdict(library, good)).toBe('verified-earlier');
    await library.close();
    const later = await openAt(place, { clock: { now: () => Date.parse('2026-12-01T00:00:01Z') } });
    await later.check([good]);
    expect(verdict(later, good)).toBe('unconfirmed');
    await later.close();
  });

  test('of OpenID Federation is asked only when told to, and its answers are kept and believed by its key alone', async () => {
    const place = temporaryPlace();
    const { library, good, foreign } = await libraryWithBadges(place);
    const anchor = await testAnchor();
    const stranger = await testAnchor();
    await library.importIssuerList(bytes(await anchor.configuration()), 'x.txt');
    const [registry] = library.view().registries;
    expect(registry).toMatchObject({ entries: 0, host: 'registry.example' });
    const id = registry?.id ?? '';
    const at = (issuer: string) => `https://registry.example/fetch?sub=${encodeURIComponent(issuer)}`;

    const asked = new Date(frozenMs).toISOString();
    const honest = fakeDocuments(
      { [at(key.did)]: await anchor.statement(key.did), [at(other.did)]: { $status: 404, $body: '{}' } },
      'live',
      asked,
    );
    expect(await library.askRegistry(id, honest)).toEqual({ asked: 2, listed: 1, changed: 1 });
    expect([...honest.asked].sort()).toEqual([at(key.did), at(other.did)].sort());
    expect([verdict(library, good), verdict(library, foreign)]).toEqual(['verified', 'unconfirmed']);
    const { report } = await library.details(good);
    expect(report?.issuerBinding).toMatchObject({ source: 'live', asOf: asked });
    await library.close();

    const hourLater = { clock: { now: () => frozenMs + 3_600_000 } };
    const again = await openAt(place, hourLater);
    await again.check([good]);
    expect(verdict(again, good)).toBe('verified-earlier');
    const later = '2026-11-23T00:00:00.000Z';
    const forged = {
      [at(key.did)]: await stranger.statement(key.did),
      // A true statement, but about somebody else.
      [at(other.did)]: await anchor.statement(key.did),
    };
    expect(await again.askRegistry(id, fakeDocuments(forged, 'live', later))).toMatchObject({ listed: 1 });
    expect(verdict(again, foreign)).toBe('unconfirmed');
    const gone = fakeDocuments(
      { [at(key.did)]: { $status: 404, $body: '' } },
      'live',
      '2026-11-24T00:00:00.000Z',
    );
    expect(await again.askRegistry(id, gone)).toEqual({ asked: 2, listed: 0, changed: 1 });
    expect(verdict(again, good)).toBe('unconfirmed');
    await expect(again.askRegistry(id, fakeDocuments()).catch(codeOf)).resolves.toBe('network/offline');
    await expect(again.askRegistry('nowhere', gone).catch(codeOf)).resolves.toBe('store/not-found');
    await again.close();
  });

  test('whose document is lost or changed lists nobody', async () => {
    const place = temporaryPlace();
    const { library, good } = await libraryWithBadges(place);
    await library.importIssuerList(bytes(dccRegistry({ [key.did]: { name: 'School' } })), 'Schools.json');
    await library.close();
    const folder = path.join(place.dir, 'documents');
    const file =
      readdirSync(folder, { recursive: true })
        .map(String)
        .find((name) => name.endsWith('.json')) ?? '';
    writeFileSync(
      path.join(folder, file),
      dccRegistry({ [key.did]: { name: 'School' }, [other.did]: { name: 'X' } }),
    );
    const again = await openAt(place);
    await again.check(again.view().badges.map(({ id }) => id));
    expect(verdict(again, good)).toBe('unconfirmed');
    await again.close();
  });

  test('that is hostile changes nothing', async () => {
    const { library, good } = await libraryWithBadges();
    const before = library.view();
    for (const text of [
      '',
      '{}',
      '[]',
      'a.b.c',
      '{"registry":{"did:key:z":',
      '{"issuers":[{"id":"did:key:z","keys":["x"]}]}',
    ]) {
      const code = await library.importIssuerList(bytes(text), 'x').catch(codeOf);
      expect(code).toMatch(/^(trust|badge)\//);
    }
    expect(library.view()).toEqual(before);
    expect(verdict(library, good)).toBe('unconfirmed');
    await library.close();
  });
});

test('a library that may only be read says so, and knows nobody new', async () => {
  const place = temporaryPlace();
  const { library, good } = await libraryWithBadges(place);
  const reader = await openAt(place, { mode: 'read' });
  await expect(reader.knowIssuerOf(good, { name: 'X', note: '' }).catch(codeOf)).resolves.toBe(
    'store/read-only',
  );
  await reader.close();
  await library.close();
});
