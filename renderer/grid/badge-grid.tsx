import { type KeyboardEvent, useMemo } from 'react';
import { ListBox, ListBoxItem, type Selection, useDragAndDrop, Virtualizer } from 'react-aria-components';
import type { BadgeCard as Card } from '../../shared/ipc/views.ts';
import { displayName } from '../../shared/text/display-text.ts';
import { uiWords } from '../../shared/text/ui-words.ts';
import { isTypingName } from '../commands/type-ahead.ts';
import { openDetails } from '../inspector/open-details.ts';
import { useImport } from '../state/import-store.ts';
import { useSelection } from '../state/selection-store.ts';
import { useSettings } from '../state/settings-store.ts';
import { classNames } from '../ui/class-names.ts';
import { zones } from '../ui/focus.ts';
import { BadgeCard } from './badge-card.tsx';
import styles from './badge-grid.module.css';
import { BadgeLayout } from './badge-layout.ts';
import { BadgeRow } from './badge-row.tsx';
import { badgeDragType } from './drag-type.ts';
import { measureOf } from './measure.ts';

/** The badges, as cards or rows: one tab stop, everything by keyboard, only what is seen is drawn. */
export function BadgeGrid({ badges }: { readonly badges: readonly Card[] }) {
  const view = useSettings(({ settings }) => settings.view);
  const cardSize = useSettings(({ settings }) => settings.cardSize);
  const selected = useSelection((state) => state.selected);
  const select = useSelection((state) => state.select);
  const fresh = useImport((state) => state.fresh);
  const measure = useMemo(() => measureOf(view, cardSize), [view, cardSize]);
  const { dragAndDropHooks } = useDragAndDrop<Card>({
    getItems: (keys, items) =>
      [...keys].map((key) => ({
        [badgeDragType]: String(key),
        'text/plain': items.find((item) => item.id === key)?.name ?? '',
      })),
    getAllowedDropOperations: () => ['copy'],
    renderDragPreview: (items) => <div className={styles.preview}>{uiWords.badgeCount(items.length)}</div>,
  });

  return (
    <div className={styles.zone} data-zone={zones.grid} onKeyDownCapture={toggleBySpace}>
      <Virtualizer layout={BadgeLayout} layoutOptions={measure}>
        <ListBox
          key={view}
          aria-label={uiWords.badges}
          className={classNames(styles.list)}
          items={badges}
          layout={view === 'grid' ? 'grid' : 'stack'}
          selectionMode="multiple"
          selectionBehavior="replace"
          selectedKeys={selected}
          onSelectionChange={(keys: Selection) =>
            select(keys === 'all' ? badges.map(({ id }) => id) : toIds(keys))
          }
          onAction={openDetails}
          dragAndDropHooks={dragAndDropHooks}
          dependencies={[fresh]}
        >
          {(card) => (
            <ListBoxItem
              id={card.id}
              textValue={displayName(card.name)}
              className={classNames(
                styles.item,
                view === 'list' && styles.row,
                fresh.has(card.id) && styles.fresh,
              )}
            >
              {view === 'grid' ? <BadgeCard card={card} /> : <BadgeRow card={card} />}
            </ListBoxItem>
          )}
        </ListBox>
      </Virtualizer>
    </div>
  );
}

function toIds(keys: Iterable<string | number>): readonly string[] {
  return [...keys].map(String);
}

/** Space adds the focused badge to the selection or takes it out, unless it belongs to a name being typed. */
function toggleBySpace(event: KeyboardEvent): void {
  if (event.key !== ' ' || event.ctrlKey || event.metaKey || event.shiftKey || isTypingName(event.timeStamp))
    return;
  const id = document.activeElement?.getAttribute('data-key');
  if (!id) return;
  event.preventDefault();
  event.stopPropagation();
  const { selected, select } = useSelection.getState();
  select(selected.has(id) ? [...selected].filter((other) => other !== id) : [...selected, id]);
}
