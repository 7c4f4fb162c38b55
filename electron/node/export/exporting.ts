import type { JsonShape } from '../../../shared/portfolio/export-formats.ts';
import type { PortfolioPage } from '../../../shared/portfolio/portfolio-page.ts';
import type { LoadOriginal } from '../../../shared/portfolio/render-html.ts';
import type { HolderKey, ProofWish } from '../../../shared/portfolio/sign-document.ts';
import type { DisclosureSwitches } from '../../../shared/portfolio/switches.ts';
import type { Gathered, PortfolioSources } from './portfolio-badges.ts';

/** An export on its way. */
export interface Exporting {
  readonly services: ExportServices;
  readonly page: PortfolioPage;
  readonly gathered: Gathered;
  /** In the order of the page. */
  readonly ids: readonly string[];
  readonly switches: DisclosureSwitches;
  readonly nowMs: number;
  readonly loadOriginal: LoadOriginal;
  readonly signal: AbortSignal | undefined;
  readonly signing: SigningWish | undefined;
}

/** What the person chose for a JSON that they sign. */
export interface SigningWish extends Pick<ProofWish, 'challenge' | 'domain'> {
  readonly shape: Exclude<JsonShape, 'plain'>;
}

export interface ExportServices extends PortfolioSources {
  /** The verifier that a page carries: our own build. */
  readonly verifierScript: () => Promise<string>;
  /** A page of ours as PDF, unless the signal ends it; without it there are none (`export/no-printer`). */
  readonly printPage?: (html: string, signal?: AbortSignal) => Promise<Uint8Array>;
  /** The learner's own key; without it nothing is signed (`signing/no-key`). */
  readonly holderKey?: () => Promise<HolderKey>;
}
