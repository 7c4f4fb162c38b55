import { ProgressBar } from 'react-aria-components';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import styles from './work-progress.module.css';

interface WorkProgressProps {
  readonly label: string;
  /** `total` null: still being counted. */
  readonly progress: { readonly done: number; readonly total: number | null };
  readonly words: string;
  readonly stop: string;
  readonly onStop: () => void;
}

/** How far long work is, in words and as a bar, and a way to stop it. */
export function WorkProgress({ label, progress, words, stop, onStop }: WorkProgressProps) {
  const { done, total } = progress;
  return (
    <div className={styles.running}>
      <ProgressBar
        aria-label={label}
        className={classNames(styles.progress)}
        value={done}
        maxValue={total ?? 1}
        isIndeterminate={total === null}
      >
        <span className={styles.words}>{words}</span>
        <progress
          className={styles.bar}
          aria-hidden="true"
          max={total ?? undefined}
          value={total === null ? undefined : done}
        />
      </ProgressBar>
      <Button onPress={onStop}>{stop}</Button>
    </div>
  );
}
