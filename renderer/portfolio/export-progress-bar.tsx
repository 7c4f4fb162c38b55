import { exportWords } from '../../shared/text/ui-dialog-words.ts';
import styles from './export-dialog.module.css';
import { useExport } from './export-store.ts';

/** How far an export is: each badge is checked, then written. */
export function ExportProgressBar() {
  const progress = useExport((state) => state.progress);
  const words = progress === null ? exportWords.saving : exportWords.progress(progress.done, progress.total);
  return (
    <div className={styles.progress}>
      <p role="status">{words}</p>
      <progress
        aria-label={exportWords.saving}
        {...(progress === null ? {} : { value: progress.done, max: progress.total })}
      />
    </div>
  );
}
