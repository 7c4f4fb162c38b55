import { limits } from '../../../shared/limits.ts';
import { type ChosenBadge, choosePage } from '../../../shared/portfolio/choose.ts';
import { type Disclosure, disclosuresOf } from '../../../shared/portfolio/disclosures.ts';
import { textPieces } from '../../../shared/portfolio/page-pieces.ts';
import { badgeIdsOf, type Portfolio } from '../../../shared/portfolio/portfolio.ts';
import { renderHtml } from '../../../shared/portfolio/render-html.ts';
import type { DisclosureSwitches } from '../../../shared/portfolio/switches.ts';
import type { Clock } from '../../../shared/verify/ports.ts';
import type { Library } from '../library/library.ts';

type Details = Pick<Library, 'details'>;

/** What an export of this portfolio could carry of its owner. Rejects with what the library rejects with for a badge. */
export async function planPortfolio(library: Details, portfolio: Portfolio): Promise<readonly Disclosure[]> {
  const badges = await chosenBadges(library, badgeIdsOf(portfolio));
  return disclosuresOf(portfolio, new Map([...badges].map(([id, { badge }]) => [id, badge])));
}

/**
 * The page as it would be, with pictures by their addresses in the app and without the files: for a frame that runs
 * nothing. A long one shows its beginning; `left` counts the badges that it leaves out.
 */
export async function previewPortfolio(
  library: Details,
  portfolio: Portfolio,
  switches: DisclosureSwitches,
  clock: Clock,
): Promise<{ readonly html: string; readonly left: number }> {
  const ids = badgeIdsOf(portfolio);
  const badges = await chosenBadges(library, ids.slice(0, limits.previewBadges));
  const urls = new Map([...badges.values()].map(({ original, imageUrl }) => [original.sha256, imageUrl]));
  const page = choosePage(portfolio, badges, switches, clock.now());
  const pieces: string[] = [];
  const options = {
    pictureUrl: ({ original }: { readonly original: { readonly sha256: string } }) =>
      urls.get(original.sha256) ?? null,
    pictureSources: 'badge-img:',
  };
  for await (const piece of textPieces(renderHtml(page, async () => new Uint8Array(), options))) {
    pieces.push(piece);
  }
  return { html: pieces.join(''), left: Math.max(0, ids.length - limits.previewBadges) };
}

interface ShownBadge extends ChosenBadge {
  readonly imageUrl: string | null;
}

async function chosenBadges(
  library: Details,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ShownBadge>> {
  const badges = new Map<string, ShownBadge>();
  for (const id of new Set(ids)) {
    const { badge, report, fileName, sha256, card } = await library.details(id);
    badges.set(id, {
      badge,
      report,
      original: { fileName, sha256, mediaType: '' },
      imageUrl: card.imageUrl,
    });
  }
  return badges;
}
