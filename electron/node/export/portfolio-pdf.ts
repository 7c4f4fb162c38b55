import { CodedError } from '../../../shared/errors.ts';
import { limits } from '../../../shared/limits.ts';
import { textPieces } from '../../../shared/portfolio/page-pieces.ts';
import { badgesOf } from '../../../shared/portfolio/portfolio-page.ts';
import { renderHtml } from '../../../shared/portfolio/render-html.ts';
import type { Exporting } from './export-portfolio.ts';
import type { PdfAttachment } from './finish-pdf.ts';

/**
 * The portfolio as PDF: its page as it is printed, with each original attached once where these may leave. Rejects with
 * what the printer and the originals reject with, with `input/cancelled`, and with `export/too-many-files` beyond what
 * can be attached.
 */
export async function portfolioPdf(exporting: Exporting): Promise<Uint8Array> {
  const { services, page, nowMs, loadOriginal, signal } = exporting;
  const { printPage } = services;
  if (printPage === undefined) throw new CodedError('export/no-printer');
  const originals = new Map(
    badgesOf(page).map((badge) => [badge.original.sha256, { name: badge.name, ...badge.original }] as const),
  );
  if (page.holdsOriginals && originals.size > limits.pdfAttachments) {
    throw new CodedError('export/too-many-files', { limit: limits.pdfAttachments });
  }
  const pieces: string[] = [];
  for await (const piece of textPieces(renderHtml(page, loadOriginal, { isPrinted: true }))) {
    stopWhenCancelled(signal);
    pieces.push(piece);
  }
  const printed = await untilCancelled(printPage(pieces.join('')), signal);
  const attachments: PdfAttachment[] = [];
  if (page.holdsOriginals) {
    for (const { sha256, fileName, mediaType, name } of originals.values()) {
      stopWhenCancelled(signal);
      attachments.push({ fileName, mediaType, description: name, bytes: await loadOriginal(sha256) });
    }
  }
  const { finishPdf } = await import('./finish-pdf.ts');
  const madeAt = new Date(nowMs).toISOString();
  // The page's own words are English; what the person wrote carries its language in its tags.
  return await finishPdf(printed, { title: page.title, language: 'en', madeAt, attachments });
}

function stopWhenCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new CodedError('input/cancelled');
}

/** A page that is being printed cannot be called back, but nobody has to wait for it. */
async function untilCancelled<Value>(work: Promise<Value>, signal: AbortSignal | undefined): Promise<Value> {
  if (signal === undefined) return await work;
  stopWhenCancelled(signal);
  let stop = (): void => undefined;
  const cancelled = new Promise<never>((_resolve, reject) => {
    stop = () => reject(new CodedError('input/cancelled'));
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, cancelled]);
  } finally {
    signal.removeEventListener('abort', stop);
    work.catch(() => undefined);
  }
}
