import type { CommandNeed } from '../../shared/commands/command-shape.ts';
import type { LibraryView } from '../../shared/ipc/views.ts';
import { isEmptySearch } from '../../shared/library/search.ts';
import { issuerToKnow } from '../issuers/issuer-to-know.ts';
import { useBin } from '../state/bin-store.ts';
import { openLibrary } from '../state/library-store.ts';
import { ownOrderShown } from '../state/own-order-shown.ts';
import { usePlace } from '../state/place-store.ts';
import { useSelection } from '../state/selection-store.ts';
import { shownBadges } from '../state/shown-badges.ts';
import { hasOwnOrder } from '../state/shown-order.ts';

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
  for (const need of needsOfPlace(view)) have.add(need);
  if (view.knownIssuers.length > 0) have.add('known-issuers');
  if (selectedCount === 1 && issuerToKnow() !== null) have.add('new-issuer');
  if (view.history.undo !== null) have.add('undo');
  if (view.history.redo !== null) have.add('redo');
  return have;
}

/** What the place that is shown, and how it is shown, allow. */
function needsOfPlace(view: LibraryView): readonly CommandNeed[] {
  const { place, search, filters } = usePlace.getState();
  const isSearching = !isEmptySearch({ ...filters, text: search });
  const needs: CommandNeed[] = [];
  if (isSearching) needs.push('searching');
  if (view.badges.some(({ tags }) => tags.length > 0)) needs.push('tags');
  if (view.bin.length > 0) needs.push('filled-bin');
  if (place.kind === 'bin' && useBin.getState().selected.size > 0) needs.push('bin-selection');
  if (place.kind !== 'collection') return needs;
  needs.push('in-collection');
  if (!hasOwnOrder(place, view.collections)) return [...needs, 'smart'];
  needs.push('by-hand');
  if (ownOrderShown()) needs.push('own-order');
  return needs;
}
