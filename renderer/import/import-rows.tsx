import { useState } from 'react';
import { importWords } from '../../shared/text/ui-import-words.ts';
import type { ShownRow } from '../state/import-store.ts';
import { Button } from '../ui/button.tsx';
import styles from './import-panel.module.css';
import { ImportRowLine } from './import-row-line.tsx';

/** Drawing a thousand rows at once would hold the window up. */
const rowsAtOnce = 100;

/** A row for each file, some at a time. */
export function ImportRows({ rows }: { readonly rows: readonly ShownRow[] }) {
  const [shown, setShown] = useState(rowsAtOnce);
  const left = rows.length - shown;
  return (
    <ul className={styles.rows}>
      {rows.slice(0, shown).map((row) => (
        <ImportRowLine key={row.key} row={row} />
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
