import { displayText } from '../../shared/text/display-text.ts';
import { uiWords } from '../../shared/text/ui-words.ts';
import { verdictWords } from '../../shared/text/verdicts.ts';
import { bridge } from '../bridge.ts';
import { selectionAfterRemoval } from '../state/after-removal.ts';
import { useAnnouncer } from '../state/announcer-store.ts';
import { useChecks } from '../state/check-store.ts';
import { openLibrary } from '../state/library-store.ts';
import { usePlace } from '../state/place-store.ts';
import { useSelection } from '../state/selection-store.ts';
import { shownBadges } from '../state/shown-badges.ts';
import { useToast } from '../state/toast-store.ts';
import { sayDone, settle } from './settle.ts';

/** The selected badges, in the order in which they are shown. */
export function selectedInOrder(): readonly string[] {
  const { selected } = useSelection.getState();
  return shownBadges()
    .map((card) => card.id)
    .filter((id) => selected.has(id));
}

/** Asks the issuers of the selected badges. */
export async function checkSelected(): Promise<void> {
  const ids = selectedInOrder();
  if (ids.length === 0) return;
  useChecks.getState().set({ done: 0, total: ids.length });
  useAnnouncer.getState().say(uiWords.checking);
  const settled = await settle(bridge().checkBadges(ids, true));
  useChecks.getState().set(null);
  if (settled) await sayWhatCameOut(ids);
}

/** For those who listen: of one badge its verdict, of several that they are done. */
async function sayWhatCameOut(ids: readonly string[]): Promise<void> {
  const { say } = useAnnouncer.getState();
  const [id] = ids;
  if (ids.length > 1 || id === undefined) return say(uiWords.checked(ids.length));
  const answer = await bridge().getBadge(id);
  if (!answer.ok || answer.value.headline === null) return;
  const { verdict, sentence } = answer.value.headline;
  say(`${verdictWords[verdict].word}. ${displayText(sentence)}`);
}

export async function removeSelected(): Promise<void> {
  const ids = selectedInOrder();
  if (ids.length === 0) return;
  selectNext(ids);
  if (await settle(bridge().edit({ kind: 'badges.remove', badgeIds: ids })))
    sayDone(uiWords.removed(ids.length));
}

export async function removeSelectedFromCollection(): Promise<void> {
  const { place } = usePlace.getState();
  const ids = selectedInOrder();
  if (place.kind !== 'collection' || ids.length === 0) return;
  selectNext(ids);
  const name = openLibrary()?.collections.find(({ id }) => id === place.id)?.name ?? '';
  if (await settle(bridge().edit({ kind: 'collection.take-out', id: place.id, badgeIds: ids }))) {
    sayDone(uiWords.removedFromCollection(ids.length, name));
  }
}

export async function saveOriginal(): Promise<void> {
  const [id] = selectedInOrder();
  if (id === undefined) return;
  const saved = await settle(bridge().saveOriginal(id));
  if (saved?.value) {
    useToast.getState().show({ tone: 'plain', text: uiWords.saved(saved.value.savedAs), action: null });
  }
}

function selectNext(removed: readonly string[]): void {
  const next = selectionAfterRemoval(
    shownBadges().map((card) => card.id),
    new Set(removed),
  );
  useSelection.getState().select(next === null ? [] : [next]);
}
