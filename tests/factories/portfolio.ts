import { createHash } from 'node:crypto';
import { type ChosenBadge, choosePage } from '../../shared/portfolio/choose.ts';
import { textPieces } from '../../shared/portfolio/page-pieces.ts';
import { plainPortfolio } from '../../shared/portfolio/portfolio.ts';
import type {
  PortfolioBadge,
  PortfolioPage,
  PortfolioVerdict,
} from '../../shared/portfolio/portfolio-page.ts';
import { type LoadOriginal, type RenderOptions, renderHtml } from '../../shared/portfolio/render-html.ts';
import { type DisclosureSwitches, leastSwitches } from '../../shared/portfolio/switches.ts';
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
    issuerPage: null,
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
    recipients: [],
    evidence: [],
    story: null,
    ownEvidence: [],
    pictures: [],
    original: { fileName: 'watershed.png', sha256: sha256Of(original), mediaType: 'image/png' },
    ...change,
  };
}

export function portfolioOf(
  badges: readonly PortfolioBadge[],
  title = 'Ada Example',
  change: Partial<PortfolioPage> = {},
): PortfolioPage {
  return {
    title,
    madeOn: '2026-11-22',
    theme: 'plain',
    language: 'en',
    introduction: null,
    person: { name: null, contact: null },
    sections: [{ title: null, text: null, badges }],
    holdsOriginals: true,
    ...change,
  };
}

/** The page of these badges with the originals and the grades. */
export function choosePortfolio(
  { title, badges }: { readonly title: string; readonly badges: readonly ChosenBadge[] },
  nowMs: number,
  switches: Partial<DisclosureSwitches> = {},
): PortfolioPage {
  const ids = badges.map((_, index) => String(index));
  const byId = new Map(badges.map((badge, index) => [String(index), badge]));
  const all = { ...leastSwitches, originals: true, results: true, ...switches };
  return choosePage(plainPortfolio(title, ids), byId, all, nowMs);
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

export async function pageText(
  page: PortfolioPage,
  originals: readonly Uint8Array[],
  options: RenderOptions = {},
): Promise<string> {
  const pieces: string[] = [];
  for await (const piece of textPieces(renderHtml(page, originalsFrom(originals), options)))
    pieces.push(piece);
  return pieces.join('');
}
