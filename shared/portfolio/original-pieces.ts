import { bodyPrefix } from './page-data.ts';
import type { PagePiece } from './page-pieces.ts';
import { badgesOf, type PortfolioPage } from './portfolio-page.ts';
import type { LoadOriginal } from './render-html.ts';

/** Marks an export that holds the original files: the term is ours, and every other program may pass over it. */
export const originalsTerm = 'urn:badge-backpack:originals';

/** What `originals` means, for a context: JSON that no program has to understand and that a proof covers whole. */
export const originalsDefinition = { originals: { '@id': originalsTerm, '@type': '@json' } };

/** The member `originals`: every original file of a page once, with its name, SHA-256 and contents as a data URI. */
export async function* originalPieces(
  page: PortfolioPage,
  loadOriginal: LoadOriginal,
): AsyncGenerator<PagePiece> {
  yield '"originals":[';
  const originals = new Map(badgesOf(page).map(({ original }) => [original.sha256, original]));
  let count = 0;
  for (const { sha256, fileName, mediaType } of originals.values()) {
    const facts = JSON.stringify({ fileName, mediaType, sha256, data: bodyPrefix }).slice(0, -2);
    yield `${count === 0 ? '' : ','}\n${facts}`;
    yield { base64: await loadOriginal(sha256) };
    yield '"}';
    count += 1;
  }
  yield ']';
}
