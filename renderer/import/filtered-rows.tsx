import { useState } from 'react';
import { importWords } from '../../shared/text/ui-import-words.ts';
import { copy } from '../commands/copy.ts';
import type { ShownRow } from '../state/import-store.ts';
import { Button } from '../ui/button.tsx';
import styles from './filtered-rows.module.css';
import { ImportRows } from './import-rows.tsx';
import { filtered, groupsOf, type RowFilter, textOfRows } from './row-filter.ts';

interface FilteredRowsProps {
  readonly rows: readonly ShownRow[];
  readonly onFetch: (row: ShownRow) => void;
}

/** What one copy may hold: the most that main takes. */
const copiedCharacters = 900_000;

/** The rows of an import, of which a person may look at one kind alone, or copy them. */
export function FilteredRows({ rows, onFetch }: FilteredRowsProps) {
  const [wanted, setFilter] = useState<RowFilter>('all');
  const groups = groupsOf(rows);
  const filter = groups.some((group) => group.filter === wanted) ? wanted : 'all';
  const shown = filtered(rows, filter);
  return (
    <>
      <div className={styles.bar}>
        <fieldset className={styles.filters} aria-label={importWords.filterLabel}>
          {groups.map((group) => (
            <Button
              key={group.filter}
              kind="quiet"
              className={group.filter === filter ? styles.chosen : undefined}
              aria-pressed={group.filter === filter}
              onPress={() => setFilter(group.filter)}
            >
              {importWords.filter(importWords.filters[group.filter], group.count)}
            </Button>
          ))}
        </fieldset>
        <Button kind="quiet" onPress={() => void copy(textOfRows(shown, copiedCharacters))}>
          {importWords.copy}
        </Button>
      </div>
      <ImportRows key={filter} rows={shown} onFetch={onFetch} />
    </>
  );
}
