import type { BadgeDetails } from '../../shared/ipc/views.ts';
import { displayName, displayText } from '../../shared/text/display-text.ts';
import { plainDate } from '../../shared/text/plain-date.ts';
import { detailsWords } from '../../shared/text/ui-details-words.ts';
import { verdictWords } from '../../shared/text/verdicts.ts';

/** The report of a badge as plain text, for a letter or a ticket: verdict, checks with dates, and the file's hash. */
export function reportText({ card, report, headline, changes, fileName, sha256 }: BadgeDetails): string {
  const lines = [displayName(card.name), detailsWords.by(displayName(card.issuerName)), ''];
  if (headline === null) lines.push(detailsWords.notCheckedYet);
  else
    lines.push(
      `${verdictWords[headline.verdict].word} (${plainDate(headline.asOf)})`,
      displayText(headline.sentence),
    );
  lines.push(...changes, '');
  for (const check of report?.checks ?? []) {
    const source = detailsWords.source[check.source];
    lines.push(
      `- ${detailsWords.outcome[check.outcome]}: ${displayText(check.message)} (${plainDate(check.asOf)}, ${source})`,
    );
  }
  for (const { about, checks } of report?.endorsements ?? []) {
    lines.push(
      '',
      `${detailsWords.endorsements}: ${displayName(about?.issuerName || about?.issuerId || '')}`,
    );
    for (const check of checks)
      lines.push(`- ${detailsWords.outcome[check.outcome]}: ${displayText(check.message)}`);
  }
  lines.push('', `${displayName(fileName)}, SHA-256 ${sha256}`);
  if (report !== null) lines.push(`${detailsWords.engine} ${report.engine}, ${report.checkedAt}`);
  return lines.join('\n');
}
