import { displayName } from '../../shared/text/display-text.ts';
import { watchWords } from '../../shared/text/ui-watch-words.ts';
import { uiWords } from '../../shared/text/ui-words.ts';
import { endWords } from '../../shared/text/watch.ts';
import { runCommand } from '../commands/run-command.ts';
import { usePlace } from '../state/place-store.ts';
import { Button } from '../ui/button.tsx';
import { Icon, type IconName } from '../ui/icon.tsx';
import { useNews } from './use-news.ts';
import { dismissEnds, dismissSummary, stopWatch } from './watch-commands.ts';
import styles from './watch-notices.module.css';
import { useWatch } from './watch-store.ts';

/** Names of so many badges, then how many more. */
const named = 3;

/** What the watch has to tell, quietly: how far a check is, what it found, what ends soon. Each stays until it was read. */
export function WatchNotices() {
  const { ends, summary } = useNews();
  const progress = useWatch((state) => state.progress);
  const isShown = usePlace(({ place }) => place.kind === 'watch');
  return (
    <>
      {progress?.step === 'asking' ? (
        <div className={styles.notice}>
          <Icon name="running" size="small" />
          <p className={styles.text}>{watchWords.asking(progress.done, progress.total)}</p>
          <Button kind="quiet" onPress={() => void stopWatch()}>
            {watchWords.stop}
          </Button>
        </div>
      ) : null}
      {summary === null || isShown ? null : (
        <Notice
          icon="refresh"
          text={
            summary.changed.length === 0
              ? watchWords.finished(summary)
              : watchWords.changed(
                  summary.changed.slice(0, named).map(({ name }) => displayName(name)),
                  summary.changed.length,
                )
          }
          onDismiss={dismissSummary}
        />
      )}
      {ends.length === 0 ? null : (
        <Notice
          icon="calendar"
          text={endWords.soon(ends.length)}
          onDismiss={() => dismissEnds(ends.map(({ card }) => card.id))}
        />
      )}
    </>
  );
}

interface NoticeProps {
  readonly icon: IconName;
  readonly text: string;
  readonly onDismiss: () => Promise<void>;
}

function Notice({ icon, text, onDismiss }: NoticeProps) {
  const isShown = usePlace(({ place }) => place.kind === 'watch');
  return (
    <div className={styles.notice}>
      <Icon name={icon} size="small" />
      <p className={styles.text}>
        <bdi>{text}</bdi>
      </p>
      {isShown ? null : (
        <Button
          kind="quiet"
          aria-label={`${watchWords.show}: ${text}`}
          onPress={() => runCommand('go.watch')}
        >
          {watchWords.show}
        </Button>
      )}
      <Button kind="quiet" aria-label={`${uiWords.dismiss}: ${text}`} onPress={() => void onDismiss()}>
        {uiWords.dismiss}
      </Button>
    </div>
  );
}
