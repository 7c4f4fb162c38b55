import type { ImportRow } from '../../shared/ipc/import-views.ts';
import { importWords } from '../../shared/text/ui-import-words.ts';

/** The rows of an import in one line. */
export function summaryOf(rows: readonly ImportRow[]): string {
  const count = (outcome: ImportRow['outcome']): number =>
    rows.filter((row) => row.outcome === outcome).length;
  return importWords.summary(
    count('imported'),
    count('edition'),
    count('already'),
    count('refused'),
    count('cancelled'),
  );
}
