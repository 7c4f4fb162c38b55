import { importWords } from '../../shared/text/ui-import-words.ts';
import { cancelImport } from '../commands/import-commands.ts';
import { runCommand } from '../commands/run-command.ts';
import { useImport } from '../state/import-store.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { WorkProgress } from '../ui/work-progress.tsx';
import { FilteredRows } from './filtered-rows.tsx';
import styles from './import-panel.module.css';
import { summaryOf } from './summary.ts';

/** What is being added, and a row for each file of what came of it. Never in the way: it lies below the badges. */
export function ImportPanel() {
  const progress = useImport((state) => state.progress);
  const rows = useImport((state) => state.rows);
  const dismissAll = useImport((state) => state.dismissAll);
  const dismiss = useImport((state) => state.dismiss);
  if (progress === null && rows.length === 0) return null;
  return (
    <section className={styles.panel} aria-label={importWords.panel}>
      {progress === null ? null : (
        <WorkProgress
          label={importWords.panel}
          progress={progress}
          words={importWords.progress(progress.done, progress.total)}
          stop={importWords.stop}
          onStop={() => void cancelImport()}
        />
      )}
      {rows.length === 0 ? null : (
        <>
          <header className={styles.header}>
            <h2 title={summaryOf(rows)}>{summaryOf(rows)}</h2>
            <span className={styles.tools}>
              <Button kind="quiet" onPress={() => runCommand('import.last')}>
                {importWords.showLast}
              </Button>
              <IconButton icon="cross" label={importWords.dismissAll} onPress={dismissAll} />
            </span>
          </header>
          <FilteredRows key={rows[0]?.key} rows={rows} onFetch={(row) => dismiss(row.key)} />
        </>
      )}
    </section>
  );
}
