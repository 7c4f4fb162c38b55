/** Looks of an exported page; each passes WCAG AA on screen and on paper. */
export const portfolioThemes = ['plain', 'paper', 'night', 'bold'] as const;
export type PortfolioTheme = (typeof portfolioThemes)[number];

/** Languages (BCP 47) that the person's own words may be in, so that a screen reader speaks them rightly. */
export const portfolioLanguages = [
  'en',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'nl',
  'pl',
  'sv',
  'fi',
  'ar',
  'he',
  'ja',
  'zh',
] as const;
export type PortfolioLanguage = (typeof portfolioLanguages)[number];

/**
 * A portfolio as its owner writes it, and as the library keeps it (`portfolio-schema.ts`): badges by their ids, chosen and
 * ordered, with words around them. Every text may be empty but the title. What of it leaves is decided by `switches.ts`
 * and `choose.ts`.
 */
export interface Portfolio {
  readonly title: string;
  readonly introduction: string;
  readonly person: { readonly name: string; readonly contact: string };
  readonly sections: readonly PortfolioSection[];
  readonly theme: PortfolioTheme;
  readonly language: PortfolioLanguage;
}

export interface PortfolioSection {
  readonly title: string;
  readonly text: string;
  readonly entries: readonly PortfolioEntry[];
}

export interface PortfolioEntry {
  /** Id of the badge in the library. */
  readonly badge: string;
  /** What the person says about it. */
  readonly story: string;
  /** What they show for it: a link, words, or both. */
  readonly evidence: readonly OwnEvidence[];
}

export interface OwnEvidence {
  readonly name: string;
  readonly url: string;
  readonly text: string;
}

/** A portfolio that says nothing but its title. */
export function plainPortfolio(title: string, badgeIds: readonly string[]): Portfolio {
  const entries = badgeIds.map((badge) => ({ badge, story: '', evidence: [] }));
  return {
    title,
    introduction: '',
    person: { name: '', contact: '' },
    sections: [{ title: '', text: '', entries }],
    theme: 'plain',
    language: 'en',
  };
}

/** The badges of a portfolio in its order; one may stand in several sections. */
export function badgeIdsOf({ sections }: Pick<Portfolio, 'sections'>): readonly string[] {
  return sections.flatMap(({ entries }) => entries.map(({ badge }) => badge));
}
