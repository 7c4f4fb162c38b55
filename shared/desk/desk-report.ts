import type { ErrorCode } from '../errors.ts';
import { deskTableHeads } from '../text/desk.ts';
import { displayText } from '../text/display-text.ts';
import { verdictWords } from '../text/verdicts.ts';
import type { Check, RecipientMatch, Report, Verdict } from '../verify/report.ts';
import { csvText } from './csv.ts';
import type { DeskBadge, DeskRow } from './desk-row.ts';

/** What a report of the check desk tells, in every form. */
export interface DeskReport {
  /** RFC 3339, UTC. */
  readonly madeAt: string;
  /** Name and version of the program, such as `badge-backpack/0.1.0`. */
  readonly engine: string;
  /** Whom the recipients were compared with; empty: nobody. */
  readonly expected: string;
  readonly rows: readonly ReportedRow[];
}

export interface ReportedRow {
  readonly row: DeskRow;
  /** null where the file was refused. */
  readonly report: Report | null;
}

/** How many rows have which verdict, in the order of the verdicts' words; `refused` are files without a badge. */
export function deskCounts(rows: readonly DeskRow[]): ReadonlyMap<Verdict | 'refused', number> {
  const counts = new Map<Verdict | 'refused', number>();
  for (const { badge } of rows) {
    const key = badge?.verdict ?? 'refused';
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return new Map(inOrder.flatMap((key) => (counts.has(key) ? [[key, counts.get(key) ?? 0] as const] : [])));
}

/** The best first, what was not read last. The keys of the table are the verdicts. */
const inOrder = [...(Object.keys(verdictWords) as Verdict[]), 'refused' as const];

/** The rows as a table of values, one line each. */
export function deskCsv({ rows, expected }: DeskReport): string {
  return csvText([deskTableHeads, ...rows.map(({ row }) => cellsOf(row, expected))]);
}

/** The whole report as JSON. Field names and codes are stable; sentences are for people. */
export function deskJson({ madeAt, engine, expected, rows }: DeskReport): string {
  const told = rows.map(({ row, report }) => jsonRow(row, report, expected));
  return `${JSON.stringify({ kind: 'badge-check-report', format: 1, madeAt, engine, expected, rows: told }, null, 2)}\n`;
}

interface JsonRow {
  readonly file: string;
  readonly sha256: string | null;
  readonly error: { readonly code: ErrorCode; readonly message: string; readonly next: string } | null;
  readonly badge: (Omit<DeskBadge, 'wouldAsk' | 'expected'> & { readonly expected: string | null }) | null;
  readonly checks: readonly Check[];
}

function jsonRow(
  { file, sha256, failure, badge }: DeskRow,
  report: Report | null,
  expected: string,
): JsonRow {
  return {
    file,
    sha256,
    error: failure,
    badge: badge === null ? null : jsonBadge(badge, expected),
    checks: report?.checks ?? [],
  };
}

function jsonBadge({ wouldAsk: _, ...badge }: DeskBadge, expected: string): NonNullable<JsonRow['badge']> {
  return { ...badge, expected: expected === '' ? null : matchCodes[badge.expected] };
}

/** Whether a badge names the person that was asked about, for whoever reads the data: it is nobody's own desk. */
const matchCodes: Readonly<Record<RecipientMatch, string>> = {
  yours: 'named',
  'not-yours': 'somebody-else',
  'not-checked': 'cannot-be-told',
};

function cellsOf({ file, sha256, failure, badge }: DeskRow, expected: string): readonly string[] {
  const first = [onOneLine(file), sha256 ?? '', failure?.code ?? ''];
  if (badge === null) return [...first, ...deskTableHeads.slice(first.length).map(() => '')];
  return [
    ...first,
    badge.person,
    expected === '' ? '' : matchCodes[badge.expected],
    badge.name,
    badge.issuerName,
    badge.issuerId,
    badge.version,
    badge.issuedOn ?? '',
    badge.expires ?? '',
    badge.verdict,
    badge.sentence,
    badge.checkedAt,
    badge.asOf,
    badge.mode,
    badge.unchecked.join(' '),
  ];
}

/** A path with neither line breaks nor characters that turn the text around: a row stays a row (threats C09, K04). */
function onOneLine(file: string): string {
  return displayText(file).replace(/\s+/g, ' ');
}
