import type { DragAndDropOptions, DropTarget } from 'react-aria-components';
import { zones } from '../ui/focus.ts';

type DropTargetDelegate = NonNullable<DragAndDropOptions['dropTargetDelegate']>;

/** Finds the badge under the pointer, and which of its halves: a dragged badge goes before it or after it. */
export function dropBetween(isList: boolean): DropTargetDelegate {
  return {
    getDropTargetFromPoint(x, y, isValidDropTarget): DropTarget | null {
      const list = document.querySelector(`[data-zone="${zones.grid}"] [role="listbox"]`);
      const origin = list?.getBoundingClientRect();
      const at = { x: x + (origin?.x ?? 0), y: y + (origin?.y ?? 0) };
      const option = document.elementFromPoint(at.x, at.y)?.closest('[role="option"]');
      const key = option?.getAttribute('data-key');
      if (option == null || !key) return null;
      const box = option.getBoundingClientRect();
      const isAfter = isList ? at.y > box.y + box.height / 2 : at.x > box.x + box.width / 2;
      const target = { type: 'item', key, dropPosition: isAfter ? 'after' : 'before' } as const;
      return isValidDropTarget(target) ? target : null;
    },
  };
}
