import { displayName, displayText } from '../../shared/text/display-text.ts';
import { watchWords } from '../../shared/text/ui-watch-words.ts';
import { useLibrary } from '../state/library-store.ts';
import { Button } from '../ui/button.tsx';
import styles from './changed-badges.module.css';
import { useNews } from './use-news.ts';
import { askToRecheck, dismissSummary, openBadge } from './watch-commands.ts';
import { useWatch } from './watch-store.ts';

/** What the last check found different, one sentence for each change; each name leads to its badge. */
export function ChangedBadges() {
  const { summary } = useNews();
  const badges = useLibrary(({ library }) => (library.kind === 'ready' ? library.view.badges : null));
  const isBusy = useWatch((state) => state.progress !== null);
  if (summary === null) return null;
  const here = new Set(badges?.map(({ id }) => id));
  const further = summary.furtherIds.filter((id) => here.has(id));
  return (
    <section className={styles.changed} aria-label={watchWords.changedTitle}>
      <div className={styles.head}>
        <h2 className={styles.title}>{watchWords.changedTitle}</h2>
        <Button kind="quiet" icon="check" onPress={() => void dismissSummary()}>
          {watchWords.read}
        </Button>
      </div>
      <p className={styles.muted}>{watchWords.finished(summary)}</p>
      {summary.changed.length === 0 ? null : (
        <ul className={styles.list}>
          {summary.changed.map(({ id, name, sentences }) => (
            <li key={id}>
              {here.has(id) ? (
                <Button kind="link" className={styles.name} onPress={() => openBadge(id)}>
                  <bdi>{displayName(name)}</bdi>
                </Button>
              ) : (
                <p className={styles.name}>
                  <bdi>{displayName(name)}</bdi> <span className={styles.muted}>{watchWords.gone}</span>
                </p>
              )}
              {sentences.map((sentence) => (
                <p key={sentence}>
                  <bdi>{displayText(sentence)}</bdi>
                </p>
              ))}
            </li>
          ))}
        </ul>
      )}
      {summary.further.length === 0 ? null : (
        <div className={styles.further}>
          <p className={styles.muted}>
            <bdi>{watchWords.further(summary.further.map((host) => displayName(host)))}</bdi>
          </p>
          {further.length === 0 ? null : (
            <Button icon="refresh" isDisabled={isBusy} onPress={() => askToRecheck(further)}>
              {watchWords.askFurther(summary.further.length)}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
