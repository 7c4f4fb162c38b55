import { gzipSync } from 'node:zlib';
import { describe, expect, it, test } from 'vitest';
import { inProcessEngine } from '../../electron/node/check/in-process-engine.ts';
import type { ImportSource, Library } from '../../electron/node/library/library.ts';
import { openLibrary } from '../../electron/node/library/open-library.ts';
import type { Report } from '../../shared/verify/report.ts';
import { fakeSite, type SiteAnswer } from '../support/fake-site.ts';
import { fileSource } from '../support/file-source.ts';
import { type TestIssuer, testIssuer } from '../support/signed-badge.ts';
import { badgeSource, type Place, temporaryPlace } from '../support/temporary-library.ts';

const may = '2026-05-03T10:00:00.000Z';
const november = '2026-11-22T12:00:00.000Z';

/** A library with one badge and a clock that the test sets. */
async function capsule(source: ImportSource, place: Place = temporaryPlace()) {
  const clock = { nowMs: Date.parse(may) };
  const library = await openLibrary({
    ...place,
    engine: inProcessEngine(),
    clock: { now: () => clock.nowMs },
  });
  await library.importFiles([source]);
  const id = library.view().badges[0]?.id ?? '';
  return { library, clock, id, at: (date: string) => checkAt(library, clock, id, date) };
}

/** Checks at a date: against a network, or with none. */
function checkAt(library: Library, clock: { nowMs: number }, id: string, date: string) {
  return async (answers: Readonly<Record<string, SiteAnswer>> | null) => {
    clock.nowMs = Date.parse(date);
    const documents = answers === null ? null : fakeSite(answers, date);
    const { reports } = await library.check([id], { documents });
    const report = reports.get(id);
    if (report === undefined) throw new Error('no report');
    return {
      verdict: library.view().badges[0]?.verdict,
      asOf: library.view().badges[0]?.verdictAsOf,
      report,
    };
  };
}

const codes = (report: Report) => report.checks.map(({ code }) => code);
const file = (text: string) => fileSource('badge.jwt', text);
const didAnswer = (issuer: TestIssuer): Record<string, SiteAnswer> => ({
  [issuer.didDocumentUrl]: { body: issuer.didDocument },
});

describe('D18 a key that the issuer changed after it issued', () => {
  it('is confirmed by the document that was captured while it was listed, with that date', async () => {
    const [issuer, later] = [await testIssuer('did:web'), await testIssuer('did:web')];
    const { library, at } = await capsule(file(await issuer.sign()));
    expect((await at(may)(didAnswer(issuer))).verdict).toBe('verified');
    const rotated = { ...later.didDocument, verificationMethod: renamed(later) };
    const { verdict, asOf, report } = await at(november)({ [issuer.didDocumentUrl]: { body: rotated } });
    expect({ verdict, asOf }).toEqual({ verdict: 'verified-earlier', asOf: may });
    expect(codes(report)).toContain('issuer/former-key');
    expect((await at(november)(null)).verdict).toBe('verified-earlier');
    await library.close();
  });

  it('is found too where another key has its name now', async () => {
    const [issuer, later] = [await testIssuer('did:web'), await testIssuer('did:web')];
    const { library, at } = await capsule(file(await issuer.sign()));
    await at(may)(didAnswer(issuer));
    const { verdict, asOf } = await at(november)({ [issuer.didDocumentUrl]: { body: later.didDocument } });
    expect({ verdict, asOf }).toEqual({ verdict: 'verified-earlier', asOf: may });
    await library.close();
  });

  it('stays unchecked where nothing was captured before', async () => {
    const [issuer, later] = [await testIssuer('did:web'), await testIssuer('did:web')];
    const { library, at } = await capsule(file(await issuer.sign()));
    const rotated = { ...later.didDocument, verificationMethod: renamed(later) };
    expect((await at(november)({ [issuer.didDocumentUrl]: { body: rotated } })).verdict).toBe('unchecked');
    await library.close();
  });

  it('is not believed where the issuer says that it was withdrawn', async () => {
    const issuer = await testIssuer('did:web');
    const { library, at } = await capsule(file(await issuer.sign()));
    await at(may)(didAnswer(issuer));
    const document = issuer.didDocument as { verificationMethod: object[] };
    const withdrawn = {
      ...document,
      verificationMethod: document.verificationMethod.map((key) => ({
        ...key,
        revoked: '2026-06-01T00:00:00Z',
      })),
    };
    expect((await at(november)({ [issuer.didDocumentUrl]: { body: withdrawn } })).verdict).toBe(
      'unconfirmed',
    );
    await library.close();
  });

  it('never helps a badge that was altered', async () => {
    const issuer = await testIssuer('did:web');
    const [header, payload = '', signature] = (await issuer.sign()).split('.');
    const text = Buffer.from(payload, 'base64url').toString().replaceAll('Welding 1', 'Welding 9');
    const forged = [header, Buffer.from(text).toString('base64url'), signature].join('.');
    const { library, at } = await capsule(file(forged));
    expect((await at(may)(didAnswer(issuer))).verdict).toBe('altered');
    expect((await at(november)(didAnswer(await testIssuer('did:web')))).verdict).toBe('altered');
    await library.close();
  });
});

