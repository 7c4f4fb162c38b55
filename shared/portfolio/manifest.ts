import type { PageDocument } from './page-data.ts';
import { badgesOf, type PortfolioOriginal, type PortfolioPage } from './portfolio-page.ts';

/** Facts of a saved document in an export, with where it lies in it. */
export type PlacedDocument = Omit<PageDocument, 'bytes' | 'kind' | 'source'> & { readonly path: string };

/** Each file of the page once, in its order. */
export function originalsOf(page: Pick<PortfolioPage, 'sections'>): readonly PortfolioOriginal[] {
  return [...new Map(badgesOf(page).map(({ original }) => [original.sha256, original])).values()];
}

/** The list of all that lies in an export beside its words, as JSON; `pathOf` tells where an original lies. */
export function manifestText(
  page: PortfolioPage,
  pathOf: (original: PortfolioOriginal) => string,
  documents: readonly PlacedDocument[],
): string {
  const files = originalsOf(page).map((original) => ({
    path: pathOf(original),
    sha256: original.sha256,
    mediaType: original.mediaType,
    badges: badgesOf(page)
      .filter((badge) => badge.original.sha256 === original.sha256)
      .map(({ name, issuer, issuedOn, verdict, story, ownEvidence }) => ({
        name,
        issuer: issuer.name,
        issuedOn,
        verdict: verdict.word,
        sentence: verdict.sentence,
        asCheckedOn: verdict.checkedOn,
        story,
        ownEvidence,
      })),
  }));
  const { title, madeOn, introduction, person } = page;
  return `${JSON.stringify({ format: 1, title, madeOn, introduction, person, files, documents }, null, 2)}\n`;
}
