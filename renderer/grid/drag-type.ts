/** What a badge dragged inside the window is called; the collections take nothing else. */
export const badgeDragType = 'application/x-badge-backpack-id';
