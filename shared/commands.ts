/**
 * Every command of the window: one object that the menu, the palette, a button and a key all read. What a command does
 * is the page's business (`renderer/commands/run-command.ts`); the menu only sends its id (`command.run`).
 */
export const commands = [
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
    id: 'import.paste',
    title: 'Paste a badge…',
    group: 'edit',
    keys: ['Mod+V'],
    needs: ['writable'],
    keywords: 'clipboard text json',
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
  {
    id: 'badge.check',
    title: 'Check again',
    group: 'badge',
    keys: ['Mod+R'],
    needs: ['selection'],
    keywords: 'verify refresh online issuer',
  },
  {
    id: 'badge.save-original',
    title: 'Save the original file…',
    group: 'badge',
    keys: ['Mod+S'],
    needs: ['one-selected'],
    keywords: 'download copy picture',
  },
  {
    id: 'badge.add-to-collection',
    title: 'Add to collection…',
    group: 'badge',
    keys: ['Mod+L'],
    needs: ['selection', 'writable'],
    keywords: 'organise group put',
  },
  {
    id: 'collection.remove-badges',
    title: 'Remove from this collection',
    group: 'badge',
    keys: ['Delete', 'Backspace'],
    needs: ['selection', 'in-collection', 'writable'],
    keywords: 'take out',
  },
  {
    id: 'badge.remove',
    title: 'Remove from the backpack',
    group: 'badge',
    keys: ['Delete', 'Backspace', 'Mod+Delete', 'Mod+Backspace'],
    needs: ['selection', 'writable'],
    keywords: 'delete bin trash',
  },
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
    id: 'inspector.toggle',
    title: 'Show or hide details',
    group: 'view',
    keys: ['Mod+I', 'i'],
    needs: [],
    keywords: 'inspector panel',
  },
  {
    id: 'view.grid',
    title: 'Show as grid',
    group: 'view',
    keys: ['Mod+Shift+1'],
    needs: [],
    keywords: 'pictures cards',
  },
  {
    id: 'view.list',
    title: 'Show as list',
    group: 'view',
    keys: ['Mod+Shift+2'],
    needs: [],
    keywords: 'rows table',
  },
  { id: 'sort.name', title: 'Sort by name', group: 'view', keys: [], needs: [], keywords: 'order title' },
  {
    id: 'sort.issuer',
    title: 'Sort by issuer',
    group: 'view',
    keys: [],
    needs: [],
    keywords: 'order school',
  },
  {
    id: 'sort.issued',
    title: 'Sort by date of issue',
    group: 'view',
    keys: [],
    needs: [],
    keywords: 'order date issued',
  },
  {
    id: 'sort.added',
    title: 'Sort by date added',
    group: 'view',
    keys: [],
    needs: [],
    keywords: 'order new recent',
  },
  {
    id: 'sort.reverse',
    title: 'Reverse the order',
    group: 'view',
    keys: [],
    needs: [],
    keywords: 'ascending descending',
  },
  {
    id: 'theme.system',
    title: 'Theme: as the system',
    group: 'view',
    keys: [],
    needs: [],
    keywords: 'dark light appearance',
  },
  {
    id: 'theme.light',
    title: 'Theme: light',
    group: 'view',
    keys: [],
    needs: [],
    keywords: 'appearance bright',
  },
  {
    id: 'theme.dark',
    title: 'Theme: dark',
    group: 'view',
    keys: [],
    needs: [],
    keywords: 'appearance night',
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
    id: 'issuers.know',
    title: 'Add the issuer to known issuers…',
    group: 'badge',
    keys: [],
    needs: ['one-selected', 'writable', 'new-issuer'],
    keywords: 'trust pin key signer confirm',
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
  {
    id: 'keys.open',
    title: 'All keys',
    group: 'help',
    keys: ['?'],
    needs: [],
    keywords: 'shortcuts keyboard help',
  },
] as const satisfies readonly CommandShape[];

