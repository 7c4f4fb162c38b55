import type { BadgeCard } from '../../shared/ipc/views.ts';
import { exportWords } from '../../shared/text/ui-dialog-words.ts';
import { verdictWords } from '../../shared/text/verdicts.ts';

/** What an export of these badges takes out of the computer, in plain sentences. */
export function whatLeaves(badges: readonly BadgeCard[]): readonly string[] {
  const bad = badges.filter(
    (card) => card.verdict !== null && verdictWords[card.verdict].role === 'bad',
  ).length;
  const notYours = badges.filter((card) => card.recipient !== 'yours').length;
  return [
    exportWords.badges(badges.length),
    exportWords.verdicts(badges.length),
    ...(bad > 0 ? [exportWords.bad(bad)] : []),
    ...(notYours > 0 ? [exportWords.notYours(notYours)] : []),
  ];
}
