import { readDate } from '../badge/dates.ts';
import { portfolioText, sentenceForReaders } from '../text/portfolio.ts';
import { verdictWords } from '../text/verdicts.ts';
import type { Check, Report } from '../verify/report.ts';
import { verdictOf } from '../verify/verdict.ts';
import type { PortfolioCheck, PortfolioVerdict } from './portfolio-page.ts';
import type { Redactor } from './redact.ts';

/** What a report says of a badge, in words for the readers of a page. */
export interface ShownReport {
  readonly verdict: PortfolioVerdict;
  readonly checks: readonly PortfolioCheck[];
  /** Only an intact proof of a confirmed issuer turns the claims of the file into the issuer's words. */
  readonly isIssuerConfirmed: boolean;
  /** Names of what the proof does not cover. */
  readonly unsignedParts: readonly string[];
}

/** The words at `nowMs` (milliseconds since 1970). Whose badge it is stays between its owner and the app. */
export function shownReport(report: Report | null, show: Redactor, nowMs: number): ShownReport {
  if (report === null) {
    const verdict = { ...verdictWords.unchecked, ...portfolioText.notChecked, checkedOn: null };
    return { verdict, checks: [], isIssuerConfirmed: false, unsignedParts: [] };
  }
  const forReaders = { ...report, checks: report.checks.filter(isForReaders) };
  return {
    verdict: {
      ...verdictWords[verdictOf(forReaders, nowMs)],
      sentence: show.name(sentenceForReaders(forReaders, nowMs)),
      checkedOn: dayOfText(report.checkedAt),
    },
    checks: forReaders.checks.map((check) => checkOf(check, show)),
    isIssuerConfirmed: isIssuerConfirmed(report),
    unsignedParts: report.unsignedPaths.map((path) => show.name(path)),
  };
}

/** The day of a date as badges and reports write it: `2026-05-03`, UTC; null for none. */
export function dayOfText(text: string | null): string | null {
  const time = text === null ? null : readDate(text);
  return time === null ? null : dayOf(time);
}

export function dayOf(timeMs: number): string {
  return new Date(timeMs).toISOString().slice(0, 10);
}

function isIssuerConfirmed(report: Report): boolean {
  if (report.issuerBinding.value !== 'confirmed') return false;
  return report.integrity.value === 'intact' || report.integrity.value === 'partial';
}

function isForReaders(check: Check): boolean {
  return !check.id.startsWith('recipient');
}

function checkOf(check: Check, show: Redactor): PortfolioCheck {
  return {
    outcome: check.outcome,
    sentence: show.name(check.message),
    asOf: dayOfText(check.asOf) ?? '',
    isFromSavedDocument: check.source === 'captured',
  };
}
