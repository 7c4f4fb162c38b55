import { createHash } from 'node:crypto';
import { type DeskReport, deskCsv, deskJson } from '../../../shared/desk/desk-report.ts';
import { deskReportHtml, deskReportStyle } from '../../../shared/desk/desk-report-html.ts';
import { deskReportWords as words } from '../../../shared/text/desk.ts';
import { engine } from '../../../shared/verify/report-of.ts';

export type DeskReportFormat = 'html' | 'pdf' | 'csv' | 'json';

/** The report as a file of this format; a PDF is the page, printed, with metadata that tell nothing else (threat N11). */
export async function deskReportBytes(
  told: Omit<DeskReport, 'engine'>,
  format: DeskReportFormat,
  printPage: (html: string) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const report = { ...told, engine };
  switch (format) {
    case 'csv':
      return new TextEncoder().encode(deskCsv(report));
    case 'json':
      return new TextEncoder().encode(deskJson(report));
    case 'html':
      return new TextEncoder().encode(pageOf(report));
    case 'pdf':
      return await finished(await printPage(pageOf(report)), told.madeAt);
  }
}

/** The library that writes PDFs is large, and few reports are saved as one. */
async function finished(printed: Uint8Array, madeAt: string): Promise<Uint8Array> {
  const { finishPdf } = await import('../export/finish-pdf.ts');
  return await finishPdf(printed, { title: words.title, language: 'en', madeAt, attachments: [] });
}

function pageOf(report: DeskReport): string {
  const styleSha256 = createHash('sha256').update(deskReportStyle).digest('base64');
  return deskReportHtml(report, { styleSha256 });
}
