import { type DragAndDropHooks, DropIndicator, useDragAndDrop } from 'react-aria-components';
import type { BadgeCard } from '../../shared/ipc/views.ts';
import { viewWords } from '../../shared/text/ui-organise-words.ts';
import { uiWords } from '../../shared/text/ui-words.ts';
import { moveDropped } from '../commands/order-commands.ts';
import { openLibrary } from '../state/library-store.ts';
import { useOwnOrder } from '../state/own-order-shown.ts';
import { useSettings } from '../state/settings-store.ts';
import { classNames } from '../ui/class-names.ts';
import styles from './badge-grid.module.css';
import { badgeDragType } from './drag-type.ts';
import { dropBetween } from './drop-between.ts';

interface BadgeDrag {
  readonly dragAndDropHooks: DragAndDropHooks<BadgeCard>;
  readonly canReorder: boolean;
}

/** Badges can be dragged onto collections, and within one that is shown in its own order to another place. */
export function useBadgeDrag(): BadgeDrag {
  const canReorder = useOwnOrder();
  const isList = useSettings(({ settings }) => settings.view === 'list');
  const { dragAndDropHooks } = useDragAndDrop<BadgeCard>({
    getItems: (keys) =>
      [...keys].map((key) => ({ [badgeDragType]: String(key), 'text/plain': nameOf(String(key)) })),
    getAllowedDropOperations: () => (canReorder ? ['move', 'copy'] : ['copy']),
    renderDragPreview: (items) => <div className={styles.preview}>{uiWords.badgeCount(items.length)}</div>,
    ...(canReorder
      ? {
          dropTargetDelegate: dropBetween(isList),
          renderDropIndicator: (target) => (
            <DropIndicator
              target={target}
              className={classNames(styles.between)}
              aria-label={viewWords.dropHere}
            />
          ),
          onReorder: ({ keys, target }) => {
            if (target.dropPosition === 'on') return;
            const dragged = new Set([...keys].map(String));
            void moveDropped(dragged, { id: String(target.key), position: target.dropPosition });
          },
        }
      : {}),
  });
  return { dragAndDropHooks, canReorder };
}

function nameOf(id: string): string {
  return openLibrary()?.badges.find((card) => card.id === id)?.name ?? '';
}
