import { useMemo } from 'react';
import { watchWords } from '../../shared/text/ui-watch-words.ts';
import { endingsOf } from '../../shared/watch/endings.ts';
import { runCommand } from '../commands/run-command.ts';
import { useLibrary } from '../state/library-store.ts';
import { Button } from '../ui/button.tsx';
import { zones } from '../ui/focus.ts';
import place from '../ui/place-head.module.css';
import { ChangedBadges } from './changed-badges.tsx';
import { EndingList } from './ending-list.tsx';
import { useWatch } from './watch-store.ts';
import styles from './watch-view.module.css';

/** What changed since it was checked before, then what ends, by month, and what ended lately. */
export function WatchView() {
  const isReadOnly = useLibrary(({ library }) => library.kind !== 'ready' || library.view.readOnly);
  const badges = useLibrary(({ library }) => (library.kind === 'ready' ? library.view.badges : null));
  const nowMs = useWatch((state) => state.nowMs);
  const later = useMemo(() => endingsOf(badges ?? [], nowMs).later, [badges, nowMs]);
  const isEmpty = badges === null || badges.length === 0;
  const isRunning = useWatch((state) => state.progress !== null);
  return (
    <div className={place.place} data-zone={zones.grid}>
      <div className={place.head}>
        <p className={place.text}>
          {watchWords.text}
          {later === 0 ? null : ` ${watchWords.later(later)}`}
        </p>
        <div className={place.actions}>
          <Button
            icon="refresh"
            isDisabled={isReadOnly || isEmpty || isRunning}
            onPress={() => runCommand('watch.check-all')}
          >
            {watchWords.checkAll}
          </Button>
          <Button icon="calendar" isDisabled={isEmpty} onPress={() => runCommand('watch.calendar')}>
            {watchWords.saveCalendar}
          </Button>
        </div>
      </div>
      <div className={styles.body}>
        <ChangedBadges />
        <EndingList />
      </div>
    </div>
  );
}
