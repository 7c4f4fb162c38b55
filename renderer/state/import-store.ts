import { create } from 'zustand';
import type { ImportProgress, ImportRow, ImportSummary } from '../../shared/ipc/import-views.ts';
import { isTakenIn } from '../../shared/library/import-outcome.ts';

/** A file's row, with a key of its own: two files may have one name. */
export interface ShownRow extends ImportRow {
  readonly key: number;
}

interface ImportStore {
  /** null: nothing is being imported. */
  readonly progress: ImportProgress | null;
  /** Rows that were not dismissed, failures first. */
  readonly rows: readonly ShownRow[];
  /** Badges that just came in, unless they are many: their cards settle. */
  readonly fresh: ReadonlySet<string>;
  readonly started: () => void;
  readonly progressed: (progress: ImportProgress) => void;
  readonly finished: (summary: ImportSummary) => void;
  readonly stopped: () => void;
  readonly dismissSuccesses: () => void;
  readonly dismiss: (key: number) => void;
  readonly dismissAll: () => void;
}

let nextKey = 1;
/** More than these would be a stampede. */
const mostSettling = 24;

/** The import that runs, and what came of the last ones. */
export const useImport = create<ImportStore>((set) => ({
  progress: null,
  rows: [],
  fresh: new Set(),
  started: () => set({ progress: { done: 0, total: null, imported: 0, finished: false } }),
  progressed: (progress) => set({ progress: progress.finished ? null : progress }),
  finished: (summary) =>
    set(({ rows }) => ({
      progress: null,
      rows: failuresFirst([...rows, ...summary.rows.map((row) => ({ ...row, key: nextKey++ }))]),
      fresh: freshOf(summary),
    })),
  stopped: () => set({ progress: null }),
  dismissSuccesses: () => set(({ rows }) => ({ rows: rows.filter(isFailure), fresh: new Set() })),
  dismiss: (key) => set(({ rows }) => ({ rows: rows.filter((row) => row.key !== key) })),
  dismissAll: () => set({ rows: [], fresh: new Set() }),
}));

/** A row that stays until it is dismissed. */
export function isFailure(row: ImportRow): boolean {
  return row.outcome === 'refused';
}

function freshOf({ rows }: ImportSummary): ReadonlySet<string> {
  const ids = rows.flatMap((row) => (isTakenIn(row) ? row.badgeIds : []));
  return new Set(ids.length <= mostSettling ? ids : []);
}

function failuresFirst(rows: readonly ShownRow[]): readonly ShownRow[] {
  return [...rows.filter(isFailure), ...rows.filter((row) => !isFailure(row))];
}
