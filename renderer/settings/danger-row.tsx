import { deleteWords } from '../../shared/text/ui-delete-words.ts';
import { useDialog } from '../state/dialog-store.ts';
import { Button } from '../ui/button.tsx';
import styles from './settings.module.css';

/** The way to the dialog that deletes everything. */
export function DangerRow() {
  const open = useDialog((state) => state.open);
  return (
    <section className={styles.setting} aria-label={deleteWords.danger}>
      <h3 className={styles.title}>{deleteWords.danger}</h3>
      <p className={styles.text}>{deleteWords.dangerText}</p>
      <div>
        <Button kind="danger" icon="trash" onPress={() => open({ kind: 'delete-everything' })}>
          {deleteWords.open}
        </Button>
      </div>
    </section>
  );
}
