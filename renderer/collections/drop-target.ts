import type { DragAndDropOptions } from 'react-aria-components';
import { zones } from '../ui/focus.ts';

type DropTargetDelegate = NonNullable<DragAndDropOptions['dropTargetDelegate']>;

/**
 * Finds the collection under the pointer by asking the page what lies there. react-aria's own search expects one plain
 * list; ours has sections with headings.
 */
export const dropOnEntry: DropTargetDelegate = {
  getDropTargetFromPoint(x, y, isValidDropTarget) {
    const list = document.querySelector(`[data-zone="${zones.places}"] [role="listbox"]`);
    const origin = list?.getBoundingClientRect();
    const element = document.elementFromPoint(x + (origin?.x ?? 0), y + (origin?.y ?? 0));
    const key = element?.closest('[role="option"]')?.getAttribute('data-key');
    if (!key) return null;
    const target = { type: 'item', key, dropPosition: 'on' } as const;
    return isValidDropTarget(target) ? target : null;
  },
};
