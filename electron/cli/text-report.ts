import { progressWords } from '../../shared/text/command-line.ts';
import { displayName, displayText } from '../../shared/text/display-text.ts';
import { wordsForNote } from '../../shared/text/notes.ts';
import { headlineOf, verdictWords } from '../../shared/text/verdicts.ts';
import type { Check } from '../../shared/verify/report.ts';
import type { Checked, CheckedBadge } from './checked.ts';
import type { FileLine } from './json-lines.ts';
import { outcomeIcons, roleIcons, type Style } from './style.ts';

/** One checked file for people: each badge with its verdict, one plain sentence, and each check on its own line. */
export function checkedText(line: FileLine, checked: Checked, nowMs: number, style: Style): string {
  if (line.error !== null) return refusedText(line.file, line.error, style);
  if (checked.kind === 'refused') return '';
  const badges = checked.badges.map((badge) => badgeText(line.file, badge, nowMs, style));
  const notes = [...new Set(checked.reading.notes.map(wordsForNote))].map(
    (note) => `    ${style.quiet(`· ${note}`)}\n`,
  );
  return `${badges.join('\n')}${notes.join('')}\n`;
}

/** A refused file: what happened, and what can be done about it. */
export function refusedText(file: string, error: NonNullable<FileLine['error']>, style: Style): string {
  return [
    `${style.role('bad', '✗ Refused')} · ${style.strong(oneLine(file))}`,
    `  ${error.message}`,
    `  ${error.next} ${style.quiet(`(${error.code})`)}`,
    '',
    '',
  ].join('\n');
}

function badgeText(file: string, { found, report }: CheckedBadge, nowMs: number, style: Style): string {
  const { badge, path } = found;
  const headline = headlineOf(report, nowMs);
  const { word, role } = verdictWords[headline.verdict];
  const name = displayName(badge.name) || progressWords.unnamed;
  const issuer = displayName(badge.issuer.name ?? badge.issuer.id ?? '') || progressWords.unnamedIssuer;
  const place = [oneLine(file), ...path.map((step) => oneLine(step))].join(' › ');
  return [
    `${style.role(role, `${roleIcons[role]} ${word}`)} · ${style.strong(name)}`,
    `  ${style.quiet(`from ${issuer} · ${place}`)}`,
    `  ${oneLine(headline.sentence)}`,
    ...report.checks.map((check) => `    ${checkText(check, style)}`),
    '',
  ].join('\n');
}

function checkText({ outcome, message }: Check, style: Style): string {
  return `${style.outcome(outcome, outcomeIcons[outcome])} ${oneLine(message)}`;
}

/** Safe to show on a line of its own: nothing that moves the cursor, no line breaks. */
export function oneLine(text: string): string {
  return displayText(text).replace(/\s+/g, ' ');
}
