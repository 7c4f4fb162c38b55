import type { CommandNeed } from '../../shared/commands/command-shape.ts';
import type { LibraryView } from '../../shared/ipc/views.ts';
import { isEmptySearch } from '../../shared/library/search.ts';
import { issuerToKnow } from '../issuers/issuer-to-know.ts';
import { openDraft } from '../portfolio/portfolio-store.ts';
import { areBadgesShown } from '../state/are-badges-shown.ts';
import { useBin } from '../state/bin-store.ts';
import { openLibrary } from '../state/library-store.ts';
import { ownOrderShown } from '../state/own-order-shown.ts';
import { usePlace } from '../state/place-store.ts';
import { useSelection } from '../state/selection-store.ts';
import { useSettings } from '../state/settings-store.ts';
import { shownBadges } from '../state/shown-badges.ts';
import { hasOwnOrder } from '../state/shown-order.ts';

/** What commands can count on right now. */
export function commandContext(): ReadonlySet<CommandNeed> {
  const have = new Set<CommandNeed>();
  const view = openLibrary();
  if (view === null) return have;
  if (!view.readOnly) have.add('writable');
  if (view.badges.length > 0) have.add('badges');
  if (openDraft() !== null) have.add('exportable');
  if (areBadgesShown()) for (const need of needsOfBadges()) have.add(need);
  for (const need of needsOfPlace(view)) have.add(need);
  if (view.knownIssuers.length > 0) have.add('known-issuers');
  if (view.history.undo !== null) have.add('undo');
  if (view.history.redo !== null) have.add('redo');
  return have;
}

function needsOfBadges(): readonly CommandNeed[] {
  const needs: CommandNeed[] = [];
  if (shownBadges().length > 0) needs.push('shown-badges', 'exportable');
  const selectedCount = useSelection.getState().selected.size;
  if (selectedCount > 0) needs.push('selection');
  if (selectedCount === 1) needs.push('one-selected');
  if (selectedCount === 1 && issuerToKnow() !== null) needs.push('new-issuer');
  return needs;
}

/** What the place that is shown, and how it is shown, allow. */
function needsOfPlace(view: LibraryView): readonly CommandNeed[] {
  const { place, search, filters } = usePlace.getState();
  const isSearching = !isEmptySearch({ ...filters, text: search });
  const needs: CommandNeed[] = [];
  if (isSearching) needs.push('searching');
  if (useSettings.getState().settings.view !== 'timeline') needs.push('sortable');
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
