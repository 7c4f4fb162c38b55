import { detailsWords } from '../../shared/text/ui-details-words.ts';
import { uiWords } from '../../shared/text/ui-words.ts';
import { useDetails } from '../state/details-store.ts';
import { useSelection } from '../state/selection-store.ts';
import { Button } from '../ui/button.tsx';
import { focusGrid, zones } from '../ui/focus.ts';
import styles from './inspector.module.css';
import { ManySelected } from './many-selected.tsx';
import { SelectedBadge } from './selected-badge.tsx';

/** Everything about the badge that is selected; Escape goes back to the badges. */
export function Inspector() {
  const details = useDetails((state) => state.details);
  const count = useSelection(({ selected }) => selected.size);
  const setDetailsPageOpen = useSelection((state) => state.setDetailsPageOpen);
  const leave = () => {
    setDetailsPageOpen(false);
    requestAnimationFrame(focusGrid);
  };
  return (
    <aside
      className={styles.inspector}
      aria-label={uiWords.details}
      data-zone={zones.details}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) leave();
      }}
    >
      <div className={styles.back}>
        <Button kind="quiet" icon="back" onPress={leave}>
          {uiWords.back}
        </Button>
      </div>
      {count > 1 ? <ManySelected count={count} /> : null}
      {count === 0 ? <Nothing /> : null}
      {count === 1 && details.kind === 'failed' ? (
        <p className={styles.message}>{uiWords.failure(details.failure.message, details.failure.next)}</p>
      ) : null}
      {count === 1 && details.kind === 'ready' ? (
        <SelectedBadge key={details.id} details={details.details} />
      ) : null}
    </aside>
  );
}

function Nothing() {
  return (
    <div className={styles.message}>
      <h2>{detailsWords.nothingTitle}</h2>
      <p>{detailsWords.nothingText}</p>
    </div>
  );
}
