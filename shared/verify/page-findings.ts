import type { ReadingNote } from '../badge/model.ts';
import { type CheckCode, sentenceOf } from '../text/checks.ts';
import type { Check, Report } from './report.ts';

/**
 * The report with what the export that the badge came in says otherwise than the badge does. It is about the words around
 * the badge, not about the badge: no axis of the report moves.
 */
export function withPageFindings(report: Report, notes: readonly ReadingNote[]): Report {
  const findings = notes.flatMap(({ code, facts }): Check[] => {
    const found = Object.hasOwn(codes, code) ? codes[code] : undefined;
    if (found === undefined) return [];
    const message = sentenceOf(found, { fields: String(facts.fields ?? '') });
    return [
      { id: 'page.words', outcome: 'warn', code: found, asOf: report.checkedAt, source: 'local', message },
    ];
  });
  return findings.length === 0 ? report : { ...report, checks: [...report.checks, ...findings] };
}

const codes: Readonly<Record<string, CheckCode>> = {
  'read.page-words-differ': 'page/words-differ',
  'read.page-file-differs': 'page/file-differs',
  'read.not-among-files': 'page/not-among-files',
};
