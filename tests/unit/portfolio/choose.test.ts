import { describe, expect, it } from 'vitest';
import type { Badge } from '../../../shared/badge/model.ts';
import type { ChosenBadge } from '../../../shared/portfolio/choose.ts';
import { badgesOf, type PortfolioBadge } from '../../../shared/portfolio/portfolio-page.ts';
import { shortIdentifier } from '../../../shared/text/short-identifier.ts';
import type { Report } from '../../../shared/verify/report.ts';
import { badgeOf } from '../../factories/badge.ts';
import { choosePortfolio, pageText, sha256Of } from '../../factories/portfolio.ts';
import { axisOf, checkOf, reportOf } from '../../factories/report.ts';

const nowMs = Date.parse('2026-11-22T12:00:00Z');
const original = { fileName: 'welding.json', sha256: 'aa', mediaType: 'application/json' };

function chosen(badge: Partial<Badge> = {}, report: Report | null = reportOf()): ChosenBadge {
  return { badge: badgeOf(badge), report, original };
}

function only(badge: Partial<Badge>, report: Report | null = reportOf()): PortfolioBadge {
  const [first] = badgesOf(choosePortfolio({ title: 'Ada', badges: [chosen(badge, report)] }, nowMs));
  if (first === undefined) throw new Error('no badge');
  return first;
}

