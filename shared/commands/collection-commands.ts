import type { CommandShape } from './command-shape.ts';

/** Commands of the menu Collection: what is done with the one that is shown. */
export const collectionCommands = [
  {
    id: 'collection.create',
    title: 'New collection…',
    group: 'collection',
    keys: ['Mod+N'],
    needs: ['writable'],
    keywords: 'create group folder',
  },
  {
    id: 'collection.rename',
    title: 'Rename this collection…',
    group: 'collection',
    keys: ['F2'],
    needs: ['in-collection', 'writable'],
    keywords: 'name',
  },
  {
    id: 'collection.delete',
    title: 'Delete this collection',
    group: 'collection',
    keys: [],
    needs: ['in-collection', 'writable'],
    keywords: 'remove',
  },
] as const satisfies readonly CommandShape[];
