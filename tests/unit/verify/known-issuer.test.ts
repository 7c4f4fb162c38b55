import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../shared/json.ts';
import { reportSchema } from '../../../shared/library/report-record.ts';
import { headlineOf } from '../../../shared/text/verdicts.ts';
import type { RegistryListing, TrustedIssuer, TrustList } from '../../../shared/verify/trust.ts';
import { verdictOf } from '../../../shared/verify/verdict.ts';
import { achievementCredential, assertion2 } from '../../factories/credentials.ts';
import { ed25519Key, rsaKey } from '../../factories/keys.ts';
import { type Checked, check, codesOf, fakeDocuments } from '../../factories/ports.ts';
import { signDataIntegrity } from '../../factories/sign-data-integrity.ts';
import { signJws } from '../../factories/sign-jws.ts';

const key = ed25519Key(1);
const other = ed25519Key(2);
const did = 'did:web:school.example.org';
const didUrl = 'https://school.example.org/.well-known/did.json';
const since = '2026-05-03T10:00:00.000Z';

const knows = (id: string, change: Partial<TrustedIssuer> = {}): TrustList => ({
  issuers: [{ id, name: 'Trade School', keys: [], ...change }],
});
const listing = (change: Partial<RegistryListing> = {}): RegistryListing => ({
  issuer: key.did,
  name: 'Trade School',
  registry: 'Registry of Schools',
  asOf: '2026-10-01T00:00:00.000Z',
  source: 'captured',
  until: null,
  ...change,
});
const listed = (change: Partial<RegistryListing> = {}): TrustList => ({
  issuers: [],
  listings: [listing(change)],
});
const ofKey = () => signDataIntegrity(achievementCredential(key.did), key);
const ofSite = (signer = key) =>
  signDataIntegrity(achievementCredential(did), signer, { method: `${did}#k` });
const siteWith = (...keys: readonly { readonly multikey: string }[]): JsonObject => ({
  id: did,
  verificationMethod: keys.map(({ multikey }, index) => ({
    id: `${did}#k${index === 0 ? '' : index}`,
    type: 'Multikey',
    controller: did,
    publicKeyMultibase: multikey,
  })),
  assertionMethod: keys.map((_, index) => `${did}#k${index === 0 ? '' : index}`),
});
const online = (...keys: readonly { readonly multikey: string }[]) => ({
  documents: fakeDocuments({ [didUrl]: siteWith(...keys) }),
});
/** A status list with every entry on or off. */
const statusList = (issuer: string, byte: number): JsonObject => ({
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  type: ['VerifiableCredential', 'BitstringStatusListCredential'],
  id: 'https://school.example.org/status/1',
  issuer,
  validFrom: '2026-01-01T00:00:00Z',
  credentialSubject: {
    id: 'https://school.example.org/status/1#list',
    type: 'BitstringStatusList',
    statusPurpose: 'revocation',
    encodedList: `u${gzipSync(Buffer.alloc(16_384, byte)).toString('base64url')}`,
  },
});
const checkNamed = ({ report }: Checked, id: string) => report.checks.find((one) => one.id === id);

describe('an issuer that the person knows', () => {
  it('is confirmed though it is only a key, under the name that the person gave it', async () => {
    const checked = await check(await ofKey(), { trust: knows(key.did) });
    expect(checked.verdict).toBe('verified');
    expect(checked.report.issuerBinding).toMatchObject({ value: 'confirmed', source: 'local' });
    expect(checkNamed(checked, 'issuer.known')?.message).toContain('“Trade School”');
    expect(checkNamed(checked, 'issuer.key-binding')).toBeUndefined();
  });

  it('C14 is known by its exact id: a name, a longer or a shorter id vouches for nobody', async () => {
    const badge = await ofKey();
    for (const id of [
      other.did,
      key.did.slice(0, -1),
      `${key.did}#${key.multikey}`,
      `${key.did} `,
      'Trade School',
      '',
    ]) {
      expect((await check(badge, { trust: knows(id) })).verdict).toBe('unconfirmed');
    }
  });

  it('says with which key, and since when', async () => {
    const pinned = await check(await ofKey(), { trust: knows(key.did, { keys: [key.multikey], since }) });
    expect(checkNamed(pinned, 'issuer.pinned-key')).toMatchObject({ outcome: 'pass' });
    expect(checkNamed(pinned, 'issuer.pinned-key')?.message).toContain('3 May 2026');
  });

  it('tells the key that signed, so that it can be pinned', async () => {
    const { report } = await check(await ofKey());
    const [binding] = report.checks.filter(({ id }) => id.startsWith('issuer.'));
    expect(JSON.parse(binding?.detail?.signerKey ?? '')).toEqual(key.jwk);
  });
});

