import { createHash } from 'node:crypto';
import { type DeskReport, deskCsv, deskJson } from '../../../shared/desk/desk-report.ts';
import { deskReportHtml, deskReportStyle } from '../../../shared/desk/desk-report-html.ts';
import { engine } from '../../../shared/verify/report-of.ts';

export type DeskReportFormat = 'html' | 'pdf' | 'csv' | 'json';

/** The report as a file of this format; a PDF is the page, printed. */
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
      return await printPage(pageOf(report));
  }
}

function pageOf(report: DeskReport): string {
  const styleSha256 = createHash('sha256').update(deskReportStyle).digest('base64');
  return deskReportHtml(report, { styleSha256 });
}
