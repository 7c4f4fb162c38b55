import { useMemo } from 'react';
import { Collection, Header, ListBox, ListBoxItem, ListBoxSection, Virtualizer } from 'react-aria-components';
import type { BadgeCard } from '../../shared/ipc/views.ts';
import { displayName } from '../../shared/text/display-text.ts';
import { plainDate } from '../../shared/text/plain-date.ts';
import { watchWords } from '../../shared/text/ui-watch-words.ts';
import { uiWords } from '../../shared/text/ui-words.ts';
import { type Ending, endingsOf } from '../../shared/watch/endings.ts';
import { BadgeLayout, type BadgeLayoutOptions } from '../grid/badge-layout.ts';
import { openDetails } from '../inspector/open-details.ts';
import { usePlace } from '../state/place-store.ts';
import { useSelection } from '../state/selection-store.ts';
import { useShownBadges } from '../state/shown-badges.ts';
import line from '../ui/badge-line.module.css';
import { BadgeLine } from '../ui/badge-line.tsx';
import { Button } from '../ui/button.tsx';
import { chosenIds } from '../ui/chosen-ids.ts';
import { classNames } from '../ui/class-names.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { VerdictLabel } from '../ui/verdict-label.tsx';
import styles from './ending-list.module.css';
import { useWatch } from './watch-store.ts';

interface Group {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly Row[];
}

interface Row {
  readonly id: string;
  readonly ending: Ending;
  readonly hasEnded: boolean;
}

/**
 * Badges that end, by month, and those that ended lately; what is selected is in the details. Only what is seen is drawn:
 * every badge of a library may end.
 */
export function EndingList() {
  const badges = useShownBadges();
  const nowMs = useWatch((state) => state.nowMs);
  const search = usePlace((state) => state.search);
  const selected = useSelection((state) => state.selected);
  const select = useSelection((state) => state.select);
  const layout = useMemo(() => new BadgeLayout(), []);
  const groups = groupsOf(badges, nowMs);
  if (groups.length === 0 && search.trim() === '')
    return <EmptyState title={watchWords.emptyTitle} text={watchWords.emptyText} />;
  if (groups.length === 0) {
    return (
      <EmptyState title={uiWords.noMatchTitle(search.trim())} text={watchWords.noMatchText}>
        <Button onPress={() => usePlace.getState().setSearch('')}>{uiWords.clearSearch}</Button>
      </EmptyState>
    );
  }
  const all = groups.flatMap(({ rows }) => rows.map(({ id }) => id));
  return (
    <Virtualizer layout={layout} layoutOptions={rows}>
      <ListBox
        aria-label={watchWords.list}
        className={classNames(styles.list)}
        items={groups}
        selectionMode="multiple"
        selectionBehavior="replace"
        selectedKeys={selected}
        onSelectionChange={(keys) => select(chosenIds(keys, () => all))}
        onAction={openDetails}
      >
        {(group) => (
          <ListBoxSection id={group.id} className={classNames(styles.group)}>
            <Header className={classNames(styles.month)}>{group.title}</Header>
            <Collection items={group.rows}>
              {(row) => (
                <ListBoxItem
                  id={row.id}
                  textValue={displayName(row.ending.card.name)}
                  className={classNames(line.row)}
                >
                  <EndingRow row={row} />
                </ListBoxItem>
              )}
            </Collection>
          </ListBoxSection>
        )}
      </ListBox>
    </Virtualizer>
  );
}

const rows: BadgeLayoutOptions = {
  measure: { kind: 'list', rowHeight: 52, padding: 8 },
  heading: { kind: 'above', height: 32 },
};

function EndingRow({ row: { ending, hasEnded } }: { readonly row: Row }) {
  const { card, days, endsAt } = ending;
  const date = plainDate(endsAt);
  return (
    <BadgeLine card={card}>
      <span className={styles.verdict}>
        <VerdictLabel verdict={card.verdict} />
      </span>{' '}
      <span className={classNames(line.when, styles.when)}>
        <span>{hasEnded ? watchWords.daysAgo(days) : watchWords.daysLeft(days)}</span>{' '}
        <time dateTime={endsAt}>{hasEnded ? watchWords.endedOn(date) : watchWords.endsOn(date)}</time>
      </span>
    </BadgeLine>
  );
}

function groupsOf(badges: readonly BadgeCard[], nowMs: number): readonly Group[] {
  const { months, ended } = endingsOf(badges, nowMs);
  const rowsOf = (endings: readonly Ending[], hasEnded: boolean) =>
    endings.map((ending): Row => ({ id: ending.card.id, ending, hasEnded }));
  const groups = months.map(({ year, month, endings }) => ({
    id: `${year}-${month}`,
    title: watchWords.month(year, month),
    rows: rowsOf(endings, false),
  }));
  if (ended.length === 0) return groups;
  return [...groups, { id: 'ended', title: watchWords.ended, rows: rowsOf(ended, true) }];
}
