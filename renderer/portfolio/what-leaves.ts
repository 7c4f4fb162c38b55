import type { BadgeCard } from '../../shared/ipc/views.ts';
import type { ExportFormat } from '../../shared/portfolio/export-formats.ts';
import { exportWords } from '../../shared/text/ui-dialog-words.ts';
import { type VerdictRole, verdictWords } from '../../shared/text/verdicts.ts';

/** What an export of these badges takes out of the computer, in plain sentences. */
export function whatLeaves(badges: readonly BadgeCard[], format: ExportFormat = 'html'): readonly string[] {
  const roles = badges.map(({ verdict }) => (verdict === null ? 'unknown' : verdictWords[verdict].role));
  const countOf = (role: VerdictRole): number => roles.filter((each) => each === role).length;
  const notPassed = [
    { count: countOf('bad'), words: exportWords.bad },
    { count: countOf('warn'), words: exportWords.notInForce },
    { count: countOf('unknown'), words: exportWords.open },
  ].filter(({ count }) => count > 0);
  const notYours = badges.filter((card) => card.recipient !== 'yours').length;
  // Data is the badges alone: whoever reads it judges them.
  const hasVerdicts = format !== 'json';
  return [
    exportWords.badges(badges.length),
    ...(hasVerdicts ? [exportWords.verdicts(badges.length)] : []),
    ...(hasVerdicts ? notPassed.map(({ count, words }) => words(count)) : []),
    ...(notYours > 0 ? [exportWords.notYours(notYours)] : []),
  ];
}
