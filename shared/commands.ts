import { badgeCommands } from './commands/badge-commands.ts';
import { collectionCommands } from './commands/collection-commands.ts';
import type { CommandNeed, CommandShape } from './commands/command-shape.ts';
import { editCommands } from './commands/edit-commands.ts';
import { fileCommands } from './commands/file-commands.ts';
import { goCommands } from './commands/go-commands.ts';
import { helpCommands } from './commands/help-commands.ts';
import { viewCommands } from './commands/view-commands.ts';

/**
 * Every command of the window: one object that the menu, the palette, a button and a key all read. What a command does
 * is the page's business (`renderer/commands/run-command.ts`); the menu only sends its id (`command.run`).
 */
export const commands = [
  ...fileCommands,
  ...editCommands,
  ...badgeCommands,
  ...collectionCommands,
  ...viewCommands,
  ...goCommands,
  ...helpCommands,
] as const;

export type CommandId = (typeof commands)[number]['id'];
/** One command, as its table writes it. */
export interface Command extends CommandShape {
  readonly id: CommandId;
}

const byId: ReadonlyMap<string, Command> = new Map(commands.map((command) => [command.id, command]));

/** The command of an id that came from outside (the menu); null for an id that is none. */
export function findCommand(id: string): Command | null {
  return byId.get(id) ?? null;
}

/** Whether everything that the command needs is there. */
export function isAvailable(command: Command, have: ReadonlySet<CommandNeed>): boolean {
  return command.needs.every((need) => have.has(need));
}