describe('a listing that ends', () => {
  const ends = '2026-12-01T00:00:00.000Z';
  const endMs = Date.parse(ends);

  it('vouches until then, and the badge is no longer green after, with nobody checking again', async () => {
    const { report } = await check(await ofKey(), { trust: listed({ until: ends, source: 'live' }) });
    expect(report.issuerBinding).toMatchObject({ value: 'confirmed', source: 'live', endsAt: ends });
    expect(verdictOf(report, endMs - 1)).toMatch(/^verified/);
    expect(verdictOf(report, endMs)).toBe('unconfirmed');
    expect(headlineOf(report, endMs).sentence).toContain('known only by its key');
    expect(reportSchema.parse(report)).toEqual(report);
  });

  it('ends with the longest of several, and never where the person or the issuer vouches too', async () => {
    const both = { issuers: [], listings: [listing({ until: ends }), listing({ until: null })] };
    const { report } = await check(await ofKey(), { trust: both });
    expect(verdictOf(report, endMs + 1)).toMatch(/^verified/);
    const known = { ...knows(key.did), listings: [listing({ until: ends })] };
    expect(verdictOf((await check(await ofKey(), { trust: known })).report, endMs)).toMatch(/^verified/);
  });
});

describe('a pinned key that changed', () => {
  it('is a warning where the issuer publishes the new key, and the badge is not green', async () => {
    const trust = knows(did, { keys: [other.multikey], since });
    const checked = await check(await ofSite(), { ...online(key), trust });
    expect(checked.verdict).toBe('unconfirmed');
    expect(checkNamed(checked, 'issuer.pinned-key')).toMatchObject({
      outcome: 'warn',
      code: 'issuer/pinned-key-changed',
    });
    expect(checkNamed(checked, 'issuer.pinned-key')?.message).toContain('Since 3 May 2026');
    expect(checkNamed(checked, 'issuer.key-binding')?.outcome).toBe('pass');
  });

  it('is a failure where nobody vouches for the new key', async () => {
    const checked = await check(await ofKey(), { trust: knows(key.did, { keys: [other.multikey] }) });
    expect(checked.verdict).toBe('unconfirmed');
    expect(checkNamed(checked, 'issuer.pinned-key')).toMatchObject({
      outcome: 'fail',
      code: 'issuer/pinned-key-differs',
    });
  });

  it('is an alarm when any of two lists pins another key, and when a pin cannot be read', async () => {
    const badge = await ofKey();
    const both: TrustList = {
      issuers: [
        { id: key.did, name: 'Mine', keys: [key.multikey] },
        { id: key.did, name: 'Theirs', keys: [other.multikey] },
      ],
    };
    expect((await check(badge, { trust: both })).verdict).toBe('unconfirmed');
    for (const pin of ['', 'zzz', '{', '{"kty":"oct","k":"AA"}', `${key.multikey}x`]) {
      const { verdict } = await check(badge, { trust: knows(key.did, { keys: [pin] }) });
      expect(verdict).toBe('unconfirmed');
    }
    expect((await check(badge, { trust: knows(key.did, { keys: ['junk', key.multikey] }) })).verdict).toBe(
      'verified',
    );
  });

  it('is an alarm for a signed Open Badge 2.0 too', async () => {
    const host = 'https://school.example.org';
    const [old, fresh] = [rsaKey('other'), rsaKey('strong')];
    const documents = fakeDocuments({
      [`${host}/issuer`]: { id: `${host}/issuer`, type: 'Profile', publicKey: `${host}/keys/1` },
      [`${host}/keys/1`]: { id: `${host}/keys/1`, owner: `${host}/issuer`, publicKeyPem: fresh.pem },
    });
    const token = signJws(assertion2(), fresh, { alg: 'RS256' });
    const trust = (jwk: object) => knows(`${host}/issuer`, { keys: [JSON.stringify(jwk)] });
    expect((await check(token, { documents, trust: trust(fresh.jwk) })).verdict).toBe('verified');
    const changed = await check(token, { documents, trust: trust(old.jwk) });
    expect(changed.verdict).toBe('unconfirmed');
    expect(codesOf(changed.report)).toContain('issuer/pinned-key-differs');
  });
});

