/** What a row of the tables of commands holds. */
export interface CommandShape {
  readonly id: string;
  readonly title: string;
  readonly group: CommandGroup;
  /** In the menu, a line stands before it. */
  readonly startsPart?: true;
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
  /** Badges are shown; while portfolios or the desk stand in their place, none are, and none are selected. */
  | 'shown-badges'
  /** Badges are shown, or a portfolio is open. */
  | 'exportable'
  | 'selection'
  | 'one-selected'
  | 'in-collection'
  /** The collection that is shown takes badges, and keeps an order of its own. */
  | 'by-hand'
  /** It is shown in that order, whole and in one piece. */
  | 'own-order'
  /** The collection that is shown is a saved search. */
  | 'smart'
  /** In the order that the person chooses; a timeline has its own. */
  | 'sortable'
  /** Words or filters narrow what is shown. */
  | 'searching'
  | 'filled-bin'
  /** The bin is shown, and badges in it are selected. */
  | 'bin-selection'
  | 'tags'
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
