import type { VerdictWords } from '../text/verdicts.ts';
import type { Outcome } from '../verify/report.ts';
import type { IssuerPage } from './issuer-page.ts';
import type { PortfolioLanguage, PortfolioTheme } from './portfolio.ts';
import type { SafeLink } from './safe-link.ts';

/**
 * All that leaves in an export, and nothing else: what is not in here cannot be in the page. Made by `choose.ts`; every
 * text in it is safe to show, and becomes HTML only in `html.ts`.
 */
export interface PortfolioPage {
  readonly title: string;
  /** The day on which it was made: `2026-11-22`, UTC. */
  readonly madeOn: string;
  readonly theme: PortfolioTheme;
  /** Of the person's own words; the page's own are English. */
  readonly language: PortfolioLanguage;
  readonly introduction: string | null;
  readonly person: { readonly name: string | null; readonly contact: string | null };
  /** In the person's order, with their badges in theirs. */
  readonly sections: readonly PortfolioPageSection[];
  /** Whether the files themselves leave. */
  readonly holdsOriginals: boolean;
}

export interface PortfolioPageSection {
  readonly title: string | null;
  readonly text: string | null;
  readonly badges: readonly PortfolioBadge[];
}

export interface PortfolioBadge {
  readonly name: string;
  readonly achievementType: string | null;
  readonly description: string | null;
  readonly issuer: PortfolioIssuer;
  /** Name of who defined the achievement, where it is not the issuer. */
  readonly creatorName: string | null;
  /** Whom the badge names as its owner, in plain; empty unless the person let it out. */
  readonly recipients: readonly string[];
  /** Days as `2026-05-03`, UTC. */
  readonly issuedOn: string | null;
  readonly validUntil: string | null;
  readonly verdict: PortfolioVerdict;
  readonly checks: readonly PortfolioCheck[];
  /** Names of what the proof does not cover. */
  readonly unsignedParts: readonly string[];
  readonly criteria: { readonly text: string | null; readonly link: PortfolioLink | null };
  /** Where the issuer's own site speaks of it; null: nowhere that is known, or its signature does not fit. */
  readonly issuerPage: IssuerPage | null;
  readonly skills: readonly PortfolioSkill[];
  readonly tags: readonly string[];
  readonly results: readonly string[];
  /** What the issuer names as evidence; empty unless the person let it out. */
  readonly evidence: readonly PortfolioEvidence[];
  /** The person's own words about it, and what they show for it themselves. */
  readonly story: string | null;
  readonly ownEvidence: readonly PortfolioEvidence[];
  /** Pictures that lie inside the credential, as data URIs, best first: used where the original is no picture. */
  readonly pictures: readonly string[];
  readonly original: PortfolioOriginal;
}

export interface PortfolioIssuer {
  readonly name: string;
  /** Host or identifier, for telling two issuers of one name apart; null where the name is all there is. */
  readonly identifier: string | null;
  readonly link: PortfolioLink | null;
  /** True only where the check confirmed that this issuer signed: otherwise the name is what the file claims. */
  readonly isConfirmed: boolean;
}

export interface PortfolioVerdict extends VerdictWords {
  readonly sentence: string;
  /** The day of the check; null where nothing was checked. The sentence names older facts with their date. */
  readonly checkedOn: string | null;
}

export interface PortfolioCheck {
  readonly outcome: Outcome;
  readonly sentence: string;
  readonly asOf: string;
  readonly isFromSavedDocument: boolean;
}

export interface PortfolioSkill {
  readonly name: string;
  readonly description: string | null;
  /** Framework and code, where the badge names them. */
  readonly framework: string | null;
  readonly link: PortfolioLink | null;
}

export interface PortfolioEvidence {
  readonly name: string | null;
  readonly text: string | null;
  readonly link: PortfolioLink | null;
}

/** A link, or the text of an address that is not fit to be one. */
export type PortfolioLink = SafeLink | { readonly url: null; readonly host: string };

/** The file as it was imported, byte for byte; its bytes come from a port. */
export interface PortfolioOriginal {
  /** Safe, and unlike the others of the page. */
  readonly fileName: string;
  /** SHA-256 in lower-case hex. */
  readonly sha256: string;
  /** As told by its reader: `image/png`, `application/json` … */
  readonly mediaType: string;
}

/** Every badge of the page in its order. */
export function badgesOf(page: Pick<PortfolioPage, 'sections'>): readonly PortfolioBadge[] {
  return page.sections.flatMap(({ badges }) => badges);
}