interface CommandShape {
  readonly id: string;
  readonly title: string;
  readonly group: CommandGroup;
  /**
   * Chords, the one to show first: modifiers (`Mod`: ⌘ on macOS, Ctrl elsewhere; `Shift`, `Alt`) and a key as
   * `KeyboardEvent.key` names it, joined by `+`. A chord without modifiers that is one character long is a single key,
   * which a setting switches off (WCAG 2.1.4). Where two commands share a chord, the first available one has it.
   */
  readonly keys: readonly string[];
  /** All of these must hold; a command that is not available is hidden, and its key does nothing. */
  readonly needs: readonly CommandNeed[];
  /** More words that the palette finds it by. */
  readonly keywords: string;
}

/** `writable`: the library is open and not read-only; `in-collection`: a collection is shown. */
export type CommandNeed =
  | 'writable'
  | 'badges'
  | 'shown-badges'
  | 'selection'
  | 'one-selected'
  | 'in-collection'
  /** The details show a badge whose issuer, or key, is not among the known ones. */
  | 'new-issuer'
  | 'known-issuers'
  | 'undo'
  | 'redo';

/** The menu that a command is found in. */
export type CommandGroup = 'file' | 'edit' | 'badge' | 'collection' | 'view' | 'go' | 'help';

/** Titles of the groups, in the order of the menu bar. */
export const commandGroups: Readonly<Record<CommandGroup, string>> = {
  file: 'File',
  edit: 'Edit',
  badge: 'Badge',
  collection: 'Collection',
  view: 'View',
  go: 'Go',
  help: 'Help',
};

export type CommandId = (typeof commands)[number]['id'];
/** One command, as the table above writes it. */
export interface Command extends CommandShape {
  readonly id: CommandId;
}
export type Platform = 'mac' | 'other';

/** The command of an id that came from outside (the menu); null for an id that is none. */
export function findCommand(id: string): Command | null {
  return commands.find((command) => command.id === id) ?? null;
}

/** Whether everything that the command needs is there. */
export function isAvailable(command: Command, have: ReadonlySet<CommandNeed>): boolean {
  return command.needs.every((need) => have.has(need));
}

/**
 * The first chord as an Electron accelerator (`CommandOrControl+Shift+O`, `F2`); null for none. Keys without `Mod` are
 * never global: Delete belongs to the text field that has the focus. The page handles every key itself and prevents its
 * default, so a menu shows these and acts on them only where the page did not. `import.paste` is the exception: the page
 * takes it from the browser's own paste event, so a menu gives it the role `paste`.
 */
export function acceleratorOf(command: Command): string | null {
  const chord = command.keys.find((keys) => keys.startsWith('Mod+') || /^F\d+$/.test(keys));
  return chord === undefined ? null : chord.replace('Mod', 'CommandOrControl');
}

/** A chord of one character and no modifier, such as `/`, `i`, `?`. */
export function isSingleKey(chord: string): boolean {
  return chord.length === 1;
}

/** A chord as people of the platform write it: `Ctrl+Shift+O`, `⇧⌘O`. */
export function keyLabel(chord: string, platform: Platform): string {
  const parts = chord.split('+');
  if (platform === 'other') return parts.map((part) => otherNames[part] ?? nameOfKey(part)).join('+');
  const modifiers = ['Alt', 'Shift', 'Mod'].filter((name) => parts.includes(name));
  const key = parts.at(-1) ?? '';
  return modifiers.map((name) => macNames[name] ?? '').join('') + (macNames[key] ?? nameOfKey(key));
}

const otherNames: Readonly<Record<string, string>> = { Mod: 'Ctrl' };
const macNames: Readonly<Record<string, string>> = {
  Mod: '⌘',
  Shift: '⇧',
  Alt: '⌥',
  Delete: '⌦',
  Backspace: '⌫',
};

function nameOfKey(key: string): string {
  return key.length === 1 ? key.toUpperCase() : key;
}
