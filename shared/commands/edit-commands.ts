import type { CommandShape } from './command-shape.ts';

/** Commands of the menu Edit: the history, the clipboard, the selection. */
export const editCommands = [
  {
    id: 'import.paste',
    title: 'Paste a badge…',
    group: 'edit',
    keys: ['Mod+V'],
    needs: ['writable'],
    keywords: 'clipboard text json',
  },
  {
    id: 'history.undo',
    title: 'Undo',
    group: 'edit',
    keys: ['Mod+Z'],
    needs: ['undo'],
    keywords: 'back',
  },
  {
    id: 'history.redo',
    title: 'Redo',
    group: 'edit',
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    needs: ['redo'],
    keywords: 'again',
  },
  {
    id: 'select.all',
    title: 'Select all',
    group: 'edit',
    keys: ['Mod+A'],
    needs: ['shown-badges'],
    keywords: 'every',
  },
  {
    id: 'select.none',
    title: 'Select none',
    group: 'edit',
    keys: [],
    needs: ['selection'],
    keywords: 'clear deselect',
  },
] as const satisfies readonly CommandShape[];
