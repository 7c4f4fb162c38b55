import type { CommandId } from '../../shared/commands.ts';
import { isTextField } from '../ui/focus.ts';
import { runCommand } from './run-command.ts';

/** What the menu's edit commands mean in a text field. */
const inTextField: Partial<Record<CommandId, string>> = {
  'history.undo': 'undo',
  'history.redo': 'redo',
  'select.all': 'selectAll',
};

/** Runs a command chosen in the menu: a text field with the focus has the edit commands for itself. */
export function runMenuCommand(id: CommandId): void {
  const edit = inTextField[id];
  if (edit !== undefined && isTextField(document.activeElement)) document.execCommand(edit);
  else runCommand(id);
}
