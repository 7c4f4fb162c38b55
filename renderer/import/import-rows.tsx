import { useState } from 'react';
import { importWords } from '../../shared/text/ui-import-words.ts';
import type { ShownRow } from '../state/import-store.ts';
import { Button } from '../ui/button.tsx';
import styles from './import-panel.module.css';
import { ImportRowLine } from './import-row-line.tsx';

/** Drawing a thousand rows at once would hold the window up. */
const rowsAtOnce = 100;

interface ImportRowsProps {
  readonly rows: readonly ShownRow[];
  /** The badge that the row leads to is being fetched. */
  readonly onFetch: (row: ShownRow) => void;
}

/** A row for each file, some at a time. */
export function ImportRows({ rows, onFetch }: ImportRowsProps) {
  const [shown, setShown] = useState(rowsAtOnce);
  const left = rows.length - shown;
  return (
    <ul className={styles.rows}>
      {rows.slice(0, shown).map((row) => (
        <ImportRowLine key={row.key} row={row} onFetch={() => onFetch(row)} />
      ))}
      {left > 0 ? (
        <li className={styles.more}>
          <Button kind="quiet" onPress={() => setShown(shown + rowsAtOnce)}>
            {importWords.moreRows(Math.min(left, rowsAtOnce))}
          </Button>
        </li>
      ) : null}
    </ul>
  );
}
