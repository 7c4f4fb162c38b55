import { backupCommand } from './backup.ts';
import { bakeCommand } from './bake.ts';
import { calendarCommand } from './calendar.ts';
import { checkCommand } from './check.ts';
import type { Command } from './command.ts';
import { conformanceCommand } from './conformance.ts';
import { doctorCommand } from './doctor.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { issuersCommand } from './issuers.ts';
import { listCommand } from './list.ts';
import { packCommand } from './pack.ts';
import { restoreCommand } from './restore.ts';
import { unbakeCommand } from './unbake.ts';

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  checkCommand,
  unbakeCommand,
  bakeCommand,
  importCommand,
  listCommand,
  calendarCommand,
  issuersCommand,
  packCommand,
  exportCommand,
  backupCommand,
  restoreCommand,
  doctorCommand,
  conformanceCommand,
];
