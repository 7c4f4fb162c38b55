import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../shared/json.ts';
import { limits } from '../../../shared/limits.ts';
import type { Report } from '../../../shared/verify/report.ts';
import { verdictOf } from '../../../shared/verify/verdict.ts';
import { achievementCredential, assertion2, contextsV2 } from '../../factories/credentials.ts';
import { ed25519Key, rsaKey } from '../../factories/keys.ts';
import { check, codesOf, type FakeDocument, fakeDocuments, testNow } from '../../factories/ports.ts';
import { signDataIntegrity } from '../../factories/sign-data-integrity.ts';
import { signJws } from '../../factories/sign-jws.ts';

const school = 'https://school.example.org';
const guild = 'https://guild.example.org';
const endorsementUrl = `${guild}/endorsements/1`;
const classUrl = `${school}/badges/welding-1`;

const verdictsOf = (report: Report) => report.endorsements.map((one) => verdictOf(one, Date.parse(testNow)));
const codes = (report: Report | undefined) => (report === undefined ? [] : codesOf(report));

const endorsement2 = (members: JsonObject = {}): JsonObject => ({
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'Endorsement',
  id: endorsementUrl,
  claim: { id: `${school}/assertions/1`, endorsementComment: 'Seams that hold.' },
  issuer: `${guild}/issuer`,
  issuedOn: '2026-02-02T03:04:05Z',
  verification: { type: 'hosted' },
  ...members,
});

const profile = (site: string, members: JsonObject = {}): JsonObject => ({
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'Issuer',
  id: `${site}/issuer`,
  name: 'Somebody',
  url: site,
  email: 'office@example.org',
  ...members,
});

/** A hosted badge, and the answers of its issuer's and its endorser's sites. */
async function checkHosted(
  endorsement: Json,
  answers: Readonly<Record<string, FakeDocument>> = {},
  onClass: JsonObject = {},
) {
  const badge = assertion2({ verification: { type: 'HostedBadge' }, badge: classUrl, endorsement });
  const documents = fakeDocuments({
    [`${school}/assertions/1`]: badge,
    [classUrl]: { '@context': 'https://w3id.org/openbadges/v2', ...Object(assertion2().badge), ...onClass },
    [`${school}/issuer`]: profile(school),
    [endorsementUrl]: endorsement2(),
    [`${guild}/issuer`]: profile(guild),
    ...answers,
  });
  return { ...(await check(badge, { documents })), documents };
}

