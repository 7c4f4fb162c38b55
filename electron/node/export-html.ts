import { CodedError } from '../../shared/errors.ts';
import { type ChosenBadge, choosePage } from '../../shared/portfolio/choose.ts';
import { plainPortfolio } from '../../shared/portfolio/portfolio.ts';
import { renderHtml } from '../../shared/portfolio/render-html.ts';
import { leastSwitches } from '../../shared/portfolio/switches.ts';
import type { Clock } from '../../shared/verify/ports.ts';
import type { Library } from './library.ts';
import { type WriteOptions, writePortfolio } from './portfolio-writer.ts';

export interface ExportHtmlRequest {
  readonly title: string;
  /** In the order of the page. */
  readonly badgeIds: readonly string[];
  /** A path that the person chose. */
  readonly target: string;
}

/**
 * Writes badges of the library as one self-contained HTML page. The answer is how many it holds. Rejects with
 * `export/nothing-to-export`, with what the library rejects with for a badge, and with the codes of `writePortfolio`.
 */
export async function exportHtml(
  library: Pick<Library, 'details' | 'original'>,
  request: ExportHtmlRequest,
  clock: Clock,
  options: WriteOptions = {},
): Promise<number> {
  if (request.badgeIds.length === 0) throw new CodedError('export/nothing-to-export');
  const badges = new Map<string, ChosenBadge>();
  const idByHash = new Map<string, string>();
  for (const id of request.badgeIds) {
    if (options.signal?.aborted) throw new CodedError('input/cancelled');
    const { badge, report, fileName, sha256, container } = await library.details(id);
    badges.set(id, { badge, report, original: { fileName, sha256, mediaType: mediaTypeOf(container) } });
    idByHash.set(sha256, id);
  }
  const portfolio = plainPortfolio(request.title, request.badgeIds);
  const page = choosePage(
    portfolio,
    badges,
    { ...leastSwitches, originals: true, results: true },
    clock.now(),
  );
  const loadOriginal = async (sha256: string) =>
    (await library.original(idByHash.get(sha256) ?? sha256)).bytes;
  await writePortfolio(request.target, renderHtml(page, loadOriginal), options);
  return request.badgeIds.length;
}

/** The media type of a file by the container that its reader named. */
function mediaTypeOf(container: string): string {
  if (container.startsWith('png/')) return 'image/png';
  if (container.startsWith('svg/')) return 'image/svg+xml';
  return container === 'json' ? 'application/json' : 'text/plain';
}
