import type { CommandShape } from './command-shape.ts';

/** Commands of the menu Go: where to be. */
export const goCommands = [
  {
    id: 'search.focus',
    title: 'Search',
    group: 'go',
    keys: ['Mod+F', '/'],
    needs: ['badges'],
    keywords: 'find filter',
  },
  { id: 'go.all', title: 'All badges', group: 'go', keys: ['Mod+1'], needs: [], keywords: 'show everything' },
  {
    id: 'go.yours',
    title: 'Your badges',
    group: 'go',
    keys: ['Mod+2'],
    needs: [],
    keywords: 'mine address recipient',
  },
  {
    id: 'palette.open',
    title: 'Commands…',
    group: 'go',
    keys: ['Mod+K'],
    needs: [],
    keywords: 'palette actions',
  },
  {
    id: 'go.bin',
    title: 'Bin',
    group: 'go',
    keys: ['Mod+3'],
    needs: [],
    keywords: 'removed deleted trash restore',
  },
  {
    id: 'go.watch',
    title: 'Watch: what ends and what changed',
    group: 'go',
    keys: ['Mod+4'],
    needs: [],
    keywords: 'expiring expiry calendar renew re-check difference',
  },
  {
    id: 'filters.clear',
    title: 'Clear search and filters',
    group: 'go',
    keys: ['Mod+Shift+F'],
    needs: ['searching'],
    keywords: 'reset everything',
  },
] as const satisfies readonly CommandShape[];
