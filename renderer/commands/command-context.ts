import type { CommandNeed } from '../../shared/commands/command-shape.ts';
import { issuerToKnow } from '../issuers/issuer-to-know.ts';
import { openLibrary } from '../state/library-store.ts';
import { usePlace } from '../state/place-store.ts';
import { useSelection } from '../state/selection-store.ts';
import { shownBadges } from '../state/shown-badges.ts';

/** What commands can count on right now. */
export function commandContext(): ReadonlySet<CommandNeed> {
  const have = new Set<CommandNeed>();
  const view = openLibrary();
  if (view === null) return have;
  if (!view.readOnly) have.add('writable');
  if (view.badges.length > 0) have.add('badges');
  if (shownBadges().length > 0) have.add('shown-badges');
  const selectedCount = useSelection.getState().selected.size;
  if (selectedCount > 0) have.add('selection');
  if (selectedCount === 1) have.add('one-selected');
  if (usePlace.getState().place.kind === 'collection') have.add('in-collection');
  if (view.knownIssuers.length > 0) have.add('known-issuers');
  if (selectedCount === 1 && issuerToKnow() !== null) have.add('new-issuer');
  if (view.history.undo !== null) have.add('undo');
  if (view.history.redo !== null) have.add('redo');
  return have;
}