describe('a pinned key', () => {
  it('vouches where the issuer’s documents are gone, and not where they disown the key', async () => {
    const web = 'https://school.example.org/issuers/1';
    const badge = await signDataIntegrity(achievementCredential(web), key, {
      method: `${web}#${key.multikey}`,
    });
    const trust = knows(web, { keys: [key.multikey] });
    expect((await check(badge, { trust })).verdict).toBe('verified');
    const method = { id: `${web}#1`, type: 'Multikey', controller: web, publicKeyMultibase: other.multikey };
    const documents = fakeDocuments({ [web]: { id: web, assertionMethod: [method] } });
    expect((await check(badge, { trust, documents })).verdict).toBe('issuer-mismatch');
  });

  it('does not bring a withdrawn key back, nor one that is not for issuing', async () => {
    const trust = knows(did, { keys: [key.multikey] });
    const retired = siteWith(key);
    const [method] = retired.verificationMethod as unknown as JsonObject[];
    const documents = (document: JsonObject) => fakeDocuments({ [didUrl]: document });
    const withdrawn = {
      ...retired,
      verificationMethod: [{ ...method, revoked: '2026-03-01T00:00:00Z' }],
    } as JsonObject;
    const forLogin = { ...retired, assertionMethod: [], authentication: [`${did}#k`] } as JsonObject;
    for (const document of [withdrawn, forLogin]) {
      const { verdict } = await check(await ofSite(), { documents: documents(document), trust });
      expect(verdict).toBe('unconfirmed');
    }
  });

  it('is not expected of the issuer’s status list, which has a key of its own', async () => {
    const statusUrl = 'https://school.example.org/status/1';
    const pointer = {
      id: `${statusUrl}#7`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: '7',
      statusListCredential: statusUrl,
    };
    const credential = { ...achievementCredential(did), credentialStatus: pointer };
    const badge = await signDataIntegrity(credential, key, { method: `${did}#k` });
    const list = await signDataIntegrity(statusList(did, 0x00), other, { method: `${did}#k1` });
    const documents = fakeDocuments({ [didUrl]: siteWith(key, other), [statusUrl]: list });
    const trust = knows(did, { keys: [key.multikey] });
    expect((await check(badge, { documents, trust })).verdict).toBe('verified');
  });
});

describe('a listing in a registry', () => {
  it('confirms an issuer that is only a key, as of the day of the registry', async () => {
    const checked = await check(await ofKey(), { trust: listed() });
    expect(checked.verdict).toBe('verified-earlier');
    expect(checked.report.issuerBinding).toEqual({
      value: 'confirmed',
      asOf: '2026-10-01T00:00:00.000Z',
      source: 'captured',
    });
    expect(checkNamed(checked, 'issuer.registry')?.message).toBe(
      'The issuer named is listed in Registry of Schools as “Trade School”, as of 1 October 2026.',
    );
    expect(
      (await check(await ofKey(), { trust: listed({ source: 'live', asOf: '2026-11-21T12:00:00.000Z' }) }))
        .verdict,
    ).toBe('verified');
  });

  it.each([
    ['ended', { until: '2026-11-01T00:00:00.000Z' }],
    ['ends at this very moment', { until: '2026-11-22T00:00:00.000Z' }],
    ['has an end that cannot be read', { until: 'soon' }],
  ])('that %s is named and vouches for nothing', async (_, change) => {
    const checked = await check(await ofKey(), { trust: listed(change) });
    expect(checked.verdict).toBe('unconfirmed');
    expect(checkNamed(checked, 'issuer.registry')?.outcome).toBe('unknown');
  });

  it('of another issuer says nothing', async () => {
    const checked = await check(await ofKey(), { trust: listed({ issuer: other.did }) });
    expect(checked.verdict).toBe('unconfirmed');
    expect(checkNamed(checked, 'issuer.registry')).toBeUndefined();
  });

  it('is information alone for an issuer with a site of its own', async () => {
    const trust = listed({ issuer: did });
    const confirmed = await check(await ofSite(), { ...online(key), trust });
    expect(confirmed.verdict).toBe('verified');
    expect(checkNamed(confirmed, 'issuer.registry')?.outcome).toBe('pass');
    expect((await check(await ofSite(), { ...online(other), trust })).verdict).not.toMatch(/^verified/);
    expect((await check(await ofSite(), { trust })).verdict).toBe('unchecked');
  });

  it('never silences the alarm about a pinned key', async () => {
    const trust = { ...knows(key.did, { keys: [other.multikey] }), listings: [listing()] };
    expect((await check(await ofKey(), { trust })).verdict).toBe('unconfirmed');
  });
});