describe('an endorsement of a hosted Open Badge 2.0', () => {
  it('is confirmed by the endorser’s site, with what it says', async () => {
    const { report, verdict } = await checkHosted(endorsementUrl);
    expect([verdict, verdictsOf(report)]).toEqual(['verified', ['verified']]);
    expect(report.endorsements[0]?.conformance.value).toBe('conformant');
    const messages = report.endorsements[0]?.checks.map(({ message }) => message);
    expect(messages).toContain('It endorses what it is attached to: “Seams that hold.”');
  });

  it('is found in a list, as an object that names it, embedded, and on the badge class', async () => {
    for (const named of [
      [endorsementUrl],
      { id: endorsementUrl },
      endorsement2(),
      [endorsement2({ '@context': [] })],
    ]) {
      expect(verdictsOf((await checkHosted(named)).report)).toEqual(['verified']);
    }
    const aboutClass = endorsement2({ claim: { id: classUrl } });
    const { report } = await checkHosted(
      [],
      { [endorsementUrl]: aboutClass },
      { endorsement: [endorsementUrl] },
    );
    expect(verdictsOf(report)).toEqual(['verified']);
    const { '@context': _, ...bare } = endorsement2();
    expect(verdictsOf((await checkHosted(bare)).report)).toEqual(['verified']);
  });

  it.each<readonly [string, Record<string, FakeDocument>, string]>([
    ['was withdrawn', { [endorsementUrl]: endorsement2({ revoked: true }) }, 'revoked'],
    ['is gone', { [endorsementUrl]: { $status: 410, $body: '' } }, 'unchecked'],
    ['cannot be asked', { [endorsementUrl]: { $status: 500, $body: '' } }, 'unchecked'],
    [
      'is of an endorser who cannot be asked',
      { [`${guild}/issuer`]: { $status: 500, $body: '' } },
      'unchecked',
    ],
    [
      'is dated in the future',
      { [endorsementUrl]: endorsement2({ issuedOn: '2030-01-01T00:00:00Z' }) },
      'not-yet-valid',
    ],
    [
      'lies on another site than the endorser’s',
      { [endorsementUrl]: endorsement2({ issuer: `${school}/issuer` }) },
      'issuer-mismatch',
    ],
    ['is about something else', { [endorsementUrl]: endorsement2({ claim: { id: classUrl } }) }, 'malformed'],
    ['is about nothing', { [endorsementUrl]: endorsement2({ claim: {} }) }, 'malformed'],
  ])('C16 that %s has its own verdict, and takes nothing from the badge', async (_, answers, expected) => {
    const { report, verdict } = await checkHosted(endorsementUrl, answers);
    expect(verdictsOf(report), codes(report.endorsements[0]).join()).toEqual([expected]);
    expect(verdict).toBe('verified');
  });

  it('C16 that lies in the badge with other words than on the endorser’s site was altered', async () => {
    const praise = endorsement2({
      claim: { id: `${school}/assertions/1`, endorsementComment: 'The best of all.' },
    });
    const { report, verdict } = await checkHosted(praise);
    expect([verdict, verdictsOf(report)]).toEqual(['verified', ['altered']]);
    const other = endorsement2({ issuer: 'https://famous.example.org/issuer' });
    expect(verdictsOf((await checkHosted(other)).report)).toEqual(['altered']);
  });

  it('that cannot be read says why', async () => {
    const gone = await checkHosted(endorsementUrl, { [endorsementUrl]: { $status: 410, $body: '' } });
    expect(codes(gone.report.endorsements[0])).toContain('hosted/gone');
    const failing = await checkHosted(endorsementUrl, { [endorsementUrl]: { $status: 500, $body: '' } });
    expect(codes(failing.report.endorsements[0])).toContain('document/http-status');
  });

  it('is not asked for where the badge itself does not hold', async () => {
    const answers = { [`${school}/assertions/1`]: { $status: 410, $body: '' } };
    const { report, verdict, documents } = await checkHosted(endorsementUrl, answers);
    expect([verdict, report.endorsements]).toEqual(['revoked', []]);
    expect(documents.asked).not.toContain(endorsementUrl);
  });

  it('is no badge in the place of an endorsement', async () => {
    const { report } = await checkHosted(endorsementUrl, { [endorsementUrl]: assertion2() });
    expect(report.endorsements).toEqual([]);
  });

  it('I20 is one of some at most, and its own endorsements are not followed', async () => {
    const endless = endorsement2({ endorsement: [`${guild}/endorsements/2`] });
    const many = Array.from({ length: 200 }, () => endless);
    const { report, documents } = await checkHosted(many, { [endorsementUrl]: endless });
    expect(report.endorsements).toHaveLength(limits.endorsementsPerBadge);
    expect(codes(report)).toContain('endorsement/too-many');
    const all = await checkHosted(many.slice(0, limits.endorsementsPerBadge), { [endorsementUrl]: endless });
    expect(codes(all.report)).not.toContain('endorsement/too-many');
    expect(report.endorsements.flatMap(({ endorsements }) => endorsements)).toEqual([]);
    expect(documents.asked).not.toContain(`${guild}/endorsements/2`);
    const spread = Array.from({ length: 200 }, (_, at) => `${guild}/endorsements/${at}`);
    const asked = (await checkHosted(spread)).documents.asked;
    expect(asked.length).toBeLessThanOrEqual(limits.fetchesPerBadge);
  });
});

