import { utf8Bytes } from '../../../shared/bytes.ts';
import { CodedError } from '../../../shared/errors.ts';
import { limits } from '../../../shared/limits.ts';
import { manifestText, originalsOf, type PlacedDocument } from '../../../shared/portfolio/manifest.ts';
import type { PageDocument } from '../../../shared/portfolio/page-data.ts';
import { textPieces } from '../../../shared/portfolio/page-pieces.ts';
import { documentNames, pdfManifestName } from '../../../shared/portfolio/pdf-places.ts';
import { badgesOf } from '../../../shared/portfolio/portfolio-page.ts';
import { renderHtml } from '../../../shared/portfolio/render-html.ts';
import { pdfWords } from '../../../shared/text/portfolio.ts';
import { stopWhenCancelled } from '../stop-when-cancelled.ts';
import type { PdfAttachment } from './attach-files.ts';
import type { Exporting } from './exporting.ts';

/**
 * The portfolio as PDF: its page as it is printed, with each original attached once where these may
 * leave, and the saved documents that checking them needs. Rejects with
 * what the printer and the originals reject with, with `input/cancelled`, and with `export/too-many-files` beyond what
 * can be attached.
 */
export async function portfolioPdf(exporting: Exporting): Promise<Uint8Array> {
  const { services, page, nowMs, loadOriginal, signal } = exporting;
  const { printPage } = services;
  if (printPage === undefined) throw new CodedError('export/no-printer');
  const count = originalsOf(page).length;
  if (page.holdsOriginals && count > limits.pdfAttachments) {
    throw new CodedError('export/too-many-files', { limit: limits.pdfAttachments });
  }
  const pieces: string[] = [];
  for await (const piece of textPieces(renderHtml(page, loadOriginal, { isPrinted: true }))) {
    stopWhenCancelled(signal);
    pieces.push(piece);
  }
  const printed = await untilCancelled(printPage(pieces.join(''), signal), signal);
  const attachments = page.holdsOriginals ? await attachmentsOf(exporting) : [];
  const { finishPdf } = await import('./finish-pdf.ts');
  const madeAt = new Date(nowMs).toISOString();
  // The page's own words are English; what the person wrote carries its language in its tags.
  return await finishPdf(printed, { title: page.title, language: 'en', madeAt, attachments });
}

/** The originals, the documents that were saved when they were checked, and a list of both. */
async function attachmentsOf({
  page,
  gathered,
  loadOriginal,
  signal,
}: Exporting): Promise<readonly PdfAttachment[]> {
  const files: PdfAttachment[] = [];
  const originals = originalsOf(page);
  const nameOf = new Map(badgesOf(page).map(({ original, name }) => [original.sha256, name]));
  for (const { sha256, fileName, mediaType } of originals) {
    stopWhenCancelled(signal);
    const description = nameOf.get(sha256) ?? fileName;
    const bytes = await loadOriginal(sha256);
    files.push({ fileName, mediaType, description, relationship: 'Source', bytes });
  }
  const saved: PageDocument[] = [];
  for await (const document of gathered.documents()) saved.push(document);
  const names = documentNames(saved, [pdfManifestName, ...originals.map(({ fileName }) => fileName)]);
  const placed: PlacedDocument[] = [];
  saved.forEach(({ bytes, kind: _kind, source: _source, ...facts }, index) => {
    const fileName = names[index] ?? facts.sha256;
    placed.push({ ...facts, path: fileName });
    const description = pdfWords.savedDocument(facts.url, facts.fetchedAt);
    files.push({
      fileName,
      mediaType: 'application/octet-stream',
      description,
      relationship: 'Supplement',
      bytes,
    });
  });
  const list = utf8Bytes(manifestText(page, ({ fileName }) => fileName, placed));
  return [
    {
      fileName: pdfManifestName,
      mediaType: 'application/json',
      description: pdfWords.manifest,
      relationship: 'Data',
      bytes: list,
    },
    ...files,
  ];
}

/** Whoever prints may take a while to stop; nobody has to wait for it. */
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
