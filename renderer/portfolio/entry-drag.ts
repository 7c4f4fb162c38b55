import { type DragEvent, useState } from 'react';
import type { EntryPlace } from '../../shared/portfolio/edit-portfolio.ts';

export interface EntryDrag {
  readonly place: EntryPlace;
  /** `to` counts in the list as it is before the move. */
  readonly onMove: (to: EntryPlace) => void;
}

/** The entry that is being dragged; one at a time, in this window alone. */
let dragged: EntryDrag | null = null;

/** Dragging an entry by its handle, and dropping another one above or below it. */
export function useEntryDrag(own: EntryDrag) {
  const [side, setSide] = useState<'above' | 'below' | undefined>(undefined);
  const over = (event: DragEvent<HTMLElement>): void => {
    if (dragged === null) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'move';
    setSide(sideOf(event));
  };
  return {
    side,
    handle: {
      draggable: true,
      onDragStart: (event: DragEvent<HTMLElement>): void => {
        dragged = own;
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData(dragType, '');
        const row = event.currentTarget.closest('li');
        if (row !== null) event.dataTransfer.setDragImage(row, 16, 16);
      },
      onDragEnd: (): void => {
        dragged = null;
      },
    },
    target: {
      onDragOver: over,
      onDragLeave: () => setSide(undefined),
      onDrop: (event: DragEvent<HTMLElement>): void => {
        if (dragged === null) return;
        event.preventDefault();
        setSide(undefined);
        const { section, entry } = own.place;
        dragged.onMove({ section, entry: sideOf(event) === 'above' ? entry : entry + 1 });
        dragged = null;
      },
    },
  };
}

const dragType = 'application/x-badge-backpack-entry';

function sideOf(event: DragEvent<HTMLElement>): 'above' | 'below' {
  const { top, height } = event.currentTarget.getBoundingClientRect();
  return event.clientY < top + height / 2 ? 'above' : 'below';
}
