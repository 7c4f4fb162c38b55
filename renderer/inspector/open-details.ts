import { changeSettings } from '../commands/change-settings.ts';
import { useSelection } from '../state/selection-store.ts';
import { useSettings } from '../state/settings-store.ts';
import { focusDetails } from '../ui/focus.ts';

/** Shows the details and moves the focus there: Enter, or a double press on a card. */
export function openDetails(): void {
  useSelection.getState().setDetailsPageOpen(true);
  if (!useSettings.getState().settings.inspectorOpen) void changeSettings({ inspectorOpen: true });
  requestAnimationFrame(focusDetails);
}
