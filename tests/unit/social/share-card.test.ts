import { describe, expect, it } from 'vitest';
import { badgeCard, cardInWords, portfolioCard } from '../../../shared/social/share-card.ts';
import { verdictWords } from '../../../shared/text/verdicts.ts';
import type { Verdict } from '../../../shared/verify/report.ts';
import { portfolioBadge, portfolioOf, portfolioVerdict } from '../../factories/portfolio.ts';
import { axisOf, reportOf } from '../../factories/report.ts';
import { sharedOf } from '../../factories/share.ts';

const bytes = new Uint8Array([1]);
const verdicts = Object.keys(verdictWords) as Verdict[];

describe('the card of a badge', () => {
  it('says its name, its issuer, its dates, what was found and how to check', () => {
    const badge = sharedOf({ name: 'Welding', issuedOn: '2024-05-03', expires: '2027-05-03' });
    const card = badgeCard({
      ...badge,
      issuer: {
        name: 'Town School',
        isConfirmed: true,
        link: { url: 'https://a.example/', host: 'a.example' },
      },
    });
    expect(card).toMatchObject({
      title: 'Welding',
      lines: ['Issued by Town School', 'Issued on 3 May 2024 · valid until 3 May 2027'],
      verdict: { text: 'Verified on 22 November 2026 by Badge Backpack', tone: 'calm' },
      howToCheck: 'A picture proves nothing: ask a.example, or check the badge with Badge Backpack.',
    });
  });

  it.each(verdicts.filter((verdict) => !verdict.startsWith('verified')))(
    'never says verified of a badge that is %s, and says what it is',
    (verdict) => {
      const { word, role } = verdictWords[verdict];
      const shown = { verdict, word, role, sentence: 'x', asOf: '2026-05-03' };
      const card = badgeCard({ ...sharedOf(), verdict: shown });
      expect(cardInWords(card)).not.toMatch(/verified/i);
      expect(card.verdict.text).toBe(`${word}: found on 3 May 2026 by Badge Backpack`);
      expect(card.verdict.tone).toBe({ bad: 'bad', warn: 'warning' }[String(role)] ?? 'calm');
    },
  );

  it('says nothing of a check where there was none', () => {
    expect(badgeCard(sharedOf({}, {}, null)).verdict.text).toBe('Not checked');
  });

  it('says of what rests on saved documents that it was earlier', () => {
    const captured = { source: 'captured', asOf: '2026-05-03T00:00:00Z' } as const;
    const report = reportOf({ issuerBinding: axisOf('confirmed', captured) });
    expect(badgeCard(sharedOf({}, {}, report)).verdict.text).toBe(
      'Verified earlier, as of 3 May 2026, by Badge Backpack',
    );
  });

  it('gives an issuer whom nobody confirmed as what the badge names, and sends nobody to their site', () => {
    const issuer = { id: 'https://harvard.example/', name: 'Harvard', url: null, email: null };
    const report = reportOf({ issuerBinding: axisOf('self-asserted') });
    const card = badgeCard(sharedOf({ issuer: { ...issuer, description: null, image: null } }, {}, report));
    expect(card.lines[0]).toBe('Names as its issuer, not confirmed: Harvard');
    expect(card.howToCheck).not.toContain('harvard');
  });
});

describe('the card of a portfolio', () => {
  const badges = (count: number, verdict: Verdict = 'verified') =>
    Array.from({ length: count }, () => portfolioBadge(bytes, { verdict: portfolioVerdict(verdict) }));

  it('says how its badges stand, the bad ones too', () => {
    const card = portfolioCard(portfolioOf([...badges(3), ...badges(1, 'revoked')]));
    expect(card.verdict).toEqual({
      text: 'Badge Backpack on 22 November 2026: 1 revoked, 3 verified',
      tone: 'bad',
    });
    expect(card).toMatchObject({ pictures: 4, more: 0 });
  });

  it('tells the worst first, so that what has no room is what stands best', () => {
    const all = verdicts.flatMap((verdict) => badges(2, verdict));
    expect(portfolioCard(portfolioOf(all)).verdict.text).toBe(
      'Badge Backpack on 22 November 2026: 2 revoked, 2 altered, 2 not by this issuer, 20 others',
    );
  });

  it('has room for nine pictures; of more it counts the rest', () => {
    expect(portfolioCard(portfolioOf(badges(9)))).toMatchObject({ pictures: 9, more: 0 });
    expect(portfolioCard(portfolioOf(badges(12)))).toMatchObject({ pictures: 8, more: 4 });
  });

  it('names its owner only where that may leave', () => {
    const page = portfolioOf(badges(1));
    expect(portfolioCard({ ...page, person: { name: null, contact: 'ada@home.example' } }).lines).toEqual([
      '1 badge',
    ]);
    expect(portfolioCard({ ...page, person: { name: 'Ada', contact: null } }).lines).toEqual([
      'Ada',
      '1 badge',
    ]);
  });
});
