import { type ContextOf, contextCommands } from '../../shared/commands/context-commands.ts';
import { placeOfKey } from '../collections/place-key.ts';
import { commandContext } from '../commands/command-context.ts';
import { areBadgesShown } from '../state/are-badges-shown.ts';
import { useBin } from '../state/bin-store.ts';
import { usePlace } from '../state/place-store.ts';
import { useSelection } from '../state/selection-store.ts';
import { zones } from '../ui/focus.ts';
import { type Point, useContextMenu } from './context-menu-store.ts';

/**
 * Opens the menu of what was clicked with the right button, or has the focus when the menu key or Shift+F10 is pressed:
 * one listener for the window, none in a card. Answers how to stop.
 */
export function listenToContextMenu(): () => void {
  window.addEventListener('contextmenu', onContextMenu);
  return () => window.removeEventListener('contextmenu', onContextMenu);
}

function onContextMenu(event: MouseEvent): void {
  const option = event.target instanceof Element ? event.target.closest('[role="option"]') : null;
  const key = option?.getAttribute('data-key');
  if (!(option instanceof HTMLElement) || !key) return;
  const of = choose(option, key);
  if (of === null || contextCommands(of, commandContext()).length === 0) return;
  event.preventDefault();
  option.focus();
  useContextMenu.getState().open({ of, at: pointOf(event, option), from: option });
}

/** Makes what was meant the thing that commands are about, and says what it is; null: it has no menu. */
function choose(option: HTMLElement, key: string): ContextOf | null {
  const zone = option.closest('[data-zone]')?.getAttribute('data-zone');
  if (zone === zones.places) return choosePlace(key);
  if (zone !== zones.grid) return null;
  const { selected, select } = (usePlace.getState().place.kind === 'bin' ? useBin : useSelection).getState();
  if (!selected.has(key)) select([key]);
  return 'badges';
}

/** Its commands are about the place that is shown, so it is shown. What lies at the desk, going away would forget. */
function choosePlace(key: string): ContextOf | null {
  if (!areBadgesShown()) return null;
  const place = placeOfKey(key);
  const { place: shown, go } = usePlace.getState();
  const isShown =
    place.kind === 'collection'
      ? shown.kind === 'collection' && shown.id === place.id
      : shown.kind === place.kind;
  if (!isShown) go(place);
  return place.kind === 'collection' || place.kind === 'bin' ? place.kind : 'place';
}

/** Where the pointer is; by keyboard, inside what has the focus. */
function pointOf({ clientX, clientY, button, ctrlKey }: MouseEvent, option: HTMLElement): Point {
  const { left, top, right, bottom } = option.getBoundingClientRect();
  const isInside = clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
  // On macOS a click with Control held is a right click.
  if ((button === 2 || ctrlKey) && isInside) return { x: clientX, y: clientY };
  return { x: left + Math.min(24, (right - left) / 2), y: top + Math.min(24, (bottom - top) / 2) };
}