describe('a signed endorsement of 2.x', () => {
  const key = rsaKey('strong');
  const pem = key.pem;
  const answers = (token: string, members: JsonObject = {}) => ({
    [endorsementUrl]: token,
    [`${guild}/issuer`]: profile(guild, { publicKey: `${guild}/keys/1`, ...members }),
    [`${guild}/keys/1`]: {
      id: `${guild}/keys/1`,
      type: 'CryptographicKey',
      owner: `${guild}/issuer`,
      publicKeyPem: pem,
    },
  });
  const claims = endorsement2({ verification: { type: 'SignedBadge', creator: `${guild}/keys/1` } });

  it('holds by the key of its own issuer', async () => {
    const token = await signJws(claims, key, { alg: 'RS256' });
    const { report } = await checkHosted(endorsementUrl, answers(token));
    expect(verdictsOf(report), codes(report.endorsements[0]).join()).toEqual(['verified']);
  });

  it('is altered under another key, and revoked by its issuer’s list', async () => {
    const forged = await signJws(claims, rsaKey('other'), { alg: 'RS256' });
    expect(verdictsOf((await checkHosted(endorsementUrl, answers(forged))).report)).toEqual(['altered']);
    const token = await signJws(claims, key, { alg: 'RS256' });
    const { report } = await checkHosted(endorsementUrl, {
      ...answers(token, { revocationList: `${guild}/revoked` }),
      [`${guild}/revoked`]: { type: 'RevocationList', revokedAssertions: [endorsementUrl] },
    });
    expect(verdictsOf(report)).toEqual(['revoked']);
  });
});

describe('an endorsement inside an Open Badge 3.0', () => {
  const own = ed25519Key(1);
  const endorser = ed25519Key(2);
  const badgeId = 'urn:uuid:5b6b4a2e-1c0f-4f0e-9d62-7c1f1a4f9c11';
  const trust = { issuers: [own, endorser].map(({ did }) => ({ id: did, name: 'Known', keys: [] })) };
  const credential = (about: string): JsonObject => ({
    '@context': contextsV2,
    id: 'urn:uuid:0c2ab2f1-8f2c-4f1e-9d62-7c1f1a4f9c11',
    type: ['VerifiableCredential', 'EndorsementCredential'],
    name: 'Praise',
    issuer: { id: endorser.did, type: ['Profile'], name: 'Guild' },
    validFrom: '2026-01-02T03:04:05Z',
    credentialSubject: { id: about, type: ['EndorsementSubject'], endorsementComment: 'Seams that hold.' },
  });
  const signed = (about: string) =>
    signDataIntegrity(credential(about), endorser, { suite: 'eddsa-jcs-2022' });

  async function checkWith(members: JsonObject) {
    const badge = achievementCredential(own.did, { members });
    return check(await signDataIntegrity(badge, own, { suite: 'eddsa-jcs-2022' }), { trust });
  }

  it('has its own verdict: good ones, of the badge and of its achievement', async () => {
    for (const about of [badgeId, `${school}/achievements/welding-1`, own.did]) {
      const { report, verdict } = await checkWith({ endorsement: [await signed(about)] });
      expect([verdict, verdictsOf(report)]).toEqual(['verified', ['verified']]);
    }
  });

  it('C16 by a forger is altered, and the badge is not', async () => {
    const forged = { ...(await signed(badgeId)), name: 'More praise' };
    const { report, verdict } = await checkWith({ endorsement: [forged, await signed(badgeId)] });
    expect([verdict, verdictsOf(report)]).toEqual(['verified', ['altered', 'verified']]);
  });

  it('C16 in an altered badge is not altered by that', async () => {
    const badge = achievementCredential(own.did, { members: { endorsement: [await signed(badgeId)] } });
    const whole = await signDataIntegrity(badge, own, { suite: 'eddsa-jcs-2022' });
    const { report, verdict } = await check({ ...whole, name: 'Welding, level 9' }, { trust });
    expect([verdict, verdictsOf(report)]).toEqual(['altered', ['verified']]);
  });

  it('of another badge is said to be so', async () => {
    const { report } = await checkWith({ endorsement: [await signed('urn:uuid:another')] });
    expect(verdictsOf(report)).toEqual(['malformed']);
    expect(codes(report.endorsements[0])).toContain('endorsement/other-subject');
  });

  it('may be a token', async () => {
    const good = await signJws(credential(badgeId), endorser, {
      alg: 'EdDSA',
      typ: 'vc+jwt',
      kid: `${endorser.did}#${endorser.did.slice(8)}`,
    });
    const { report } = await checkWith({
      endorsementJwt: [good, `${good.slice(0, -8)}AAAAAAAA`, 'no token'],
    });
    expect(verdictsOf(report), codes(report.endorsements[0]).join()).toEqual(['verified', 'altered']);
  });
});
