import { uiWords } from '../shared/text/ui-words.ts';
import styles from './notices.module.css';
import { useChecks } from './state/check-store.ts';
import { useLibrary } from './state/library-store.ts';
import { Icon } from './ui/icon.tsx';
import { useNews } from './watch/use-news.ts';
import { WatchNotices } from './watch/watch-notices.tsx';

/** What holds for the whole backpack: problems found on opening it, read-only, a check that runs. */
export function Notices() {
  const view = useLibrary(({ library }) => (library.kind === 'ready' ? library.view : null));
  const progress = useChecks((state) => state.progress);
  const sentences = [
    ...(view?.readOnly ? [uiWords.readOnly] : []),
    ...(view?.problems ?? []).map(({ message, next }) => uiWords.failure(message, next)),
  ];
  const hasNews = useNews().isNoticed;
  if (sentences.length === 0 && progress === null && !hasNews) return null;
  return (
    <div className={styles.notices}>
      {sentences.map((sentence) => (
        <p key={sentence} className={styles.problem}>
          <Icon name="exclamation" size="small" />
          <bdi>{sentence}</bdi>
        </p>
      ))}
      {progress === null ? null : (
        <p className={styles.progress}>{uiWords.checkProgress(progress.done, progress.total)}</p>
      )}
      {hasNews ? <WatchNotices /> : null}
    </div>
  );
}
