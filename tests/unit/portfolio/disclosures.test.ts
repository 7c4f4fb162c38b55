import { describe, expect, it } from 'vitest';
import type { Badge } from '../../../shared/badge/model.ts';
import { choosePage } from '../../../shared/portfolio/choose.ts';
import { disclosuresOf } from '../../../shared/portfolio/disclosures.ts';
import { type Portfolio, plainPortfolio } from '../../../shared/portfolio/portfolio.ts';
import { portfolioSchema } from '../../../shared/portfolio/portfolio-schema.ts';
import { type DisclosureSwitches, leastSwitches } from '../../../shared/portfolio/switches.ts';
import { badgeOf } from '../../factories/badge.ts';
import type { pageText } from '../../factories/portfolio.ts';
import { reportOf } from '../../factories/report.ts';

const id = 'a'.repeat(64);
const nowMs = Date.parse('2026-11-22T12:00:00Z');
const badge: Partial<Badge> = {
  name: 'Welding 1',
  description: 'Given to marker-recipient@example.org.',
  hostedUrl: 'https://trade-school.example/marker-page',
  issuedOn: '2019-03-04T00:00:00Z',
  recipients: [
    { type: 'email', value: 'marker-recipient@example.org', hash: null, salt: '' },
    { type: 'email', value: null, hash: { algorithm: 'sha256', hex: 'abcd' }, salt: 'marker-salt' },
  ],
  evidence: [
    { url: 'https://marker-work.example/', name: 'marker-work', description: null, narrative: null },
  ],
  results: [{ name: 'marker-grade', value: 'A', status: null }],
};
const portfolio: Portfolio = {
  ...plainPortfolio('My badges', [id]),
  introduction: 'marker-introduction',
  person: { name: 'marker-name', contact: 'marker-contact' },
  sections: [
    {
      title: 'marker-section',
      text: 'marker-text',
      entries: [
        {
          badge: id,
          story: 'marker-story',
          evidence: [{ name: 'marker-own', url: '', text: 'marker-proof' }],
        },
      ],
    },
  ],
};

/** What each switch alone lets out. */
const markers: Readonly<Record<Exclude<keyof DisclosureSwitches, 'originals'>, readonly string[]>> = {
  'person-name': ['marker-name'],
  'person-contact': ['marker-contact'],
  'own-words': [
    'marker-introduction',
    'marker-section',
    'marker-text',
    'marker-story',
    'marker-own',
    'marker-proof',
  ],
  recipients: ['marker-recipient@example.org'],
  'badge-page': ['marker-page'],
  evidence: ['marker-work'],
  results: ['marker-grade'],
  dates: ['4 March 2019'],
};
const everything = Object.values(markers).flat();
const off = Object.fromEntries(
  Object.keys(leastSwitches).map((kind) => [kind, false]),
) as unknown as DisclosureSwitches;

async function textWith(switches: DisclosureSwitches): Promise<string> {
  const original = { fileName: 'a.json', sha256: 'b'.repeat(64), mediaType: 'application/json' };
  const chosen = new Map([[id, { badge: badgeOf(badge), report: reportOf(), original }]]);
  const page = { ...choosePage(portfolio, chosen, switches, nowMs) };
  const texts: string[] = [];
  for await (const piece of renderedPieces(page)) texts.push(piece);
  return texts.join('');
}

async function* renderedPieces(page: Parameters<typeof pageText>[0]) {
  const { renderHtml } = await import('../../../shared/portfolio/render-html.ts');
  const { textPieces } = await import('../../../shared/portfolio/page-pieces.ts');
  yield* textPieces(renderHtml(page, async () => new TextEncoder().encode('{}')));
}

describe('the switches', () => {
  it('N09 with all of them off nothing of the person is in the page', async () => {
    const text = await textWith(off);
    expect(everything.filter((marker) => text.includes(marker))).toEqual([]);
    expect(text).toContain('Welding 1');
  });

  it.each(Object.keys(markers) as (keyof typeof markers)[])(
    'N09 %s lets out what is its own, and nothing else',
    async (kind) => {
      const text = await textWith({ ...off, [kind]: true });
      expect(everything.filter((marker) => text.includes(marker))).toEqual(markers[kind]);
    },
  );

  it('give away least to begin with', () => {
    const on = Object.entries(leastSwitches).filter(([, isOn]) => isOn);
    expect(on.map(([kind]) => kind)).toEqual(['person-name', 'own-words', 'dates']);
  });
});

describe('the list of what leaves', () => {
  const list = disclosuresOf(portfolio, new Map([[id, badgeOf(badge)]]));
  const of = (kind: string) => list.find((one) => one.kind === kind);

  it('names every kind, what it is and what leaving it out costs', () => {
    expect(list.map(({ kind }) => kind)).toEqual(Object.keys(leastSwitches));
    for (const { title, sentence, cost } of list)
      expect([title, sentence, cost].join('')).not.toContain('undefined');
    expect(of('person-name')?.values).toEqual(['marker-name']);
    expect(of('recipients')?.values).toEqual(['marker-recipient@example.org']);
    expect(of('evidence')?.count).toBe(1);
    expect(of('own-words')?.count).toBe(6);
  });

  it('tells what the files hold, hashed addresses too, and asks again for them alone', () => {
    expect(of('originals')?.values).toEqual([
      'marker-recipient@example.org',
      'an address as a code (sha256), which can be guessed',
      'evidence that issuers named',
      'grades and scores',
    ]);
    expect(list.filter(({ asksAgain }) => asksAgain).map(({ kind }) => kind)).toEqual(['originals']);
    expect(of('originals')?.cost).toContain('the employer cannot check this badge');
  });

  it('names each day once, the first first, and says how many it does not name', () => {
    const on = (day: number, hour = 10) => new Date(Date.UTC(2024, 0, day, hour)).toISOString();
    const ids = Array.from({ length: 24 }, (_, index) => index.toString(16).padStart(64, '0'));
    const dated = new Map(
      ids.map((each, index) => [
        each,
        { ...badgeOf(), issuedOn: on(24 - index), expires: on(24 - index, 12) },
      ]),
    );
    const dates = disclosuresOf(plainPortfolio('A', ids), dated).find(({ kind }) => kind === 'dates');
    expect(dates?.values.map((date) => Number(date.slice(8, 10)))).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
    expect([dates?.count, dates?.more]).toEqual([24, 4]);
  });

  it('counts nothing where there is nothing', () => {
    const empty = disclosuresOf(plainPortfolio('A', [id]), new Map([[id, badgeOf()]]));
    expect(empty.filter(({ count }) => count > 0).map(({ kind }) => kind)).toEqual(['originals']);
  });
});

describe('portfolioSchema', () => {
  it('takes a portfolio of ours without what it does not know, and nothing that is none', () => {
    expect(portfolioSchema.parse({ ...portfolio, notes: 'x' })).toEqual(portfolio);
    const bad: readonly unknown[] = [
      null,
      {},
      { ...portfolio, title: ' ' },
      { ...portfolio, theme: 'url(x)' },
      { ...portfolio, language: 'en" onload="x' },
      { ...portfolio, sections: [] },
      {
        ...portfolio,
        sections: [{ title: '', text: '', entries: [{ badge: '../x', story: '', evidence: [] }] }],
      },
      { ...portfolio, introduction: 'x'.repeat(20_001) },
    ];
    for (const one of bad)
      expect(portfolioSchema.safeParse(one).success, JSON.stringify(one).slice(-120)).toBe(false);
  });
});
