import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../shared/json.ts';
import { assertion1, assertion2 } from '../../factories/credentials.ts';
import {
  type CheckOptions,
  check,
  codesOf,
  type FakeDocument,
  fakeDocuments,
} from '../../factories/ports.ts';

const host = 'https://school.example.org';
const url = `${host}/assertions/1`;
const classUrl = `${host}/badges/welding-1`;
const issuerUrl = `${host}/issuer`;
const badgeClass = Object(assertion2().badge);
const issuer: JsonObject = {
  id: issuerUrl,
  type: 'Issuer',
  name: 'Trade School',
  url: host,
  email: 'office@example.org',
};
const original = (members: JsonObject = {}) =>
  assertion2({ verification: { type: 'HostedBadge' }, badge: classUrl, ...members });

const documents = (changes: Readonly<Record<string, FakeDocument | undefined>> = {}) => {
  const all = {
    [url]: original(),
    [classUrl]: { ...badgeClass, '@context': 'https://w3id.org/openbadges/v2' },
    [issuerUrl]: issuer,
    ...changes,
  };
  return fakeDocuments(
    Object.fromEntries(
      Object.entries(all).flatMap(([key, value]) => (value === undefined ? [] : [[key, value as Json]])),
    ),
  );
};
const verdictOf = async (copy: JsonObject, options: CheckOptions) => (await check(copy, options)).verdict;

