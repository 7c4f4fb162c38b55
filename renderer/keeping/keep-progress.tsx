import { keepWords } from '../../shared/text/ui-keep-words.ts';
import { uiWords } from '../../shared/text/ui-words.ts';
import { keep } from '../commands/keep-commands.ts';
import { useKeep } from '../state/keep-store.ts';
import { Button } from '../ui/button.tsx';
import { DialogActions } from '../ui/dialog.tsx';
import styles from './keeping.module.css';

/** How far it is, with a way to stop it where stopping is possible. */
export function KeepProgress({ canCancel }: { readonly canCancel: boolean }) {
  const progress = useKeep((state) => state.progress);
  const words = progress === null ? keepWords.working : `${keepWords.steps[progress.step]}…`;
  return (
    <>
      <div className={styles.progress}>
        <p role="status">{words}</p>
        <progress
          aria-label={words}
          {...(progress === null || progress.total < 2 ? {} : { value: progress.done, max: progress.total })}
        />
      </div>
      {canCancel ? (
        <DialogActions>
          <Button autoFocus onPress={() => void keep({ do: 'cancel' })}>
            {uiWords.cancel}
          </Button>
        </DialogActions>
      ) : null}
    </>
  );
}
