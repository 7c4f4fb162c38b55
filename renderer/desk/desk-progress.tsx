import { ProgressBar } from 'react-aria-components';
import { deskWords } from '../../shared/text/ui-desk-words.ts';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { cancelDesk } from './desk-commands.ts';
import styles from './desk-progress.module.css';
import { useDesk } from './desk-store.ts';

/** How far the work is, and a way to stop it. */
export function DeskProgress() {
  const progress = useDesk((state) => state.progress);
  if (progress === null) return null;
  const { done, total } = progress;
  return (
    <div className={styles.running}>
      <ProgressBar
        aria-label={deskWords.title}
        className={classNames(styles.progress)}
        value={done}
        maxValue={total ?? 1}
        isIndeterminate={total === null}
      >
        <span className={styles.words}>{deskWords.progress(done, total)}</span>
        <progress
          className={styles.bar}
          aria-hidden="true"
          max={total ?? undefined}
          value={total === null ? undefined : done}
        />
      </ProgressBar>
      <Button onPress={() => void cancelDesk()}>{deskWords.stop}</Button>
    </div>
  );
}
