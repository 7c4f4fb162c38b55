import { type KeyboardEvent, useContext, useMemo } from 'react';
import {
  Collection,
  Header,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  ListStateContext,
  Virtualizer,
} from 'react-aria-components';
import type { BadgeCard as Card, Settings } from '../../shared/ipc/views.ts';
import type { CardGroup } from '../../shared/library/groups.ts';
import { displayName } from '../../shared/text/display-text.ts';
import { uiWords } from '../../shared/text/ui-words.ts';
import { isTypingName } from '../commands/type-ahead.ts';
import { openDetails } from '../inspector/open-details.ts';
import { learnFrom } from '../state/anchored.ts';
import { useImport } from '../state/import-store.ts';
import { useSelection } from '../state/selection-store.ts';
import { useSettings } from '../state/settings-store.ts';
import { groupOf } from '../state/shown-order.ts';
import { chosenIds } from '../ui/chosen-ids.ts';
import { classNames } from '../ui/class-names.ts';
import { zones } from '../ui/focus.ts';
import { BadgeCard } from './badge-card.tsx';
import { useBadgeDrag } from './badge-drag.tsx';
import styles from './badge-grid.module.css';
import { BadgeLayout } from './badge-layout.ts';
import { BadgeRow } from './badge-row.tsx';
import { BadgeTile } from './badge-tile.tsx';
import { createGridKeyboard } from './grid-keyboard.ts';
import { groupTitle } from './group-title.ts';
import { measureOf } from './measure.ts';
import type { Heading } from './placement.ts';

interface BadgeGridProps {
  readonly badges: readonly Card[];
  readonly groups: readonly CardGroup[];
}

/** The badges, as cards, rows or on a timeline: one tab stop, everything by keyboard, only what is seen is drawn. */
export function BadgeGrid({ badges, groups }: BadgeGridProps) {
  const settings = useSettings((state) => state.settings);
  const { view, cardSize } = settings;
  const selected = useSelection((state) => state.selected);
  const select = useSelection((state) => state.select);
  const fresh = useImport((state) => state.fresh);
  const by = groupOf(settings);
  const options = useMemo(
    () => ({ measure: measureOf(view, cardSize), heading: headingOf(view, by !== 'none') }),
    [view, cardSize, by],
  );
  // Another kind of list is another list to react-aria, which then begins anew.
  const kind = `${view} ${by}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new layout for each kind, not for each drawing.
  const layout = useMemo(() => new BadgeLayout(), [kind]);
  const keyboard = useMemo(() => ({ keyboardDelegate: createGridKeyboard(layout) }), [layout]);
  const { dragAndDropHooks, canReorder } = useBadgeDrag();

  const item = (card: Card) => (
    <ListBoxItem
      id={card.id}
      textValue={displayName(card.name)}
      className={classNames(styles.item, view === 'list' && styles.row, fresh.has(card.id) && styles.fresh)}
    >
      <BadgeItem view={view} card={card} />
    </ListBoxItem>
  );
  return (
    <div className={styles.zone} data-zone={zones.grid} onKeyDownCapture={toggleBySpace}>
      <Virtualizer layout={layout} layoutOptions={options}>
        <ListBox<Card | GroupItem>
          key={`${kind} ${canReorder}`}
          aria-label={uiWords.badges}
          className={classNames(styles.list, options.heading.kind === 'above' && styles.headed)}
          items={by === 'none' ? badges : groups.map(toItem)}
          layout={view === 'list' ? 'stack' : 'grid'}
          {...keyboard}
          selectionMode="multiple"
          selectionBehavior="replace"
          selectedKeys={selected}
          onSelectionChange={(keys) => select(chosenIds(keys, () => badges.map(({ id }) => id)))}
          onAction={openDetails}
          dragAndDropHooks={dragAndDropHooks}
          dependencies={[fresh]}
        >
          {(each) =>
            'group' in each ? (
              <ListBoxSection id={each.id} className={classNames(styles.group)}>
                <Header className={classNames(view === 'timeline' ? styles.when : styles.heading)}>
                  <GroupHeading group={each.group} settings={settings} />
                </Header>
                <Collection items={each.group.cards} dependencies={[fresh]}>
                  {item}
                </Collection>
              </ListBoxSection>
            ) : (
              item(each)
            )
          }
        </ListBox>
      </Virtualizer>
    </div>
  );
}

interface GroupItem {
  readonly id: string;
  readonly group: CardGroup;
}

function toItem(group: CardGroup): GroupItem {
  return { id: `group ${group.key}`, group };
}

function headingOf(view: Settings['view'], isGrouped: boolean): Heading {
  if (!isGrouped) return { kind: 'none' };
  return view === 'timeline' ? { kind: 'beside', width: 156 } : { kind: 'above', height: 40 };
}

function BadgeItem({ view, card }: { readonly view: Settings['view']; readonly card: Card }) {
  const list = useContext(ListStateContext);
  if (list !== null) learnFrom(list.selectionManager.rawSelection);
  switch (view) {
    case 'grid':
      return <BadgeCard card={card} />;
    case 'list':
      return <BadgeRow card={card} />;
    case 'timeline':
      return <BadgeTile card={card} />;
  }
}

function GroupHeading({ group, settings }: { readonly group: CardGroup; readonly settings: Settings }) {
  return (
    <span className={styles.said}>
      <bdi className={styles.groupName}>{groupTitle(group, settings)}</bdi>{' '}
      <span className={styles.groupCount}>{group.cards.length}</span>
    </span>
  );
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
  if (selected.has(id))
    select(
      [...selected].filter((other) => other !== id),
      id,
    );
  else select([...selected, id], id);
}
