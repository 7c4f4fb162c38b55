import { createHash } from 'node:crypto';
import type { Portfolio, PortfolioBadge, PortfolioVerdict } from '../../shared/portfolio/portfolio.ts';
import { type LoadOriginal, renderHtml } from '../../shared/portfolio/render-html.ts';
import { verdictWords } from '../../shared/text/verdicts.ts';
import type { Verdict } from '../../shared/verify/report.ts';

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export function portfolioVerdict(verdict: Verdict, sentence = 'One plain sentence.'): PortfolioVerdict {
  return { ...verdictWords[verdict], sentence, checkedOn: '2026-11-22' };
}

/** A badge as `choose.ts` would let it out, with every field filled. */
export function portfolioBadge(original: Uint8Array, change: Partial<PortfolioBadge> = {}): PortfolioBadge {
  return {
    name: 'Watershed Field Methods',
    achievementType: 'Certificate',
    description: 'Plans and carries out measurements in running water.\nWorks alone and in a team.',
    issuer: {
      name: 'Harbour College',
      identifier: null,
      link: { url: 'https://harbour-college.example/', host: 'harbour-college.example' },
      isConfirmed: true,
    },
    creatorName: 'Water Skills Council',
    issuedOn: '2026-05-03',
    validUntil: '2029-05-03',
    verdict: portfolioVerdict('verified'),
    checks: [
      {
        outcome: 'pass',
        sentence: 'The signature fits the contents.',
        asOf: '2026-11-22',
        isFromSavedDocument: false,
      },
      {
        outcome: 'pass',
        sentence: 'The key is listed by the issuer.',
        asOf: '2026-05-04',
        isFromSavedDocument: true,
      },
      {
        outcome: 'not-applicable',
        sentence: 'It names no status list.',
        asOf: '2026-11-22',
        isFromSavedDocument: false,
      },
    ],
    unsignedParts: [],
    criteria: {
      text: 'Three field days with a signed log.',
      link: { url: 'https://harbour-college.example/criteria/1', host: 'harbour-college.example' },
    },
    skills: [
      { name: 'Hydrometry', description: 'Measures discharge.', framework: 'ESCO S2.8', link: null },
      {
        name: 'Water sampling',
        description: null,
        framework: null,
        link: { url: 'https://skills.example/2', host: 'skills.example' },
      },
    ],
    tags: ['water', 'field work'],
    results: ['Final grade: A'],
    pictures: [],
    original: { fileName: 'watershed.png', sha256: sha256Of(original), mediaType: 'image/png' },
    ...change,
  };
}

export function portfolioOf(badges: readonly PortfolioBadge[], title = 'Ada Example'): Portfolio {
  return { title, madeOn: '2026-11-22', badges };
}

/** Answers for these originals by their hash. */
export function originalsFrom(originals: readonly Uint8Array[]): LoadOriginal {
  const byHash = new Map(originals.map((bytes) => [sha256Of(bytes), bytes] as const));
  return async (sha256) => {
    const bytes = byHash.get(sha256);
    if (bytes === undefined) throw new Error(`no original ${sha256}`);
    return bytes;
  };
}

export async function pageText(portfolio: Portfolio, originals: readonly Uint8Array[]): Promise<string> {
  const pieces: string[] = [];
  for await (const piece of renderHtml(portfolio, originalsFrom(originals))) pieces.push(piece);
  return pieces.join('');
}
