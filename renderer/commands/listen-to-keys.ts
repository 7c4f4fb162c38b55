import { useDialog } from '../state/dialog-store.ts';
import { useSettings } from '../state/settings-store.ts';
import { focusZone } from '../ui/focus.ts';
import { commandContext } from './command-context.ts';
import { commandForKey } from './match-keys.ts';
import { platform } from './platform.ts';
import { runCommand } from './run-command.ts';
import { isTypingName, noteTyping } from './type-ahead.ts';

/** Runs commands by their keys, before whatever has the focus sees them. Answers how to stop. */
export function listenToKeys(): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing || useDialog.getState().dialog.kind !== 'none' || isMenuOpen()) return;
    const focus = focusZone();
    const command = commandForKey(event, {
      platform,
      have: commandContext(),
      focus,
      singleKeys: useSettings.getState().settings.singleKeys,
      isTyping: isTypingName(event.timeStamp),
    });
    if (command === null) {
      if (focus === 'grid') noteTyping(event);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    if (!event.repeat) runCommand(command.id);
  };
  window.addEventListener('keydown', onKeyDown, { capture: true });
  return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
}

/** A menu has its own keys while it is open. */
function isMenuOpen(): boolean {
  return document.activeElement?.closest('[role="menu"]') != null;
}
