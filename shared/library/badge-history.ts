import type { BadgeHistoryEntry } from '../ipc/views.ts';
import { changeSentences } from '../text/changes.ts';
import { displayName } from '../text/display-text.ts';
import { historyWords } from '../text/history.ts';
import { verdictWords } from '../text/verdicts.ts';
import type { Report, Verdict } from '../verify/report.ts';
import { verdictOf } from '../verify/verdict.ts';
import { timeOf } from './clock.ts';
import type { EvidenceFacts } from './evidence-facts.ts';
import { type Change, type JournalRecord, stampOf, type UnknownChange } from './operations.ts';

/**
 * What happened to a badge, the newest first, out of the records that name it. Checks that follow each other with the
 * same verdict are one line, and so are changes of a note; what a check found changed has a line of its own.
 */
export function badgeHistory(
  records: Iterable<JournalRecord>,
  badgeId: string,
  collectionName: (id: string) => string,
): readonly BadgeHistoryEntry[] {
  const ordered = new Map([...records].map((record) => [stampOf(record), record]));
  const lines: Line[] = [];
  for (const [stamp, record] of [...ordered].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const at = new Date(timeOf(stamp)).toISOString();
    for (const change of record.changes) {
      for (const line of linesOf(change, badgeId, at, lines, collectionName)) addLine(lines, line);
    }
  }
  return lines.reverse().map(({ at, kind, verdict, times, text }) => ({
    at,
    kind,
    text: verdict === null ? text : historyWords.checked(times, verdictWords[verdict].word),
  }));
}

interface Line extends BadgeHistoryEntry {
  /** Of a check. */
  readonly verdict: Verdict | null;
  readonly times: number;
}

/** A line that only says once more what the last one said takes its place. */
function addLine(lines: Line[], line: Line): void {
  const last = lines.at(-1);
  const isSameCheck = line.verdict !== null && last?.verdict === line.verdict;
  const isSameNote = line.text === historyWords.noteChanged && last?.text === line.text;
  if (last !== undefined && (isSameCheck || isSameNote)) {
    lines[lines.length - 1] = { ...line, times: last.times + 1 };
  } else {
    lines.push(line);
  }
}

function linesOf(
  change: Change | UnknownChange,
  badgeId: string,
  at: string,
  before: readonly Line[],
  collectionName: (id: string) => string,
): readonly Line[] {
  const isTag = change.kind === 'tag.added' || change.kind === 'tag.removed';
  if (isTag ? !change.badges.includes(badgeId) : !('badge' in change) || change.badge !== badgeId) return [];
  switch (change.kind) {
    case 'badge.added': {
      const isFirst = before.every(({ kind }) => kind !== 'came');
      const words = isFirst ? historyWords.added : historyWords.addedAgain;
      return [line(change.addedAt, 'came', words(displayName(change.facts.fileName)))];
    }
    case 'badge.removed':
      return [line(at, 'went', historyWords.removed)];
    case 'badge.restored':
      return [line(at, 'came', historyWords.restored)];
    case 'badge.purged':
      return [line(at, 'went', historyWords.purged)];
    case 'badge.reported':
      return checkLines(change.report, before);
    case 'badge.described':
      return before.some(({ text }) => text === historyWords.described)
        ? []
        : [line(at, 'learned', historyWords.described)];
    case 'member.added':
      return [line(at, 'changed', historyWords.putInto(collectionName(change.collection)))];
    case 'member.removed':
      return [line(at, 'changed', historyWords.takenOut(collectionName(change.collection)))];
    case 'tag.added':
      return [line(at, 'changed', historyWords.tagged(change.tag))];
    case 'tag.removed':
      return [line(at, 'changed', historyWords.untagged(change.tag))];
    case 'note.changed':
      return [line(at, 'changed', noteWords(change.from, change.to))];
    case 'evidence.added':
      return [line(at, 'changed', historyWords.evidenceAdded(titleOf(change.facts)))];
    case 'evidence.removed':
      return [line(at, 'changed', historyWords.evidenceRemoved(titleOf(change.facts)))];
    case 'evidence.changed':
      return [line(at, 'changed', historyWords.evidenceChanged(titleOf(change.to)))];
    default:
      return [];
  }
}

/** The check itself, and what it found changed that no earlier line tells. */
function checkLines(report: Report, before: readonly Line[]): readonly Line[] {
  const verdict = verdictOf(report, Date.parse(report.checkedAt));
  const known = new Set(before.map(({ text }) => text));
  const learned = changeSentences(report.changes ?? [], []).filter((text) => !known.has(text));
  return [
    { at: report.checkedAt, kind: 'checked', text: '', verdict, times: 1 },
    ...learned.map((text) => line(report.checkedAt, 'learned', text)),
  ];
}

function noteWords(from: string, to: string): string {
  if (to === '') return historyWords.noteRemoved;
  return from === '' ? historyWords.noteWritten : historyWords.noteChanged;
}

function titleOf(facts: EvidenceFacts): string {
  if (facts.title !== '') return displayName(facts.title);
  return facts.kind === 'file' ? displayName(facts.fileName) : '';
}

function line(at: string, kind: Line['kind'], text: string): Line {
  return { at, kind, text, verdict: null, times: 1 };
}
