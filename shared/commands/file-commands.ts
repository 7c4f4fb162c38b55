import type { CommandShape } from './command-shape.ts';

/** Commands of the menu File: what comes in and goes out, whom one knows, how the app is. */
export const fileCommands = [
  {
    id: 'import.files',
    title: 'Add badges…',
    group: 'file',
    keys: ['Mod+O'],
    needs: ['writable'],
    keywords: 'import open files picture png svg json',
  },
  {
    id: 'import.folder',
    title: 'Add a folder…',
    group: 'file',
    keys: ['Mod+Shift+O'],
    needs: ['writable'],
    keywords: 'import directory many',
  },
  {
    id: 'import.samples',
    title: 'Try sample badges',
    group: 'file',
    keys: [],
    needs: ['writable'],
    keywords: 'example demo',
  },
  {
    id: 'export.open',
    title: 'Export…',
    group: 'file',
    keys: ['Mod+E'],
    needs: ['shown-badges'],
    keywords: 'portfolio html page share save',
  },
  {
    id: 'issuers.open',
    title: 'Known issuers…',
    group: 'file',
    keys: [],
    needs: [],
    keywords: 'trust registry pinned keys signer settings',
  },
  {
    id: 'issuers.import',
    title: 'Add known issuers from a file…',
    group: 'file',
    keys: [],
    needs: ['writable'],
    keywords: 'trust registry list federation import',
  },
  {
    id: 'issuers.export',
    title: 'Save the list of known issuers…',
    group: 'file',
    keys: [],
    needs: ['known-issuers'],
    keywords: 'trust pinned keys export json',
  },
  {
    id: 'settings.open',
    title: 'Settings…',
    group: 'file',
    keys: ['Mod+,'],
    needs: [],
    keywords: 'preferences addresses e-mail options',
  },
] as const satisfies readonly CommandShape[];