describe('choosePortfolio', () => {
  it('keeps the order of the person, and the day', () => {
    const badges = ['C', 'A', 'B'].map((name) => chosen({ name }));
    const portfolio = choosePortfolio({ title: ' My\nbadges ', badges }, nowMs);
    expect(portfolio.title).toBe('My badges');
    expect(portfolio.madeOn).toBe('2026-11-22');
    expect(badgesOf(portfolio).map((badge) => badge.name)).toEqual(['C', 'A', 'B']);
  });

  it('says the verdict of the moment, with the day of the check', () => {
    const { verdict } = only({}, reportOf({ validity: { from: null, until: '2026-11-22T11:00:00Z' } }));
    expect(verdict).toMatchObject({ word: 'Expired', role: 'warn', checkedOn: '2026-11-22' });
    expect(verdict.sentence).toBe('Authentic; its validity ended on 22 November 2026.');
  });

  it('calls a badge that was never checked so', () => {
    const badge = only({}, null);
    expect(badge.verdict).toMatchObject({ word: 'Not checked', role: 'unknown', checkedOn: null });
    expect(badge.issuer.isConfirmed).toBe(false);
    expect(badge.checks).toEqual([]);
  });

  it.each([
    ['intact', 'confirmed', true],
    ['partial', 'confirmed', true],
    ['altered', 'confirmed', false],
    ['unsigned', 'confirmed', false],
    ['unsupported', 'confirmed', false],
    ['intact', 'self-asserted', false],
    ['intact', 'unconfirmed', false],
    ['intact', 'mismatch', false],
  ] as const)('%s and %s: the issuer is shown as confirmed: %s', (integrity, binding, isConfirmed) => {
    const report = reportOf({ integrity: axisOf(integrity), issuerBinding: axisOf(binding) });
    expect(only({}, report).issuer.isConfirmed).toBe(isConfirmed);
  });

  it('speaks to the reader of the page, not to the owner of the app', () => {
    const earlier = reportOf({
      issuerBinding: axisOf('confirmed', { source: 'captured', asOf: '2026-05-03T00:00:00Z' }),
    });
    expect(only({}, earlier).verdict.sentence).toBe(
      'Verified as of 3 May 2026. It was not asked again since.',
    );
    expect(only({}, reportOf({ issuerBinding: axisOf('self-asserted') })).verdict.sentence).not.toMatch(
      /you/i,
    );
  });

  it('gives every check as a sentence with its day and whether it rests on a saved document', () => {
    const check = checkOf('issuer.key-binding', { source: 'captured', asOf: '2026-05-03T23:59:59Z' });
    expect(only({}, reportOf({ checks: [check] })).checks).toEqual([
      { outcome: 'pass', sentence: check.message, asOf: '2026-05-03', isFromSavedDocument: true },
    ]);
  });

  it('K03 makes links of https addresses alone, and shows the others as text', () => {
    const badge = only({
      criteria: { url: 'javascript:alert(1)', narrative: null },
      alignments: [{ name: 'A', url: 'http://a.example/', description: null, framework: 'F', code: '1' }],
    });
    expect(badge.criteria.link).toEqual({ url: null, host: 'javascript:alert(1)' });
    expect(badge.skills[0]).toMatchObject({
      framework: 'F 1',
      link: { url: null, host: 'http://a.example/' },
    });
  });

  it('writes the type of an achievement as people do', () => {
    const types = ['CommunityService', 'ext:MicroDegree', 'MasterDegree', 'GED', 'Badge'];
    expect(types.map((achievementType) => only({ achievementType }).achievementType)).toEqual([
      'Community service',
      'Micro degree',
      'Master degree',
      'GED',
      'Badge',
    ]);
  });

  it('names two issuers of one name apart', () => {
    const issuer = { ...badgeOf().issuer, name: 'Harvard' };
    expect(only({ issuer: { ...issuer, id: 'did:key:z6Mk' } }).issuer.identifier).toBe('did:key:z6Mk');
    const own = only({ issuer: { ...issuer, id: 'did:web:x.example', url: 'https://x.example/' } });
    expect(own.issuer).toMatchObject({ identifier: null, link: { host: 'x.example' } });
    const foreign = only({ issuer: { ...issuer, id: 'did:web:evil.example', url: 'https://x.example/' } });
    expect(foreign.issuer).toMatchObject({ identifier: 'did:web:evil.example', link: { host: 'x.example' } });
  });

  it('names an issuer without a name by its identifier, a long one without its middle', () => {
    const id = `did:jwk:${'eyJhIjoi'.repeat(40)}`;
    const nameless = only({ issuer: { ...badgeOf().issuer, name: null, url: null, id } });
    expect(nameless.issuer).toMatchObject({ identifier: id, name: shortIdentifier(id) });
  });

  it('K05 gives files of one name names of their own, and one file one name', () => {
    const files = ['aa', 'bb', 'aa'].map((sha256) => ({
      ...chosen(),
      original: { fileName: '../badge.png', sha256, mediaType: 'image/png' },
    }));
    const badges = badgesOf(choosePortfolio({ title: 'A', badges: files }, nowMs));
    expect(badges.map((badge) => badge.original.fileName)).toEqual(['badge.png', 'badge-2.png', 'badge.png']);
  });

  it('C09 shows names without characters that reorder the text around them', () => {
    expect(only({ name: 'Good\u202edaB', tags: ['a\u2066b'] })).toMatchObject({
      name: 'GooddaB',
      tags: ['ab'],
    });
  });

  it('N09 lets none of the private markers out', async () => {
    const address = 'marker01.Ada@example.org';
    const markers = [
      'marker01', // the recipient's address, also inside other texts
      'marker02', // salt
      'd0d0marker03', // hash
      'marker04', // id of the credential
      'marker05', // evidence: its address
      'marker06', // evidence: its name
      'marker07', // evidence: its narrative
      'marker08', // evidence: its description
      'marker09', // the folder that it was imported from
      'marker10', // the recipient check's sentence
      'marker11', // a technical fact of a check
      'marker12', // the text of the credential, but for the original file
      'marker13', // the issuer's own address
      'marker14', // where its status is asked
      'marker15', // where it is hosted
      'marker16', // endorsements
      'marker17', // notes of the reader
      'marker18', // the engine's name
      'marker19', // an internal code
      'marker20', // the name that the file had, where it is an address
    ];
    const badge: Partial<Badge> = {
      credentialId: 'urn:marker04',
      description: `Given to ${address} and to MARKER01.ADA@EXAMPLE.ORG.`,
      criteria: {
        url: `https://trade-school.example/?for=${encodeURIComponent(address)}`,
        narrative: `For ${address}`,
      },
      issuer: { ...badgeOf().issuer, email: 'marker13@trade-school.example', name: `School of ${address}` },
      recipients: [
        { type: 'email', value: address, hash: null, salt: 'marker02' },
        { type: 'email', value: null, hash: { algorithm: 'sha256', hex: 'd0d0marker03' }, salt: 'marker02' },
      ],
      evidence: [
        {
          url: 'https://marker05.example/',
          name: 'marker06',
          narrative: 'marker07',
          description: 'marker08',
        },
      ],
      tags: [address],
      results: [{ name: address, value: address, status: null }],
      alignments: [{ name: address, url: null, description: address, framework: address, code: address }],
      status: [{ type: 'x', url: 'https://marker14.example/', entry: {} }],
      hostedUrl: 'https://marker15.example/',
      endorsements: [{ id: 'marker16' }],
      notes: [{ code: 'marker17' as Badge['notes'][number]['code'], facts: { marker17: 'marker17' } }],
      source: { kind: 'json', text: 'marker12', document: { id: 'marker12' } },
    };
    const report = reportOf({
      engine: 'marker18',
      integrity: axisOf('unsupported'),
      checks: [
        checkOf('recipient.match', { outcome: 'unknown', message: `Not for marker10 ${address}.` }),
        checkOf('proof.x', {
          code: 'marker19',
          message: `Fails for ${address}.`,
          detail: { marker11: 'marker11' },
        }),
      ],
    });
    const file = {
      fileName: 'C:\\marker09\\marker20@example.org.json',
      sha256: sha256Of(new Uint8Array()),
      mediaType: 'application/json',
    };
    const portfolio = choosePortfolio(
      { title: 'Ada', badges: [{ badge: badgeOf(badge), report, original: file }] },
      nowMs,
    );
    const out = (await pageText(portfolio, [new Uint8Array()])).toLowerCase();
    expect(markers.filter((marker) => out.includes(marker))).toEqual([]);
    expect(out).toContain('[address left out]');
  });
});
