import { takeEarlyTyping, typeEarly } from '../palette/early-typing.ts';
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
    if (event.isComposing) return;
    const { dialog, close } = useDialog.getState();
    if (dialog.kind === 'palette' && !isInDialog()) awaitPalette(event, close);
    if (dialog.kind !== 'none' || isMenuOpen()) return;
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

/** It is open, but its field is not there yet: what is typed waits for it, and Escape needs no field. */
function awaitPalette(event: KeyboardEvent, close: () => void): void {
  const isMeant = event.key === 'Escape' || typeEarly(event);
  if (!isMeant) return;
  event.preventDefault();
  event.stopPropagation();
  if (event.key !== 'Escape') return;
  takeEarlyTyping();
  close();
}

function isInDialog(): boolean {
  return document.activeElement?.closest('[role="dialog"]') != null;
}

/** A menu has its own keys while it is open. */
function isMenuOpen(): boolean {
  return document.activeElement?.closest('[role="menu"]') != null;
}
