import { focusDetails, focusMain } from '../ui/focus.ts';
import { type DialogState, useDialog } from './dialog-store.ts';
import { whenDrawn } from './when-drawn.ts';

/** What had the focus when the first of a row of dialogs opened: the palette opens others after it closed. */
let origin: Element | null = null;

/**
 * After the last of a row of dialogs closed, puts the focus back where it was before the first; where that is gone since
 * (a button that did its work), to the details, or to what is in the place of the badges. Only where the focus would be
 * lost otherwise.
 */
export function giveFocusBack(dialog: DialogState, before: DialogState): void {
  if (before.kind === 'none' && dialog.kind !== 'none') rememberFocus();
  if (before.kind === 'none' || dialog.kind !== 'none') return;
  // The dialog itself gives the focus back in the frame after it is gone; a command of the palette runs then, too.
  requestAnimationFrame(() => requestAnimationFrame(restoreFocus));
}

/** Between two dialogs of a row the focus is in the one that goes, or nowhere. */
function rememberFocus(): void {
  const { activeElement, body } = document;
  const isBetween = activeElement === body || activeElement?.closest('[role="dialog"]') != null;
  if (!isBetween) origin = activeElement;
}

function restoreFocus(): void {
  if (useDialog.getState().dialog.kind !== 'none') return;
  const place = origin;
  origin = null;
  const { activeElement, body } = document;
  if (place === null || (activeElement !== null && activeElement !== body)) return;
  if (place instanceof HTMLElement && place.isConnected) place.focus();
  else focusDetails();
  // Where there are no details, or what had the focus goes in this very moment.
  void whenDrawn().then(() => {
    if (document.activeElement === body && useDialog.getState().dialog.kind === 'none') focusMain();
  });
}
