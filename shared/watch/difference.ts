import type { Rewritten } from '../library/facts.ts';
import { changeSentences } from '../text/changes.ts';
import { plainDate } from '../text/plain-date.ts';
import { verdictWords } from '../text/verdicts.ts';
import { recheckWords } from '../text/watch.ts';
import type { Report, Verdict } from '../verify/report.ts';
import type { ReportChange } from '../verify/report-change.ts';
import { verdictOf } from '../verify/verdict.ts';

/** What was known of a badge at a moment. */
export interface Known {
  /** What changed by then. */
  readonly changes: readonly ReportChange[];
  readonly rewritten: readonly Rewritten[];
  readonly verdict: Verdict;
  readonly mode: Report['mode'];
  readonly checkedAt: string;
}

/** What is known by a report (null: never checked), and by what the issuer wrote anew. */
export function knownOf(report: Report | null, rewritten: readonly Rewritten[], nowMs: number): Known | null {
  if (report === null) return null;
  const { changes = [], mode, checkedAt } = report;
  return { changes, rewritten, verdict: verdictOf(report, nowMs), mode, checkedAt };
}

/**
 * What a check found different from before, one sentence for each change; empty: nothing. A badge that was never checked
 * has nothing to differ from, and that it was verified just now or earlier is no difference.
 */
export function differenceOf(before: Known | null, after: Known | null): readonly string[] {
  if (before === null || after === null) return [];
  const changes = after.changes.filter((one) => !before.changes.some((old) => isSameChange(old, one)));
  const rewritten = after.rewritten.filter(
    (one) => !before.rewritten.some((old) => isSameRewriting(old, one)),
  );
  const sentences = [...changeSentences(changes, rewritten), ...siteBack(before, after)];
  if (sentences.length > 0 || ofOneKind(before.verdict) === ofOneKind(after.verdict)) return sentences;
  return [recheckWords.otherVerdict(verdictWords[before.verdict].word, verdictWords[after.verdict].word)];
}

function isSameChange(a: ReportChange, b: ReportChange): boolean {
  return a.code === b.code && a.since === b.since && a.seenAt === b.seenAt;
}

function isSameRewriting(a: Rewritten, b: Rewritten): boolean {
  return a.member === b.member && a.since === b.since;
}

/** A site that was silent or gone answers again. */
function siteBack(before: Known, after: Known): readonly string[] {
  const isAway = ({ changes }: Known) => changes.some(({ code }) => code.startsWith('site-'));
  if (!isAway(before) || isAway(after) || after.mode !== 'online') return [];
  return [recheckWords.siteBack(plainDate(after.checkedAt))];
}

function ofOneKind(verdict: Verdict): Verdict {
  return verdict === 'verified-earlier' ? 'verified' : verdict;
}
