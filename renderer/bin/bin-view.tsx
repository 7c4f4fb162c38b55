import { useMemo } from 'react';
import { ListBox, ListBoxItem, Virtualizer } from 'react-aria-components';
import type { BinCard } from '../../shared/ipc/views.ts';
import { limits } from '../../shared/limits.ts';
import { displayName } from '../../shared/text/display-text.ts';
import { plainDate } from '../../shared/text/plain-date.ts';
import { binWords } from '../../shared/text/ui-organise-words.ts';
import { runCommand } from '../commands/run-command.ts';
import { BadgeLayout, type BadgeLayoutOptions } from '../grid/badge-layout.ts';
import { useBin } from '../state/bin-store.ts';
import { useLibrary } from '../state/library-store.ts';
import line from '../ui/badge-line.module.css';
import { BadgeLine } from '../ui/badge-line.tsx';
import { Button } from '../ui/button.tsx';
import { chosenIds } from '../ui/chosen-ids.ts';
import { classNames } from '../ui/class-names.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { zones } from '../ui/focus.ts';
import place from '../ui/place-head.module.css';
import styles from './bin-view.module.css';

/**
 * Removed badges with the days they have left; what is selected can be restored or deleted for good. Only what is seen is
 * drawn: a whole library may lie here.
 */
export function BinView() {
  const view = useLibrary(({ library }) => (library.kind === 'ready' ? library.view : null));
  const selected = useBin((state) => state.selected);
  const select = useBin((state) => state.select);
  const bin = view?.bin ?? [];
  const layout = useMemo(() => new BadgeLayout(), []);
  const isFixed = (view?.readOnly ?? true) || selected.size === 0;
  if (bin.length === 0) {
    return <EmptyState title={binWords.emptyTitle} text={binWords.emptyText(limits.binDays)} />;
  }
  return (
    <div className={place.place} data-zone={zones.grid}>
      <div className={place.head}>
        <p className={place.text}>{binWords.text(limits.binDays)}</p>
        <div className={place.actions}>
          <Button icon="undo" isDisabled={isFixed} onPress={() => runCommand('bin.restore')}>
            {binWords.restore}
          </Button>
          <Button icon="trash" isDisabled={isFixed} onPress={() => runCommand('bin.purge')}>
            {binWords.purge}
          </Button>
          <Button kind="quiet" isDisabled={view?.readOnly ?? true} onPress={() => runCommand('bin.empty')}>
            {binWords.empty}
          </Button>
        </div>
      </div>
      <Virtualizer layout={layout} layoutOptions={rows}>
        <ListBox
          aria-label={binWords.bin}
          className={classNames(styles.list)}
          items={bin}
          selectionMode="multiple"
          selectionBehavior="replace"
          selectedKeys={selected}
          onSelectionChange={(keys) => select(chosenIds(keys, () => bin.map(({ id }) => id)))}
        >
          {(card) => (
            <ListBoxItem id={card.id} textValue={displayName(card.name)} className={classNames(line.row)}>
              <BinRow card={card} />
            </ListBoxItem>
          )}
        </ListBox>
      </Virtualizer>
    </div>
  );
}

const rows: BadgeLayoutOptions = {
  measure: { kind: 'list', rowHeight: 52, padding: 8 },
  heading: { kind: 'none' },
};

function BinRow({ card }: { readonly card: BinCard }) {
  return (
    <BadgeLine card={card}>
      <span className={line.when}>
        <span>{binWords.daysLeft(card.daysLeft)}</span>{' '}
        <time dateTime={card.removedAt}>{binWords.removedOn(plainDate(card.removedAt))}</time>
      </span>
    </BadgeLine>
  );
}
