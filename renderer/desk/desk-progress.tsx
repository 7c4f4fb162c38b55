import { deskWords } from '../../shared/text/ui-desk-words.ts';
import { WorkProgress } from '../ui/work-progress.tsx';
import { cancelDesk } from './desk-commands.ts';
import styles from './desk-progress.module.css';
import { useDesk } from './desk-store.ts';

/** How far the work is, and a way to stop it. */
export function DeskProgress() {
  const progress = useDesk((state) => state.progress);
  if (progress === null) return null;
  return (
    <div className={styles.line}>
      <WorkProgress
        label={deskWords.title}
        progress={progress}
        words={deskWords.progress(progress.done, progress.total)}
        stop={deskWords.stop}
        onStop={() => void cancelDesk()}
      />
    </div>
  );
}
