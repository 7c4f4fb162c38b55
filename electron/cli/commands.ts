import { backupCommand, restoreCommand } from './backup.ts';
import type { Command } from './command.ts';
import { conformanceCommand } from './conformance.ts';
import { unbakeCommand } from './unbake.ts';

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  unbakeCommand,
  backupCommand,
  restoreCommand,
  conformanceCommand,
];