describe('D16 an issuer whose site is gone', () => {
  const assertionUrl = 'https://school.example/assertions/1';
  const classUrl = 'https://school.example/classes/7';
  const issuerUrl = 'https://school.example/';
  const source = badgeSource(1, { badge: classUrl });
  const assertion = source.kind === 'bytes' ? new TextDecoder().decode(source.bytes) : '';
  const site: Record<string, SiteAnswer> = {
    [assertionUrl]: { body: assertion },
    [classUrl]: {
      body: {
        '@context': 'https://w3id.org/openbadges/v2',
        id: classUrl,
        type: 'BadgeClass',
        name: 'Canoe building',
        description: 'Builds a canoe.',
        image: 'https://school.example/canoe.png',
        criteria: { narrative: 'It floats.' },
        issuer: issuerUrl,
      },
    },
    [issuerUrl]: {
      body: {
        '@context': 'https://w3id.org/openbadges/v2',
        id: issuerUrl,
        type: 'Profile',
        name: 'Boat School',
        url: issuerUrl,
        email: 'office@school.example',
      },
    },
  };
  const everywhere = (answer: SiteAnswer) =>
    Object.fromEntries(Object.keys(site).map((url) => [url, answer] as const));

  it.each<[string, Record<string, SiteAnswer> | null]>([
    ['does not answer', {}],
    ['answers with 404', everywhere({ status: 404, body: 'Not found' })],
    ['answers with 500', everywhere({ status: 500, body: 'Oops' })],
    ['shows a login page', everywhere({ contentType: 'text/html', body: '<!doctype html><p>Log in' })],
    ['shows a login page as JSON', everywhere({ body: '  <!DOCTYPE html><html><p>Log in' })],
    ['is not asked', null],
  ])('is answered for by the record of the day when it confirmed the badge: it %s', async (_, answers) => {
    const { library, at } = await capsule(source);
    expect((await at(may)(site)).verdict).toBe('verified');
    const { verdict, asOf } = await at(november)(answers);
    expect({ verdict, asOf }).toEqual({ verdict: 'verified-earlier', asOf: may });
    await library.close();
  });

  it('is never called bad where nothing was captured', async () => {
    const { library, at } = await capsule(source);
    for (const status of [403, 404, 500, 503]) {
      expect((await at(november)(everywhere({ status, body: 'no' }))).verdict).toBe('unchecked');
    }
    await library.close();
  });

  it('D01 says so itself with 410, which is a revocation that stays', async () => {
    const { library, at } = await capsule(source);
    await at(may)(site);
    const gone = { ...site, [assertionUrl]: { status: 410, body: 'Gone' } };
    expect((await at('2026-06-03T10:00:00.000Z')(gone)).verdict).toBe('revoked');
    expect((await at(november)(null)).verdict).toBe('revoked');
    expect((await at(november)(site)).verdict).toBe('verified');
    await library.close();
  });
});

