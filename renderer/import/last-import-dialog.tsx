import { useEffect, useState } from 'react';
import type { KeptImport } from '../../shared/ipc/import-views.ts';
import { plainDate } from '../../shared/text/plain-date.ts';
import { importWords } from '../../shared/text/ui-import-words.ts';
import { bridge } from '../bridge.ts';
import { settle } from '../commands/settle.ts';
import { useDialog } from '../state/dialog-store.ts';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import { FilteredRows } from './filtered-rows.tsx';
import styles from './last-import-dialog.module.css';
import { summaryOf } from './summary.ts';

/** What came of the last imports, one at a time, the newest first. */
export function LastImportDialog() {
  const close = useDialog((state) => state.close);
  const [back, setBack] = useState(0);
  const kept = useKept(back);
  return (
    <Dialog title={importWords.lastTitle} width="wide" onClose={close}>
      {kept === 'none' ? <p>{importWords.lastNone}</p> : null}
      {kept === 'loading' || kept === 'none' ? null : (
        <>
          <p className={styles.summary}>
            {importWords.lastAt(plainDate(kept.at), timeOf(kept.at))}: {summaryOf(kept.rows)}
          </p>
          <div className={styles.rows}>
            <FilteredRows
              key={kept.at}
              rows={kept.rows.map((row, key) => ({ ...row, key }))}
              onFetch={close}
            />
          </div>
          <DialogActions>
            <span className={styles.position}>{importWords.lastPosition(kept.back + 1, kept.count)}</span>
            <Button isDisabled={back + 1 >= kept.count} onPress={() => setBack(back + 1)}>
              {importWords.lastOlder}
            </Button>
            <Button isDisabled={back === 0} onPress={() => setBack(back - 1)}>
              {importWords.lastNewer}
            </Button>
          </DialogActions>
        </>
      )}
    </Dialog>
  );
}

/** Hours and minutes of this computer's clock. */
function timeOf(rfc3339: string): string {
  return new Date(rfc3339).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}

/** The import so many imports back. */
function useKept(back: number): KeptImport | 'loading' | 'none' {
  const [kept, setKept] = useState<KeptImport | 'loading' | 'none'>('loading');
  useEffect(() => {
    let isWanted = true;
    void settle(bridge().getImport(back)).then((settled) => {
      if (isWanted) setKept(settled?.value ?? 'none');
    });
    return () => {
      isWanted = false;
    };
  }, [back]);
  return kept;
}
