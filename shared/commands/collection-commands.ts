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
  {
    id: 'collection.create-inside',
    title: 'New collection in this one…',
    group: 'collection',
    keys: ['Mod+Alt+N'],
    needs: ['in-collection', 'by-hand', 'writable'],
    keywords: 'nested sub folder create',
  },
  {
    id: 'collection.move',
    title: 'Move this collection to…',
    group: 'collection',
    keys: [],
    needs: ['in-collection', 'writable'],
    keywords: 'nest parent folder',
  },
  {
    id: 'search.save',
    title: 'Save as smart collection…',
    group: 'collection',
    keys: ['Mod+Shift+S'],
    needs: ['searching', 'writable'],
    keywords: 'search filter keep',
  },
  {
    id: 'collection.edit-search',
    title: 'Change what this collection finds',
    group: 'collection',
    keys: [],
    needs: ['smart', 'writable'],
    keywords: 'smart search filter edit',
  },
  {
    id: 'tags.open',
    title: 'All tags…',
    group: 'collection',
    keys: [],
    needs: ['tags'],
    keywords: 'rename delete tag manage labels',
  },
] as const satisfies readonly CommandShape[];