describe('D11 a list of the issuer', () => {
  const listUrl = 'https://trade-school.example/status/1';
  const bitsOf = (revoked: boolean) => {
    const bytes = new Uint8Array(16_384);
    bytes[0] = revoked ? 0x80 : 0;
    return `u${gzipSync(bytes).toString('base64url')}`;
  };
  const status = {
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: '0',
    statusListCredential: listUrl,
  };
  const listOf = async (issuer: TestIssuer, revoked: boolean, validFrom: string): Promise<SiteAnswer> => ({
    contentType: 'application/vc+jwt',
    body: await issuer.sign({
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      id: listUrl,
      type: ['VerifiableCredential', 'BitstringStatusListCredential'],
      validFrom,
      credentialSubject: {
        id: `${listUrl}#list`,
        type: 'BitstringStatusList',
        statusPurpose: 'revocation',
        encodedList: bitsOf(revoked),
      },
    }),
  });

  it('keeps a badge revoked when an older list is played again, and gives it back by a newer one alone', async () => {
    const issuer = await testIssuer('did:web');
    const { library, at } = await capsule(file(await issuer.sign({ credentialStatus: status })));
    const old = { ...didAnswer(issuer), [listUrl]: await listOf(issuer, false, '2026-05-01T00:00:00Z') };
    const revoked = { ...didAnswer(issuer), [listUrl]: await listOf(issuer, true, '2026-06-01T00:00:00Z') };
    const newer = { ...didAnswer(issuer), [listUrl]: await listOf(issuer, false, '2026-07-01T00:00:00Z') };
    expect((await at(may)(old)).verdict).toBe('verified');
    expect((await at('2026-06-03T10:00:00.000Z')(revoked)).verdict).toBe('revoked');
    const replay = await at('2026-06-04T10:00:00.000Z')(old);
    expect(replay.verdict).toBe('revoked');
    expect(codes(replay.report)).toContain('status/list-older');
    expect((await at('2026-06-05T10:00:00.000Z')({})).verdict).toBe('revoked');
    expect((await at(november)(newer)).verdict).toBe('verified');
    await library.close();
  });
});

test('D15 a clock before the newest captured document is named, and nothing is green by it', async () => {
  const issuer = await testIssuer('did:web');
  const { library, clock, at } = await capsule(file(await issuer.sign()));
  await at(november)(didAnswer(issuer));
  clock.nowMs = Date.parse('2026-05-04T00:00:00Z');
  expect(library.view().badges[0]?.verdict).toBe('unchecked');
  const { verdict, report } = await at('2026-05-04T00:00:00.000Z')(null);
  expect(verdict).toBe('unchecked');
  expect(codes(report)).toContain('dates/clock');
  expect((await at(november)(null)).verdict).toBe('verified-earlier');
  await library.close();
});

test('a document keeps what its server said of its version, and is fresh for as long as it said', async () => {
  const issuer = await testIssuer('did:web');
  const { library, clock, at } = await capsule(file(await issuer.sign()));
  const week = 7 * 24 * 3_600;
  await at(may)({ [issuer.didDocumentUrl]: { body: issuer.didDocument, maxAgeSeconds: week } });
  const after = (days: number) => {
    clock.nowMs = Date.parse(may) + days * 24 * 3_600_000;
    return library.view().badges[0]?.verdict;
  };
  expect([after(1), after(6.9), after(7.1)]).toEqual(['verified', 'verified', 'verified-earlier']);
  const held = await library.captures().get({ url: issuer.didDocumentUrl, accept: '*/*', maxBytes: 10_000 });
  expect(held).toMatchObject({ source: 'captured', fetchedAt: may, maxAgeSeconds: week });
  await library.close();
});

function renamed(issuer: TestIssuer): object[] {
  const { verificationMethod } = issuer.didDocument as { verificationMethod: { id: string }[] };
  return verificationMethod.map((key) => ({ ...key, id: key.id.replace('#key-1', '#key-2') }));
}
