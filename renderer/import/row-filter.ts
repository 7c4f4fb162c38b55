import type { ImportRow } from '../../shared/ipc/import-views.ts';
import { importWords } from '../../shared/text/ui-import-words.ts';

/** Which rows are shown. */
export type RowFilter = 'all' | ImportRow['outcome'];

export interface RowGroup {
  readonly filter: RowFilter;
  readonly count: number;
}

/** The filters that show something, with how many rows; none where all rows are of one kind. */
export function groupsOf(rows: readonly ImportRow[]): readonly RowGroup[] {
  const groups = outcomes
    .map((filter) => ({ filter, count: rows.filter(({ outcome }) => outcome === filter).length }))
    .filter(({ count }) => count > 0);
  return groups.length < 2 ? [] : [{ filter: 'all', count: rows.length }, ...groups];
}

export function filtered<Row extends ImportRow>(rows: readonly Row[], filter: RowFilter): readonly Row[] {
  return filter === 'all' ? rows : rows.filter(({ outcome }) => outcome === filter);
}

/** Rows as text for other programs: what became of each file, and why. At most so many characters. */
export function textOfRows(rows: readonly ImportRow[], mostCharacters: number): string {
  const lines: string[] = [];
  let length = 0;
  for (const [index, row] of rows.entries()) {
    const line = textOfRow(row);
    length += line.length + 1;
    if (length > mostCharacters - 100) {
      lines.push(importWords.moreNotCopied(rows.length - index));
      break;
    }
    lines.push(line);
  }
  return lines.join('\n');
}

function textOfRow({ fileName, outcome, found, failure, notes }: ImportRow): string {
  const why = failure === null ? [found] : [failure.message, failure.next, `(${failure.code})`];
  const parts = [`${importWords.outcome[outcome]}:`, ...why, ...notes].filter((part) => part !== '');
  return `${fileName || importWords.pasted}\t${parts.join(' ')}`;
}

const outcomes = ['imported', 'edition', 'already', 'refused', 'cancelled'] as const;
