import type { BadgeCard } from '../../shared/ipc/views.ts';
import type { ExportFormat } from '../../shared/portfolio/export-formats.ts';
import { exportWords } from '../../shared/text/ui-dialog-words.ts';
import { verdictWords } from '../../shared/text/verdicts.ts';

/** What an export of these badges takes out of the computer, in plain sentences. */
export function whatLeaves(badges: readonly BadgeCard[], format: ExportFormat = 'html'): readonly string[] {
  const bad = badges.filter(
    (card) => card.verdict !== null && verdictWords[card.verdict].role === 'bad',
  ).length;
  const notYours = badges.filter((card) => card.recipient !== 'yours').length;
  // Data is the badges alone: whoever reads it judges them.
  const hasVerdicts = format !== 'json';
  return [
    exportWords.badges(badges.length),
    ...(hasVerdicts ? [exportWords.verdicts(badges.length)] : []),
    ...(hasVerdicts && bad > 0 ? [exportWords.bad(bad)] : []),
    ...(notYours > 0 ? [exportWords.notYours(notYours)] : []),
  ];
}