describe('a hosted Open Badge 2.0', () => {
  it('is verified when the issuer’s site says the same now', async () => {
    const { report, verdict } = await check(original(), { documents: documents() });
    expect(codesOf(report).filter((code) => code.startsWith('hosted/'))).toEqual([]);
    expect(verdict).toBe('verified');
  });

  it('is verified earlier when the site said so on an earlier day', async () => {
    const earlier = fakeDocuments(
      { [url]: original(), [classUrl]: badgeClass, [issuerUrl]: issuer },
      'captured',
      '2026-05-03T00:00:00.000Z',
    );
    const { report, verdict } = await check(original(), { documents: earlier });
    expect(verdict).toBe('verified-earlier');
    expect(report.standing.asOf).toBe('2026-05-03T00:00:00.000Z');
  });

  it.each([
    ['is not reached', undefined],
    ['answers 404', { $status: 404, $body: '' }],
    ['answers 500', { $status: 500, $body: '' }],
    ['asks for a login', { $status: 401, $body: '{}' }],
    ['sends a web page', '<html>Welcome</html>'],
  ])('D16 is unchecked, never bad, when the site %s', async (_, answer) => {
    expect(await verdictOf(original(), { documents: documents({ [url]: answer }) })).toBe('unchecked');
  });

  it('D01 is revoked when the site answers 410 Gone', async () => {
    expect(
      await verdictOf(original(), { documents: documents({ [url]: { $status: 410, $body: '' } }) }),
    ).toBe('revoked');
  });

  it('D02 is revoked when the site says so, with the reason as text', async () => {
    const revoked = { id: url, revoked: true, revocationReason: '<img onerror=x>' };
    const { report, verdict } = await check(original(), { documents: documents({ [url]: revoked }) });
    expect(verdict).toBe('revoked');
    expect(report.checks.map((one) => one.message).join()).toContain('<img onerror=x>');
  });

  it('C01 is somebody else’s when it lies where the issuer issues none', async () => {
    const theirs = 'https://attacker.example/1';
    const copy = original({ id: theirs });
    expect(await verdictOf(copy, { documents: documents({ [theirs]: copy }) })).toBe('issuer-mismatch');
  });

  it('C02 a prefix ends at a boundary', async () => {
    const theirs = 'https://school.example.org.evil.example/1';
    const copy = original({ id: theirs });
    const profile = {
      ...issuer,
      verification: { startsWith: host, allowedOrigins: ['school.example.org.evil.example'] },
    };
    expect(await verdictOf(copy, { documents: documents({ [theirs]: copy, [issuerUrl]: profile }) })).toBe(
      'issuer-mismatch',
    );
    const beside = `${host}/assertionsX/1`;
    const own = { ...issuer, verification: { startsWith: `${host}/assertions` } };
    const other = original({ id: beside });
    expect(await verdictOf(other, { documents: documents({ [beside]: other, [issuerUrl]: own }) })).toBe(
      'issuer-mismatch',
    );
    expect(await verdictOf(original(), { documents: documents({ [issuerUrl]: own }) })).toBe('verified');
  });

  it.each([[[`${host}/`]], [['*']], [['']], [['com']], [[5]]])(
    'C03 the rule %j is not understood: only the own site counts',
    async (allowedOrigins) => {
      const profile = { ...issuer, verification: { allowedOrigins } };
      const mine = await check(original(), { documents: documents({ [issuerUrl]: profile }) });
      expect(mine.verdict).toBe('verified');
      expect(codesOf(mine.report)).toContain('hosted/scope-unreadable');
      const theirs = 'https://attacker.com/1';
      const copy = original({ id: theirs });
      expect(await verdictOf(copy, { documents: documents({ [theirs]: copy, [issuerUrl]: profile }) })).toBe(
        'issuer-mismatch',
      );
    },
  );

  it('another host is fine when the issuer allows it', async () => {
    const elsewhere = 'https://cdn.example.net/1';
    const copy = original({ id: elsewhere });
    const profile = {
      ...issuer,
      verification: { allowedOrigins: ['school.example.org', 'cdn.example.net'] },
    };
    expect(await verdictOf(copy, { documents: documents({ [elsewhere]: copy, [issuerUrl]: profile }) })).toBe(
      'verified',
    );
  });

  it('C06 another badge at the same address is no confirmation', async () => {
    const other = original({
      id: `${host}/assertions/2`,
      recipient: { type: 'email', hashed: false, identity: 'eve@example.org' },
    });
    expect(await verdictOf(original(), { documents: documents({ [url]: other }) })).not.toMatch(/^verified/);
    expect(
      await verdictOf(original(), {
        documents: documents({ [url]: other, [`${host}/assertions/2`]: other }),
      }),
    ).not.toMatch(/^verified/);
  });

  it.each([
    ['recipient', { recipient: { type: 'email', hashed: false, identity: 'eve@example.org' } }],
    ['date', { issuedOn: '2026-01-03T03:04:05Z' }],
    ['end', { expires: '2030-01-03T03:04:05Z' }],
    ['evidence', { evidence: 'https://attacker.example/' }],
    ['badge class', { badge: `${host}/badges/2` }],
  ])('C07 a copy with another %s is altered', async (_, change) => {
    const { report, verdict } = await check(original(change), { documents: documents() });
    expect(verdict).toBe('altered');
    expect(codesOf(report)).toContain('hosted/differs');
  });

  it.each<readonly [string, JsonObject, JsonObject]>([
    ['an empty text where it has none', { narrative: '' }, {}],
    ['an empty list where it has none', { evidence: [] }, {}],
    [
      'no fractions of a second',
      { issuedOn: '2026-01-02T03:04:05Z' },
      { issuedOn: '2026-01-02T03:04:05.678Z' },
    ],
    [
      'the address of a picture as an object',
      { image: { id: `${host}/a.png`, type: 'Image' } },
      { image: `${host}/a.png` },
    ],
    [
      'no salt as null',
      { recipient: { type: 'email', hashed: false, identity: 'ada@example.org', salt: null } },
      { recipient: { type: 'email', hashed: false, identity: 'ada@example.org' } },
    ],
  ])('C06 a copy that writes %s is not altered', async (_, mine, theirs) => {
    const documentsOf = documents({ [url]: original(theirs) });
    expect(await verdictOf(original(mine), { documents: documentsOf })).toBe('verified');
    const other = { recipient: { type: 'email', hashed: false, identity: 'eve@example.org', salt: null } };
    expect(await verdictOf(original({ ...mine, ...other }), { documents: documentsOf })).toBe('altered');
    const later = { ...mine, issuedOn: '2026-01-02T03:04:06Z' };
    expect(await verdictOf(original(later), { documents: documentsOf })).toBe('altered');
  });

  it('a copy whose embedded words are not the issuer’s is altered', async () => {
    const renamed = original({ badge: { ...badgeClass, name: 'Doctor of Welding' } });
    expect(await verdictOf(renamed, { documents: documents() })).toBe('altered');
    const embedded = original({ badge: badgeClass });
    expect(await verdictOf(embedded, { documents: documents() })).toBe('verified');
    const otherName = original({ badge: { ...badgeClass, issuer: { ...issuer, name: 'Harvard' } } });
    expect(await verdictOf(otherName, { documents: documents() })).toBe('altered');
  });

  it('the words of a copy beside an address are the issuer’s or altered', async () => {
    const copy = original({ evidence: { id: `${host}/evidence`, narrative: 'Saved the world' } });
    expect(
      await verdictOf(copy, { documents: documents({ [url]: original({ evidence: `${host}/evidence` }) }) }),
    ).toBe('altered');
  });

  it('two badge classes, of which one is shown and another asked, are no proper badge', async () => {
    const theirs = 'https://attacker.example/1';
    const shown = { ...badgeClass, id: 'urn:uuid:x', issuer };
    const copy = original({ id: theirs, badge: ['https://attacker.example/class', shown] });
    const ownClass = {
      ...badgeClass,
      id: 'https://attacker.example/class',
      issuer: 'https://attacker.example/me',
    };
    const me = { id: 'https://attacker.example/me', type: 'Issuer', name: 'Me' };
    const all = {
      [theirs]: copy,
      'https://attacker.example/class': ownClass,
      'https://attacker.example/me': me,
    };
    expect(await verdictOf(copy, { documents: documents(all) })).toBe('malformed');
    const twoIssuers = original({ id: theirs, badge: { ...ownClass, issuer: [me.id, issuer] } });
    const alsoTwo = {
      ...all,
      [theirs]: twoIssuers,
      'https://attacker.example/class': { ...ownClass, issuer: [me.id, issuer] },
    };
    expect(await verdictOf(twoIssuers, { documents: documents(alsoTwo) })).toBe('malformed');
  });

  it.each([classUrl, issuerUrl])('is unchecked when %s cannot be read', async (part) => {
    expect(await verdictOf(original(), { documents: documents({ [part]: undefined }) })).toBe('unchecked');
  });

  it('an issuer page that names another issuer confirms nothing', async () => {
    const documentsOf = documents({ [issuerUrl]: { ...issuer, id: 'https://harvard.example/issuer' } });
    expect(await verdictOf(original(), { documents: documentsOf })).toBe('unconfirmed');
  });

  it('is expired by its own end, also when the site confirms it', async () => {
    const ended = original({ expires: '2026-03-01T00:00:00Z' });
    expect(await verdictOf(ended, { documents: documents({ [url]: ended }) })).toBe('expired');
  });

  it.each([
    ['lacks its end', original()],
    ['says null for it', original({ expires: null })],
    ['is written as 1.0', assertion1({ badge: classUrl, verify: { type: 'hosted', url } })],
  ])('C07 a copy that %s ends when the issuer says', async (_, copy) => {
    const ended = original({ issuedOn: copy.issuedOn ?? null, expires: '2026-03-01T00:00:00Z' });
    expect(await verdictOf(copy, { documents: documents({ [url]: ended }) })).toBe('expired');
  });

  it('C07 embedded words are compared also where they stand in a list', async () => {
    const renamed = original({ badge: [{ ...badgeClass, name: 'Doctor of Welding' }] });
    expect(await verdictOf(renamed, { documents: documents() })).toBe('altered');
    const otherName = original({ badge: { ...badgeClass, issuer: [{ ...issuer, name: 'Harvard' }] } });
    expect(await verdictOf(otherName, { documents: documents() })).toBe('altered');
  });

  it.each([true, 'true', 'yes', 1, { reason: 'x' }])(
    'D02 is revoked when the site says revoked: %j',
    async (revoked) => {
      const served = original({ revoked });
      expect(await verdictOf(original(), { documents: documents({ [url]: served }) })).toBe('revoked');
    },
  );

  it.each([false, 'false', null])('is not revoked when the site says revoked: %j', async (revoked) => {
    const served = original({ revoked });
    expect(await verdictOf(original(), { documents: documents({ [url]: served }) })).toBe('verified');
  });

  it('a badge class without a name is no proper badge', async () => {
    const { name: _, ...nameless } = badgeClass;
    expect(await verdictOf(original(), { documents: documents({ [classUrl]: nameless }) })).toBe('malformed');
  });
});

describe('a hosted Open Badge 1.0', () => {
  const copy = assertion1({ verify: { type: 'hosted', url } });
  const old = { name: 'Welding', description: 'd', image: 'i', criteria: 'c', issuer: issuerUrl };

  it('is verified when assertion, class and issuer are of one site', async () => {
    expect(await verdictOf(copy, { documents: documents({ [url]: copy, [classUrl]: old }) })).toBe(
      'verified',
    );
  });

  it('C01 is somebody else’s when its class or issuer lies elsewhere', async () => {
    const far = { ...old, issuer: 'https://harvard.example/issuer' };
    const all = documents({ [url]: copy, [classUrl]: far, 'https://harvard.example/issuer': issuer });
    expect(await verdictOf(copy, { documents: all })).not.toMatch(/^verified/);
  });
});
