import { crc32 } from 'node:zlib';
import { storedZip } from '../../../shared/archive/stored-zip.ts';
import { assertNever } from '../../../shared/assert-never.ts';
import type { Badge } from '../../../shared/badge/model.ts';
import { CodedError } from '../../../shared/errors.ts';
import type { ExportProgress } from '../../../shared/ipc/portfolio-calls.ts';
import { choosePage } from '../../../shared/portfolio/choose.ts';
import type { ExportFormat } from '../../../shared/portfolio/export-formats.ts';
import type { PageBadgeRecord } from '../../../shared/portfolio/page-data.ts';
import type { PagePiece } from '../../../shared/portfolio/page-pieces.ts';
import { badgeIdsOf, type Portfolio } from '../../../shared/portfolio/portfolio.ts';
import { badgesOf } from '../../../shared/portfolio/portfolio-page.ts';
import { presentationPieces } from '../../../shared/portfolio/presentation.ts';
import { type LoadOriginal, renderHtml } from '../../../shared/portfolio/render-html.ts';
import type { DisclosureSwitches } from '../../../shared/portfolio/switches.ts';
import { zipFiles } from '../../../shared/portfolio/zip-files.ts';
import { engine as engineName } from '../../../shared/verify/report-of.ts';
import type { Exporting, ExportServices, SigningWish } from './exporting.ts';
import { gatherBadges } from './portfolio-badges.ts';
import { portfolioPdf } from './portfolio-pdf.ts';
import { type WriteOptions, writePortfolio } from './portfolio-writer.ts';
import { signedJson } from './signed-json.ts';

export interface ExportRequest {
  readonly portfolio: Portfolio;
  readonly switches: DisclosureSwitches;
  readonly format: ExportFormat;
  /** Of JSON alone: how it is made, and what a proof of it says; left out: nobody signs it. */
  readonly signing?: SigningWish;
  /** A path that the person chose. */
  readonly target: string;
}

export interface ExportOptions extends WriteOptions {
  readonly onProgress?: (progress: ExportProgress) => void;
}

/**
 * Writes a portfolio as one file; the answer is how many badges it holds. ZIP and JSON are nothing without the files:
 * they reject with `export/needs-originals` where these may not leave. What is to be signed and cannot be rejects with
 * `signing/*` or what `signedJson` rejects with. Rejects with `export/nothing-to-export`, with what
 * the library rejects with for a badge, and with the codes of `writePortfolio`; nothing is left behind then.
 */
export async function exportPortfolio(
  services: ExportServices,
  { portfolio, switches, format, target, signing }: ExportRequest,
  options: ExportOptions = {},
): Promise<number> {
  const ids = badgeIdsOf(portfolio);
  if (ids.length === 0) throw new CodedError('export/nothing-to-export');
  if ((format === 'zip' || format === 'json') && !switches.originals)
    throw new CodedError('export/needs-originals');
  if (format === 'pdf' && services.printPage === undefined) throw new CodedError('export/no-printer');
  const { onProgress, signal } = options;
  const total = new Set(ids).size * 2;
  const gathered = await gatherBadges(services, ids, {
    ...(signal === undefined ? {} : { signal }),
    onBadge: (done) => onProgress?.({ done, total }),
  });
  const nowMs = services.clock.now();
  const page = choosePage(portfolio, gathered.badges, switches, nowMs);
  const idOf = new Map([...gathered.badges].map(([id, { original }]) => [original.sha256, id]));
  let done = total / 2;
  const loadOriginal: LoadOriginal = async (sha256) => {
    const { bytes } = await services.library.original(idOf.get(sha256) ?? sha256);
    done = Math.min(done + 1, total);
    onProgress?.({ done, total });
    return bytes;
  };
  const exporting = { services, page, gathered, ids, switches, nowMs, loadOriginal, signal, signing };
  const pieces = await piecesOf(exporting, format);
  await writePortfolio(target, pieces, options);
  return badgesOf(page).length;
}

async function piecesOf(
  exporting: Exporting,
  format: ExportFormat,
): Promise<AsyncIterable<PagePiece | Uint8Array>> {
  const { page, gathered, loadOriginal, signing } = exporting;
  switch (format) {
    case 'html':
      return page.holdsOriginals ? await provingPage(exporting) : renderHtml(page, loadOriginal);
    case 'pdf':
      return oneBy(() => portfolioPdf(exporting));
    case 'zip':
      return storedZip(await zipFiles(page, loadOriginal, gathered.documents), crc32);
    case 'json':
      return signing === undefined
        ? presentationPieces(page, plainBadges(exporting), loadOriginal)
        : textBy(() => signedJson(exporting, plainBadges(exporting), signing));
    default:
      return assertNever(format);
  }
}

/** Made when it is asked for, so that a target that cannot be written costs nothing. */
async function* oneBy(make: () => Promise<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield await make();
}

async function* textBy(make: () => Promise<string>): AsyncGenerator<PagePiece> {
  yield await make();
}

/** Each badge once, in the order of the page. */
function plainBadges({ gathered, ids }: Exporting): readonly Badge[] {
  return [...new Set(ids)].flatMap((id) => gathered.badges.get(id)?.plain ?? []);
}

async function provingPage(exporting: Exporting): Promise<AsyncIterable<PagePiece>> {
  const { services, page, gathered, switches, nowMs, loadOriginal } = exporting;
  const data = {
    format: 1,
    engine: engineName,
    madeAt: new Date(nowMs).toISOString(),
    switches,
    badges: recordsOf(exporting),
  } as const;
  const proof = { script: await services.verifierScript(), data, documents: gathered.documents };
  return renderHtml(page, loadOriginal, { proof });
}

/** One for each badge of the page, in its order. */
function recordsOf({ gathered, ids, page }: Exporting): readonly PageBadgeRecord[] {
  const shown = badgesOf(page);
  const present = ids.flatMap((id) => gathered.badges.get(id) ?? []);
  return present.map(({ index, held, original }, place) => {
    const fileName = shown[place]?.original.fileName ?? original.fileName;
    return { sha256: original.sha256, fileName, index, held };
  });
}
