import { deskWords } from '../../shared/text/ui-desk-words.ts';
import { uiWords } from '../../shared/text/ui-words.ts';
import page from '../inspector/inspector.module.css';
import { Button } from '../ui/button.tsx';
import { DeskBadgeView } from './desk-badge-view.tsx';
import styles from './desk-inspector.module.css';
import { useDesk } from './desk-store.ts';

/** Everything about the row that is looked at. */
export function DeskInspector() {
  const current = useDesk((state) => state.current);
  const details = useDesk((state) => state.details);
  const setCurrent = useDesk((state) => state.setCurrent);
  const row = useDesk(({ rows }) => rows.find(({ id }) => id === current));
  return (
    // A region that scrolls takes the focus, so that it can be scrolled by keys.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <aside className={styles.inspector} aria-label={uiWords.details} tabIndex={0}>
      <div className={page.back}>
        <Button kind="quiet" icon="back" onPress={() => setCurrent(null)}>
          {uiWords.back}
        </Button>
      </div>
      {row === undefined ? (
        <div className={page.message}>
          <h2>{deskWords.detailsEmptyTitle}</h2>
          <p>{deskWords.detailsEmptyText}</p>
        </div>
      ) : null}
      {row?.failure ? (
        <div className={page.message}>
          <h2>{deskWords.refusedDetails}</h2>
          <p>{row.failure.message}</p>
          <p>{row.failure.next}</p>
        </div>
      ) : null}
      {details.kind === 'failed' && row?.badge ? (
        <p className={page.message}>{uiWords.failure(details.failure.message, details.failure.next)}</p>
      ) : null}
      {row?.badge && details.kind === 'ready' && details.details.card.id === row.id ? (
        <DeskBadgeView key={row.id} row={row} badge={row.badge} details={details.details} />
      ) : null}
    </aside>
  );
}
