import { type Command, type CommandId, commands, isAvailable } from '../commands.ts';
import type { CommandGroup, CommandNeed } from './command-shape.ts';

/** What a menu of its own can be opened on, by a right click, the menu key or Shift+F10. */
export type ContextOf =
  /** Badges, in whatever view, or those in the bin. */
  | 'badges'
  | 'collection'
  /** A place that is none: all badges, yours, what ends. */
  | 'place'
  | 'bin';

/**
 * The commands of that menu which can be had now: rows of the one table, those of its own menu in the menu bar first, in
 * the order that they have there.
 */
export function contextCommands(of: ContextOf, have: ReadonlySet<CommandNeed>): readonly Command[] {
  const { group, more } = contents[of];
  const ofGroup = commands.filter((command: Command) => command.group === group);
  const others = commands.filter(({ id }) => more.includes(id));
  return [...ofGroup, ...others].filter((command) => isAvailable(command, have));
}

interface Contents {
  readonly group: CommandGroup | null;
  /** After those of the group. */
  readonly more: readonly CommandId[];
}

const contents: Readonly<Record<ContextOf, Contents>> = {
  badges: { group: 'badge', more: ['export.open'] },
  collection: { group: 'collection', more: ['export.open'] },
  place: { group: null, more: ['export.open', 'select.all', 'collection.create', 'search.save'] },
  bin: { group: null, more: ['bin.empty'] },
};
