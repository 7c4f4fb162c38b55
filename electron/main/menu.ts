import { Menu, type MenuItemConstructorOptions } from 'electron';
import { acceleratorOf } from '../../shared/commands/command-keys.ts';
import { type CommandGroup, commandGroups } from '../../shared/commands/command-shape.ts';
import { type Command, type CommandId, commands } from '../../shared/commands.ts';
import { shellWords } from '../../shared/text/shell.ts';

export interface MenuOptions {
  readonly isMac: boolean;
  readonly appName: string;
  readonly hasDeveloperTools: boolean;
  /** Tells the page which command was chosen: what it does is the page's business. */
  readonly run: (id: CommandId) => void;
}

/** Puts the menu bar in place. */
export function installMenu(options: MenuOptions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(options)));
}

/** The menu bar: the commands of `commands.ts` by group, and the system's own items where the system expects them. */
export function menuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  // `commandGroups` is in the order of the menu bar, and its keys are known to the compiler.
  const groups = (Object.keys(commandGroups) as CommandGroup[]).map((group) => ({
    label: commandGroups[group],
    submenu: submenuOf(group, options),
    ...(group === 'help' ? { role: 'help' as const } : {}),
  }));
  if (!options.isMac) return groups;
  return [macAppMenu(options), ...groups.slice(0, -1), { role: 'windowMenu' }, ...groups.slice(-1)];
}

function submenuOf(group: CommandGroup, options: MenuOptions): MenuItemConstructorOptions[] {
  const items = commands
    .filter((command) => command.group === group && !isElsewhere(command, options))
    .flatMap((command: Command) => {
      const item = itemOf(command, options);
      return command.startsPart ? [separator, item] : [item];
    });
  switch (group) {
    case 'file':
      return options.isMac ? items : [...items, separator, { role: 'quit', label: shellWords.quit }];
    case 'edit':
      return withClipboard(items);
    case 'view':
      return [...items, separator, ...viewItems(options)];
    case 'help':
      return options.isMac ? items : [...items, separator, { role: 'about', label: shellWords.about }];
    default:
      return items;
  }
}

/** Pasting is the system's item, whose event the page hears; on macOS the settings stand in the app's own menu. */
function isElsewhere(command: Command, { isMac }: MenuOptions): boolean {
  return command.id === 'import.paste' || (isMac && command.id === 'settings.open');
}

function itemOf(command: Command, { run, isMac }: MenuOptions): MenuItemConstructorOptions {
  return { id: command.id, label: command.title, click: () => run(command.id), ...keyOf(command, isMac) };
}

/**
 * The page acts on keys: it alone knows whether one was meant for a text field. So the menu only shows them; on macOS,
 * where it cannot help acting on what the page left alone, it leaves out those that have no modifier (Delete, F2).
 */
function keyOf(
  command: Command,
  isMac: boolean,
): Pick<MenuItemConstructorOptions, 'accelerator' | 'registerAccelerator'> {
  const accelerator = acceleratorOf(command);
  if (accelerator === null || (isMac && !accelerator.includes('+'))) return {};
  return { accelerator, registerAccelerator: false };
}

/** Undo and redo first, then the clipboard, then the rest, as everywhere. */
function withClipboard(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  const isHistory = ({ id }: MenuItemConstructorOptions): boolean => id?.startsWith('history.') === true;
  const { cut, copy, paste } = shellWords.editMenu;
  return [
    ...items.filter(isHistory),
    separator,
    { role: 'cut', label: cut },
    { role: 'copy', label: copy },
    { role: 'paste', label: paste },
    separator,
    ...items.filter((item) => !isHistory(item)),
  ];
}

function viewItems({ hasDeveloperTools }: MenuOptions): MenuItemConstructorOptions[] {
  const words = shellWords.viewMenu;
  const items: MenuItemConstructorOptions[] = [
    { role: 'resetZoom', label: words.actualSize },
    { role: 'zoomIn', label: words.zoomIn },
    { role: 'zoomOut', label: words.zoomOut },
    { role: 'togglefullscreen', label: words.fullScreen },
  ];
  return hasDeveloperTools ? [...items, { role: 'toggleDevTools', label: words.developerTools }] : items;
}

function macAppMenu(options: MenuOptions): MenuItemConstructorOptions {
  const settings = commands.filter((command) => command.id === 'settings.open');
  return {
    label: options.appName,
    submenu: [
      { role: 'about' },
      separator,
      ...settings.map((command) => itemOf(command, options)),
      separator,
      { role: 'services' },
      separator,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      separator,
      { role: 'quit' },
    ],
  };
}

const separator: MenuItemConstructorOptions = { type: 'separator' };
