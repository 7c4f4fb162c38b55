import type { DeskRow } from '../../shared/desk/desk-row.ts';
import type { RecipientMatch, Verdict } from '../../shared/verify/report.ts';

/** Which rows are shown: of one verdict, of files without a badge, by whether they name the expected person, or all. */
export type DeskFilter = Verdict | 'refused' | 'all' | `person:${RecipientMatch}`;

/** Known rows with newer ones in their place, in the order of the files. */
export function joinRows(known: readonly DeskRow[], newer: readonly DeskRow[]): readonly DeskRow[] {
  const rows = new Map(known.map((row) => [row.id, row]));
  for (const row of newer) rows.set(row.id, row);
  return [...rows.values()].sort((a, b) => fileOf(a) - fileOf(b) || placeOf(a) - placeOf(b));
}

/** The rows that a filter shows. */
export function shownRows(rows: readonly DeskRow[], filter: DeskFilter): readonly DeskRow[] {
  if (filter === 'all') return rows;
  return rows.filter((row) => kindOf(row) === filter || matchOf(row) === filter);
}

/** How many badges name the expected person, how many somebody else, and of how many it cannot be told. */
export function countMatches(
  rows: readonly DeskRow[],
): readonly (readonly [`person:${RecipientMatch}`, number])[] {
  return matches.flatMap((match) => {
    const count = rows.filter((row) => matchOf(row) === match).length;
    return count === 0 ? [] : [[match, count] as const];
  });
}

/** How many rows are of each kind, the commonest first. */
export function countRows(rows: readonly DeskRow[]): readonly (readonly [Verdict | 'refused', number])[] {
  const counts = new Map<Verdict | 'refused', number>();
  for (const row of rows) counts.set(kindOf(row), (counts.get(kindOf(row)) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}

/** What going online could still say: the rows that would ask, and whom. */
export function leftToAsk(rows: readonly DeskRow[]): {
  readonly ids: readonly string[];
  readonly hosts: readonly string[];
} {
  const asking = rows.filter(({ badge }) => badge !== null && badge.wouldAsk.length > 0);
  return {
    ids: asking.map(({ id }) => id),
    hosts: [...new Set(asking.flatMap(({ badge }) => badge?.wouldAsk ?? []))].sort(),
  };
}

/** Altered badges that are not asked about. */
export function countBeyondHelp(rows: readonly DeskRow[]): number {
  return rows.filter(({ badge }) => badge?.verdict === 'altered' && badge.wouldAsk.length === 0).length;
}

const matches = ['person:yours', 'person:not-yours', 'person:not-checked'] as const;

function matchOf({ badge }: DeskRow): `person:${RecipientMatch}` | null {
  return badge === null ? null : `person:${badge.expected}`;
}

function kindOf({ badge }: DeskRow): Verdict | 'refused' {
  return badge?.verdict ?? 'refused';
}

/** Ids are `f<file>.<place>`, and `f<file>` where there is no badge. */
function fileOf({ id }: DeskRow): number {
  return Number(id.slice(1).split('.')[0]);
}

function placeOf({ id }: DeskRow): number {
  return Number(id.split('.')[1] ?? 0);
}