describe('a list of known issuers of any kind', () => {
  const anyPin = fc.constantFrom(
    key.multikey,
    JSON.stringify(key.jwk),
    other.multikey,
    JSON.stringify(other.jwk),
    'junk',
  );
  const anyId = fc.constantFrom(key.did, other.did, did, 'https://school.example.org/issuer', 'x');
  const anyTrust: fc.Arbitrary<TrustList> = fc.record({
    issuers: fc.array(fc.record({ id: anyId, name: fc.string(), keys: fc.array(anyPin, { maxLength: 2 }) }), {
      maxLength: 3,
    }),
    listings: fc.array(
      fc.record({
        issuer: anyId,
        name: fc.string(),
        registry: fc.string(),
        asOf: fc.constantFrom('2026-10-01T00:00:00.000Z', '2026-11-21T23:00:00.000Z', 'never'),
        source: fc.constantFrom('live' as const, 'captured' as const),
        until: fc.constantFrom(null, '2020-01-01T00:00:00.000Z', '2030-01-01T00:00:00.000Z'),
      }),
      { maxLength: 3 },
    ),
  });
  const sound = achievementCredential(key.did);
  const judge = (
    name: string,
    credential: () => Promise<JsonObject | string>,
    documents?: () => Promise<Readonly<Record<string, JsonObject>>>,
  ) => {
    const run = async (trust?: TrustList) =>
      check(await credential(), {
        ...(trust === undefined ? {} : { trust }),
        ...(documents === undefined ? {} : { documents: fakeDocuments(await documents()) }),
      });
    return [name, () => run(), (trust: TrustList) => run(trust)] as const;
  };
  const cases = [
    judge('altered', async () => ({ ...(await signDataIntegrity(sound, key)), name: 'Another name' })),
    judge('issuer-mismatch', () => signDataIntegrity(achievementCredential(other.did), key)),
    judge(
      'issuer-mismatch',
      () => signDataIntegrity(achievementCredential(did), key, { method: key.method }),
      async () => ({ [didUrl]: siteWith(other) }),
    ),
    judge('expired', () => signDataIntegrity({ ...sound, validUntil: '2026-06-01T00:00:00Z' }, key)),
    judge('malformed', () => {
      const { credentialSubject: _, ...rest } = sound;
      return signDataIntegrity({ ...rest, credentialSubject: { type: ['AchievementSubject'] } }, key);
    }),
    judge('partial', () => signDataIntegrity({ ...sound, surprise: 'unsigned' }, key, { lenient: true })),
    judge(
      'revoked',
      () =>
        signDataIntegrity(
          {
            ...sound,
            credentialStatus: {
              id: 'https://school.example.org/status/1#7',
              type: 'BitstringStatusListEntry',
              statusPurpose: 'revocation',
              statusListIndex: '7',
              statusListCredential: 'https://school.example.org/status/1',
            },
          },
          key,
        ),
      async () => ({
        'https://school.example.org/status/1': await signDataIntegrity(statusList(key.did, 0xff), key),
      }),
    ),
  ];

  it.each(cases)('never makes what is %s green', async (name, _, withTrust) => {
    const trusted = await withTrust({
      issuers: [
        { id: key.did, name: 'K', keys: [] },
        { id: other.did, name: 'O', keys: [] },
        { id: did, name: 'D', keys: [key.multikey] },
      ],
    });
    expect(trusted.verdict).toBe(name);
    await fc.assert(
      fc.asyncProperty(anyTrust, async (trust) => {
        expect((await withTrust(trust)).verdict).not.toMatch(/^verified/);
      }),
      { numRuns: 60 },
    );
  });

  it('never lets a badge be green whose signing key is not among the pins', async () => {
    const badge = await ofKey();
    await fc.assert(
      fc.asyncProperty(anyTrust, async (trust) => {
        const { verdict } = await check(badge, { trust });
        const pinned = trust.issuers.filter(({ id, keys }) => id === key.did && keys.length > 0);
        const isAlarm = pinned.some(
          ({ keys }) => !keys.includes(key.multikey) && !keys.includes(JSON.stringify(key.jwk)),
        );
        if (isAlarm) expect(verdict).toBe('unconfirmed');
      }),
      { numRuns: 200 },
    );
  });
});
